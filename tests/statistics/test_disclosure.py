"""Disclosure control by itself: what is small, what is merged, what gives somebody away."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from banso_cli.statistics.disclosure import (
    Seat,
    Seats,
    grouped,
    is_small,
    may_be_shown,
    name_of,
)

NAMES = ("a", "b", "c", "d", "e")


def seats(*counts: int, numbers: range | None = None) -> Seats:
    """Return seats with so many of each class; `numbers` tells which seats of the list they are."""
    numbers = range(sum(counts)) if numbers is None else numbers
    return Seats(counts, Counter[Seat]((f"{at:06}", "総務省", "補佐級") for at in numbers))


def groups(now: Seats, *earlier: Seats) -> list[str] | None:
    """Return the groups by their names, with a threshold of 5."""
    found = grouped(NAMES[: len(now.counts)], now, 5, earlier)
    return None if found is None else [name_of(group) for group in found]


def test_small_counts() -> None:
    assert [is_small(count, 5) for count in (0, 1, 4, 5)] == [False, True, True, False]


def test_classes_that_are_not_small_stay() -> None:
    assert groups(seats(5, 0, 9)) == ["a", "b", "c"]


def test_a_small_class_takes_in_the_next_and_the_last_joins_the_one_before() -> None:
    assert groups(seats(20, 3, 9)) == ["a", "b・c"]
    assert groups(seats(3, 20, 9)) == ["a・b", "c"]
    assert groups(seats(2, 1, 1, 1, 9)) == ["a・b・c・d", "e"]
    assert groups(seats(20, 9, 3)) == ["a", "b・c"]
    assert groups(seats(20, 9, 0, 3)) == ["a", "b・c・d"]
    assert groups(seats(0, 3, 9, 9)) == ["a", "b・c", "d"]


def test_where_one_class_remains_nothing_is_shown() -> None:
    assert groups(seats(9, 4)) is None
    assert groups(seats(9, 0, 0)) is None
    assert groups(seats(2, 1, 1)) is None
    assert groups(seats(0, 0)) is None
    assert groups(seats(7)) is None


def test_a_small_change_since_an_earlier_period_merges_classes() -> None:
    before = seats(20, 10, 10)
    assert groups(seats(20, 10, 10), before) == ["a", "b", "c"]
    assert groups(seats(30, 12, 18, numbers=range(100, 160)), before) == ["a", "b・c"]
    assert groups(seats(30, 19, 18, numbers=range(100, 167)), before) == ["a", "b", "c"]
    assert groups(seats(24, 20, numbers=range(100, 144)), seats(20, 10)) is None


def test_a_class_that_all_who_came_share_is_told_by_the_difference() -> None:
    before = seats(10, 10)
    came = range(26)
    assert groups(seats(16, 10, numbers=came), before) is None
    assert groups(seats(16, 10, numbers=range(100, 126)), before) == ["a", "b"]
    assert groups(seats(15, 15, numbers=range(30)), before) == ["a", "b"]


def test_a_class_that_all_who_left_share_is_told_by_the_difference() -> None:
    assert groups(seats(10, 10), seats(16, 10)) is None
    assert groups(seats(10, 10), seats(15, 15)) == ["a", "b"]


def test_some_who_came_and_left_within_a_class_hide_the_others() -> None:
    before = seats(10, 10)
    one_more_came_and_left = range(1, 27)
    assert groups(seats(16, 10, numbers=one_more_came_and_left), before) == ["a", "b"]


def test_a_class_that_all_who_stayed_share_is_told_by_the_difference() -> None:
    before = seats(9, 9, 0)
    stayed = range(7, 7 + 18)
    assert groups(seats(9, 0, 9, numbers=stayed), before) is None
    assert groups(seats(9, 0, 9, numbers=range(100, 118)), before) == ["a", "b", "c"]


def test_cross_tables() -> None:
    assert may_be_shown([seats(5, 9), seats(0, 0), seats(6, 0, 7)], 5)
    assert not may_be_shown([seats(5, 9), seats(4, 9)], 5)
    assert not may_be_shown([seats(5, 9), seats(0, 9)], 5)
    assert may_be_shown([], 5)


def test_cross_tables_of_several_periods() -> None:
    now, before = seats(15, 15), seats(10, 9)
    other = seats(15, 15, numbers=range(100, 130))
    assert may_be_shown([now], 5, [[before]])
    assert not may_be_shown([other], 5, [[seats(12, 9)]])
    assert not may_be_shown([seats(15, 9)], 5, [[before]])
    assert not may_be_shown([now, now], 5, [[before, now], [before, seats(14, 9)]])


@given(st.lists(st.integers(0, 12), min_size=1, max_size=5), st.integers(0, 7))
def test_groups_are_runs_of_classes_and_never_small(counts: list[int], threshold: int) -> None:
    names = NAMES[: len(counts)]
    found = grouped(names, seats(*counts), threshold)
    if found is None:
        return
    assert tuple(key for group in found for key in group) == names
    sums = [sum(counts[names.index(key)] for key in group) for group in found]
    assert not any(is_small(count, threshold) for count in sums)
    assert sum(count > 0 for count in sums) > 1


@pytest.mark.parametrize(("classes", "most"), [(2, 14), (3, 11), (4, 8)])
def test_whoever_knows_the_rule_cannot_undo_the_merging(classes: int, most: int) -> None:
    """Counts that are shown alike differ in every small class, of all counts up to `most`."""
    names = NAMES[:classes]
    alike: dict[object, list[tuple[int, ...]]] = defaultdict(list)
    for counts in product(range(most + 1), repeat=classes):
        found = grouped(names, seats(*counts), 5)
        sums = [sum(counts[names.index(key)] for key in group) for group in found or (names,)]
        if max(sums) <= most:
            alike[found, tuple(sums)].append(counts)
    for each in alike.values():
        for at in range(classes):
            values = {counts[at] for counts in each}
            assert len(values) > 1 or not any(is_small(value, 5) for value in values)
