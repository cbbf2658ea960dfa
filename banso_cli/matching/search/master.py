"""The linear programme of teams (the master problem): how much of each is formed, and prices."""

from __future__ import annotations

import highspy
import numpy as np
from numpy.typing import NDArray

from banso_cli.matching.search.ground import Flags, Ground, Pool, Prices, together
from banso_cli.matching.search.highs import Watch, engine, run

Numbers = NDArray[np.float64]

_SHARP = 1 << 10
"""How many parts a point has in the programme: its tolerance is to be less than a tie number."""

_LACKING = 1e5
"""How many points it costs that a municipality which must be served is not, or a floor not met."""


class Master:
    """The programme over the teams that it has been given so far.

    Its rows are officers, municipalities, the count of teams, regions, and the floor of points if
    there is one; its first columns are what regions lack, and what must not lack.
    """

    def __init__(self, ground: Ground, pool: Pool, floor: int | None = None, seed: int = 0) -> None:
        self.ground, self.floor, self.pool = ground, floor, pool
        self.solver = engine(seed)
        self.officers, self.towns = len(ground.names), len(ground.towns)
        self.count = self.officers + self.towns
        self._begin()
        self.allowed: Flags = np.ones(0, dtype=np.bool_)
        self._append(pool)

    def _begin(self) -> None:
        ground, infinite = self.ground, highspy.kHighsInf
        musts = np.flatnonzero(ground.musts)
        regions, floors = len(ground.shares), int(self.floor is not None)
        lower = np.full(self.count + 1 + regions + floors, -infinite)
        upper = np.ones(len(lower))
        lower[self.officers + musts] = 1
        upper[self.count], upper[self.count + 1 :] = ground.case.teams, infinite
        lower[self.count + 1 : self.count + 1 + regions] = ground.shares
        rows = [*range(self.count + 1, self.count + 1 + regions), *(self.officers + musts)]
        short = ground.case.rules.deductions.region_shortfall
        costs = [*[float(short)] * regions, *[_LACKING] * len(musts)]
        lp = highspy.HighsLp()
        at, starts, times = list(rows), list(range(len(rows))), [1.0] * len(rows)
        if self.floor is not None:
            lower[-1] = self.floor
            pairs = [(row, len(lower) - 1) for row in rows[:regions]]
            at = [each for pair in pairs for each in pair] + rows[regions:] + [len(lower) - 1]
            times = [1.0, -float(short)] * regions + [1.0] * (len(musts) + 1)
            starts = [*range(0, 2 * regions, 2), *range(2 * regions, len(at))]
            costs.append(_LACKING)
        self.first = len(costs)
        lp.num_col_, lp.num_row_ = len(costs), len(lower)
        lp.col_cost_, lp.col_lower_ = np.array(costs) * _SHARP, np.zeros(len(costs))
        lp.col_upper_, lp.row_lower_, lp.row_upper_ = np.full(len(costs), infinite), lower, upper
        lp.a_matrix_.format_ = highspy.MatrixFormat.kColwise
        lp.a_matrix_.num_col_, lp.a_matrix_.num_row_ = len(costs), len(lower)
        lp.a_matrix_.start_ = np.array([*starts, len(at)], dtype=np.int32)
        lp.a_matrix_.index_ = np.array(at, dtype=np.int32)
        lp.a_matrix_.value_ = np.array(times)
        self.solver.passModel(lp)

    def add(self, pool: Pool) -> None:
        """Take in further teams."""
        self.pool = together([self.pool, pool])
        self._append(pool)

    def _append(self, pool: Pool) -> None:
        count = len(pool.towns)
        if not count:
            return
        rows = [
            pool.members,
            (self.officers + pool.towns)[:, None],
            np.full((count, 1), self.count),
            (self.count + 1 + self.ground.region_at[pool.towns])[:, None],
        ]
        times = [np.ones((count, pool.members.shape[1] + 3))]
        if self.floor is not None:
            rows.append(np.full((count, 1), self.count + 1 + len(self.ground.shares)))
            times.append(pool.points[:, None].astype(float))
        at, values = np.hstack(rows), np.hstack(times)
        there = np.ones(at.shape, dtype=np.bool_)
        there[:, : pool.members.shape[1]] = pool.members < self.ground.nobody
        starts = np.cumsum(there.sum(axis=1)) - there.sum(axis=1)
        self.solver.addCols(
            count,
            -pool.values / (self.ground.point // _SHARP),
            np.zeros(count),
            np.full(count, highspy.kHighsInf),
            int(there.sum()),
            starts.astype(np.int32),
            at[there].astype(np.int32),
            values[there],
        )
        self.allowed = np.append(self.allowed, np.ones(count, dtype=np.bool_))

    def allow(self, which: Flags) -> None:
        """Let no other teams be formed."""
        other = np.flatnonzero(which != self.allowed)
        if len(other):
            upper = np.where(which[other], highspy.kHighsInf, 0.0)
            at = (other + self.first).astype(np.int32)
            self.solver.changeColsBounds(len(at), at, np.zeros(len(at)), upper)
            self.allowed = which.copy()

    def solve(self, watch: Watch, *, between: bool = False) -> bool:
        """Solve, and tell whether that was done.

        `between` asks an interior point method, whose prices lie in the midst of those that are as
        good and tell most apart.
        """
        if between:
            self.solver.setOptionValue("solver", "ipm")
            self.solver.setOptionValue("run_crossover", "off")
            self.solver.clearSolver()
        done = run(self.solver, watch) == "kOptimal"
        if between:
            self.solver.setOptionValue("solver", "choose")
        return done

    def tried(self, steps: int) -> None:
        """Go on by a few steps only."""
        self.solver.setOptionValue("simplex_iteration_limit", steps)
        self.solver.run()
        self.solver.setOptionValue("simplex_iteration_limit", (1 << 31) - 1)

    @property
    def value(self) -> float:
        """Return what the programme is worth, in points."""
        return -float(self.solver.getInfo().objective_function_value) / _SHARP

    @property
    def formed(self) -> Numbers:
        """Return how much of each team is formed."""
        return np.array(self.solver.getSolution().col_value)[self.first :]

    @property
    def prices(self) -> Prices:
        """Return the prices of the rows, in units."""
        duals = np.array(self.solver.getSolution().row_dual) * (self.ground.point // _SHARP)
        least, regions = self.count + 1, len(self.ground.shares)
        paid = np.maximum(0, np.rint(-duals[:least])).astype(np.int64)
        given = np.maximum(0, np.rint(duals[least:])).astype(np.int64)
        point = int(given[regions]) if self.floor is not None else 0
        short = self.ground.case.rules.deductions.region_shortfall * (self.ground.point + point)
        return Prices(
            paid[: self.officers], int(paid[self.count]), np.minimum(given[:regions], short), point
        )
