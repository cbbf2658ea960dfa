"""Writes a sheet of cells: text as text, numbers as numbers, ready to filter and to print."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from banso_cli.datasets.sheet import Cell, Column, Sheet
from banso_cli.reports.workbook.measuring import ROOM, fitting, height, width
from banso_cli.reports.workbook.printing import pages_of, set_print

FONT, FONT_SIZE = "Meiryo UI", 10
"""The font of all text, which Windows has; other systems take one of their own."""

TEXT, COUNT, SHARE = "@", "#,##0", "0.0"
FORMATS = {"string": TEXT, "integer": COUNT, "number": SHARE}
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

_WORDS = {"num_format": TEXT, "align": "left", "indent": 1, "text_wrap": True}

LINK = {"font_color": "#0000BE", "underline": 1}
"""How a link looks: blue, and underlined for grey print."""

Links = Mapping[tuple[int, int], str]
"""Where cells lead, by row and column; the heading is row 0."""

NO_LINKS: Links = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Looks:
    """The formats of cells: those for headings of text and of numbers, and one for each kind."""

    heading: Format
    number_heading: Format
    link: Format
    cells: Mapping[str, Format]


def looks(book: Workbook) -> Looks:
    """Return the formats, added to the workbook: plain, so that grey print tells as much."""
    frame = {**_WORDS, "bold": True, "bottom": 1, "bg_color": "#EEEEEE", "valign": "vcenter"}
    formats = dict.fromkeys((*FORMATS.values(), *OTHER_FORMATS.values()))
    return Looks(
        heading=book.add_format(frame),
        number_heading=book.add_format({**frame, "align": "right"}),
        link=book.add_format({**_WORDS, **LINK, "valign": "top"}),
        cells={each: _look(book, each) for each in formats},
    )


def _look(book: Workbook, number_format: str) -> Format:
    look = {"num_format": number_format, "valign": "top"}
    numbers = {"align": "right", "indent": 1}
    return book.add_format({**look, **(_WORDS if number_format == TEXT else numbers)})


def number_format(column: Column) -> str:
    """Return how Excel shows the cells of a column."""
    return OTHER_FORMATS.get(column.name, FORMATS[column.type])


@dataclass(frozen=True, slots=True)
class Printed:
    """How a sheet is printed: what warning stands before its title, and which way the paper is."""

    warning: str
    landscape: bool


def write_sheet(
    book: Workbook, sheet: Sheet, look: Looks, printed: Printed, links: Links = NO_LINKS
) -> None:
    """Write a sheet with its heading frozen, filtered and repeated on every printed page."""
    page = book.add_worksheet(sheet.name)
    last, end = len(sheet.rows), len(sheet.columns) - 1
    widths = [
        width(column, [row[at] for row in sheet.rows]) for at, column in enumerate(sheet.columns)
    ]
    heights = [height(row, widths) for row in (sheet.headings(), *sheet.rows)]
    for row, points in enumerate(heights):
        page.set_row(row, points)
    for at, column in enumerate(sheet.columns):
        cell_look = look.cells[number_format(column)]
        page.set_column(at, at, widths[at] + ROOM, cell_look)
        is_text = column.type == "string"
        page.write_string(0, at, column.heading, look.heading if is_text else look.number_heading)
        for number, cells in enumerate(sheet.rows, 1):
            address = links.get((number, at)) or _address(column, cells[at])
            _write(page, (number, at), cells[at], look.link if address else cell_look, address)
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, last, end)
    page.ignore_errors({"number_stored_as_text": xl_range(0, 0, last, end)})
    page.repeat_rows(0)
    wide = [each + ROOM for each in widths]
    page.fit_to_pages(1, pages_of(wide, heights, landscape=printed.landscape))
    title = f"{printed.warning}{sheet.title}"
    set_print(page, title, sheet.name, landscape=printed.landscape)


def _address(column: Column, cell: Cell) -> str:
    """Return where a cell leads that holds an address, else nothing."""
    if column.name not in ADDRESSES or not isinstance(cell, str):
        return ""
    return cell if is_followed(cell) else ""


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
