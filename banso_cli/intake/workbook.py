"""The one place that opens a workbook, and knows in which ways one can be broken."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import Any, TypeVar
from zipfile import ZipFile

from banso_cli.files.failure import Failure
from banso_cli.files.file_kinds import ZIP
from banso_cli.intake.refusal import file_refused
from banso_cli.locale import _

LARGEST = 50_000_000
"""Bytes that all parts of a workbook may have once they are unpacked."""

MOST_CELLS = 5_000_000
"""Cells that are looked at; a list has some hundreds, a sheet full of formats many more."""

_LAST_ROW = 1_048_576

Read = TypeVar("Read")

_MAIN = "xl/workbook.xml"
_STRICT = b"http://purl.oclc.org/ooxml/spreadsheetml/main"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a sheet that is not blank, by its number from 1; it ends at its last value."""

    number: int
    values: tuple[object, ...]


def read_workbook(data: bytes, name: str) -> tuple[tuple[Row, ...], ...]:
    """Return the rows of all sheets in their order, formulas by the values that were stored.

    Whatever is wrong with the file, of which this is the name, it is refused.
    """
    return read_by(_sheets, data, name)


def read_by(reader: Callable[[bytes, str], Read], data: bytes, name: str) -> Read:
    """Return what a reader makes of a workbook; it is refused in whatever way reading fails."""
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
        raise file_refused(message.format(file=name), help_line) from error


def too_large(name: str) -> Failure:
    """Return the failure that a file would take all memory or time."""
    message = _("{file}: too large for a list").format(file=name)
    return file_refused(message, _("copy the list alone into a new workbook, and save that"))


def _look_over(data: bytes, name: str) -> None:
    """Refuse what is too large once unpacked, and what a reader would take for empty."""
    with ZipFile(BytesIO(data)) as archive:
        if sum(part.file_size for part in archive.infolist()) > LARGEST:
            raise too_large(name)
        if _MAIN in archive.namelist() and _STRICT in archive.read(_MAIN):
            message = _("{file}: a workbook of the form 'Strict Open XML', which is not read")
            help_line = _("save it in Excel as 'Excel Workbook (*.xlsx)'")
            raise file_refused(message.format(file=name), help_line)


def _sheets(data: bytes, name: str) -> tuple[tuple[Row, ...], ...]:
    from openpyxl import load_workbook  # noqa: PLC0415 - most lists are text

    workbook = load_workbook(BytesIO(data), read_only=True, data_only=True)
    found, cells = [], 0
    for sheet in workbook.worksheets:
        sheet.reset_dimensions()  # some programs write a wrong one
        rows = []
        for number, values in enumerate(sheet.iter_rows(values_only=True), start=1):
            cells += len(values)
            if number > _LAST_ROW or cells > MOST_CELLS:
                raise too_large(name)
            if row := _without_end(values):
                rows.append(Row(number, row))
        if len(rows) * max((len(row.values) for row in rows), default=0) > MOST_CELLS:
            raise too_large(name)
        found.append(tuple(rows))
    workbook.close()
    return tuple(found)


def _without_end(values: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return the cells up to the last that holds something."""
    for length in range(len(values), 0, -1):
        if values[length - 1] is not None:
            return values[:length]
    return ()
