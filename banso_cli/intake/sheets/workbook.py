"""The one place that opens a workbook: in which ways one is broken, and what its cells show."""

from __future__ import annotations

import datetime as dt
import re
import warnings
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING, TypeVar
from zipfile import ZipFile

from banso_cli.files.failure import Failure, file_refused
from banso_cli.files.file_kinds import ZIP
from banso_cli.intake.sheets.cells import EMPTY, Cell, Line, Sheet, cell, with_line_ends
from banso_cli.locale import _

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell as OneCell
    from openpyxl.cell.cell import MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

Read = TypeVar("Read")

LARGEST = 50_000_000
"""Bytes that all parts of a workbook may have once they are unpacked."""

MOST_CELLS = 1_000_000
"""Cells that are looked at; a list has some hundreds, a sheet full of formats many more."""

_LAST_ROW = 1_048_576
_LAST_COLUMN = 16_384

_MAIN = "xl/workbook.xml"
_SHEETS = "xl/worksheets/"
_DRAWINGS = "xl/drawings/"
_BOXES = re.compile(rb"<a:t>\s*[^<\s]")
"""The words of a shape, such as a text box, among the drawings."""

_STRICT = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
Grid = dict[int, dict[int, Cell]]
"""Cells by row and column, both from 1."""

_WHITE = ("FFFFFF", "theme 0", "indexed 1", "indexed 9", "indexed 64", "indexed 65")
_BLACK = ("000000", "theme 1", "indexed 0", "indexed 8", "indexed 64")
"""What colours are called that set nothing apart: of fills, and of letters."""


def read_by(reader: Callable[[bytes, str], Read], data: bytes, name: str) -> Read:
    """Return what a reader makes of a workbook with this name, or refuse it however that fails."""
    try:
        with warnings.catch_warnings(action="ignore"):
            _look_over(data, name)
            return reader(data, name)
    except Failure:
        raise
    except Exception as error:  # readers of ZIP and of XML fail in dozens of ways
        message = _("{file}: not an Excel workbook (.xlsx)")
        if data.startswith(ZIP):
            message = _("{file}: the workbook is damaged")
        help_line = _("save it anew as .xlsx or as CSV")
        raise file_refused(message, help_line, file=name) from error


def too_large(name: str) -> Failure:
    """Return the failure that a file would take all memory or time."""
    help_line = _("copy the list alone into a new workbook, and save that")
    return file_refused(_("{file}: too large for a list"), help_line, file=name)


def _look_over(data: bytes, name: str) -> None:
    """Refuse what is too large once unpacked, and what a reader would take for empty."""
    with ZipFile(BytesIO(data)) as archive:
        if sum(part.file_size for part in archive.infolist()) > LARGEST:
            raise too_large(name)
        if _MAIN in archive.namelist() and _STRICT in archive.read(_MAIN):
            message = _("{file}: a workbook of the form 'Strict Open XML', which is not read")
            help_line = _("save it in Excel as 'Excel Workbook (*.xlsx)'")
            raise file_refused(message, help_line, file=name)
    if _count(data, b"<c ", b"<c>") > MOST_CELLS:
        raise too_large(name)


def _parts(data: bytes, folder: str) -> Iterator[bytes]:
    with ZipFile(BytesIO(data)) as archive:
        yield from (archive.read(part) for part in archive.namelist() if part.startswith(folder))


def _count(data: bytes, *beginnings: bytes) -> int:
    """Return how often something begins in the sheets of a workbook."""
    return sum(text.count(each) for text in _parts(data, _SHEETS) for each in beginnings)


def all_sheets(data: bytes, name: str) -> tuple[Sheet, ...]:
    """Return all sheets in their order, formulas by the values that were stored."""
    from openpyxl import load_workbook  # noqa: PLC0415 - most lists are text

    shown = load_workbook(BytesIO(data), data_only=True, rich_text=True, keep_links=False)
    written = load_workbook(BytesIO(data), keep_links=False) if _count(data, b"<f") else None
    has_boxes = any(map(_BOXES.search, _parts(data, _DRAWINGS)))
    return tuple(
        Sheet(
            _lines(sheet, written[sheet.title] if written else None, name),
            name=sheet.title,
            is_hidden=sheet.sheet_state != "visible",
            has_boxes=has_boxes,
        )
        for sheet in shown.worksheets
    )


def _lines(sheet: Worksheet, written: Worksheet | None, name: str) -> tuple[Line, ...]:
    """Return the rows that are not blank, with what merged cells show in each of them."""
    columns = frozenset(_hidden_columns(sheet))
    rows = frozenset(
        number
        for number, row in sheet.row_dimensions.items()
        if row.hidden or row.height == 0  # a height of 0 hides as well
    )
    # iter_rows would make a cell for each place up to the last one
    stored = written._cells if written else {}  # noqa: SLF001
    formulas = {place for place, each in stored.items() if each.data_type == "f"}
    grid: Grid = {}
    for (row, column), each in sorted(sheet._cells.items()):  # noqa: SLF001
        if row > _LAST_ROW or column > _LAST_COLUMN:
            raise too_large(name)
        found = shown_cell(each, is_formula=(row, column) in formulas)
        if found != EMPTY:
            is_hidden = row in rows or column in columns
            grid.setdefault(row, {})[column] = replace(found, is_hidden=is_hidden)
    _spread(sheet, grid, rows)
    if sum(max(cells) for cells in grid.values()) > MOST_CELLS:
        raise too_large(name)
    return tuple(
        Line(number, tuple(cells.get(column, EMPTY) for column in range(1, max(cells) + 1)))
        for number, cells in sorted(grid.items())
    )


def _hidden_columns(sheet: Worksheet) -> Iterator[int]:
    for each in sheet.column_dimensions.values():
        if each.hidden or each.width == 0:
            yield from range(each.min or 1, min(each.max or _LAST_COLUMN, _LAST_COLUMN) + 1)


def _spread(sheet: Worksheet, grid: Grid, hidden: frozenset[int]) -> None:
    """Give each row of a merged cell its text, in the first of its columns."""
    last = max(grid, default=0)
    for area in sheet.merged_cells.ranges:
        origin = grid.get(area.min_row, {}).get(area.min_col)
        if origin is None:
            continue
        width = area.max_col - area.min_col + 1
        grid[area.min_row][area.min_col] = replace(origin, width=width)
        for row in range(area.min_row + 1, min(area.max_row, last) + 1):
            is_hidden = origin.is_hidden or row in hidden
            again = replace(origin, width=width, repeats=True, is_hidden=is_hidden)
            grid.setdefault(row, {})[area.min_col] = again


def shown_cell(written: OneCell | MergedCell, *, is_formula: bool) -> Cell:
    """Return a cell; one of formats alone is empty, and a formula may have no stored value."""
    value = written.value
    noted = Cell(has_note=True) if written.comment else EMPTY
    if value is None:  # a formula whose value is an empty text is stored as one
        return replace(noted, lacks_value=is_formula and written.data_type != "str")
    text, is_struck = _shown(value)
    found = cell(text)
    if not found.text:
        return noted
    fill, font = (written.fill, written.font) if written.has_style else (None, None)
    colour = getattr(fill, "fgColor", None)  # a gradient has none
    return replace(
        *(found,),
        is_struck=is_struck or bool(font and font.strike),
        lacks_value=written.data_type == "e",
        has_note=noted.has_note,
        fill=_colour(colour, _WHITE) if fill and fill.fill_type else "",
        ink=_ink(value) or _colour(font and font.color, _BLACK),
    )


def _shown(value: object) -> tuple[str, bool]:
    """Return a value as text, and whether a part of it is struck out; raised parts are marks."""
    if isinstance(value, str):
        return with_line_ends(value), False
    from openpyxl.cell.rich_text import CellRichText, TextBlock  # noqa: PLC0415 - as above

    if isinstance(value, CellRichText):
        blocks = [part for part in value if isinstance(part, TextBlock)]
        is_struck = any(block.font.strike and block.text.strip() for block in blocks)
        return "".join(map(_block, value)), is_struck
    if isinstance(value, float) and value.is_integer():
        return str(int(value)), False
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return value.date().isoformat(), False
    return str(value), False


def _block(part: object) -> str:
    """Return a part of a text; what is raised above the line is a mark of a footnote."""
    raised = getattr(getattr(part, "font", None), "vertAlign", None) == "superscript"
    return f"※{part}" if raised and str(part).strip() else str(part)


def _ink(value: object) -> str:
    """Return the colour of the first part of a text that has one."""
    parts = value if isinstance(value, list) else ()
    fonts = filter(None, (getattr(part, "font", None) for part in parts))
    return next(filter(None, (_colour(font.color, _BLACK) for font in fonts)), "")


def _colour(colour: object, usual: tuple[str, ...]) -> str:
    """Return a name of a colour; empty for none and for the usual one."""
    kind = getattr(colour, "type", "auto")
    if kind == "auto":
        return ""
    value = str(getattr(colour, kind, ""))
    if kind == "rgb":
        return "" if value[-6:] in usual else value
    tint = getattr(colour, "tint", 0) or 0
    name = f"{kind} {value}{tint:+.2f}" if tint else f"{kind} {value}"
    return "" if name in usual else name
