"""The part of a model that is solved: columns held at one value, and rows that hold, left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import highspy
import numpy as np
from numpy.typing import NDArray

from banso_cli.matching.case import Draft
from banso_cli.matching.model import Model, Whole

Numbers = NDArray[np.float64]


class Limits(NamedTuple):
    """Between what each column of a model has to be."""

    lower: Whole
    upper: Whole


class Floor(NamedTuple):
    """A further row: what the columns count there, and the least sum."""

    counts: Numbers
    least: int


def limits(model: Model, reduced: Whole, slack: int) -> Limits:
    """Return the limits of the columns, those held that would cost more than a slack to move.

    It is in millionths.
    """
    upper = np.where(reduced < -slack, model.lower, model.upper)
    return Limits(np.where(reduced > slack, upper, model.lower), upper)


@dataclass(frozen=True)
class Part:
    """The columns that are free within limits, and the rows that they may break."""

    model: Model
    within: Limits
    columns: Whole
    rows: Whole
    lp: Any

    def values(self, found: Sequence[float]) -> Numbers:
        """Return the values of all columns of the model by those of the part."""
        values = self.within.lower.astype(float)
        values[self.columns] = found
        return values

    def start(self, draft: Draft) -> tuple[Whole, Numbers] | None:
        """Return the whole columns of a draft; None where it has others than the part allows."""
        values, whole = self.model.values(draft), np.array(self.model.whole)
        inside = np.isin(whole, self.columns)
        if (values != self.within.lower)[whole[~inside]].any():
            return None
        free = whole[inside]
        return np.searchsorted(self.columns, free), values[free]


def part_of(
    model: Model,
    within: Limits,
    points: Numbers,
    floors: Sequence[Floor] = (),
    *,
    whole: bool = False,
) -> Part:
    """Return the part within limits, for a solver that takes the least: points become costs."""
    lower, upper = within
    free = lower < upper
    columns, held = np.flatnonzero(free), np.where(free, 0, lower)
    at_row, at_column, times = model.at_row, model.at_column, model.times
    taken = np.bincount(at_row, times * held[at_column], len(model.bounds))
    greatest = np.maximum(times * lower[at_column], times * upper[at_column])
    reach = np.bincount(at_row, np.where(free[at_column], greatest, 0), len(model.bounds))
    left = model.bounds - taken
    rows = np.flatnonzero(reach > left)
    entries = np.flatnonzero(np.isin(at_row, rows) & free[at_column])
    starts = np.searchsorted(at_row[entries], rows)
    at, values = np.searchsorted(columns, at_column[entries]), times[entries]
    bounds = left[rows]
    for counts, least in floors:
        counted = np.flatnonzero(counts[columns])
        starts = np.append(starts, len(at))
        at, values = np.append(at, counted), np.append(values, -counts[columns][counted])
        bounds = np.append(bounds, counts @ held - least)
    lp = _programme(-points[columns], (lower[columns], upper[columns]), bounds)
    lp.offset_ = -float(points @ held)
    lp.a_matrix_.start_ = np.append(starts, len(at)).astype(np.int32)
    lp.a_matrix_.index_, lp.a_matrix_.value_ = at.astype(np.int32), values.astype(float)
    if whole:
        kinds = np.isin(columns, model.whole)
        kind = (highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger)
        lp.integrality_ = [kind[int(each)] for each in kinds]
    return Part(model, within, columns, rows, lp)


def _programme(costs: Numbers, between: tuple[Whole, Whole], bounds: Whole) -> Any:  # noqa: ANN401 - highspy has no types
    """Return a programme of these columns and rows, in which nothing stands yet."""
    lp, (lower, upper) = highspy.HighsLp(), between
    lp.num_col_, lp.num_row_ = len(costs), len(bounds)
    lp.col_cost_, lp.row_lower_ = costs, np.full(len(bounds), -np.inf)
    lp.col_lower_, lp.col_upper_ = lower.astype(float), upper.astype(float)
    lp.row_upper_ = bounds.astype(float)
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.num_col_, lp.a_matrix_.num_row_ = len(costs), len(bounds)
    return lp


def grown(solver: Any, before: Part, after: Part) -> None:  # noqa: ANN401 - highspy has no types
    """Let a solver go on with a part that has more columns, from its basis if it has one."""
    basis, status = solver.getBasis(), highspy.HighsBasisStatus
    solver.passModel(after.lp)
    if not basis.valid:
        return
    columns = dict.fromkeys(after.columns.tolist(), status.kLower)
    columns.update(zip(before.columns.tolist(), basis.col_status, strict=True))
    rows = dict.fromkeys(after.rows.tolist(), status.kBasic)
    rows.update(zip(before.rows.tolist(), basis.row_status, strict=True))
    basis.col_status, basis.row_status = list(columns.values()), list(rows.values())
    solver.setBasis(basis)
