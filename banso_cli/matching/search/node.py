"""The parts of all drafts that a search splits, a tree of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from math import inf
from typing import TypeAlias

from banso_cli.matching.search.ground import Flags, Prices

SeatAt: TypeAlias = tuple[int, int]
"""A seat, by the numbers of officer and municipality."""


@dataclass
class Node:
    """A part of all drafts: what it is split by, or else the prices that bound what is in it.

    `estimate` is what the linear programme came to after a few steps, in points.
    """

    allowed: Flags
    bound: int
    prices: Prices
    estimate: float = inf
    split: SeatAt | None = None
    sides: list[Node] = field(default_factory=list)

    def parts(self) -> Iterator[Node]:
        """Yield this part, then all that one side is split into, then the other."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting += reversed(node.sides)

    def leaves(self) -> list[Node]:
        """Return the parts that are not split."""
        return [each for each in self.parts() if not each.sides]
