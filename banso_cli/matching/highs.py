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
        # programmes within the programme: most of the time, for drafts that the rest finds too
        ("mip_heuristic_run_rins", False),
        ("mip_heuristic_run_rens", False),
        ("mip_heuristic_run_root_reduced_cost", False),
    ):
        found.setOptionValue(name, value)
    return found


def run(
    solver: Any,  # noqa: ANN401 - highspy has no types
    watch: Watch,
    improved: Callable[[Sequence[float]], None] | None = None,
) -> str:
    """Solve within the time that is left; return what came of it, such as `kOptimal`.

    `improved` is told of the columns of each better solution of an integer programme.
    """

    def look(event: Any) -> None:  # noqa: ANN401 - highspy has no types
        if watch.stopped:
            event.interrupt()

    def told(event: Any) -> None:  # noqa: ANN401 - highspy has no types
        if improved is not None:
            improved(event.data_out.mip_solution)

    solver.setOptionValue("time_limit", solver.getRunTime() + watch.left)
    solver.clearCallbacks()
    solver.cbMipInterrupt += look
    solver.cbSimplexInterrupt += look
    if improved is not None:
        solver.cbMipImprovingSolution += told
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
