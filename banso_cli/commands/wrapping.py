"""Breaking lines by the columns that letters take on a terminal."""

from __future__ import annotations

import re
from collections.abc import Iterator

CLOSING = "、。，．）」』〉》】ー"
"""Letters that do not begin a line."""


def wrapped(text: str, width: int, indent: int = 0, hanging: int | None = None) -> Iterator[str]:
    """Yield the lines of a text, at most `width` columns wide; closing marks may hang over.

    Words and numbers of ASCII stay whole, Japanese breaks between any two letters. The first line
    is indented by `indent` columns, the others by `hanging`, or as the first.
    """
    from wcwidth import wcwidth

    later = indent if hanging is None else hanging
    line, columns = " " * indent, indent
    for piece in re.findall(r"[\x21-\x7e]+ ?|.", text, re.DOTALL):
        size = sum(max(wcwidth(letter), 0) for letter in piece.rstrip())
        if columns + size > width and piece not in CLOSING and line.strip():
            yield line.rstrip()
            line, columns = " " * later, later
        line += piece
        columns += sum(max(wcwidth(letter), 0) for letter in piece)
    if line.strip():
        yield line.rstrip()
