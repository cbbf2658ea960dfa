"""Which seat of a team is which: seats have no names, and two may look alike."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import permutations
from typing import NamedTuple

MOST = 5040
"""Assignments that are tried, as many as seven seats have; no team has more."""


class Seat(NamedTuple):
    """What a seat is compared by: nothing personal, names as they are now; and as it is written."""

    agency: str
    rank: str
    rest: str
    written: str

    def is_like(self, other: Seat) -> bool:
        """Tell whether two seats are identical, whatever their agencies were called."""
        return self[:3] == other[:3]


Pair = tuple[int, int]
"""The numbers, from 0, of a seat before and after."""


def assigned(before: Sequence[Seat], after: Sequence[Seat]) -> tuple[Pair, ...]:
    """Return the pairs of seats, as many as there can be, by their places before.

    Most of them are identical, then of the same agency, then of the same rank, then least moved.
    Among equals the same ones are chosen in both directions.
    """
    one_side, other_side = ((len(seats), *(s.written for s in seats)) for seats in (before, after))
    if one_side > other_side:
        return tuple(sorted((one, other) for other, one in assigned(after, before)))
    kept = [(at, at) for at, seat in enumerate(before) if seat.is_like(after[at])]
    taken = {at for at, _same in kept}
    ones = [at for at in range(len(before)) if at not in taken]
    others = [at for at in range(len(after)) if at not in taken]
    if math.perm(len(others), len(ones)) > MOST:
        kept += _identical(before, after, ones, others)
    best = min(_assignments(ones, others), key=lambda pairs: _cost(before, after, pairs))
    return tuple(sorted((*kept, *best)))


def _assignments(ones: list[int], others: list[int]) -> Iterator[tuple[Pair, ...]]:
    """Yield the ways to give each of the fewer seats another one; of too many, their order."""
    if math.perm(len(others), len(ones)) > MOST:
        yield tuple(zip(ones, others, strict=False))
        return
    for chosen in permutations(others, len(ones)):
        yield tuple(zip(ones, chosen, strict=True))


def _cost(
    before: Sequence[Seat], after: Sequence[Seat], pairs: tuple[Pair, ...]
) -> tuple[int, int, int, int]:
    """Return what is to be least: seats that differ, by how much, and how far they moved."""
    seats = [(before[one], after[other]) for one, other in pairs]
    return (
        sum(not one.is_like(other) for one, other in seats),
        sum(one.agency != other.agency for one, other in seats),
        sum(one.rank != other.rank for one, other in seats),
        sum(abs(one - other) for one, other in pairs),
    )


def _identical(
    before: Sequence[Seat], after: Sequence[Seat], ones: list[int], others: list[int]
) -> Iterator[Pair]:
    """Yield identical seats in their order, and take them out of those that are left."""
    for one in tuple(ones):
        other = next((each for each in others if after[each].is_like(before[one])), None)
        if other is not None:
            ones.remove(one)
            others.remove(other)
            yield one, other
