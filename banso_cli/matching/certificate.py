"""A proof that no draft is better, for somebody without a solver.

Multipliers of the rows bound every draft. A tree of splits on seats and openings, whose leaves each
have changes of the multipliers, brings the bound down to the score. A split has both sides.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf, prod
from typing import Any

import numpy as np

from banso_cli.matching.case import Draft
from banso_cli.matching.highs import (
    MILLION,
    Relaxed,
    Watch,
    engine,
    multipliers_of,
    relaxed_of,
)
from banso_cli.matching.model import Model, Whole
from banso_cli.matching.part import Limits, grown, limits, part_of
from banso_cli.matching.score import score

MOST_LEAVES = 2_000
_WHOLE, _LITTLE = 1e-6, 1e-3
_TRIED, _AGAIN, _STEPS, _ENDLESS = 8, 4, 40, (1 << 31) - 1
"""How many columns are tried out at a node, how many again, by how many steps; and no end."""

_ROUNDED = 1_000
"""By how many millionths a bound may be off since multipliers are whole."""

Node = dict[str, Any]
"""A split (`split`, `no`, `yes`) or a leaf (`changes`), as it is written."""

_ALONE: Node = {"changes": {}}
"""A tree of one leaf, which stays with the common multipliers."""


@dataclass(frozen=True)
class Certificate:
    """What is proven: no draft exceeds `bound`; `tree` is None where one set proves it."""

    bound: int
    multipliers: Whole
    tree: Node
    leaves: int

    def document(self, model: Model) -> dict[str, Any]:
        """Return what is written into a file."""
        named = zip(model.rows, self.multipliers.tolist(), strict=True)
        return {
            "bound": self.bound,
            "multipliers": {name: each for name, each in named if each},
            "tree": self.tree,
        }


class _Proof:
    """The tree as it grows, over the columns that a better draft may have, and the best draft met.

    Columns that a leaf's multipliers would let earn are taken in as they are met.
    """

    def __init__(self, model: Model, relaxed: Relaxed, best: Draft, watch: Watch) -> None:
        self.model, self.watch = model, watch
        self.best, self.target = best, score(model.case, best)
        self.lower, self.upper = model.lower.copy(), model.upper.copy()
        slack = relaxed.bound - (self.target + 1) * MILLION
        self.solver = engine()
        within = limits(model, relaxed.reduced, slack)
        self.part = part_of(model, within, model.points.astype(float))
        self.solver.passModel(self.part.lp)
        self.common: Whole | None = None
        self.leaves = 0
        self.lowered: dict[int, tuple[float, ...]] = {}

    def _take_in(self, columns: Whole) -> None:
        """Free columns that were held; the solver goes on from where it is."""
        before = self.part
        lower, upper = (each.copy() for each in before.within)
        lower[columns], upper[columns] = self.model.lower[columns], self.model.upper[columns]
        self.part = part_of(self.model, Limits(lower, upper), self.model.points.astype(float))
        grown(self.solver, before, self.part)
        for column in np.flatnonzero(self.lower > self.model.lower).tolist():
            self._fix(column, 1, 1)
        for column in np.flatnonzero(self.upper < self.model.upper).tolist():
            self._fix(column, 0, 0)

    def node(self, parent: Whole) -> Node | None:
        """Return the tree below the bounds of this moment; None where it is not to be had."""
        while self.leaves < MOST_LEAVES:
            status = self._run()
            if status == "kInfeasible":
                leaf = self._empty(parent)
                held = np.flatnonzero(self.part.within.lower == self.part.within.upper)
                if leaf is not None or not len(held):
                    return leaf
                self._take_in(held)
                continue
            if status != "kOptimal":
                return None
            own = self._multipliers()
            found = relaxed_of(self.model, own, self.lower, self.upper)
            if found.bound < (self.target + 1) * MILLION:
                return self._leaf(own)
            lacking = self._lacking(found.reduced)
            if len(lacking) and found.bound > self._value * MILLION + _ROUNDED:
                self._take_in(lacking)
                continue
            column = self._split()
            if column is not None:
                return self._both(column, own)
            if not self._improved():
                return None
        return None

    def _run(self) -> str:
        """Solve; each time is short, so that the clock is looked at between them only."""
        if not self.watch.left:
            return "kTimeLimit"
        self.solver.run()
        status: str = self.solver.getModelStatus().name
        return status

    @property
    def _value(self) -> float:
        return -float(self.solver.getInfo().objective_function_value)

    def _multipliers(self) -> Whole:
        found = np.zeros_like(self.model.bounds)
        found[self.part.rows] = multipliers_of(self.solver.getSolution().row_dual)
        return found

    def _lacking(self, reduced: Whole) -> Whole:
        """Return the columns held where they do not earn most."""
        lower, upper = self.part.within
        held = lower == upper
        earns_more = ((reduced > 0) & (lower < self.upper)) | ((reduced < 0) & (lower > self.lower))
        return np.flatnonzero(held & earns_more)

    def _improved(self) -> bool:
        """Take the draft of this moment where it is better; leaves that are closed stay so."""
        found = self.model.draft(self.part.values(self.solver.getSolution().col_value))
        points = score(self.model.case, found)
        if points <= self.target:
            return False
        self.best, self.target = found, points
        return True

    def _both(self, column: int, own: Whole) -> Node | None:
        sides: list[Node] = []
        for side in (0, 1):
            kept = self.lower[column], self.upper[column]
            self._fix(column, side, side)
            found = self.node(own)
            self._fix(column, *kept)
            if found is None:
                return None
            sides.append(found)
        return {"split": self._name(column), "no": sides[0], "yes": sides[1]}

    def _fix(self, column: int, lower: int, upper: int) -> None:
        self.lower[column], self.upper[column] = lower, upper
        at = int(np.searchsorted(self.part.columns, column))
        self.solver.changeColBounds(at, float(lower), float(upper))

    def _proves(self, multipliers: Whole) -> bool:
        found = relaxed_of(self.model, multipliers, self.lower, self.upper)
        return found.bound < (self.target + 1) * MILLION

    def _empty(self, parent: Whole) -> Node | None:
        """Return a leaf without any draft: enough of a ray takes its bound as low as need be."""
        _status, has_ray, ray = self.solver.getDualRay()
        if not has_ray:
            self.solver.setOptionValue("presolve", "off")
            self.solver.clearSolver()
            self._run()
            _status, has_ray, ray = self.solver.getDualRay()
            self.solver.setOptionValue("presolve", "choose")
        for sign in (1, -1) if has_ray else ():
            steep = np.zeros_like(self.model.bounds)
            steep[self.part.rows] = np.maximum(0, np.rint(sign * ray * MILLION)).astype(np.int64)
            for times in (1, 10, 100, 1_000):
                if self._proves(parent + times * steep):
                    return self._leaf(parent + times * steep)
        return None

    def _leaf(self, own: Whole) -> Node:
        self.leaves += 1
        if self.common is None:
            self.common = own
        changed = np.flatnonzero(own != self.common)
        names = list(self.model.rows)
        return {"changes": {names[row]: int(own[row]) for row in changed.tolist()}}

    def _split(self) -> int | None:
        """Return the column not whole that takes both sides down most, openings before seats."""
        values = self.part.values(self.solver.getSolution().col_value)
        torn: list[int] = []
        for columns in (self.model.opens, self.model.seats):
            at = np.fromiter(columns.values(), dtype=np.int64)
            far = np.abs(values[at] - np.rint(values[at]))
            torn += at[np.argsort(-far, kind="stable")][: (far > _WHOLE).sum()].tolist()
        need = self._value - self.target - 1

        def worth(column: int) -> float:
            return prod(min(by, need) + _LITTLE for by in self.lowered[column])

        known = sorted((each for each in torn if each in self.lowered), key=worth, reverse=True)
        fresh = [each for each in torn if each not in self.lowered]
        value = self._value
        tried = known[:_AGAIN] + fresh[:_TRIED]
        for column in tried:
            self.lowered[column] = tuple(self._lowered(column, side, value) for side in (0, 1))
            if min(self.lowered[column]) >= need:
                return column
        return max(tried, key=worth, default=None)

    def _lowered(self, column: int, side: int, value: float) -> float:
        """Return how far a few steps of the solver take a side down."""
        kept = self.lower[column], self.upper[column]
        self._fix(column, side, side)
        self.solver.setOptionValue("simplex_iteration_limit", _STEPS)
        status = self._run()
        by = value - self._value
        self.solver.setOptionValue("simplex_iteration_limit", _ENDLESS)
        self._fix(column, *kept)
        return inf if status == "kInfeasible" else max(by, 0.0)

    def _name(self, column: int) -> str:
        return list(self.model.columns)[column]


def proven(model: Model, relaxed: Relaxed, draft: Draft, watch: Watch) -> tuple[Draft, Certificate]:
    """Return the best draft, at least this one, and the proof that none exceeds it.

    Without time it is the proof of a bound.
    """
    points = score(model.case, draft)
    if relaxed.bound // MILLION <= points:
        return draft, Certificate(points, relaxed.multipliers, _ALONE, 1)
    proof = _Proof(model, relaxed, draft, watch)
    tree = proof.node(relaxed.multipliers)
    if tree is None or proof.common is None:
        return proof.best, Certificate(relaxed.bound // MILLION, relaxed.multipliers, _ALONE, 1)
    return proof.best, Certificate(proof.target, proof.common, tree, proof.leaves)
