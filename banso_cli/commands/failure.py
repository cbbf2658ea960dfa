"""Expected failures, which end a command with a message and an exit code."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """What the exit code of banso tells."""

    CLEAN = 0
    FINDINGS = 1
    WRONG_USAGE = 2
    CANNOT_READ = 3
    BUG = 4


class Failure(Exception):  # noqa: N818 - not an error of banso: the user can mend it
    """What went wrong, what to do about it, and the exit code."""

    def __init__(self, code: ExitCode, message: str, help_line: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.help_line = help_line
