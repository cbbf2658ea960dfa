"""How wide and how high cells are: text is measured, so that no row is higher than its text."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from banso_cli.datasets.sheet import Cell, Column

LONGEST = 32_767
"""How many UTF-16 units a cell holds."""

CUT = "…（長いため、ここまで）"
"""What ends a text that no cell could hold whole."""

WIDEST, WIDEST_HEAD, EMPTY = 28, 8, 4
"""Where text and headings are wrapped, in letters of half width, and headings above no text."""

WIDTHS = {
    "key": 20,
    "title": 20,
    "as_of": 6,
    "caution": 10,
    "kana": 16,
    "page": 37,
    "figure": 44,
    "agency_of_member": 50,
    "agency_of_team": 22,
    "themes": 26,
    "name": 30,
    "subject": 10,
    "next": 8,
    "kind": 8,
    "text": 66,
    "address": 40,
}
"""Where text is wrapped in columns that are narrower or wider than others.

A sheet is printed as wide as a page of A4: the narrower it is, the larger are its letters.
"""

ROOM = 2
"""Letters of half width that a column has beside its text: the indent and the padding."""

BUTTON = 1
"""What a heading needs beside that, for the button of the filter."""

LINE, HIGHEST = 15, 405
"""The height of a line of text, and of the highest row, in points."""


def fitting(text: str) -> str:
    """Return a text that a cell can hold; a longer one ends in words that say so."""
    units = text.encode("utf-16-le")
    if len(units) <= 2 * LONGEST:
        return text
    return units[: 2 * (LONGEST - len(CUT))].decode("utf-16-le", errors="ignore") + CUT


def width(column: Column, cells: list[Cell]) -> int:
    """Return the width of a column in letters of half width: that of its text, within limits."""
    lines = [line for cell in cells for line in _shown(cell).splitlines()]
    longest = max(map(letters, lines), default=0)
    text = min(longest, WIDTHS.get(column.name.rstrip("123456789"), WIDEST))
    heading = min(letters(column.heading), WIDEST_HEAD if longest else EMPTY)
    return max(text, heading + BUTTON)


def height(row: Sequence[Cell], widths: Sequence[int]) -> int:
    """Return the height of a row in points, told to programs that do not find it by themselves.

    Letters of 10 points are a little narrower than those that columns are measured in: 20 pixels
    hold three of half width.
    """
    found = (
        lines(cell, (7 * width + 2) * 3 // 20) for cell, width in zip(row, widths, strict=True)
    )
    return min(max(found) * LINE, HIGHEST)


def lines(cell: Cell, width: int) -> int:
    """Return how many lines a cell takes in a column that holds so many letters of half width."""
    if not isinstance(cell, str):
        return 1
    return max(1, sum(_lines(letters(line), width) for line in cell.splitlines()))


def _lines(needed: int, width: int) -> int:
    """Return the lines of a text: half of a letter of full width stands at no end of a line."""
    return 1 if needed <= width else -(-needed // (width - width % 2))


def _shown(cell: Cell) -> str:
    """Return a cell about as Excel shows it, to measure it."""
    if cell is None or isinstance(cell, str):
        return cell or ""
    return f"{cell:,}"


def letters(text: str) -> int:
    """Return the width of a text in letters of half width."""
    return sum(2 if unicodedata.east_asian_width(letter) in "FWA" else 1 for letter in text)
