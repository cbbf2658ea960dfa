"""Every rule and many broken rosters, as folders: see `tests/cases/README.md`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path, PurePosixPath

import pytest

from banso_cli.reading.folder import read_roster
from banso_cli.records.finding import Finding
from banso_cli.records.roster import Roster
from banso_cli.rules import RULES, check
from tests.conftest import Golden
from tests.overlays import BASE, CASES, SCENARIOS, as_lines, folders, overlaid

RULE_CASES = folders(CASES)
ALL_CASES = [*RULE_CASES, *folders(SCENARIOS)]
EXPECTED, BEFORE = "expected.txt", "before"


def overlays(part: str) -> list[Path]:
    """Return the overlays of this name in all cases."""
    return [case / part for case in ALL_CASES if (case / part).is_dir()]


def name_of(path: Path) -> str:
    """Return how a case is called in the output of pytest."""
    case = path.parent if path.parent.parent in {CASES, SCENARIOS} else path
    return case.name


def read(overlay: Path, target: Path) -> tuple[Roster, tuple[Finding, ...]]:
    """Return the roster with the overlay over it, and what is found in it."""
    roster = read_roster(overlaid(overlay, target / "now"))
    if (before := overlay / BEFORE).is_dir():
        roster = replace(roster, before=read_roster(overlaid(before, target / "before")))
    return roster, check(roster)


def test_the_base_roster_is_clean() -> None:
    roster = read_roster(BASE / "roster")
    assert as_lines(check(roster)) == ""
    assert (len(roster.teams), len(roster.municipalities), len(roster.periods)) == (5, 6, 2)


@pytest.mark.parametrize("overlay", overlays("failing"), ids=name_of)
def test_a_broken_roster_gives_exactly_the_expected_findings(
    overlay: Path, tmp_path: Path, golden: Golden
) -> None:
    _roster, findings = read(overlay, tmp_path)
    golden(overlay.parent / EXPECTED, as_lines(findings))


@pytest.mark.parametrize("overlay", overlays("near-miss"), ids=name_of)
def test_the_closest_roster_that_is_right_gives_no_finding(overlay: Path, tmp_path: Path) -> None:
    _roster, findings = read(overlay, tmp_path)
    assert as_lines(findings) == ""


@pytest.mark.parametrize("overlay", overlays("failing"), ids=name_of)
def test_a_finding_stands_in_the_file_of_its_record_and_says_what_to_do(
    overlay: Path, tmp_path: Path
) -> None:
    roster, findings = read(overlay, tmp_path)
    for finding in findings:
        begin, *end = finding.place.line, finding.place.end_line, finding.place.end_column
        file = PurePosixPath(finding.place.path)
        assert f"{roster.name}/{finding.record}" == str(file.with_suffix(""))
        assert (begin, finding.place.column) <= tuple(end)
        assert finding.message
        assert finding.help


def test_every_rule_has_a_case_and_every_case_a_rule() -> None:
    ids = [rule.id for rule in RULES]
    assert len(set(ids)) == len(ids)
    assert {case.name for case in RULE_CASES} == set(ids)


@pytest.mark.parametrize("case", RULE_CASES, ids=name_of)
def test_the_case_of_a_rule_has_a_near_miss_and_findings_of_that_rule(case: Path) -> None:
    lines = (case / EXPECTED).read_text(encoding="utf-8").splitlines()
    assert (case / "near-miss").is_dir()
    assert case.name in {line.split(" | ")[0].split(" ")[2] for line in lines}


@pytest.mark.parametrize("case", RULE_CASES, ids=name_of)
def test_without_its_rule_a_case_would_fail(case: Path, tmp_path: Path) -> None:
    roster = read_roster(overlaid(case / "failing", tmp_path))
    without = tuple(rule for rule in RULES if rule.id != case.name)
    expected = (case / EXPECTED).read_bytes().decode("utf-8")
    assert as_lines(check(roster, without)) != expected


def test_every_scenario_tells_what_is_expected() -> None:
    for case in folders(SCENARIOS):
        assert (case / "failing").is_dir() == (case / EXPECTED).is_file()
        assert (case / "failing").is_dir() or (case / "near-miss").is_dir()
