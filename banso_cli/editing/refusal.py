"""Why something is not written: each refusal names its line and what would mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refusal:
    """A thing in a list that cannot be taken; line 0 means the file or the roster as a whole.

    In a workbook the line is the number of the row.
    """

    line: int
    message: str
    help: str = ""

    @classmethod
    def at(cls, line: int, message: str, help_line: str = "", **shown: object) -> Refusal:
        """Return a refusal whose message, translated before, shows the line and these values."""
        return cls(line, message.format(line=line, **shown), help_line)


class ListRefused(Exception):  # noqa: N818 - the list is at fault, not banso
    """A list is refused as a whole; nothing of it is written."""

    def __init__(self, refusals: Iterable[Refusal]) -> None:
        self.refusals = tuple(sorted(refusals, key=lambda refusal: refusal.line))
        super().__init__("\n".join(refusal.message for refusal in self.refusals))
