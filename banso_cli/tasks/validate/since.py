"""What `banso validate --since` leaves: the findings that a change has brought."""

from __future__ import annotations

from pathlib import Path

from banso_cli.changes.change import Change
from banso_cli.changes.introduced import State, introduced
from banso_cli.changes.revisions import roster_at
from banso_cli.reading.folder import read_roster
from banso_cli.reading.sources import Folder
from banso_cli.records.finding import Finding
from banso_cli.records.roster import Roster
from banso_cli.rules import check
from banso_cli.rules.rule import Rule


def new_since(
    revision: str,
    roster: Roster,
    folder: Path,
    rules: tuple[Rule, ...],
    findings: tuple[Finding, ...],
) -> tuple[Finding, ...]:
    """Return the findings that are new since a revision, those on the change's lines first."""
    files = (*roster.files, *(fault.place.path for fault in roster.faults))
    earlier = roster_at(folder, revision)
    new = findings
    if earlier is not None:
        before = read_roster(earlier)
        then = State.of(before, check(before, rules))
        new = introduced(then, State.of(roster, findings))
    return Change.between(earlier, Folder(folder), files).told(new)
