"""What `banso diff` does: it compares two states of a roster."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from banso_cli.changes.change import introduced
from banso_cli.changes.difference.comparing import difference_of
from banso_cli.changes.difference.difference import Check
from banso_cli.changes.forms import document
from banso_cli.changes.states import Kept, States, folder_named
from banso_cli.reading.folder import read_roster
from banso_cli.reading.locate import Origin
from banso_cli.reading.sources import Folder
from banso_cli.records.finding import Severity
from banso_cli.records.roster import Roster
from banso_cli.rules import RULES, check
from banso_cli.rules.masking import for_others
from banso_cli.tasks.opened.opening import folder_of_roster, open_roster
from banso_cli.terminal.output import put, put_data
from banso_cli.terminal.shown_paths import finding_shown


def show_difference(names: Sequence[str], form: str, roster: Path | None) -> None:
    """Show what differs between two states, and what that means for the tables."""
    is_apart = roster is None and bool(names) and all(map(folder_named, names))
    folder = folder_of_roster(Path(names[0]) if is_apart and names[1:] else roster)
    before, after = States(folder).pair(names)
    old = _roster(before)
    new = replace(_roster(after), before=old)
    found = difference_of((before.source, old), (after.source, new))
    found = replace(found, before=before.state, after=after.state)
    if form == "json":
        put_data(document(form, found))
        return
    text = document(form, replace(found, check=_checked(old, new, Origin.of(folder))))
    put(text) if form == "text" else put_data(text)


def _roster(kept: Kept) -> Roster:
    if isinstance(kept.source, Folder):
        return open_roster(kept.source.path)
    return read_roster(kept.source)


def _checked(old: Roster, new: Roster, origin: Origin) -> Check:
    """Return what the rules find now and did not before, as it may leave the machine."""
    before, now = ((roster, check(roster)) for roster in (old, new))
    brought = for_others(new, RULES, introduced(before, now))
    return Check(
        errors=sum(each.severity is Severity.ERROR for each in now[1]),
        new=tuple(finding_shown(each, origin) for each in brought),
        mended=len(introduced(now, before)),
    )
