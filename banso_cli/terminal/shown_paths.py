"""The paths of findings and files as they are shown: from the top of the git repository."""

from __future__ import annotations

from dataclasses import replace

from banso_cli.reading.locate import Origin
from banso_cli.records.finding import Finding, Replacement
from banso_cli.records.roster import Roster


def finding_shown(finding: Finding, origin: Origin) -> Finding:
    """Return a finding with all its places as they are shown."""
    fix = finding.fix
    return replace(
        finding,
        place=origin.place(finding.place),
        related=tuple(replace(each, place=origin.place(each.place)) for each in finding.related),
        fix=replace(fix, place=origin.place(fix.place)) if isinstance(fix, Replacement) else fix,
    )


def roster_shown(roster: Roster, origin: Origin) -> Roster:
    """Return a roster with the paths of its files as they are shown."""
    return replace(roster, files=tuple(map(origin.shown, roster.files)))
