"""The linear programme: what no draft exceeds, and what each column earns by it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from banso_cli.matching.highs import Relaxed, Watch, engine, multipliers_of, relaxed_of, run
from banso_cli.matching.model import Model
from banso_cli.matching.part import Limits, grown, part_of

_BEST = 20
"""How many seats of each officer and of each team the linear programme begins with."""


def bounded(model: Model, watch: Watch, seed: int = 0) -> Relaxed | None:
    """Return what the linear programme proves; None where it has no solution.

    It begins with the seats that look best, and takes in those that would earn until none would.
    """
    solver, points = engine(seed), model.points.astype(float)
    upper = np.where(_looks_good(model), model.upper, model.lower)
    relaxed = relaxed_of(model, np.zeros_like(model.bounds), model.lower, model.upper)
    before = None
    while True:
        part = part_of(model, Limits(model.lower, upper), points)
        if before is None:
            solver.passModel(part.lp)
        else:
            grown(solver, before, part)
        status = run(solver, watch)
        if status == "kInfeasible" and (upper == model.upper).all():
            return None
        lacking = upper < model.upper
        if status == "kOptimal":
            multipliers = np.zeros_like(model.bounds)
            multipliers[part.rows] = multipliers_of(solver.getSolution().row_dual)
            found = relaxed_of(model, multipliers, model.lower, model.upper)
            relaxed = min(found, relaxed, key=_bound)
            lacking &= found.reduced > 0
        elif status != "kInfeasible":
            return relaxed
        if not lacking.any():
            return relaxed
        upper, before = np.where(lacking, model.upper, upper), part


def _bound(relaxed: Relaxed) -> int:
    return relaxed.bound


def _looks_good(model: Model) -> NDArray[np.bool_]:
    """Return the columns but for seats that are among the best of no officer and no team."""
    able = np.array([name.startswith("able ") for name in model.rows], dtype=bool)[model.at_row]
    reached, helping = able & (model.times > 0), able & (model.times < 0)
    worths = np.bincount(
        model.at_row[reached], model.points[model.at_column[reached]], len(model.bounds)
    )
    more = np.bincount(model.at_column[helping], worths[model.at_row[helping]], len(model.points))
    found = np.ones(len(model.points), dtype=np.bool_)
    seats = np.fromiter(model.seats.values(), dtype=np.int64)
    found[seats] = False
    worths = (model.points + more)[seats]
    for names in zip(*model.seats, strict=True):
        group = np.unique(names, return_inverse=True)[1]
        order = np.lexsort((-worths, group))
        rank = np.arange(len(order)) - np.searchsorted(group[order], group[order])
        found[seats[order[rank < _BEST]]] = True
    return found
