"""Published breakdowns: what rounding explains, and what is told by another rule alone."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from banso_cli.reading.folder import read_roster
from banso_cli.reading.shape import read_record
from banso_cli.records.periods.period import BreakdownName, Period
from banso_cli.records.roster import Roster
from banso_cli.rules import check
from banso_cli.rules.published import breakdown_totals, breakdowns
from banso_cli.rules.published.breakdown_totals import breakdown_total
from banso_cli.rules.rule import rules_of
from banso_cli.yaml.events import read_text
from tests.conftest import BASE

RULES = rules_of(breakdowns, breakdown_totals)
SOURCES = "sources: [{title: 資料}]"


def breakdown(classes: Iterable[str], dimension: str = "gender") -> str:
    """Return a breakdown as it stands in the file of a period."""
    listed = ", ".join(f"{{{each}}}" for each in classes)
    return f"  - {{dimension: {dimension}, classes: [{listed}], {SOURCES}}}\n"


def period(
    breakdowns: Iterable[str], figures: str = "", known: str = "", number: int = 1
) -> Period:
    """Return a period with these breakdowns and nothing else."""
    text = (
        f"number: {number}\nfiscal_year: 2025\nstart: 2025-04-01\nend: 2026-03-31\n"
        f"coverage: totals\npublished: [{figures}]\nbreakdowns:\n{''.join(breakdowns)}"
        f"acknowledged: [{known}]\n{SOURCES}\n"
    )
    path, record = f"roster/periods/{number}.yaml", f"periods/{number}"
    tree = read_text(text, path, record).tree
    assert tree is not None
    found, faults = read_record(Period, tree, path, record)
    assert found is not None
    assert not faults
    return found


def roster_of(*periods: Period) -> Roster:
    return Roster("roster", periods)


def totals(found: Period) -> list[str]:
    """Return the keys at which the rule of totals finds something."""
    lines = (finding.place for finding in breakdown_total.findings(roster_of(found)))
    return [f"{place.line}:{place.column}" for place in lines]


def rounded(values: Sequence[int], total: int, digits: int) -> list[Decimal]:
    step = Decimal(1).scaleb(-digits)
    return [(Decimal(100 * value) / total).quantize(step, ROUND_HALF_UP) for value in values]


values = st.lists(st.integers(0, 400), min_size=2, max_size=9).filter(any)


@given(values, st.integers(0, 3))
def test_rounding_is_never_a_finding(numbers: list[int], digits: int) -> None:
    percents = rounded(numbers, sum(numbers), digits)
    both = [
        f"name: 区分{at}, value: {value}, percent: {percent}"
        for at, (value, percent) in enumerate(zip(numbers, percents, strict=True))
    ]
    alone = [f"name: 区分{at}, percent: {percent}" for at, percent in enumerate(percents)]
    figure = f"{{figure: officers, value: {sum(numbers)}, {SOURCES}}}"
    assert totals(period([breakdown(both), breakdown(alone, "track")], figure)) == []


@given(values, st.integers(0, 3), st.data())
def test_a_slip_in_one_percentage_is_found_in_its_class(
    numbers: list[int], digits: int, data: st.DataObject
) -> None:
    percents = rounded(numbers, sum(numbers), digits)
    at = data.draw(st.integers(0, len(numbers) - 1))
    step = Decimal(1).scaleb(-digits)
    percents[at] += 2 * step if percents[at] < 50 else -2 * step
    classes = [
        f"name: 区分{number}, value: {value}, percent: {percent}"
        for number, (value, percent) in enumerate(zip(numbers, percents, strict=True))
    ]
    found = list(breakdown_total.findings(roster_of(period([breakdown(classes)]))))
    assert len(found) == 1
    assert f"区分{at}" in found[0].message


@given(values, st.integers(1, 50))
def test_a_sum_that_is_not_the_published_figure_is_found_unless_it_is_known(
    numbers: list[int], more: int
) -> None:
    total = sum(numbers)
    classes = [breakdown(f"name: 区分{at}, value: {value}" for at, value in enumerate(numbers))]
    figure = f"{{figure: officers, value: {total + more}, {SOURCES}}}"
    reason = f"{{figure: officers, published: {total + more}, counted: {total}, reason: 試験}}"
    other = reason.replace(f"counted: {total}", f"counted: {total + 1}")
    assert len(totals(period(classes, figure))) == 1
    assert totals(period(classes, figure, reason)) == []
    assert len(totals(period(classes, figure, other))) == 1
    assert totals(period(classes, f"{{figure: officers, {SOURCES}}}")) == []
    assert totals(period(classes)) == []


@pytest.mark.parametrize(
    ("dimension", "figure"),
    [
        *((each, "officers") for each in ("gender", "track", "rank", "age", "agency")),
        *((each, "municipalities") for each in ("region", "population", "prefecture")),
    ],
)
def test_each_dimension_has_its_figure(dimension: str, figure: str) -> None:
    classes = [breakdown(["name: 甲, value: 3", "name: 乙, value: 4"], dimension)]
    applied = [classes[0].replace("dimension:", "of: applied, dimension:")]
    for written, name in ((classes, figure), (applied, f"{figure}_applied")):
        found = f"{{figure: {name}, value: 8, {SOURCES}}}"
        assert len(totals(period(written, found))) == 1
        assert totals(period(written, found.replace("8", "7"))) == []


def test_themes_need_not_add_up() -> None:
    classes = ["name: 甲, value: 3, percent: 90", "name: 乙, value: 4, percent: 90"]
    figure = f"{{figure: municipalities, value: 5, {SOURCES}}}"
    assert totals(period([breakdown(classes, "theme")], figure)) == []


def test_a_class_that_stands_twice_is_told_of_once() -> None:
    classes = ["name: 甲, percent: 50", "name: 乙, percent: 50", "name: 甲, percent: 50"]
    found = roster_of(period([breakdown(classes)]))
    assert [each.rule for rule in RULES for each in rule.findings(found)] == ["repeated-class"]


def test_nothing_can_be_said_of_shares_of_nothing() -> None:
    classes = ["name: 甲, value: 0, percent: 40", "name: 乙, value: 0, percent: 60"]
    assert totals(period([breakdown(classes)])) == []


def test_the_same_breakdown_of_two_periods_does_not_stand_twice() -> None:
    classes = [breakdown(["name: 甲, percent: 100"])]
    both = roster_of(period(classes), period(classes, number=2))
    assert not [each for rule in RULES for each in rule.findings(both)]
    twice = roster_of(period(classes * 2))
    assert [each.rule for rule in RULES for each in rule.findings(twice)] == ["repeated-class"]


def test_a_figure_that_is_no_number_is_no_class_without_one(tmp_path: Path) -> None:
    folder = shutil.copytree(BASE, tmp_path / "roster")
    file = folder / "periods" / "2.yaml"
    classes = ["name: 男性, value: 八", "name: 女性, percent: 三割"]
    text = file.read_text(encoding="utf-8")
    text = text.replace("voices:", f"breakdowns:\n{breakdown(classes)}voices:")
    file.write_text(text, encoding="utf-8")
    assert [each.rule for each in check(read_roster(folder))] == ["not-a-number"] * 2


DIMENSIONS: tuple[BreakdownName, ...] = get_args(BreakdownName)
BY_FILE: dict[str, Callable[[str], bool]] = {
    "programme.yaml": lambda dimension: dimension not in {"agency", "theme", "prefecture"},
    "agencies.yaml": lambda dimension: dimension == "agency",
    "themes.yaml": lambda dimension: dimension == "theme",
}


@pytest.mark.parametrize("name", BY_FILE)
def test_without_its_list_no_class_is_unknown(name: str, tmp_path: Path) -> None:
    folder = shutil.copytree(BASE, tmp_path / "roster")
    (folder / name).unlink()
    roster = read_roster(folder)
    without = {each for each in DIMENSIONS if not roster.names[each].is_read}
    assert without == {each for each in DIMENSIONS if BY_FILE[name](each)}
    classes = [breakdown(["name: 無い区分, value: 1"], each) for each in DIMENSIONS]
    file = folder / "periods" / "2.yaml"
    text = file.read_text(encoding="utf-8")
    text = text.replace("voices:", f"breakdowns:\n{''.join(classes)}voices:")
    file.write_text(text, encoding="utf-8")
    unknown = [each for each in check(read_roster(folder)) if each.rule == "unknown-class"]
    assert len(unknown) == len(DIMENSIONS) - len(without)
