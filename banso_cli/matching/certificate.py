"""A proof that no draft is better, for somebody without a solver.

Multipliers of the rows bound every draft. A tree of splits on seats and openings, whose leaves each
have changes of the multipliers, brings the bound down to the score. A split has both sides.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from banso_cli.matching.case import Draft
from banso_cli.matching.highs import (
    MILLION,
    Relaxed,
    Watch,
    engine,
    multipliers_of,
    no_columns,
    relaxed_of,
    run,
)
from banso_cli.matching.model import Model, Whole
from banso_cli.matching.score import score

MOST_LEAVES = 2_000
_WHOLE = 1e-6
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
        self.model, self.root, self.watch = model, relaxed, watch
        self.best, self.target = best, score(model.case, best)
        self.lower, self.upper = model.lower.copy(), model.upper.copy()
        self.by_column = np.argsort(model.at_column, kind="stable")
        self.starts = np.searchsorted(
            model.at_column[self.by_column], np.arange(len(model.points) + 1)
        )
        self.solver = engine()
        self.solver.passModel(no_columns(model))
        self.at: dict[int, int] = {}
        slack = relaxed.bound - (self.target + 1) * MILLION
        self._take_in(np.flatnonzero(relaxed.reduced >= -slack))
        self.leaves = 0
        self.closed: list[tuple[Whole, dict[int, int]]] = []
        self.fixed: dict[int, int] = {}

    def _take_in(self, columns: Whole) -> None:
        for column in columns.tolist():
            if column in self.at:
                continue
            entries = self.by_column[self.starts[column] : self.starts[column + 1]]
            self.at[column] = len(self.at)
            self.solver.addCol(
                -float(self.model.points[column]),
                float(self.lower[column]),
                float(self.upper[column]),
                len(entries),
                self.model.at_row[entries].astype(np.int32),
                self.model.times[entries].astype(float),
            )

    def node(self, parent: Whole) -> Node | None:
        """Return the tree below the bounds of this moment; None where it is not to be had."""
        while self.leaves < MOST_LEAVES:
            status = run(self.solver, self.watch)
            if status == "kInfeasible":
                leaf = self._empty(parent)
                if leaf is not None or len(self.at) == len(self.model.points):
                    return leaf
                self._take_in(np.arange(len(self.model.points)))
                continue
            if status != "kOptimal":
                return None
            own = multipliers_of(self.solver.getSolution().row_dual)
            found = relaxed_of(self.model, own, self.lower, self.upper)
            if found.bound < (self.target + 1) * MILLION:
                return self._leaf(own)
            value = -self.solver.getInfo().objective_function_value
            earning = np.flatnonzero((found.reduced > 0) & (self.upper > 0))
            lacking = np.array([each for each in earning.tolist() if each not in self.at])
            if len(lacking) and (value < self.target + 1 or found.bound > value * MILLION + 1000):
                self._take_in(lacking)
                continue
            return self._divided(own)
        return None

    def _divided(self, own: Whole) -> Node | None:
        values = np.zeros(len(self.model.points))
        at = np.fromiter(self.at, dtype=np.int64)
        values[at] = np.array(self.solver.getSolution().col_value)
        column = self._split(values)
        if column is not None:
            return self._both(column, own)
        found = self.model.draft(values)
        if score(self.model.case, found) > self.target:
            self.best = found
        return None

    def _both(self, column: int, own: Whole) -> Node | None:
        sides: list[Node] = []
        for side in (0, 1):
            kept = self.lower[column], self.upper[column]
            self._fix(column, side, side)
            self.fixed[column] = side
            found = self.node(own)
            self._fix(column, *kept)
            del self.fixed[column]
            if found is None:
                return None
            sides.append(found)
        return {"split": self._name(column), "no": sides[0], "yes": sides[1]}

    def _fix(self, column: int, lower: int, upper: int) -> None:
        self.lower[column], self.upper[column] = lower, upper
        self.solver.changeColBounds(self.at[column], float(lower), float(upper))

    def _proves(self, multipliers: Whole) -> bool:
        found = relaxed_of(self.model, multipliers, self.lower, self.upper)
        return found.bound < (self.target + 1) * MILLION

    def _empty(self, parent: Whole) -> Node | None:
        """Return a leaf without any draft: enough of a ray takes its bound as low as need be."""
        _status, has_ray, ray = self.solver.getDualRay()
        if not has_ray:
            self.solver.setOptionValue("presolve", "off")
            self.solver.clearSolver()
            run(self.solver, self.watch)
            _status, has_ray, ray = self.solver.getDualRay()
            self.solver.setOptionValue("presolve", "choose")
        for sign in (1, -1) if has_ray else ():
            steep = np.maximum(0, np.rint(sign * ray * MILLION)).astype(np.int64)
            for times in (1, 10, 100, 1_000):
                if self._proves(parent + times * steep):
                    return self._leaf(parent + times * steep)
        return None

    def _leaf(self, own: Whole) -> Node:
        self.leaves += 1
        self.closed.append((own, dict(self.fixed)))
        changed = np.flatnonzero(own != self.root.multipliers)
        names = list(self.model.rows)
        return {"changes": {names[row]: int(own[row]) for row in changed.tolist()}}

    def _split(self, values: NDArray[np.float64]) -> int | None:
        """Return the column farthest from whole, openings before seats; None without any."""
        for columns in (self.model.opens, self.model.seats):
            at = np.fromiter(columns.values(), dtype=np.int64)
            far = np.abs(values[at] - np.rint(values[at])) if len(at) else np.zeros(1)
            if far.max() > _WHOLE:
                return int(at[int(far.argmax())])
        return None

    def _name(self, column: int) -> str:
        return list(self.model.columns)[column]

    def as_good(self) -> NDArray[np.bool_]:
        """Return the columns that a draft as good as the best may have, by all leaves together."""
        found = np.zeros(len(self.model.points), dtype=np.bool_)
        for multipliers, fixed in self.closed:
            lower, upper = self.model.lower.copy(), self.model.upper.copy()
            for column, side in fixed.items():
                lower[column] = upper[column] = side
            own = relaxed_of(self.model, multipliers, lower, upper)
            slack = own.bound - self.target * MILLION
            if slack >= 0:
                found |= ((own.reduced >= -slack) | (lower > 0)) & (upper > 0)
        return found


def proven(
    model: Model, relaxed: Relaxed, draft: Draft, watch: Watch
) -> tuple[Draft, Certificate, NDArray[np.bool_]]:
    """Return the best draft, at least this one, the proof that none exceeds it, and its rivals.

    Those are the columns that drafts as good may have. Without time it is the proof of a bound.
    """
    proof = _Proof(model, relaxed, draft, watch)
    tree = proof.node(relaxed.multipliers)
    if proof.best is not draft:  # begun again: a draft better than this one has fewer columns
        watch.tell(score(model.case, proof.best), relaxed.bound / MILLION, watch.seconds)
        return proven(model, relaxed, proof.best, watch)
    if tree is None:
        certificate = Certificate(relaxed.bound // MILLION, relaxed.multipliers, _ALONE, 1)
        return proof.best, certificate, np.ones(len(model.points), dtype=np.bool_)
    certificate = Certificate(proof.target, relaxed.multipliers, tree, proof.leaves)
    return proof.best, certificate, proof.as_good()
