"""A list that is refused as a whole: each refusal names its line and what would mend it."""

from __future__ import annotations

from collections.abc import Sequence

from banso_cli.files.failure import ExitCode, Failure, Refusal
from banso_cli.locale import plural


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


def file_refused(message: str, help_line: str = "", line: int = 0) -> Failure:
    """Return the failure that one thing stands in the way; without a line, a file gives no list."""
    return list_refused([Refusal(line, message, help_line)])
