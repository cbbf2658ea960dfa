"""HiGHS as it is used here: silent, on one thread, stopped by a limit or by Ctrl-C."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from math import inf
from types import FrameType
from typing import Any

import highspy

Progress = Callable[[float, float, float], None]
"""Told of the best score so far, of the bound, and of the seconds that have gone."""


@dataclass
class Watch:
    """How long is left, who is told, and whether somebody has had enough."""

    limit: float
    tell: Progress = lambda _best, _bound, _seconds: None
    start: float = field(default_factory=time.monotonic)
    stopped: bool = False
    best: float = -inf

    def report(self, bound: float, best: float | None = None) -> None:
        """Tell the bound, and the best score, which is kept for what is told later."""
        self.best = self.best if best is None else best
        self.tell(self.best, bound, self.seconds)

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


def run(solver: Any, watch: Watch) -> str:  # noqa: ANN401 - highspy has no types
    """Solve within the time that is left; return what came of it, such as `kOptimal`."""

    def look(event: Any) -> None:  # noqa: ANN401 - highspy has no types
        if watch.stopped:
            event.interrupt()

    solver.setOptionValue("time_limit", solver.getRunTime() + watch.left)
    solver.clearCallbacks()
    solver.cbMipInterrupt += look
    solver.cbSimplexInterrupt += look
    solver.run()
    status: str = solver.getModelStatus().name
    return status
