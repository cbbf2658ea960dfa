"""A list that is refused as a whole: each refusal names its line and what would mend it."""

from __future__ import annotations

from collections.abc import Iterable

from banso_cli.files.failure import ExitCode, Failure, Refusal
from banso_cli.locale import plural


def list_refused(refusals: Iterable[Refusal]) -> Failure:
    """Return the failure that nothing of a list is written."""
    found = tuple(refusals)
    message = plural(
        "the list is refused ({count} reason); nothing was written",
        "the list is refused ({count} reasons); nothing was written",
        len(found),
    )
    return Failure(ExitCode.FINDINGS, message, refusals=found)


def file_refused(message: str, help_line: str = "") -> Failure:
    """Return the failure that a file gives no list at all."""
    return list_refused([Refusal(0, message, help_line)])
