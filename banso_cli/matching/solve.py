"""The best draft, and of several as good the one with the greatest sum of tie numbers.

A linear programme gives a bound; what it costs to move a column from its bound keeps most columns
out of the integer programme. Nothing of the solver's figures is told: scores are counted anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from banso_cli.matching.case import Case, Draft
from banso_cli.matching.certificate import Certificate, proven
from banso_cli.matching.greedy import greedy
from banso_cli.matching.highs import (
    MILLION,
    Relaxed,
    Watch,
    engine,
    multipliers_of,
    programme,
    relaxed_of,
    run,
    whole,
)
from banso_cli.matching.model import Model, Whole, model_of
from banso_cli.matching.score import score, tie_number, tie_sum

NARROW = MILLION // 2
"""How many millionths of a point a column may cost that is in the first, small programme."""

ALL = 1 << 60
"""More than any column costs."""

FEASIBLE = 2
"""What HiGHS tells of a solution that meets all rows."""


class Contradicted(Exception):  # noqa: N818 - no error: rules and decisions leave no draft
    """No draft is legal."""


class Stopped(Exception):  # noqa: N818 - no error: time was up before there was a draft
    """There is no draft yet."""


@dataclass(frozen=True)
class Solution:
    """A draft with its score, and the proof that none exceeds it, or else a bound.

    `tied` tells that the choice among drafts of the same score is made to the end.
    """

    model: Model
    draft: Draft
    score: int
    certificate: Certificate
    tied: bool
    relaxed: Relaxed

    @property
    def bound(self) -> int:
        """Return what no draft exceeds."""
        return self.certificate.bound

    @property
    def proven(self) -> bool:
        """Tell whether no draft is better."""
        return self.score == self.bound

    @property
    def at_least(self) -> Mapping[str, int]:
        """Return what it costs at least to serve each municipality that has no team."""
        costs = {
            code: max(0, -int(self.relaxed.reduced[column]))
            for code, column in self.model.opens.items()
            if code not in self.draft
        }
        return {
            code: max(0, self.score - (self.relaxed.bound - cost) // MILLION)
            for code, cost in costs.items()
        }


class Goal(NamedTuple):
    """What is to be greatest: points of each column; other points may not be below a floor."""

    points: NDArray[np.float64]
    floors: tuple[tuple[NDArray[np.float64], int], ...] = ()


def solved(case: Case, watch: Watch, seed: int = 0, *, ties: bool = True) -> Solution:
    """Return the best draft that is found in time; a failure where there is none."""
    if not (case.locks <= case.seats.keys() and case.musts <= case.towns.keys()):
        raise Contradicted
    model, best = model_of(case), greedy(case)
    relaxed = bounded(model, watch, seed)
    for slack in (NARROW, ALL):
        found, done = within(model, relaxed, slack, best, (watch, seed))
        best = better(case, best, found)
        if best is not None:
            break
        if done and slack == ALL:
            raise Contradicted
    if best is None:
        raise Stopped
    best, certificate, rivals = proven(model, relaxed, best, watch)
    is_proven, tied = certificate.bound == score(case, best), False
    if is_proven and ties:
        best, tied = untied(model, relaxed, best, rivals, (watch, seed))
    return Solution(model, best, score(case, best), certificate, tied, relaxed)


def bounded(model: Model, watch: Watch, seed: int = 0) -> Relaxed:
    """Solve the linear programme; a failure where it has no solution."""
    solver = engine(seed)
    points, lower, upper = (each.astype(float) for each in (model.points, model.lower, model.upper))
    solver.passModel(programme(model, points, lower, upper))
    status = run(solver, watch)
    if status == "kInfeasible":
        raise Contradicted
    duals = solver.getSolution().row_dual
    if status != "kOptimal" or not len(duals):
        return relaxed_of(model, np.zeros_like(model.bounds), model.lower, model.upper)
    return relaxed_of(model, multipliers_of(duals), model.lower, model.upper)


def within(
    model: Model, relaxed: Relaxed, slack: int, start: Draft | None, how: tuple[Watch, int]
) -> tuple[Draft | None, bool]:
    """Return the best draft of the columns that cost no more, and whether it is surely that."""
    case, goal = model.case, Goal(model.points.astype(float))
    for given in (start, None):
        allowed = limits(model, relaxed.reduced, slack)
        solver, status = attempt(model, allowed, goal, given, how)
        found = draft_in(model, solver)
        if found is None or status != "kOptimal" or _agrees(solver, score(case, found)):
            break
    return found, status in {"kOptimal", "kInfeasible"}


def untied(
    model: Model,
    relaxed: Relaxed,
    best: Draft,
    rivals: NDArray[np.bool_],
    how: tuple[Watch, int],
) -> tuple[Draft, bool]:
    """Return the draft of this score with the greatest tie sum, and whether it is surely that.

    `rivals` are the columns that drafts of this score may have. It is tried without a start where
    the solver's sum is not that of its draft: with one it has been seen to return the start with
    the value of another draft.
    """
    case, least = model.case, score(model.case, best)
    points = np.zeros(len(model.points))
    for (officer, code), column in model.seats.items():
        points[column] = tie_number(case.period, officer, code)
    goal = Goal(points, ((model.points.astype(float), least),))
    within = limits(model, relaxed.reduced, relaxed.bound - least * MILLION)
    within = Limits(within.lower, np.where(rivals, within.upper, within.lower))
    for start in (best, None):
        solver, status = attempt(model, within, goal, start, how)
        found = draft_in(model, solver)
        if found and score(case, found) >= least and tie_sum(case, found) >= tie_sum(case, best):
            best = found
        if status == "kOptimal" and _agrees(solver, tie_sum(case, best)):
            return best, True
    return best, False


class Limits(NamedTuple):
    """Between what each column has to be."""

    lower: NDArray[np.float64]
    upper: NDArray[np.float64]


def limits(model: Model, reduced: Whole, slack: int) -> Limits:
    """Return the limits of the columns, those at their bound that cost more than a slack.

    It is in millionths.
    """
    lower, upper = model.lower.astype(float), model.upper.astype(float)
    upper = np.where(reduced < -slack, lower, upper)
    return Limits(np.where(reduced > slack, upper, lower), upper)


def attempt(
    model: Model, allowed: Limits, goal: Goal, start: Draft | None, how: tuple[Watch, int]
) -> tuple[Any, str]:
    """Solve the integer programme within limits of the columns."""
    watch, seed = how
    solver = engine(seed)
    solver.passModel(whole(model, programme(model, goal.points, *allowed, floors=goal.floors)))
    given = (model.whole, model.values(start)[model.whole]) if start else None
    return solver, run(solver, watch, given, is_score=not goal.floors)


def draft_in(model: Model, solver: Any) -> Draft | None:  # noqa: ANN401 - highspy has no types
    """Return the draft that a solver has found, if it has."""
    if solver.getInfo().primal_solution_status != FEASIBLE:
        return None
    return model.draft(np.array(solver.getSolution().col_value))


def _agrees(solver: Any, counted: int) -> bool:  # noqa: ANN401 - highspy has no types
    return bool(abs(-solver.getInfo().objective_function_value - counted) < 1 / 2)


def better(case: Case, one: Draft | None, other: Draft | None) -> Draft | None:
    """Return the draft with the greater score."""
    if one is None or other is None:
        return one or other
    return other if score(case, other) > score(case, one) else one
