"""Files read for an edit."""

from __future__ import annotations

from banso_cli.reading.shape import read_record
from banso_cli.records.teams.team import Team
from banso_cli.yaml.events import read_text
from banso_cli.yaml.tree import Mapping

Read = tuple[Team, Mapping]


def read(text: str) -> Read:
    tree = read_text(text, "", "").tree
    assert isinstance(tree, Mapping), text
    team, _faults = read_record(Team, tree, "", "")
    assert team is not None
    return team, tree
