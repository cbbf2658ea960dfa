"""What of gender, track and age is shown, and in which classes."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from banso_cli.records.periods.period import Period
from banso_cli.reports.summary import summary_of
from banso_cli.statistics.dimensions import AGE, GENDER, PERSONAL, RANK, Dimension
from banso_cli.statistics.disclosure import Figures, Seat, groups_to_show
from banso_cli.statistics.tables.results import results_of
from banso_cli.statistics.tables.table import OTHERS, TableStatus
from banso_cli.yaml.fault import Fault, FaultKind
from banso_cli.yaml.place import Place
from tests.statistics.rosters import breakdown, counting, member, people, published, team

FAULTY = "秘匿。性別、事務官・技官の別、年齢は、台帳にエラーが残るあいだは示さない。"
NARROWED = "秘匿。性別、事務官・技官の別、年齢は、絞り込んだ表では示さない。"
WHOLE = [
    member(gender=gender, track=track, age=age)
    for gender, track, age in (("男性", "事務官", 25), ("女性", "技官", 35), ("男性", "技官", 45))
    for _ in range(6)
]


def figures(*counts: int, seats: range | None = None) -> Figures:
    """Return so many of each class; `seats` tells which of the list they have."""
    seats = range(sum(counts)) if seats is None else seats
    return Figures(counts, Counter[Seat]((f"{at:06}", "総務省", "補佐級") for at in seats))


def groups(*periods: Figures) -> list[str] | None:
    """Return the groups of the last period, with a threshold of 5."""
    found = groups_to_show(periods, 5)
    return None if found is None else ["".join("abcde"[at] for at in each) for each in found]


def test_a_small_class_takes_in_the_next_and_the_last_joins_the_one_before() -> None:
    assert groups(figures(5, 0, 9)) == ["a", "b", "c"]
    assert groups(figures(20, 3, 9)) == ["a", "bc"]
    assert groups(figures(3, 20, 9)) == ["ab", "c"]
    assert groups(figures(2, 1, 1, 1, 9)) == ["abcd", "e"]
    assert groups(figures(20, 9, 3)) == ["a", "bc"]
    assert groups(figures(20, 9, 0, 3)) == ["a", "bcd"]
    assert groups(figures(0, 3, 9, 9)) == ["a", "bc", "d"]


def test_where_one_class_remains_nothing_is_shown() -> None:
    for counts in ((9, 4), (9, 0, 0), (2, 1, 1), (0, 0), (7,)):
        assert groups(figures(*counts)) is None


def test_later_periods_keep_the_classes_of_the_first_or_show_nothing() -> None:
    first, others = figures(9, 3, 9), range(100, 200)
    assert groups(first, figures(9, 9, 9, seats=others)) == ["a", "bc"]
    assert groups(first, figures(9, 3, 2, seats=others)) == ["a", "bc"]
    assert groups(first, figures(3, 9, 9, seats=others)) is None


def test_a_period_that_shares_seats_with_a_withheld_one_is_withheld() -> None:
    hidden = figures(9, 3)
    assert groups(hidden, figures(20, 20, seats=range(11, 51))) is None
    assert groups(hidden, figures(20, 20, seats=range(12, 52))) == ["a", "b"]


def test_as_many_as_the_threshold_must_come_and_leave_within_classes() -> None:
    before = figures(10, 10)
    assert groups(before, before) is None
    assert groups(before, figures(10, 10, seats=range(4, 24))) is None
    assert groups(before, figures(10, 10, seats=range(5, 25))) == ["a", "b"]
    assert groups(before, figures(16, 10)) is None
    assert groups(figures(9, 9, 0), figures(9, 0, 9, seats=range(9, 27))) is None


def test_unrecorded_seats_count_as_a_class() -> None:
    before = replace(figures(10, 10), seats=figures(30).seats)
    assert groups(before, replace(before, seats=figures(30, seats=range(5, 35)).seats)) == [
        "a",
        "b",
    ]
    assert groups(before, replace(figures(15, 15), seats=figures(30).seats)) is None


@given(st.lists(st.integers(0, 12), min_size=1, max_size=5), st.integers(3, 7))
def test_groups_are_runs_of_classes_and_never_small(counts: list[int], threshold: int) -> None:
    found = groups_to_show([figures(*counts)], threshold)
    if found is None:
        return
    assert [at for group in found for at in group] == list(range(len(counts)))
    sums = [sum(counts[at] for at in group) for group in found]
    assert not any(0 < count < threshold for count in sums)
    assert sum(count > 0 for count in sums) > 1


@pytest.mark.parametrize("by", PERSONAL, ids=lambda by: by.id)
def test_nothing_personal_is_counted_while_a_file_is_faulty(by: Dimension) -> None:
    made = counting([team(1, "013455", WHOLE)])
    assert made.table(by).status is TableStatus.RECORDED
    fault = Fault(FaultKind.BROKEN_YAML, Place.start_of("roster/teams/2/x.yaml"), "teams/2/x")
    unread = replace(made, roster=replace(made.roster, faults=(fault,)))
    (listed,) = results_of(made, 1, (by,), totals=False).tables
    (summed,) = (each for each in summary_of(made, 1).tables if each.id == by.id)
    for table in (unread.table(by), listed, summed):
        assert (table.status, table.rows, table.total) == (TableStatus.WITHHELD, (), None)
        assert table.notes == (FAULTY,)
    assert unread.table(RANK) == made.table(RANK)


def test_while_a_file_is_faulty_published_figures_stand_alone() -> None:
    told = breakdown("gender", {"男性": (12, None), "女性": (6, None)})
    made = replace(published(counting([team(1, "013455", WHOLE)]), told), errors=1)
    table = made.table(GENDER)
    assert table.status is TableStatus.PUBLISHED
    assert [(row.count, row.published) for row in table.rows] == [(None, 12), (None, 6)]
    assert table.notes[-1] == f"台帳の集計は{FAULTY}"


def test_the_largest_classes_alone_are_not_shown_of_a_personal_attribute() -> None:
    made = counting([team(1, "013455", WHOLE)])
    for top, notes in ((1, (NARROWED,)), (4, made.table(AGE).notes)):
        (table,) = results_of(made, 0, (AGE,), top=top, totals=False).tables
        assert table.notes == notes
    told = breakdown("gender", {"男性": (200, None), "女性": (78, None), "無回答": (1, None)})
    (table,) = results_of(published(counting([]), told), 0, (GENDER,), top=1, totals=False).tables
    assert [row.key for row in table.rows] == ["男性", OTHERS]


@pytest.mark.parametrize("more", [0, 1])
def test_a_period_without_counts_is_known_by_its_published_figures(more: int) -> None:
    """Nobody came, or one woman did, since the figures of the first period were published."""
    stay = people(男性=10, 女性=10)
    nobody = [each.model_copy(update={"gender": None}) for each in stay]
    now = [team(1, "013455", [*stay, *people(女性=more)])]
    made = counting([team(1, "013455", nobody, period=1), *now])
    assert made.table(GENDER).status is TableStatus.RECORDED
    told = breakdown("gender", {"男性": (10, None), "女性": (10, None)})
    first, *others = made.roster.periods
    periods = (first.model_copy(update={"breakdowns": (told,)}), *others)
    made = replace(made, roster=made.roster.having(Period, periods))
    assert made.table(GENDER).status is TableStatus.WITHHELD
