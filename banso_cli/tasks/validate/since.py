"""What `banso validate --since` leaves: the findings that a change has brought."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from banso_cli.changes.change import Change, introduced
from banso_cli.changes.revisions import roster_at
from banso_cli.reading.folder import read_roster
from banso_cli.reading.sources import Folder
from banso_cli.records.finding import Finding
from banso_cli.records.roster import Roster
from banso_cli.rules import check
from banso_cli.rules.published.errata import change_without_erratum
from banso_cli.rules.rule import Rule


def new_since(
    revision: str,
    roster: Roster,
    folder: Path,
    rules: tuple[Rule, ...],
    findings: tuple[Finding, ...],
) -> tuple[tuple[Finding, ...], int]:
    """Return the findings that are new since a revision, and how many others there are.

    Those on the lines of the change come first.
    """
    files = (*roster.files, *(fault.place.path for fault in roster.faults))
    earlier = roster_at(folder, revision)
    new = compared = findings
    if earlier is not None:
        before = read_roster(earlier)
        comparing = tuple(each for each in rules if each is change_without_erratum)
        compared = (*findings, *check(replace(roster, before=before), comparing))
        new = introduced((before, check(before, rules)), (roster, compared))
    told = Change.between(earlier, Folder(folder), files).told(new)
    return told, len(compared) - len(told)
