"""Findings with all that a form could stumble over, and where real findings come from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from banso_cli.diagnostics.told import Told
from banso_cli.reading.folder import read_roster
from banso_cli.records.finding import Finding, Related, Renaming, Replacement, Severity
from banso_cli.records.roster import Roster
from banso_cli.rules import check
from banso_cli.rules.rule import Rule
from banso_cli.yaml.place import Place
from tests.overlays import CASES, folders, overlaid

TEAM = "roster/teams/2/012345-吉野家, 50%:.yaml"
THEMES = "roster/themes.yaml"
CLEAN = "roster/agencies.yaml"
LATE = "roster/periods/2.yaml"

ALIAS = Finding(
    Place(TEAM, 5, 10, 5, 13),
    '「𠮷野」は"産業|振興"の <b>別名</b>, 100%です\n次の行: `x_y` & [$1$](u) {0} ~a~ \\',
    "産業振興 と書く",
    (
        Related("名前はここ", Place(THEMES, 2, 9, 2, 13)),
        Related("別名はここ", Place(THEMES, 3, 3, 5, 1)),
    ),
    Replacement(Place(TEAM, 5, 10, 5, 13), '"産業{振興}"'),
    "alias-for-name",
)
PART = Finding(
    Place(THEMES, 2, 3, 5, 1),
    "三行にわたる",
    "",
    rule="long-part",
    severity=Severity.WARNING,
)
MISNAMED = Finding(
    Place(TEAM, 1, 1, 1, 1),
    "名前が違う",
    "改名する",
    fix=Renaming(TEAM, "x.yaml"),
    rule="misnamed-file",
)
LONE = Finding(
    Place(LATE, 3, 1, 4, 2),
    "警告だけ\rの\x00\ufffeファイル\u2028",
    rule="long-part",
    severity=Severity.WARNING,
)
FINDINGS = (MISNAMED, ALIAS, PART, LONE)


EMPTY = Roster("roster")


def telling(
    roster: Roster, findings: Iterable[Finding], most: int | None = None, *, strict: bool = False
) -> Told:
    """Return findings to be told."""
    return Told(roster, tuple(findings), most=most, strict=strict)


def listed(findings: Iterable[Finding], rules: Iterable[Rule] = ()) -> Told:
    """Return findings to be told of no roster."""
    return Told(EMPTY, tuple(findings), tuple(rules))


def with_files(roster: Roster) -> Roster:
    """Return the roster as if it had the files of the findings, and a clean one."""
    return replace(roster, files=(THEMES, CLEAN, LATE, TEAM))


REAL = [case.name for case in folders(CASES)]


def real(case: str, target: Path) -> tuple[Roster, tuple[Finding, ...]]:
    """Return the roster of a rule's failing case, and what is found in it."""
    roster = read_roster(overlaid(CASES / case / "failing", target))
    return roster, check(roster)
