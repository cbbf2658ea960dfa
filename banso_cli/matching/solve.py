"""The best draft, and of several as good the one with the greatest sum of tie numbers.

A linear programme gives a bound; what it costs to move a column from its bound keeps most columns
out of the integer programme. Nothing of the solver's figures is told: scores are counted anew.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from banso_cli.matching.case import Case, Draft
from banso_cli.matching.certificate import Certificate, proven
from banso_cli.matching.greedy import greedy
from banso_cli.matching.highs import (
    MILLION,
    Relaxed,
    Watch,
    engine,
    run,
)
from banso_cli.matching.linear import bounded
from banso_cli.matching.model import Model, model_of
from banso_cli.matching.part import Floor, Numbers, Part, limits, part_of
from banso_cli.matching.score import score, tie_number, tie_sum

_NARROW, _CLOSE, _ALL = MILLION // 2, 2 * MILLION, 1 << 60
"""How many millionths of a point a column may cost in the first, small programme; how far the bound
may be for a second one of the same kind; and any cost."""

_HEAVIER = 1 << 20
"""How many ties a point outweighs."""

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


def solved(case: Case, watch: Watch, seed: int = 0, *, ties: bool = True) -> Solution:
    """Return the best draft that is found in time; a failure where there is none."""
    if not (case.locks <= case.seats.keys() and case.musts <= case.towns.keys()):
        raise Contradicted
    model = model_of(case)
    relaxed = bounded(model, watch, seed)
    if relaxed is None:
        raise Contradicted
    search = _Search(model, relaxed, (watch, seed), tie_numbers(model) if ties else None)
    search.within(_NARROW)
    if search.best is None:
        search.within(_ALL)
    if search.best is None:
        raise Contradicted if search.done else Stopped
    near = search.gap <= _CLOSE
    if near:
        search.within(search.gap)
    best, certificate = proven(model, relaxed, search.best, watch)
    points = score(case, best)
    search.done = near and search.done and points == score(case, search.best)
    search.best, is_proven = best, certificate.bound == points
    if ties and is_proven and not search.done:
        search.within(search.gap, points)
    tied = ties and is_proven and search.done
    return Solution(model, search.best, points, certificate, tied, relaxed)


class _Search:
    """The search for the draft of most points and, of several, of the greatest tie sum.

    `done` tells that no draft of the columns that were searched is better.
    """

    def __init__(
        self, model: Model, relaxed: Relaxed, how: tuple[Watch, int], ties: Numbers | None
    ) -> None:
        self.model, self.relaxed, self.how, self.ties = model, relaxed, how, ties
        self.best, self.done = greedy(model.case), False

    @property
    def gap(self) -> int:
        """Return by how many millionths of a point the bound exceeds the best draft."""
        return self.relaxed.bound - score(self.model.case, self.best or {}) * MILLION

    def within(self, slack: int, floor: int | None = None) -> None:
        """Search among the columns that cost no more; with a floor of points, by ties alone.

        Without one, points and ties are one goal, in which a point outweighs more ties than have
        been seen to be won by it: by far the quickest where the bound is close. It is done again
        without a start where the solver's value is not that of its draft: with one it has been seen
        to return the start with the value of another draft.
        """
        own = self.model.points.astype(float)
        ties = np.zeros(len(own)) if self.ties is None else self.ties
        heavier = _HEAVIER if floor is None else 0
        part = part_of(
            self.model,
            limits(self.model, self.relaxed.reduced, slack),
            own * heavier + ties,
            [] if floor is None else [Floor(own, floor)],
            whole=True,
        )
        for start in (self.best, None):
            found, self.done, value = best_draft(part, self.how, start, self._tell)
            if found is None:  # where a draft is known, that is no answer
                self.done = self.done and self.best is None
                return
            points, tied = self._rank(found)
            if self.best is None or (points, tied) > self._rank(self.best):
                self.best = found
            if abs(points * heavier + tied - value) < 1 / 2:
                return
        self.done = False

    def _rank(self, draft: Draft) -> tuple[int, int]:
        case = self.model.case
        return score(case, draft), 0 if self.ties is None else tie_sum(case, draft)

    def _tell(self, draft: Draft) -> None:
        watch = self.how[0]
        watch.tell(score(self.model.case, draft), self.relaxed.bound / MILLION, watch.seconds)


def tie_numbers(model: Model) -> Numbers:
    """Return the tie number of each seat, nothing for other columns."""
    found = np.zeros(len(model.points))
    for (officer, code), column in model.seats.items():
        found[column] = tie_number(model.case.period, officer, code)
    return found


def best_draft(
    part: Part,
    how: tuple[Watch, int],
    start: Draft | None,
    tell: Callable[[Draft], None] = lambda _draft: None,
) -> tuple[Draft | None, bool, float]:
    """Return the best draft of a part, whether it is surely that, and the value told of it."""
    watch, seed = how
    solver = engine(seed)
    solver.passModel(part.lp)
    given = part.start(start) if start else None
    if given is not None:
        columns, values = given
        solver.setSolution(len(columns), columns.astype(np.int32), values)
    status = run(solver, watch, lambda found: tell(part.model.draft(part.values(found))))
    if status == "kModelEmpty":  # every column is held, and the rows are not looked at
        held = part.model.draft(part.values(()))
        return held if min(part.lp.row_upper_, default=0) >= 0 else None, True, -part.lp.offset_
    done = status in {"kOptimal", "kInfeasible"}
    if solver.getInfo().primal_solution_status != FEASIBLE:
        return None, done, 0
    found = part.model.draft(part.values(solver.getSolution().col_value))
    return found, done, -solver.getInfo().objective_function_value
