"""Splices: letters of a text that are written over, all else staying as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple


class Splice(NamedTuple):
    """What to write from one letter of a text to another, both counted from 0."""

    start: int
    end: int
    text: str

    def overlaps(self, other: Splice) -> bool:
        """Tell whether both write the same letters, or at the same place."""
        return self.start == other.start or (self.start < other.end and other.start < self.end)


def spliced(
    text: str, splices: Iterable[Splice], start: int = 0, written: Callable[[str], str] = str
) -> str:
    """Return a text that begins at this letter with splices; of two that overlap the first is made.

    `written` tells how what they write stands in the text.
    """
    pieces, at = [], start
    for each in sorted(splices):
        if each.start >= at:
            pieces += [text[at - start : each.start - start], written(each.text)]
            at = each.end
    return "".join((*pieces, text[at - start :]))
