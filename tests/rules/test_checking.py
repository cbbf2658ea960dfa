"""What holds for all rules: order, signatures, exceptions, and one finding for one fault."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from banso_cli.reading.folder import read_roster
from banso_cli.records.finding import Finding, Severity
from banso_cli.records.roster import Roster
from banso_cli.rules import RULES, check
from banso_cli.rules.exceptions import EXCEPTABLE, without_excepted
from banso_cli.rules.rule import Rule, rule
from banso_cli.yaml.place import Place
from tests.conftest import BASE

MORI = "teams/2/013455-mori.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(BASE, tmp_path / "roster"))


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def found(folder: Path) -> list[tuple[str, str]]:
    return [(finding.rule, finding.record) for finding in check(read_roster(folder))]


@rule(severity=Severity.WARNING, exceptable=False)
def something_odd(_roster: Roster) -> Iterator[Finding]:
    """Something is odd.

    Why: to try it.
    """
    yield Finding(Place("b", 1, 1, 1, 2), "second")
    yield Finding(Place("a", 10, 1, 10, 2), "third")
    yield Finding(Place("a", 2, 1, 2, 2), "first")
    yield Finding(Place("a", 2, 1, 2, 2), "another")


def test_the_name_of_the_function_is_the_id_of_the_rule() -> None:
    assert isinstance(something_odd, Rule)
    assert (something_odd.id, something_odd.family) == ("something-odd", "test_checking")
    assert (something_odd.severity, something_odd.exceptable) == (Severity.WARNING, False)


def test_findings_are_signed_and_come_by_path_line_and_column(base_roster: Roster) -> None:
    findings = check(base_roster, (something_odd,))
    assert [(each.place.path, each.place.line, each.message) for each in findings] == [
        ("a", 2, "another"),
        ("a", 2, "first"),
        ("a", 10, "third"),
        ("b", 1, "second"),
    ]
    assert {(each.rule, each.severity) for each in findings} == {
        ("something-odd", Severity.WARNING)
    }
    assert not any(each.fixable for each in findings)


def test_findings_at_one_place_come_by_rule_whatever_the_order_of_rules(folder: Path) -> None:
    edit(folder / MORI, '"013455"', "'０１'")
    edit(folder / MORI, "number: 1", "number: 2")
    findings = check(read_roster(folder))
    assert findings == check(read_roster(folder), RULES[::-1])
    assert list(findings) == sorted(findings, key=lambda each: (each.place, each.rule))


@pytest.mark.parametrize("each", RULES, ids=lambda each: each.id)
def test_every_rule_has_a_page_that_says_what_and_why(each: Rule) -> None:
    first, _blank, *rest = each.page.splitlines()
    assert re.fullmatch(r"[A-Z].*\.", first)
    assert any(line.strip().startswith("Why: ") for line in rest)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", each.id)


def test_faults_that_leave_a_file_unread_cannot_be_silenced() -> None:
    assert {
        each.id for each in RULES if each.family in {"syntax", "shape", "exceptions"}
    }.isdisjoint(EXCEPTABLE)
    assert all(each.exceptable for each in EXCEPTABLE.values())
    assert set(EXCEPTABLE) == {each.id for each in RULES if each.exceptable}


def test_an_exception_silences_its_rule_on_its_record_only(base_roster: Roster) -> None:
    kahoku, mori = "teams/2/063215-kahoku", "teams/2/013455-mori"
    findings = [
        Finding(Place.start_of(f"roster/{record}.yaml"), "a", rule=name)
        for record in (kahoku, mori)
        for name in ("single-agency-team", "team-size")
    ]
    kept = [(each.record, each.rule) for each in without_excepted(base_roster, findings)]
    assert kept == [
        (kahoku, "team-size"),
        (mori, "single-agency-team"),
        (mori, "team-size"),
    ]


def test_an_exception_from_a_rule_that_may_not_be_silenced_silences_nothing(folder: Path) -> None:
    edit(folder / MORI, "number: 1", "number: 1\nplace: 役場")
    edit(
        folder / MORI,
        "sources:",
        "exceptions:\n  - {rule: unknown-key, reason: 試験}\nsources:",
    )
    assert found(folder) == [
        ("unknown-key", "teams/2/013455-mori"),
        ("unknown-exception", "teams/2/013455-mori"),
    ]


def test_an_exception_from_a_rule_of_the_whole_roster_is_not_judged_while_a_file_is_unread(
    folder: Path,
) -> None:
    exception = "exceptions:\n  - {rule: unused-theme, reason: 試験}\n"
    (folder / "themes.yaml").write_text(
        (folder / "themes.yaml").read_text("utf-8") + exception, "utf-8"
    )
    assert found(folder) == [("unused-exception", "themes")]
    edit(folder / MORI, "[産業振興]", "[産業振興")
    assert found(folder) == [("unpaired-mark", "teams/2/013455-mori")]


def test_a_code_of_any_length_is_told_and_never_an_error(folder: Path) -> None:
    edit(folder / MORI, "013455", "9" * 5000)
    assert ("malformed-code", "teams/2/013455-mori") in found(folder)


@pytest.mark.parametrize("written", ["13455", "０１３４５-５", "0013455", "森町", "999", "01345"])
def test_a_code_with_a_slip_of_the_pen_is_proposed(folder: Path, written: str) -> None:
    edit(folder / MORI, "013455", written)
    first = next(each for each in check(read_roster(folder)) if each.rule == "malformed-code")
    assert '"013455"（北海道森町）' in first.help


def test_a_code_that_no_table_has_is_helped_by_the_files_there_are(folder: Path) -> None:
    edit(folder / MORI, "013455", "019992")
    findings = [each for each in check(read_roster(folder)) if each.rule == "unknown-municipality"]
    assert len(findings) == 1
    assert "019992" in findings[0].message
    assert "019992-" not in findings[0].help


def test_the_lists_that_a_roster_lacks_make_no_rule_fail(folder: Path) -> None:
    for name in ("programme.yaml", "agencies.yaml", "themes.yaml"):
        (folder / name).unlink()
    assert found(folder) == [
        ("missing-file", "agencies"),
        ("missing-file", "programme"),
        ("missing-file", "themes"),
    ]


def test_a_misnamed_municipality_does_not_make_its_team_misnamed(folder: Path) -> None:
    file = folder / "municipalities" / "013455-mori.yaml"
    file.rename(file.with_name("013455-Mori.yaml"))
    assert found(folder) == [("misnamed-file", "municipalities/013455-Mori")]


def test_without_a_measure_in_force_that_alone_is_told(folder: Path) -> None:
    edit(folder / "municipalities" / "462039-kanoya.yaml", "98000", "198000")
    edit(folder / "programme.yaml", "{period: 2,", "{period: 1,")
    assert found(folder) == [("period-without-measure", "programme")]


def test_a_period_without_teams_is_not_compared(folder: Path) -> None:
    shutil.rmtree(folder / "teams")
    assert found(folder) == []
