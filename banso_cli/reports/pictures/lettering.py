"""How wide text is in a picture, and where it breaks: an estimate that no usual font exceeds.

Pictures name no font of their own, so the width is not known; it is the same on every machine.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from banso_cli.reports.pictures.kinsoku import NEVER_FIRST, NEVER_LAST

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
    lines = [""]
    for piece in _pieces(text, _is_kept):
        fits = text_width(piece, size) <= width
        for part in (piece,) if fits else _pieces_that_fit(piece, size, width):
            if lines[-1] and text_width(lines[-1] + part.rstrip(), size) > width:
                lines.append("")
            lines[-1] += part if lines[-1] else part.lstrip()
    return tuple(line.rstrip() for line in lines if line.strip())


def balanced(text: str, size: int, width: float) -> tuple[str, ...]:
    """Return as few lines as `wrapped` does, of lengths as equal as they can be."""
    lines = wrapped(text, size, width)
    widest = max(text_width(piece, size) for piece in _pieces(text, _is_kept))
    while len(lines) > 1 and width - size >= widest:
        width -= size
        tighter = wrapped(text, size, width)
        if len(tighter) > len(lines):
            break
        lines = tighter
    return lines


def _pieces_that_fit(piece: str, size: float, width: float) -> Iterator[str]:
    """Yield the parts of a word that is too long: what must stay together, else its letters."""
    for part in _pieces(piece, _is_bound):
        yield from (part,) if text_width(part, size) <= width else part


def _pieces(text: str, joined: Callable[[str, str], bool]) -> Iterator[str]:
    """Yield the parts of a text whose letters are joined to what stands before them."""
    piece = ""
    for letter in text:
        if piece and not joined(piece, letter):
            yield piece
            piece = ""
        piece += letter
    yield piece


def _is_bound(piece: str, after: str) -> bool:
    """Tell whether a letter must not be parted from a piece."""
    before = piece[-1]
    if after in NEVER_FIRST or before in NEVER_LAST or _is_mark(after):
        return True
    return _is_latin(before) and _is_latin(after)


def _is_kept(piece: str, after: str) -> bool:
    """Tell whether a letter stays with a piece, as words of kanji and katakana do."""
    if _is_bound(piece, after):
        return True
    ends = piece.endswith(("法人", "団体", "・"))
    return not ends and _is_of_names(piece[-1]) and _is_of_names(after)


def _is_latin(letter: str) -> bool:
    return "!" <= letter <= "~"


def _is_of_names(letter: str) -> bool:
    return "\u4e00" <= letter <= "\u9fff" or "ァ" <= letter <= "ー"


def column(lines: tuple[str, ...], x: int, y: int, step: int) -> tuple[Lettering, ...]:
    """Set lines of text one below the other, the first on the height y."""
    return tuple(Lettering(x, y + step * n, line) for n, line in enumerate(lines))
