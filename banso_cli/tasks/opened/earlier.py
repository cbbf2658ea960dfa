"""The roster as it is, or as it was at a revision or on a day."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from banso_cli.locale import _
from banso_cli.reading.folder import read_roster
from banso_cli.records.roster import Roster
from banso_cli.tasks.opened.opening import open_roster
from banso_cli.terminal.output import say


def roster_at(folder: Path, revision: str | None) -> Roster:
    """Read the roster in a folder; with a revision as it was then, which is said."""
    if revision is None:
        return open_roster(folder)
    from banso_cli.changes.git import abbreviated  # noqa: PLC0415 - only this needs git's objects
    from banso_cli.changes.states import States  # noqa: PLC0415 - the same

    kept = States(folder).at(revision)
    say(
        _(
            "the roster of {name}, commit {commit}; gender, track and age are not shown of it"
        ).format(name=revision, commit=abbreviated(kept.state.commit))
    )
    return replace(read_roster(kept.source), is_earlier=True)
