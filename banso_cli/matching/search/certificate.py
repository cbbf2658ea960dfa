"""A proof that no draft is better, for somebody without a solver.

Prices bound every draft: no municipality has a team that is worth more, less what it pays, than is
written there. A tree of splits on seats, whose leaves each have prices of their own, brings the
bound down to the best draft. It is a list, however deep it is: a split, all of its side without the
seat, all of its side with it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from banso_cli.matching.search.ground import Ground, Prices
from banso_cli.matching.search.node import Node
from banso_cli.matching.search.prices import Priced
from banso_cli.matching.search.tree import Tree

_Written = dict[str, Any]
"""A split (`officer`, `municipality`), or a leaf: prices other than the first ones."""


@dataclass(frozen=True)
class Certificate:
    """What is proven: no draft is worth more than `value`, in units; `tree` is the proof."""

    ground: Ground
    priced: Priced
    value: int
    tree: Node | None

    @property
    def bound(self) -> int:
        """Return the score that no draft exceeds."""
        return self.value // self.ground.point

    @property
    def leaves(self) -> int:
        """Return how many parts the proof has."""
        return 1 if self.tree is None else len(self.tree.leaves())

    def document(self) -> _Written:
        """Return what is written into a file."""
        ground, prices = self.ground, self.priced.prices
        nothing = Prices(np.zeros_like(prices.officers), 0, np.zeros_like(prices.regions))
        most = zip((town.code for town in ground.towns), self.priced.most.tolist(), strict=True)
        return {
            "value": self.value,
            "point": ground.point,
            "ties": ground.ties,
            **_changes(ground, nothing, prices),
            "municipalities": dict(most),
            "tree": [{}] if self.tree is None else [*map(self._written, self.tree.parts())],
        }

    def _written(self, node: Node) -> _Written:
        if not node.sides or node.split is None:
            return _changes(self.ground, self.priced.prices, node.prices)
        officer, town = node.split
        code = self.ground.towns[town].code
        return {"officer": self.ground.names[officer], "municipality": code}


def _changes(ground: Ground, before: Prices, after: Prices) -> _Written:
    """Return the prices that are others."""
    parts = {
        name: {names[at]: int(new[at]) for at in np.flatnonzero(new != old).tolist()}
        for name, names, old, new in (
            ("officers", ground.names, before.officers, after.officers),
            ("regions", ground.regions, before.regions, after.regions),
        )
    }
    found: _Written = {name: part for name, part in parts.items() if part}
    return found if after.team == before.team else found | {"team": after.team}


def of_prices(ground: Ground, priced: Priced) -> Certificate:
    """Return the proof of a bound by prices alone."""
    return Certificate(ground, priced, priced.bound, None)


def of_tree(tree: Tree) -> Certificate:
    """Return the proof that a search left behind, be it of what no part that is open exceeds."""
    return Certificate(tree.ground, tree.priced, tree.bound, tree.root)
