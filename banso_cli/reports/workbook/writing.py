"""Writes a sheet of cells: text as text, numbers as numbers, ready to filter and to print."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import TypeAlias

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from banso_cli.datasets.sheet import Cell, Column, Sheet
from banso_cli.reports.workbook.measuring import ROOM, fitting, height, width
from banso_cli.reports.workbook.printing import pages_of, set_print

FONT, FONT_SIZE = "Meiryo UI", 10
"""The font of all text, which Windows has; other systems take one of their own."""

TEXT = "@"
FORMATS = {"string": TEXT, "integer": "#,##0", "number": "0.0"}
"""How Excel shows a column of each type."""

OTHER_FORMATS = {
    **dict.fromkeys(("period", "number", "seat"), "0"),
    "difference": "+#,##0;-#,##0;0",
}
"""How it shows columns of numbers that are no counts."""

ADDRESSES = {"page", "address"}
"""The columns whose texts are addresses."""

LONGEST_ADDRESS = 2_000
"""About how many letters of an address Excel follows."""

WORDS = {"num_format": TEXT, "align": "left", "indent": 1, "text_wrap": True}
HEADING = {**WORDS, "bold": True, "bottom": 1, "bg_color": "#EEEEEE", "valign": "vcenter"}
LINK = {"font_color": "#0000BE", "underline": 1}
"""How a link looks: blue, and underlined for grey print."""

Look: TypeAlias = Callable[..., Format]
"""What gives the format of some properties."""

Links = Mapping[tuple[int, int], str]
"""Where cells lead, by row and column; the heading is row 0."""


def looks(book: Workbook) -> Look:
    """Return what gives the format of properties; those that are alike are one."""

    @cache
    def look(**properties: object) -> Format:
        return book.add_format(properties)

    return look


def write_sheet(
    book: Workbook, sheet: Sheet, look: Look, warning: str, links: Links, *, landscape: bool
) -> None:
    """Write a sheet with its heading frozen, filtered and repeated on every printed page.

    The warning stands before the title that is printed.
    """
    page = book.add_worksheet(sheet.name)
    last, end = len(sheet.rows), len(sheet.columns) - 1
    widths = [
        width(column, [row[at] for row in sheet.rows]) for at, column in enumerate(sheet.columns)
    ]
    heights = [height(row, widths) for row in (sheet.headings(), *sheet.rows)]
    for row, points in enumerate(heights):
        page.set_row(row, points)
    for at, column in enumerate(sheet.columns):
        shown = OTHER_FORMATS.get(column.name, FORMATS[column.type])
        numbers = {"num_format": shown, "align": "right", "indent": 1}
        is_text = column.type == "string"
        cell_look = look(**(WORDS if is_text else numbers), valign="top")
        page.set_column(at, at, widths[at] + ROOM, cell_look)
        heading = HEADING if is_text else {**HEADING, "align": "right"}
        page.write_string(0, at, column.heading, look(**heading))
        for number, cells in enumerate(sheet.rows, 1):
            address = links.get((number, at)) or _address(column, cells[at])
            cell = look(**WORDS, **LINK, valign="top") if address else cell_look
            _write(page, (number, at), cells[at], cell, address)
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, last, end)
    page.ignore_errors({"number_stored_as_text": xl_range(0, 0, last, end)})
    page.repeat_rows(0)
    wide = [each + ROOM for each in widths]
    page.fit_to_pages(1, pages_of(wide, heights, landscape=landscape))
    set_print(page, f"{warning}{sheet.title}", sheet.name, landscape=landscape)


def _address(column: Column, cell: Cell) -> str:
    """Return where a cell leads that holds an address, else nothing."""
    if column.name not in ADDRESSES or not isinstance(cell, str):
        return ""
    return cell if is_followed(cell) else ""


def place_in(sheet: str, row: int = 1) -> str:
    """Return what leads to a row of a sheet of the workbook."""
    return f"internal:'{sheet}'!A{row}"


def is_followed(address: str) -> bool:
    """Tell whether Excel follows an address: of the web, and not too long."""
    return address.startswith(("https://", "http://")) and len(address) <= LONGEST_ADDRESS


def _write(page: Worksheet, place: tuple[int, int], cell: Cell, look: Format, address: str) -> None:
    """Write a cell; a text leads to an address, or with `internal:` to a place in the workbook."""
    if isinstance(cell, str):
        if address:
            page.write_url(*place, address, look, string=fitting(cell))
        else:
            page.write_string(*place, fitting(cell), look)
    elif cell is not None:
        page.write_number(*place, float(cell), look)
