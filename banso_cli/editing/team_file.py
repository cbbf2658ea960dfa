"""A team as the text of its file."""

from __future__ import annotations

from banso_cli.editing.page import text_of
from banso_cli.editing.record_layout import record_layout
from banso_cli.model.municipality import Municipality
from banso_cli.model.team import Team


def team_text(team: Team, municipality: Municipality, head: tuple[str, ...] = ()) -> str:
    """Return the whole file; a comment tells the municipality that the code stands for."""
    name = " ".join(municipality.full_name.split())
    return text_of(record_layout(team, head, {"municipality": f"# {name}"}))
