"""HiGHS as it is used here: silent, on one thread, stopped by a limit or by Ctrl-C."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import FrameType
from typing import Any

import highspy
import numpy as np
from numpy.typing import NDArray

from banso_cli.matching.model import Model, Whole

MILLION = 1_000_000
"""Multipliers and what is reckoned with them are in millionths."""

Progress = Callable[[float, float, float], None]
"""Told of the best score so far, of the bound, and of the seconds that have gone."""


@dataclass
class Watch:
    """How long is left, who is told, and whether somebody has had enough."""

    limit: float
    tell: Progress = lambda _best, _bound, _seconds: None
    start: float = field(default_factory=time.monotonic)
    stopped: bool = False

    @property
    def seconds(self) -> float:
        """Return the seconds that have gone."""
        return time.monotonic() - self.start

    @property
    def left(self) -> float:
        """Return the seconds that are left; none once stopped."""
        return 0.0 if self.stopped else max(0.0, self.limit - self.seconds)

    @contextmanager
    def interruptible(self) -> Iterator[None]:
        """Let Ctrl-C stop the work instead of ending the program."""

        def stop(_signal: int, _frame: FrameType | None) -> None:
            self.stopped = True

        before = signal.signal(signal.SIGINT, stop)
        try:
            yield
        finally:
            signal.signal(signal.SIGINT, before)


@contextmanager
def _silent() -> Iterator[None]:
    """Let nothing reach the standard output: HiGHS greets before it can be told not to."""
    kept, nowhere = os.dup(1), os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    try:
        yield
    finally:
        os.dup2(kept, 1)
        os.close(kept)
        os.close(nowhere)


def engine(seed: int = 0) -> Any:  # noqa: ANN401 - highspy has no types
    """Return a solver that says nothing and does the same each time."""
    with _silent():
        found: Any = highspy.Highs()  # type: ignore[no-untyped-call]
        found.setOptionValue("output_flag", False)  # noqa: FBT003 - the option's value
    for name, value in (
        ("threads", 1),
        ("random_seed", seed),
        ("mip_rel_gap", 0.0),
        ("mip_abs_gap", 0.5),
    ):
        found.setOptionValue(name, value)
    return found


def programme(
    model: Model,
    points: NDArray[np.float64],
    lower: NDArray[np.float64],
    upper: NDArray[np.float64],
    *,
    floors: Sequence[tuple[NDArray[np.float64], int]] = (),
) -> Any:  # noqa: ANN401 - highspy has no types
    """Return the programme for the solver, which takes the least: points are turned into costs.

    `floors` are more rows: what the columns count there, and the least sum.
    """
    found = highspy.HighsLp()
    rows, starts = (
        len(model.bounds),
        np.searchsorted(model.at_row, np.arange(len(model.bounds) + 1)),
    )
    bounds, at, times = model.bounds, model.at_column, model.times
    for counts, least in floors:
        counted = np.flatnonzero(counts)
        at, times = np.append(at, counted), np.append(times, -counts[counted])
        starts, bounds, rows = np.append(starts, len(at)), np.append(bounds, -least), rows + 1
    found.num_col_, found.num_row_ = len(points), rows
    found.col_cost_, found.col_lower_, found.col_upper_ = -points, lower, upper
    found.row_lower_ = np.full(rows, -np.inf)
    found.row_upper_ = bounds.astype(float)
    matrix = found.a_matrix_
    matrix.format_ = highspy.MatrixFormat.kRowwise
    matrix.num_col_, matrix.num_row_ = len(points), rows
    matrix.start_, matrix.index_ = starts.astype(np.int32), at.astype(np.int32)
    matrix.value_ = times.astype(float)
    return found


def no_columns(model: Model) -> Any:  # noqa: ANN401 - highspy has no types
    """Return the rows of the programme alone, for columns that are added one by one."""
    found, rows = highspy.HighsLp(), len(model.bounds)
    found.num_row_ = rows
    found.row_lower_, found.row_upper_ = np.full(rows, -np.inf), model.bounds.astype(float)
    found.a_matrix_.num_row_ = rows
    found.a_matrix_.start_ = np.zeros(1, dtype=np.int32)
    return found


def whole(model: Model, lp: Any) -> Any:  # noqa: ANN401 - highspy has no types
    """Let seats and openings be whole; return the programme."""
    kinds = [highspy.HighsVarType.kContinuous] * len(model.points)
    for column in model.whole:
        kinds[column] = highspy.HighsVarType.kInteger
    lp.integrality_ = kinds
    return lp


def run(
    solver: Any,  # noqa: ANN401 - highspy has no types
    watch: Watch,
    start: tuple[Sequence[int], NDArray[np.float64]] | None = None,
    *,
    is_score: bool = False,
) -> str:
    """Solve within the time that is left; return what came of it, such as `kOptimal`.

    `is_score` tells that what is made greatest is the score, of which people are told.
    """

    def look(event: Any) -> None:  # noqa: ANN401 - highspy has no types
        if watch.stopped:
            event.interrupt()

    def told(event: Any) -> None:  # noqa: ANN401 - highspy has no types
        best, bound = -event.data_out.mip_primal_bound, -event.data_out.mip_dual_bound
        watch.tell(best, bound, watch.seconds)

    solver.setOptionValue("time_limit", solver.getRunTime() + watch.left)
    solver.clearCallbacks()
    solver.cbMipInterrupt += look
    solver.cbSimplexInterrupt += look
    if is_score:
        solver.cbMipLogging += told
    if start is not None:
        columns, values = start
        solver.setSolution(len(columns), np.array(columns, dtype=np.int32), values)
    solver.run()
    status: str = solver.getModelStatus().name
    return status


def multipliers_of(duals: Sequence[float]) -> Whole:
    """Return the multipliers of the rows that the solver's duals stand for, in millionths."""
    found: Whole = np.maximum(0, np.rint(-np.array(duals) * MILLION)).astype(np.int64)
    return found


@dataclass(frozen=True)
class Relaxed:
    """What multipliers of the rows prove: no draft exceeds the bound; all in millionths.

    `reduced` is what each column earns beyond what its rows cost.
    """

    multipliers: Whole
    reduced: Whole
    bound: int


def relaxed_of(model: Model, multipliers: Whole, lower: Whole, upper: Whole) -> Relaxed:
    """Return what multipliers prove within these bounds of the columns."""
    weights = model.times * multipliers[model.at_row]
    costs = np.bincount(model.at_column, weights, len(model.points)).astype(np.int64)
    reduced = model.points * MILLION - costs
    most = np.maximum(reduced * lower, reduced * upper).sum()
    return Relaxed(multipliers, reduced, int(multipliers @ model.bounds + most))
