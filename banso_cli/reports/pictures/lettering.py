"""How wide text is in a picture, and where it breaks: an estimate that no usual font exceeds.

Pictures name no font of their own, so the width is not known; it is the same on every machine.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from banso_cli.text.seams import CLOSING, OPENING, pieces_of

FULL_WIDTH = 1.0
LATIN = {**dict.fromkeys("mwMW%@&", 1.0), **dict.fromkeys(" ,.:;!|'()[]ijl", 0.4)}
"""Letters that are wider or narrower than others, in widths of a square letter."""
CAPITAL = 0.8
SMALL = 0.64
NOT_IN_XML = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Lettering:
    """A line of text in a picture; x and y are where its first letter stands, in pixels."""

    x: int
    y: int
    text: str


def legible(text: str) -> str:
    """Return text on one line, with � for what XML cannot hold."""
    return " ".join(NOT_IN_XML.sub("\ufffd", text).split())


def text_width(text: str, size: float) -> float:
    """Return how many pixels a text takes at most in letters of this size."""
    return sum(_ems(letter) for letter in text) * size


def _ems(letter: str) -> float:
    if letter in LATIN:
        return LATIN[letter]
    if _is_mark(letter):
        return 0.0
    if unicodedata.east_asian_width(letter) in "WFA":
        return FULL_WIDTH
    return CAPITAL if letter.isupper() else SMALL


def _is_mark(letter: str) -> bool:
    """Tell whether a letter stands upon the one before it."""
    return unicodedata.category(letter) in {"Mn", "Me", "Cf"}


def wrapped(text: str, size: float, width: float) -> tuple[str, ...]:
    """Return the lines that a text takes; nothing but blanks at their ends is left out."""
    return _lines(_pieces(text), size, width)


def balanced(name: str, size: int, width: float) -> tuple[str, ...]:
    """Return as few lines as a name takes that is parted where a reader would, about equally long.

    Only a part that is too long for a line is parted elsewhere.
    """
    parts = pieces_of(name)
    lines = _lines(parts, size, width)
    widest = max(text_width(part, size) for part in parts or ("",))
    while len(lines) > 1 and width - size >= widest:
        width -= size
        tighter = _lines(parts, size, width)
        if len(tighter) > len(lines):
            break
        lines = tighter
    return lines


def _lines(pieces: Iterable[str], size: float, width: float) -> tuple[str, ...]:
    lines = [""]
    for part in _fitting(pieces, size, width):
        if lines[-1] and text_width(lines[-1] + part.rstrip(), size) > width:
            lines.append("")
        lines[-1] += part if lines[-1] else part.lstrip()
    return tuple(line.rstrip() for line in lines if line.strip())


def _fitting(pieces: Iterable[str], size: float, width: float) -> Iterator[str]:
    """Yield the pieces; of one that is too long its own pieces, and of such a one its letters."""
    for piece in pieces:
        if text_width(piece, size) <= width:
            yield piece
        else:
            smaller = tuple(_pieces(piece))
            yield from _fitting(smaller, size, width) if len(smaller) > 1 else piece


def _pieces(text: str) -> Iterator[str]:
    """Yield the parts of a text that stay together."""
    piece = ""
    for letter in text:
        if piece and not _joined(piece[-1], letter):
            yield piece
            piece = ""
        piece += letter
    yield piece


def _joined(before: str, after: str) -> bool:
    if after in CLOSING or before in OPENING or _is_mark(after):
        return True
    return "!" <= before <= "~" and "!" <= after <= "~"


def column(lines: tuple[str, ...], x: int, y: int, step: int) -> tuple[Lettering, ...]:
    """Set lines of text one below the other, the first on the height y."""
    return tuple(Lettering(x, y + step * n, line) for n, line in enumerate(lines))
