"""Data files as a reader without eyes meets them: CSV bytes, and the sheets of a workbook."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from openpyxl import load_workbook

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

Value: TypeAlias = object
"""A cell as it is read: text, in a workbook also a number or a date, or None."""


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of one file or sheet; a blank cell is None.

    What only a workbook can have is named by its cells: `merged`, `formulas`, `hidden`, `coloured`,
    `commented`. `breaks` counts line ends that are not CRLF. `is_typed` tells a number from text.
    """

    head: tuple[Value, ...]
    body: tuple[tuple[Value, ...], ...]
    is_typed: bool = False
    merged: tuple[str, ...] = ()
    formulas: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    coloured: tuple[str, ...] = ()
    commented: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    breaks: int = 0

    def column(self, at: int) -> tuple[Value, ...]:
        """Return the cells under a heading; a row that ends before it has a blank there."""
        return tuple(row[at] if at < len(row) else None for row in self.body)


def grid_of_csv(data: bytes, encoding: str = "utf-8-sig") -> Grid:
    """Read CSV whose encoding was stated; UnicodeDecodeError where that was wrong."""
    text = data.decode(encoding)
    head, *body = csv.reader(io.StringIO(text, newline=""), strict=True)
    breaks = len(re.findall(r"(?<!\r)\n|\r(?!\n)", text))
    return Grid(_blanks(head), tuple(_blanks(row) for row in body), breaks=breaks)


def _blanks(row: list[str]) -> tuple[str | None, ...]:
    return tuple(cell or None for cell in row)


def grids_of_workbook(data: bytes) -> dict[str, Grid]:
    """Read all sheets of an xlsx file by their names; sheets of charts have no cells."""
    return {sheet.title: _grid(sheet) for sheet in load_workbook(io.BytesIO(data)).worksheets}


def _grid(sheet: Worksheet) -> Grid:
    first = sheet.dimensions.partition(":")[0]  # before anything else: reading makes cells
    cells = [cell for row in sheet.iter_rows() for cell in row]
    below = [cell for row in sheet.iter_rows(min_row=2) for cell in row]
    head, *body = sheet.iter_rows(values_only=True)
    rules = [str(each.sqref) for each in sheet.conditional_formatting]
    return Grid(
        tuple(head),
        tuple(tuple(row) for row in body),
        is_typed=True,
        merged=tuple(str(each) for each in sheet.merged_cells.ranges),
        formulas=tuple(cell.coordinate for cell in cells if cell.data_type == "f"),
        hidden=_hidden(sheet),
        coloured=(
            *(cell.coordinate for cell in below if cell.fill.fill_type),
            *rules,
        ),
        commented=tuple(cell.coordinate for cell in cells if cell.comment),
        before=() if first == "A1" else (first,),
    )


def _hidden(sheet: Worksheet) -> tuple[str, ...]:
    rows = [str(at) for at, row in sheet.row_dimensions.items() if row.hidden]
    columns = [at for at, column in sheet.column_dimensions.items() if column.hidden]
    return (*rows, *columns, *([] if sheet.sheet_state == "visible" else [sheet.title]))
