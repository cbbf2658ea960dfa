"""The one failure that banso expects: it ends a command with a message and an exit code."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum


class ExitCode(IntEnum):
    """What the exit code of banso tells."""

    CLEAN = 0
    FINDINGS = 1
    WRONG_USAGE = 2
    CANNOT_READ = 3
    BUG = 4


@dataclass(frozen=True, slots=True)
class Refusal:
    """A thing in a list that cannot be taken; line 0 means the file or the roster as a whole.

    In a workbook the line is the number of the row.
    """

    line: int
    message: str
    help: str = ""


class Failure(Exception):  # noqa: N818 - not an error of banso: the user can mend it
    """What went wrong, what to do about it, and the exit code; of a list, what is refused in it."""

    def __init__(
        self,
        code: ExitCode,
        message: str,
        help_line: str = "",
        refusals: Iterable[Refusal] = (),
    ) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.help_line = help_line
        self.refusals = tuple(sorted(refusals, key=lambda refusal: refusal.line))


def misused(message: str, help_line: str = "") -> Failure:
    """Return the failure that a command was called in a way that it cannot follow."""
    return Failure(ExitCode.WRONG_USAGE, message, help_line)
