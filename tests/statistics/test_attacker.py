"""Whoever knows all that is shown, the lists and the rules finds out nothing about a person."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from typing import Literal

import pytest

from banso_cli.statistics import disclosure
from banso_cli.statistics.disclosure import Figures, Group
from tests.statistics.worlds import (
    THRESHOLD,
    Lists,
    Stay,
    counts_of,
    finds,
    shown_by_rule,
    shown_by_tables,
)

TWO, THREE = ("男性", "女性"), ("若年", "中年", "高年")
First = Literal["counted", "published"]
STAYS: tuple[Stay, ...] = tuple(each for each in product((0, 1), repeat=3) if any(each))


def of_two(stay: int, leave: int, come: int) -> dict[Stay, int]:
    """Return how many stay, leave and come between two periods."""
    return {(1, 1): stay, (1, 0): leave, (0, 1): come}


@pytest.mark.parametrize("classes", [TWO, THREE], ids=len)
def test_one_period(classes: tuple[str, ...]) -> None:
    for size in range(1, 13):
        assert finds(Lists({(1,): size}, classes)) == []


@pytest.mark.parametrize("first", ["counted", "published"])
@pytest.mark.parametrize("stay", range(7))
def test_two_periods(stay: int, first: First) -> None:
    for leave, come in product((0, 1, 2, 3, 4, 6), repeat=2):
        assert finds(Lists(of_two(stay, leave, come), first=first)) == []


@pytest.mark.parametrize("first", ["counted", "published"])
@pytest.mark.parametrize("people", [(4, 4, 3), (2, 5, 4), (5, 3, 3), (6, 1, 1), (3, 0, 5)], ids=str)
def test_two_periods_with_three_classes(people: tuple[int, int, int], first: First) -> None:
    assert finds(Lists(of_two(*people), THREE, first)) == []


@pytest.mark.parametrize(
    "sizes",
    [
        (0, 0, 4, 0, 4, 3, 0),
        (0, 3, 4, 4, 4, 0, 1),
        (5, 5, 0, 5, 0, 0, 4),
        (5, 3, 0, 3, 3, 3, 1),
        (4, 4, 0, 4, 4, 4, 0),
    ],
    ids=str,
)
def test_three_periods(sizes: Sequence[int]) -> None:
    assert finds(Lists(dict(zip(STAYS, sizes, strict=True)))) == []


@pytest.mark.parametrize("classes", [TWO, THREE], ids=len)
def test_published_figures_beside_a_count(classes: tuple[str, ...]) -> None:
    for stay, leave, come in product(range(7), range(3), range(3)):
        assert finds(Lists(of_two(stay, leave, come), classes, "beside")) == []


@pytest.mark.parametrize(
    "lists",
    [
        Lists({(1,): 7}),
        Lists(of_two(5, 4, 4)),
        Lists(of_two(4, 4, 4), first="published"),
        Lists(of_two(7, 1, 1), first="beside"),
        Lists(of_two(7, 0, 1), first="beside"),
        Lists(of_two(2, 3, 3), THREE),
    ],
    ids=str,
)
def test_tables_show_what_the_rule_lets_them(lists: Lists) -> None:
    """What is withheld says the same whatever is behind it."""
    words = set()
    for world in lists.worlds():
        allowed, tables = shown_by_rule(lists, world), shown_by_tables(lists, world)
        for some, table in zip(allowed, tables, strict=True):
            if some:
                assert table == some
            else:
                ((key, what),) = table
                assert key == ""
                words.add(what)
    assert len(words) == 1
    assert finds(lists, shown_by_tables) == []


def test_without_merging_much_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disclosure, "_is_small", lambda *_: False)
    assert finds(Lists({(1,): 7}, THREE))


def test_without_a_look_at_earlier_periods_much_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disclosure, "_hide_changes", lambda *_: True)
    for people in ((6, 0, 1), (6, 1, 0), (6, 1, 1), (6, 3, 0), (6, 0, 5)):
        assert finds(Lists(of_two(*people)))


def test_periods_compared_two_at_a_time_would_tell(monkeypatch: pytest.MonkeyPatch) -> None:
    hide = disclosure._hide_changes  # noqa: SLF001 - what is made worse here

    def by_two(periods: Sequence[Figures], threshold: int) -> bool:
        *others, last = periods
        return all(hide([each, last], threshold) for each in others)

    monkeypatch.setattr(disclosure, "_hide_changes", by_two)
    lists = Lists(dict(zip(STAYS, (0, 0, 4, 0, 4, 3, 0), strict=True)))
    assert finds(lists)


def test_a_merging_of_its_own_would_tell(monkeypatch: pytest.MonkeyPatch) -> None:
    """Classes merged anew in each period tell that one of them has become small."""
    show = disclosure.groups_to_show
    first = disclosure._first_groups  # noqa: SLF001 - what is made worse here

    def anew(periods: Sequence[Figures], threshold: int) -> tuple[Group, ...] | None:
        return show(periods, threshold) or first(periods[-1], threshold)

    monkeypatch.setattr(disclosure, "groups_to_show", anew)
    assert finds(Lists(of_two(5, 3, 3), THREE))


def test_a_period_compared_with_a_withheld_one_would_tell(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody left and one came: before, a class was too small, and now it is not."""
    show = disclosure.groups_to_show

    def last_alone(periods: Sequence[Figures], threshold: int) -> tuple[Group, ...] | None:
        shown = [each for each in periods[:-1] if show([each], threshold)]
        return show([*shown, periods[-1]], threshold)

    monkeypatch.setattr(disclosure, "groups_to_show", last_alone)
    assert finds(Lists(of_two(7, 0, 1)))


@pytest.mark.parametrize("people", [(6, 0, 1), (6, 1, 0), (7, 1, 1)], ids=str)
def test_a_published_figure_that_differs_by_one_would_tell(
    people: tuple[int, int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    lists = Lists(of_two(*people), first="beside")
    assert finds(lists) == []
    tell = disclosure._tell_of_many  # noqa: SLF001 - what is made worse here

    def alone(figures: Figures, threshold: int) -> bool:
        return tell(Figures(figures.counts, figures.seats), threshold)

    monkeypatch.setattr(disclosure, "_tell_of_many", alone)
    assert finds(lists)


def test_the_worlds_show_something() -> None:
    """Nothing is found where nothing is shown: these lists have worlds in which all is."""
    for lists in (
        Lists({(1,): 7}),
        Lists(of_two(5, 4, 4)),
        Lists(of_two(4, 4, 4), first="published"),
        Lists(of_two(7, 1, 1), first="beside"),
        Lists(of_two(4, 4, 4), THREE),
        Lists(dict(zip(STAYS, (5, 5, 0, 5, 0, 0, 4), strict=True))),
    ):
        assert any(all(shown_by_rule(lists, world)) for world in lists.worlds()), lists
    lists = Lists(of_two(5, 4, 4))
    world = next(each for each in lists.worlds() if counts_of(each, 0) == (4, 5))
    assert shown_by_rule(lists, world)[0] == (("男性", 4), ("女性", 5))
    assert THRESHOLD == 3
