"""Somebody who knows the lists of all periods, all that is shown, and the rule by which it is.

Such a reader tries each assignment of classes to people, keeps those in which banso would show the
same, and knows what they have in common.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, product
from typing import Any, Literal

from banso_cli.records.periods.period import Breakdown, Period
from banso_cli.records.periods.programme import Programme
from banso_cli.records.teams.team import Member, Team
from banso_cli.statistics import disclosure
from banso_cli.statistics.counting import Counting
from banso_cli.statistics.dimensions import GENDER
from banso_cli.statistics.disclosure import Figures, Seat
from banso_cli.statistics.tables.table import TableStatus
from tests.statistics.rosters import breakdown, member, real, team

THRESHOLD = 3

Stay = tuple[int, ...]
"""For each period 1 or 0: whether somebody is on its list."""

World = Mapping[Stay, tuple[int, ...]]
"""How many of those with the same stay have each class."""

Fact = tuple[object, ...]
Shown = tuple[Any, ...]
Show = Callable[["Lists", World], tuple[Shown, ...]]

PUBLISHED_IN = {("published", 0), ("beside", 1)}
"""The period with published figures, by what is known of the first."""


@dataclass(frozen=True)
class Lists:
    """What everybody knows: how many people have the same stay, and what the classes are.

    The `first` period is counted, or its figures are `published` without a count, or they stand
    `beside` the count of the second one, for which a few people came and left.
    """

    people: Mapping[Stay, int]
    classes: tuple[str, ...] = ("男性", "女性")
    first: Literal["counted", "published", "beside"] = "counted"

    def worlds(self) -> Iterator[World]:
        """Yield every assignment of classes."""
        kinds = (tuple(_parted(size, len(self.classes))) for size in self.people.values())
        for found in product(*kinds):
            yield dict(zip(self.people, found, strict=True))

    def countings(self, world: World) -> list[Counting]:
        """Return the periods that banso counts in a world."""
        programme = real().programme
        assert programme is not None
        update = {"disclosure_threshold": THRESHOLD, "genders": self.classes}
        numbers = range(self.first == "beside", len(next(iter(self.people))))
        periods = tuple(self._period(world, at) for at in numbers)
        teams = tuple(self._team(world, at) for at in numbers)
        programme = programme.model_copy(update=update)
        roster = real().having(Programme, (programme,)).having(Team, teams)
        roster = roster.having(Period, periods)
        return [Counting(roster, programme, each) for each in periods]

    def _period(self, world: World, at: int) -> Period:
        told: tuple[Breakdown, ...] = ()
        if (self.first, at) in PUBLISHED_IN:
            values = ((value, None) for value in counts_of(world, 0))
            told = (breakdown("gender", dict(zip(self.classes, values, strict=True))),)
        return (
            real()
            .periods[0]
            .model_copy(
                update={"number": at + 1, "breakdowns": told, "coverage": "teams", "events": ()}
            )
        )

    def _team(self, world: World, at: int) -> Team:
        is_recorded = (self.first, at) != ("published", 0)
        members = []
        for stay, counts in world.items():
            keys = [key for key, n in zip(self.classes, counts, strict=True) for _ in range(n)]
            members += [
                _member(f"{stay}{number}", key if is_recorded else None)
                for number, key in enumerate(keys if stay[at] else ())
            ]
        return team(1, "013455", members, period=at + 1)


def _parted(size: int, classes: int) -> Iterator[tuple[int, ...]]:
    if classes == 1:
        yield (size,)
        return
    for first in range(size + 1):
        yield from ((first, *others) for others in _parted(size - first, classes - 1))


@cache
def _seats(people: tuple[tuple[Stay, int], ...], period: int) -> Counter[Seat]:
    """Return the seats on the list of a period."""
    sizes = {stay: size for stay, size in people if stay[period]}
    return Counter((f"{stay}{at}", "", "") for stay, size in sizes.items() for at in range(size))


@cache
def _member(seat: str, gender: str | None) -> Member:
    return member(seat, gender=gender)


def counts_of(world: World, period: int) -> tuple[int, ...]:
    """Return how many of a period have each class."""
    found = (each for stay, each in world.items() if stay[period])
    return tuple(sum(each) for each in zip(*found, strict=True))


def shown_by_tables(lists: Lists, world: World) -> tuple[Shown, ...]:
    """Return what the tables of all periods show; where they show no count, all they say."""
    tables = (each.table(GENDER) for each in lists.countings(world))
    return tuple(
        tuple((row.key, row.count) for row in table.rows)
        if table.status is TableStatus.RECORDED
        else (("", (table.status, table.notes)),)
        for table in tables
        if table.status is not TableStatus.PUBLISHED or lists.first == "beside"
    )


def shown_by_rule(lists: Lists, world: World) -> tuple[Shown, ...]:
    """Return what the rule lets all periods show, without any roster."""
    periods: list[Figures] = []
    found: list[Shown] = []
    for at in range(lists.first == "beside", len(next(iter(lists.people)))):
        counts = counts_of(world, at)
        seats = _seats(tuple(lists.people.items()), at)
        told = (counts_of(world, 0),) if (lists.first, at) in PUBLISHED_IN else ()
        periods.append(Figures(counts, seats, told))
        groups = disclosure.groups_to_show(periods, THRESHOLD)
        names = ["・".join(lists.classes[each] for each in group) for group in groups or ()]
        sums = [sum(counts[each] for each in group) for group in groups or ()]
        found.append(tuple(zip(names, sums, strict=True)))
    return tuple(found[lists.first == "published" :])


def finds(lists: Lists, shown: Show = shown_by_rule) -> list[Fact]:
    """Return what the reader knows for certain, and should not.

    That is a figure below the threshold, or that of some people all have certain classes, unless it
    follows from published figures and from zeros that are shown.
    """
    alike: dict[tuple[Shown, ...], list[World]] = defaultdict(list)
    plain: dict[tuple[Shown, ...], list[World]] = defaultdict(list)
    for world in lists.worlds():
        told = counts_of(world, 0) if lists.first != "counted" else ()
        tables = shown(lists, world)
        zeros = tuple(tuple(each for each in table if each[1] == 0) for table in tables)
        alike[told, zeros, tables].append(world)
        plain[told, zeros].append(world)
    known = {key: _facts(lists, worlds) for key, worlds in plain.items()}
    return [
        fact for key, worlds in alike.items() for fact in _facts(lists, worlds) - known[key[:2]]
    ]


def _facts(lists: Lists, worlds: Sequence[World]) -> set[Fact]:
    """Return what is the same in all of these worlds, and small or of everybody on a list."""
    periods = len(next(iter(lists.people)))
    places = range(len(lists.classes))
    whose: dict[object, list[tuple[int, ...]]] = {
        **{stay: [world[stay] for world in worlds] for stay in lists.people},
        **{at: [counts_of(world, at) for world in worlds] for at in range(periods)},
    }
    found: set[Fact] = set()
    for who, counts in whose.items():
        for size in places[1:]:
            for some in combinations(places, size):
                values = {sum(each[at] for at in some) for each in counts}
                value, everybody = min(values), sum(counts[0])
                if len(values) == 1 and value > 0 and (value < THRESHOLD or value == everybody):
                    found.add((who, tuple(lists.classes[at] for at in some), value))
    return found
