"""Somebody who holds every table that is shown and the list of teams, and solves for people.

What nobody told is a number in each cell: how many seats that look alike have each class. The
tables are equations between them; linear programming tells which of them have one solution only.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy.optimize import LinearConstraint, milp
from scipy.sparse import csr_array

from banso_cli.statistics.arranging import arranged, arranged_cross
from banso_cli.statistics.cases import Case
from banso_cli.statistics.counting import Counting
from banso_cli.statistics.dimensions import DIMENSIONS, Dimension
from banso_cli.statistics.table import OTHERS, UNRECORDED, TableStatus
from tests.statistics.decoding import merged_classes

Numbers = np.ndarray[tuple[int], np.dtype[np.float64]]

PARTS_MEMBERS = tuple(
    each
    for each in DIMENSIONS
    if not each.personal and not each.several and each.counts != "activities"
)
"""What the list of teams tells of each seat."""

GUESSES = 6
"""How many solutions are looked at before a number is examined that was the same in all."""

EVERYBODY = ""
NEARLY = 1e-6


@dataclass(frozen=True)
class Equation:
    """So many of the seats of a class, in a period, have one of these classes of the attribute."""

    period: int
    partner: str
    key: str
    classes: tuple[str, ...]
    count: int


Seat = tuple[str, str, str]
Sight = tuple[tuple[str, str], ...]
"""What the list of a period tells of a seat: its class in each dimension."""

Look = tuple[Sight | None, ...]
"""What the lists tell of a seat in each of the periods; None where it was not there."""


@dataclass(frozen=True)
class Attack:
    """The attack on one attribute, by the tables of one period or of several.

    Seats that the lists of several periods show alike are held by the same people.
    """

    countings: tuple[Counting, ...]
    attribute: Dimension

    @cached_property
    def classes(self) -> tuple[str, ...]:
        """The classes as defined, and that nothing is recorded."""
        counting = self.countings[0]
        return (*self.attribute.classes(counting.roster, counting.programme), UNRECORDED)

    @cached_property
    def truth(self) -> Counter[tuple[Look, str]]:
        """How many seats of each look have each class, which the attacker does not know."""
        people = [_people(each, self.attribute) for each in self.countings]
        found: Counter[tuple[Look, str]] = Counter()
        for seat, key in dict.fromkeys(itertools.chain(*people)):
            by_period = (each.get((seat, key), ()) for each in people)
            found.update((look, key) for look in itertools.zip_longest(*by_period))
        return found

    @cached_property
    def looks(self) -> tuple[Look, ...]:
        """The cells of seats that look alike."""
        return tuple(dict.fromkeys(look for look, _key in self.truth))

    @cached_property
    def unknowns(self) -> dict[tuple[Look, str], int]:
        """The place of each unknown number."""
        return {each: at for at, each in enumerate(itertools.product(self.looks, self.classes))}

    @cached_property
    def solution(self) -> Numbers:
        """The true numbers."""
        return np.array([float(self.truth[each]) for each in self.unknowns])

    def equations(self) -> Iterator[Equation]:
        """Yield what all tables tell that are shown."""
        for period, counting in enumerate(self.countings):
            for partner, key, shown, count in shown_figures(counting, self.attribute):
                yield Equation(period, partner, key, shown, count)

    def places(self, period: int, partner: str, key: str, classes: Sequence[str]) -> list[int]:
        """Return which unknown numbers a figure adds up."""
        return [
            self.unknowns[look, each]
            for look in self.looks
            if (seen := look[period]) is not None and (not partner or dict(seen)[partner] == key)
            for each in classes
        ]

    @cached_property
    def system(self) -> tuple[csr_array, Numbers]:
        """All equations: the sizes of the cells, and the tables."""
        rows = [[self.unknowns[look, key] for key in self.classes] for look in self.looks]
        sums = [sum(self.truth[look, key] for key in self.classes) for look in self.looks]
        for each in dict.fromkeys(self.equations()):
            rows.append(self.places(each.period, each.partner, each.key, each.classes))
            sums.append(each.count)
        return _matrix(rows, len(self.unknowns)), np.array(sums, dtype=float)

    def extreme(self, weights: Numbers) -> Numbers:
        """Return a solution for which the weighted sum is least."""
        matrix, sums = self.system
        found = milp(weights, constraints=LinearConstraint(matrix, sums, sums))
        assert found.status == 0, found.message
        return np.asarray(found.x, dtype=float)

    def small_figures(self) -> Iterator[tuple[str, list[int]]]:
        """Yield each figure that is too small to be known, by all that the lists tell."""
        threshold = self.countings[0].programme.disclosure_threshold
        for period in range(len(self.countings)):
            seen = [each[period] for each in self.looks if each[period]]
            kinds = {pair for each in seen for pair in each or ()} | {(EVERYBODY, "")}
            for (partner, key), name in itertools.product(sorted(kinds), self.classes[:-1]):
                places = self.places(period, partner, key, [name])
                if 0 < self.solution[places].sum() < threshold:
                    yield f"{period}: {partner}={key}, {self.attribute.id}={name}", places

    def forced(self) -> Iterator[tuple[str, list[int]]]:
        """Yield the cells of which everybody has one class, which nobody may find out."""
        sizes = Counter[Look]()
        for (look, _key), count in self.truth.items():
            sizes[look] += count
        for (look, key), at in self.unknowns.items():
            if key != UNRECORDED and self.truth[look, key] == sizes[look]:
                yield f"{look}, {self.attribute.id}={key}", [at]

    def finds(self) -> list[str]:
        """Return what the attacker knows for certain, and should not."""
        sought = [*self.small_figures(), *self.forced()]
        if not sought:
            return []
        matrix = _matrix([places for _what, places in sought], len(self.unknowns))
        chance = np.random.default_rng(0)
        same = np.ones(len(sought), dtype=bool)
        true = matrix @ self.solution
        for _ in range(GUESSES):
            guess = self.extreme(chance.normal(size=len(self.unknowns)))
            same &= np.abs(matrix @ guess - true) < NEARLY
        suspected = [sought[at] for at in np.flatnonzero(same)]
        return [what for what, places in suspected if self._is_certain(places)]

    def _is_certain(self, places: Sequence[int]) -> bool:
        weights = np.zeros(len(self.unknowns))
        weights[list(places)] = 1.0
        least, most = (float(weights @ self.extreme(sign * weights)) for sign in (1.0, -1.0))
        return most - least < NEARLY


def shown_figures(
    counting: Counting, attribute: Dimension
) -> Iterator[tuple[str, str, tuple[str, ...], int]]:
    """Yield every figure that banso shows: partner, its class, classes of the attribute, count."""
    defined = attribute.classes(counting.roster, counting.programme)
    table = counting.table(attribute)
    for each in (table, *(arranged(table, "count", top) for top in (1, 2, 3))):
        if each.status is TableStatus.RECORDED:
            names = [row.key for row in each.rows]
            merged = _merged(names, [row.key for row in table.rows], defined)
            yield from ((EVERYBODY, "", merged[row.key], row.count or 0) for row in each.rows)
    for partner in PARTS_MEMBERS:
        for flipped in (False, True):
            cross = counting.cross(*((partner, attribute) if flipped else (attribute, partner)))
            for each_cross in (cross, *(arranged_cross(cross, "count", top) for top in (1, 2))):
                rows = [row.key for row in each_cross.rows]
                outer = each_cross.columns if flipped else rows
                whole = cross.columns if flipped else [row.key for row in cross.rows]
                merged = _merged(outer, whole, defined)
                for row in each_cross.rows:
                    for column, count in zip(each_cross.columns, row.counts, strict=True):
                        one, other = (row.key, column) if flipped else (column, row.key)
                        if one != OTHERS:
                            yield partner.id, one, merged[other], count


def _merged(
    names: Sequence[str], whole: Sequence[str], defined: Sequence[str]
) -> Mapping[str, tuple[str, ...]]:
    """Return what each name stands for; その他 for all that the whole table has and names lack."""
    known = {
        name: (name,) if name == UNRECORDED else merged_classes(name, defined) for name in whole
    }
    left = (known[name] for name in whole if name not in names)
    return {**known, OTHERS: tuple(itertools.chain(*left))}


def _people(counting: Counting, by: Dimension) -> Mapping[tuple[Seat, str], list[Sight]]:
    """Return what the list tells of each seat, by the seat and the class of whoever holds it."""
    found: dict[tuple[Seat, str], list[Sight]] = {}
    for case in counting.selection.of("members"):
        sight = tuple((each.id, class_of(counting, each, case)) for each in PARTS_MEMBERS)
        member = case.member
        assert member is not None
        seat = (case.team.municipality, member.agency, member.rank)
        found.setdefault((seat, class_of(counting, by, case)), []).append(sight)
    return found


def class_of(counting: Counting, by: Dimension, case: Case) -> str:
    """Return the class of a case, or that it is not recorded."""
    return next(iter(counting.classes(by, case)), UNRECORDED)


def _matrix(rows: Sequence[Sequence[int]], width: int) -> csr_array:
    columns = [place for row in rows for place in row]
    lines = [at for at, row in enumerate(rows) for _place in row]
    return csr_array((np.ones(len(columns)), (lines, columns)), shape=(len(rows), width))
