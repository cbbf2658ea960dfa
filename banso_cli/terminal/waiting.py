"""A sign of life on the terminal while a command takes longer than a second."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Lock, Timer
from typing import TYPE_CHECKING

from banso_cli.locale import _

if TYPE_CHECKING:
    from rich.progress import Progress

PATIENCE = 1.0
"""Seconds that nobody wonders about."""


class Waiting:
    """The sign, which comes late, and goes for good with the first word of the command."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._timer: Timer | None = None
        self._sign: Progress | None = None

    def begin(self) -> None:
        """Show the sign in a second, unless the command has said something by then."""
        self._timer = Timer(PATIENCE, self._show)
        self._timer.daemon = True
        self._timer.start()

    def end(self) -> None:
        """Take the sign away, if there is one; none comes any more."""
        with self._lock:
            timer, self._timer = self._timer, None
            sign, self._sign = self._sign, None
        if timer:
            timer.cancel()
        if sign:
            sign.stop()

    def _show(self) -> None:
        from rich.console import Console  # noqa: PLC0415 - most commands are done before
        from rich.progress import Progress, SpinnerColumn, TimeElapsedColumn  # noqa: PLC0415 - the same

        columns = (SpinnerColumn(), "{task.description}", TimeElapsedColumn())
        console = Console(stderr=True)
        sign = Progress(
            *columns, console=console, transient=True, redirect_stdout=False, redirect_stderr=False
        )
        sign.add_task(_("working …"))
        with self._lock, suppress(OSError):
            if self._timer:
                sign.start()
                self._sign = sign


waiting = Waiting()


@contextmanager
def shown_while_waiting() -> Iterator[None]:
    """Show the sign for as long as the block runs in silence, where a person looks on."""
    if sys.stderr.isatty() and os.environ.get("TERM") != "dumb":
        waiting.begin()
    try:
        yield
    finally:
        waiting.end()
