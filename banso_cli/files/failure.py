"""The one failure that banso expects: it ends a command with a message and an exit code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from enum import IntEnum

from banso_cli.locale import plural


class ExitCode(IntEnum):
    """What the exit code of banso tells."""

    CLEAN = 0
    FINDINGS = 1
    WRONG_USAGE = 2
    CANNOT_READ = 3
    BUG = 4


@dataclass(frozen=True, slots=True)
class Refusal:
    """A thing in a list that cannot be taken, by line or row; 0 is the whole file or roster."""

    line: int
    message: str
    help: str = ""


class Failure(Exception):  # noqa: N818 - not an error of banso: the user can mend it
    """What went wrong, what to do about it, and the exit code; of a list, what is refused in it."""

    def __init__(
        self, code: ExitCode, message: str, help_line: str = "", refusals: Iterable[Refusal] = ()
    ) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.help_line = help_line
        self.refusals = tuple(sorted(refusals, key=lambda refusal: refusal.line))


def list_refused(refusals: Sequence[Refusal]) -> Failure:
    """Return the failure that nothing of a list is written."""
    message = plural(
        "the list is refused ({count} reason); nothing was written",
        "the list is refused ({count} reasons); nothing was written",
        len(refusals),
    )
    return Failure(ExitCode.FINDINGS, message, refusals=refusals)


def refuse(refusals: Sequence[Refusal]) -> None:
    """Fail where anything is refused."""
    if refusals:
        raise list_refused(refusals)


def file_refused(message: str, help_line: str = "", **shown: object) -> Failure:
    """Return the failure that one thing stands in the way, so that a file gives no list.

    The message and the help line, translated before, show these values.
    """
    if shown:
        message, help_line = message.format(**shown), help_line.format(**shown)
    return list_refused([Refusal(0, message, help_line)])


@contextmanager
def gathering(refusals: list[Refusal], line: int | None = None) -> Iterator[None]:
    """Put what is refused within into a list, each thing at its own line, or all at this one."""
    try:
        yield
    except Failure as refused:
        if not refused.refusals:
            raise
        own = refused.refusals
        refusals += own if line is None else (replace(each, line=line) for each in own)


def misused(message: str, help_line: str = "") -> Failure:
    """Return the failure that a command was called in a way that it cannot follow."""
    return Failure(ExitCode.WRONG_USAGE, message, help_line)


def unfit(message: str, help_line: str = "") -> Failure:
    """Return the failure that a roster or a file does not allow what is asked for."""
    return Failure(ExitCode.FINDINGS, message, help_line)


def unreadable(message: str, help_line: str = "") -> Failure:
    """Return the failure that something is not there, or cannot be read."""
    return Failure(ExitCode.CANNOT_READ, message, help_line)
