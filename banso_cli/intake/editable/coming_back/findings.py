"""What is wrong in the cells of the workbook, and a copy that shows it beside their rows."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from itertools import groupby
from operator import attrgetter
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import load_workbook
from openpyxl.styles import Alignment, PatternFill
from openpyxl.utils import get_column_letter

from banso_cli.intake.sheets.cells import Place

MARKED = "指摘"
"""The head of the column of findings, which is not read."""

_COLOUR, _WIDTH = "FFC7CE", 60


@dataclass(frozen=True, slots=True)
class CellFinding:
    """A fault in a cell of the workbook, and what to write."""

    place: Place
    message: str
    help: str = ""


def marked(data: bytes, findings: Iterable[CellFinding]) -> bytes:
    """Return a copy in which a last column tells the findings of each row; their cells are red."""
    with warnings.catch_warnings(action="ignore"):  # of what of the workbook gets lost
        book = load_workbook(BytesIO(data))
    fill = PatternFill("solid", fgColor=_COLOUR)
    by_sheet = attrgetter("place.sheet")
    for name, found in groupby(sorted(findings, key=by_sheet), by_sheet):
        page = book[name]
        page.protection.sheet = False  # or else nothing could be sorted in the copy
        heads = [c for row in page.iter_rows(max_row=100) for c in row if c.value == MARKED]
        column = heads[0].column if heads else page.max_column + 1
        told: dict[int, list[str]] = {}
        for each in found:
            page[each.place.cell].fill = fill
            help_line = f"（{each.help}）" if each.help else ""
            line = f"{each.place.cell}: {each.message}{help_line}"
            told.setdefault(each.place.line, []).append(line)
        page.cell(heads[0].row if heads else 1, column).value = MARKED
        page.column_dimensions[get_column_letter(column)].width = _WIDTH
        for row, lines in told.items():
            cell = page.cell(row, column)
            cell.value, cell.fill = "\n".join(lines), fill
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            page.row_dimensions[row].height = None  # as high as what is told needs
    stream = BytesIO()
    book.save(stream)
    return _without_clock(stream.getvalue())


def _without_clock(data: bytes) -> bytes:
    """Return a workbook without the hour: the same copy has the same bytes."""
    stream = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(stream, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "docProps/core.xml":
                part = re.sub(rb"<dcterms:modified.*?</dcterms:modified>", b"", part)
            new.writestr(ZipInfo(name), part, ZIP_DEFLATED)
    return stream.getvalue()
