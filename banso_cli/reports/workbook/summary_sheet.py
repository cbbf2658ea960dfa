"""Writes the sheet 概要: its lines and tables, one below the other, with charts beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from banso_cli.reports.summary import Summary
from banso_cli.reports.workbook.blocks import (
    CHART,
    COLUMNS,
    LAST,
    PAGE,
    TABLE,
    Block,
    Grid,
    Leads,
    Line,
    Link,
    Number,
    Piece,
    Plot,
    Style,
)
from banso_cli.reports.workbook.charts import insert_chart
from banso_cli.reports.workbook.data_sheets import warning
from banso_cli.reports.workbook.measuring import fitting
from banso_cli.reports.workbook.printing import SPILL, set_print
from banso_cli.reports.workbook.writing import LINK, Look, is_followed, place_in

NAME = "概要"

SCALE = 72
"""Percent of their size in which letters are printed: the columns then fit an A4 page that lies,
also where a wider font stands in for the one that is wanted."""

STYLES: Mapping[Style, dict[str, object]] = {
    Style.TITLE: {"bold": True, "font_size": 16, "valign": "vcenter"},
    Style.HEADING: {"bold": True, "font_size": 12, "valign": "bottom"},
    Style.SUBHEADING: {"bold": True, "valign": "top"},
    Style.TEXT: {"text_wrap": True, "valign": "top"},
}
HEAD = {"bold": True, "bg_color": "#EEEEEE", "text_wrap": True, "valign": "vcenter", "bottom": 1}
BODY = {"valign": "top", "text_wrap": True, "bottom": 4}
SUM = {"bold": True, "top": 1}

Placed = tuple[tuple[int, Block], ...]
"""The blocks with the rows where they begin."""


def placed(blocks: tuple[Block, ...]) -> Placed:
    """Return the blocks with their rows."""
    rows, row = [], 0
    for block in blocks:
        rows.append(row)
        row += len(block.heights)
    return tuple(zip(rows, blocks, strict=True))


def places(found: Placed) -> dict[str, str]:
    """Return what leads to the named lines."""
    lines = ((row, each) for row, each in found if isinstance(each, Line) and each.name)
    return {each.name: place_in(NAME, row + 1) for row, each in lines}


def page_breaks(found: Placed) -> tuple[int, ...]:
    """Return the rows that begin a page, the last of which is never one of a few rows."""
    pages: list[list[tuple[int, int]]] = [[]]
    for row, height in _units(found):
        if pages[-1] and _height(pages[-1]) + height > PAGE:
            pages.append([])
        pages[-1].append((row, height))
    while len(pages) > 1 and len(pages[-2]) > 1 and _height(pages[-1]) < SPILL * PAGE:
        pages[-1].insert(0, pages[-2].pop())
    return tuple(units[0][0] for units in pages[1:])


def _units(found: Placed) -> list[tuple[int, int]]:
    """Return the row and the height of what is not parted.

    Headings stay with what follows them, and with subheadings their few lines.
    """
    units: list[tuple[int, int]] = []
    follows, is_beneath = False, False
    for row, block in found:
        style, height = block.style if isinstance(block, Line) else None, sum(block.heights)
        is_line = style is Style.TEXT
        is_short = is_beneath and is_line and units[-1][1] + height <= PAGE // 2
        if follows or is_short:
            units[-1] = (units[-1][0], units[-1][1] + height)
        else:
            units.append((row, height))
        follows = style is not None and not is_line
        is_beneath = style is Style.SUBHEADING or (is_beneath and is_line)
    return units


def _height(units: list[tuple[int, int]]) -> int:
    return sum(height for _row, height in units)


@dataclass(frozen=True, slots=True)
class Desk:
    """What the sheet is written with; `places` is what leads to its named lines."""

    book: Workbook
    page: Worksheet
    summary: Summary
    places: Mapping[str, str]
    look: Look

    def write(self, block: Block, row: int) -> None:
        """Write a block whose first row this is."""
        for at, height in enumerate(block.heights):
            self.page.set_row(row + at, height)
        if isinstance(block, Line):
            self._line(block, row)
        elif isinstance(block, Leads):
            for column, name in enumerate(block.sheets):
                self._link(row, column, Link(name, place_in(name)), {})
        else:
            self._grid(block, row)

    def _line(self, line: Line, row: int) -> None:
        style = STYLES[line.style]
        self.page.merge_range(row, 0, row, LAST, "", self.look(**style))
        if is_followed(line.target):
            self._link(row, 0, Link(line.text, line.target), style)
        elif line.style is Style.TEXT and len(line.runs) > 1:
            looks = {each: self.look(bold=each) for each in (False, True)}
            parts = [part for run in line.runs for part in (looks[run.is_emphasised], run.text)]
            self.page.write_rich_string(row, 0, *parts, self.look(**style))
        else:
            self.page.write_string(row, 0, fitting(line.text), self.look(**style))

    def _link(self, row: int, column: int, link: Link, style: Mapping[str, object]) -> None:
        target = self.places.get(link.target, link.target)
        look = self.look(**{**style, **LINK})
        self.page.write_url(row, column, target, look, string=fitting(link.text))

    def _grid(self, grid: Grid, row: int) -> None:
        for column, head in enumerate(grid.heads):
            self._cell(grid, (row, column), head, HEAD)
        for at, pieces in enumerate(grid.rows, 1):
            is_sum = grid.has_sum and at == len(grid.rows)
            style = {**BODY, **SUM} if is_sum else BODY
            for column, piece in enumerate(pieces):
                self._cell(grid, (row + at, column), piece, style)
        for at, note in enumerate(grid.notes, row + 1 + len(grid.rows)):
            look = self.look(**STYLES[Style.TEXT])
            self.page.merge_range(at, 0, at, TABLE, fitting(note), look)
        if isinstance(grid.beside, Plot):
            insert_chart(self.book, self.page, row, grid.beside, self.summary)
        elif grid.beside:
            self.page.write_string(row, CHART, grid.beside, self.look(valign="vcenter"))

    def _cell(
        self, grid: Grid, place: tuple[int, int], piece: Piece, style: Mapping[str, object]
    ) -> None:
        row, column = place
        beside = {"align": "left", "indent": 1} if column in grid.texts else {"align": "right"}
        properties = {**style, **(beside if column else {"align": "left"})}
        if grid.is_wide and column == len(grid.heads) - 1:
            self.page.merge_range(row, column, row, LAST, "", self.look(**properties))
        if isinstance(piece, Link):
            self._link(row, column, piece, properties)
        elif isinstance(piece, Number):
            look = self.look(**properties, num_format=number_format(piece))
            value = piece.value / 100 if piece.unit == "%" else piece.value
            self.page.write_number(row, column, float(value), look)
        elif piece:
            self.page.write_string(row, column, fitting(piece), self.look(**properties))
        else:
            self.page.write_blank(row, column, None, self.look(**properties))


def number_format(number: Number) -> str:
    """Return how Excel shows a number: with its unit, and a difference with its sign."""
    if number.is_signed:
        return '+#,##0;-#,##0;"±0"'
    if number.unit == "%":
        return "0.0%"
    return f'#,##0"{number.unit}"' if number.unit else "#,##0"


def write_summary(desk: Desk, found: Placed) -> None:
    """Write the sheet, ready to be printed; its pages end where nothing is parted."""
    page = desk.page
    page.hide_gridlines(2)
    for column, width in enumerate(COLUMNS):
        page.set_column(column, column, width)
    for row, block in found:
        desk.write(block, row)
    page.set_h_pagebreaks([*page_breaks(found)])
    page.set_print_scale(SCALE)
    page.print_area(0, 0, found[-1][0] + len(found[-1][1].heights) - 1, LAST)
    set_print(page, f"{warning(desk.summary)}{desk.summary.title}", NAME, landscape=True)
