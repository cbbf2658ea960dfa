"""Chance that falls the same way on every machine, from a seed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate
from random import Random
from typing import TypeVar

Thing = TypeVar("Thing")


class Chance:
    """A run of chance of its own for each seed and purpose, so that one does not move another.

    Only `Random.random` gives the same numbers in every version of Python, so all is made of it.
    """

    __slots__ = ("_random",)

    def __init__(self, seed: int, purpose: str) -> None:
        self._random = Random(f"{seed}/{purpose}")  # noqa: S311 - to be the same in every run

    def below(self, limit: int) -> int:
        """Return a whole number from 0 to below the limit."""
        return int(self._random.random() * limit)

    def between(self, least: int, most: int) -> int:
        """Return a whole number, both ends included."""
        return least + self.below(most - least + 1)

    def small(self, least: int, most: int) -> int:
        """Return a whole number, both ends included; the smaller, the more often."""
        drawn = self._random.random()
        return least + int(drawn * drawn * (most - least + 1))

    def pick(self, things: Sequence[Thing]) -> Thing:
        """Return one of the things."""
        return things[self.below(len(things))]

    def weighted(self, weights: Mapping[Thing, int]) -> Thing:
        """Return one of the things, each as often as its weight says."""
        drawn = self.below(sum(weights.values()))
        sums = accumulate(weights.values())
        return next(thing for thing, upto in zip(weights, sums, strict=True) if drawn < upto)

    def several(self, weights: Mapping[Thing, int], count: int) -> tuple[Thing, ...]:
        """Return different things in the order in which they were drawn."""
        left = dict(weights)
        drawn: list[Thing] = []
        for _draw in range(count):
            drawn.append(self.weighted(left))
            del left[drawn[-1]]
        return tuple(drawn)

    def shuffled(self, things: Sequence[Thing]) -> list[Thing]:
        """Return the things in another order (Fisher and Yates)."""
        order = list(things)
        for at in range(len(order) - 1, 0, -1):
            other = self.below(at + 1)
            order[at], order[other] = order[other], order[at]
        return order

    def deck(self, total: int, weights: Mapping[Thing, int]) -> list[Thing]:
        """Return this many cards, as many of each kind as its weight is due, shuffled."""
        due = apportioned(total, weights)
        return self.shuffled([kind for kind, count in due.items() for _card in range(count)])


def apportioned(total: int, weights: Mapping[Thing, int]) -> dict[Thing, int]:
    """Part a total by weights; what is left over goes to the largest remainders, then in order."""
    whole = sum(weights.values())
    shares = {kind: total * weight // whole for kind, weight in weights.items()}
    left = sorted(weights, key=lambda kind: total * weights[kind] % whole, reverse=True)
    for kind in left[: total - sum(shares.values())]:
        shares[kind] += 1
    return shares
