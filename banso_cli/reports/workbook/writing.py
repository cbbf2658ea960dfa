"""Writes a sheet of cells: text as text, numbers as numbers, ready to filter and to print."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from banso_cli.datasets.sheet import Cell, Column, Sheet

FONT, FONT_SIZE = "Meiryo UI", 10
"""The font of all text, which Windows has; other systems take one of their own."""

A4 = 9
"""The number of this size of paper."""

LONGEST = 32_767
"""How many UTF-16 units a cell holds."""

CUT = "…（長いため、ここまで）"
"""What ends a text that no cell could hold whole."""

TEXT, COUNT, SHARE = "@", "#,##0", "0.0"
FORMATS = {"string": TEXT, "integer": COUNT, "number": SHARE}
"""How Excel shows a column of each type."""

OTHER_FORMATS = {
    **dict.fromkeys(("period", "number", "seat"), "0"),
    "difference": "+#,##0;-#,##0;0",
}
"""How it shows columns of numbers that are no counts."""

WIDEST, WIDEST_HEAD, EMPTY = 28, 8, 4
"""Where text and headings are wrapped, in letters of half width, and headings above no text."""

WIDTHS = {
    "key": 20,
    "caution": 10,
    "kana": 16,
    "page": 38,
    "figure": 44,
    "name": 30,
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

_WORDS = {"num_format": TEXT, "align": "left", "indent": 1, "text_wrap": True}


@dataclass(frozen=True, slots=True)
class Looks:
    """The formats of cells: one for headings, and one for each number format."""

    heading: Format
    cells: Mapping[str, Format]


def looks(book: Workbook) -> Looks:
    """Return the formats, added to the workbook: plain, so that grey print tells as much."""
    frame = {"bold": True, "bottom": 1, "bg_color": "#EEEEEE", "valign": "vcenter"}
    heading = book.add_format({**frame, **_WORDS})
    formats = dict.fromkeys((*FORMATS.values(), *OTHER_FORMATS.values()))
    return Looks(heading, {each: _look(book, each) for each in formats})


def _look(book: Workbook, number_format: str) -> Format:
    look = {"num_format": number_format, "valign": "top"}
    return book.add_format({**look, **_WORDS} if number_format == TEXT else look)


def number_format(column: Column) -> str:
    """Return how Excel shows the cells of a column."""
    return OTHER_FORMATS.get(column.name, FORMATS[column.type])


def write_sheet(
    book: Workbook, sheet: Sheet, look: Looks, *, warning: str, landscape: bool
) -> None:
    """Write a sheet with its heading frozen, filtered and repeated on every printed page.

    The warning stands before the title at the head of each.
    """
    page = book.add_worksheet(sheet.name)
    last, end = len(sheet.rows), len(sheet.columns) - 1
    formats = [look.cells[number_format(column)] for column in sheet.columns]
    widths = [
        width(column, [row[at] for row in sheet.rows]) for at, column in enumerate(sheet.columns)
    ]
    headings = sheet.headings()
    page.set_row(0, _height(headings, widths))
    for at, heading in enumerate(headings):
        page.set_column(at, at, widths[at] + ROOM, formats[at])
        page.write_string(0, at, heading, look.heading)
    for number, row in enumerate(sheet.rows, 1):
        page.set_row(number, _height(row, widths))
        for at, cell in enumerate(row):
            _write(page, number, at, cell, formats[at])
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, last, end)
    page.ignore_errors({"number_stored_as_text": xl_range(0, 0, last, end)})
    page.repeat_rows(0)
    page.fit_to_pages(1, 0)
    set_print(page, f"{warning}{sheet.title}", sheet.name, landscape=landscape)


def set_print(page: Worksheet, title: str, name: str, *, landscape: bool) -> None:
    """Set A4, the title and the sheet's name at the head, the number of the page at the foot."""
    page.set_paper(A4)
    if landscape:
        page.set_landscape()
    page.set_margins(left=0.4, right=0.4, top=0.75, bottom=0.75)
    page.set_header(f"&L&9 {_in_header(title)}&R&9 {_in_header(name)}")
    page.set_footer("&C&9 &P / &N")


def _in_header(text: str) -> str:
    """Return text for the head of a page: `&` is a command there, and 255 letters are the limit."""
    return text[:100].replace("&", "&&")


def _write(page: Worksheet, row: int, column: int, cell: Cell, look: Format) -> None:
    if isinstance(cell, str):
        page.write_string(row, column, fitting(cell), look)
    elif cell is not None:
        page.write_number(row, column, float(cell), look)


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
    text = min(longest, WIDTHS.get(column.name, WIDEST))
    heading = min(letters(column.heading), WIDEST_HEAD if longest else EMPTY)
    return max(text, heading + BUTTON)


def _height(row: Sequence[Cell], widths: Sequence[int]) -> int:
    """Return the height of a row in points, told to programs that do not find it by themselves."""
    lines = (_lines(cell, width) for cell, width in zip(row, widths, strict=True))
    return min(max(lines) * LINE, HIGHEST)


def _lines(cell: Cell, width: int) -> int:
    if not isinstance(cell, str):
        return 1
    even = width - width % 2  # half of a letter of full width stands nowhere
    return max(1, sum(max(1, -(-letters(line) // even)) for line in cell.splitlines()))


def _shown(cell: Cell) -> str:
    """Return a cell about as Excel shows it, to measure it."""
    if cell is None or isinstance(cell, str):
        return cell or ""
    return f"{cell:,}"


def letters(text: str) -> int:
    """Return the width of a text in letters of half width."""
    return sum(2 if unicodedata.east_asian_width(letter) in "FWA" else 1 for letter in text)
