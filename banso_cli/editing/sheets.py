"""From a file of text, CSV, TSV or xlsx to lines of cells, whatever they mean."""

from __future__ import annotations

import csv
import io
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from zipfile import BadZipFile

from banso_cli.editing.reasons import reason
from banso_cli.editing.refusal import ListRefused, Refusal
from banso_cli.locale import _


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a file, or a row of a workbook, by its number from 1; cells without blank edges."""

    number: int
    cells: tuple[str, ...]

    @property
    def is_blank(self) -> bool:
        """Tell whether nothing stands in the line."""
        return not any(self.cells)


@dataclass(frozen=True, slots=True)
class Sheet:
    """Lines of one table; a document has prose between them, and blank lines part its columns."""

    lines: tuple[Line, ...]
    is_document: bool


def read_sheets(file: Path) -> tuple[Sheet, ...]:
    """Read all sheets of a file in their order; text and CSV have one."""
    reader = _READERS.get(file.suffix.lower())
    if reader is None:
        raise _refused(
            _("{file}: files of this type are not read").format(file=file.name),
            _("write one of: {names}").format(names=_(", ").join(_READERS)),
        )
    try:
        data = file.read_bytes()
    except OSError as error:
        message = _("{file}: cannot be read ({reason})").format(
            file=file.name, reason=reason(error)
        )
        raise _refused(message) from error
    return reader(data, file.name)


def _document(data: bytes, name: str) -> tuple[Sheet, ...]:
    text = io.StringIO(_decoded(data, name), newline=None)
    lines = (_line(number, line.split("\t")) for number, line in enumerate(text, start=1))
    return (Sheet(tuple(lines), is_document=True),)


def _tab_separated(data: bytes, name: str) -> tuple[Sheet, ...]:
    return (Sheet(tuple(_records(data, name, "\t")), is_document=True),)


def _comma_separated(data: bytes, name: str) -> tuple[Sheet, ...]:
    return (Sheet(tuple(_records(data, name, ",")), is_document=False),)


def _records(data: bytes, name: str, delimiter: str) -> Iterator[Line]:
    """Yield records by the line they begin on: a quoted cell may go on over several."""
    text = io.StringIO(_decoded(data, name), newline="")
    reader = csv.reader(text, delimiter=delimiter, strict=True)
    number = 1
    try:
        for cells in reader:
            yield _line(number, cells)
            number = reader.line_num + 1
    except csv.Error as error:
        message = _("line {line}: the quotation marks do not close")
        help_line = _("double a quotation mark that is part of a cell, and put the cell in quotes")
        raise ListRefused([Refusal.at(number, message, help_line)]) from error


def _workbook(data: bytes, name: str) -> tuple[Sheet, ...]:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with warnings.catch_warnings(action="ignore"):
            workbook = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        sheets = []
        for sheet in workbook.worksheets:
            sheet.reset_dimensions()  # some programs write a wrong one
            rows = enumerate(sheet.iter_rows(values_only=True), start=1)
            lines = [
                _line(number, ("" if c is None else str(c) for c in row)) for number, row in rows
            ]
            sheets.append(Sheet(_padded(lines), is_document=False))
        workbook.close()
    except (BadZipFile, InvalidFileException, KeyError, ValueError, TypeError) as error:
        message = _("{file}: not an Excel workbook (.xlsx)").format(file=name)
        raise _refused(message, _("save it anew as .xlsx or as CSV")) from error
    return tuple(sheets)


def _padded(lines: list[Line]) -> tuple[Line, ...]:
    """Give all rows of a sheet the same number of cells: a workbook ends a row at its last one."""
    width = max((len(line.cells) for line in lines), default=0)
    return tuple(
        Line(each.number, each.cells + ("",) * (width - len(each.cells))) for each in lines
    )


def _line(number: int, cells: Iterable[str]) -> Line:
    """Return a line; line breaks within a cell become blanks."""
    return Line(number, tuple(" ".join(cell.strip().splitlines()) for cell in cells))


def _decoded(data: bytes, name: str) -> str:
    for encoding in ("utf-8-sig", "cp932"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    message = _("{file}: neither UTF-8 nor Shift_JIS (CP932)").format(file=name)
    raise _refused(message, _("save the file in UTF-8"))


def _refused(message: str, help_line: str = "") -> ListRefused:
    return ListRefused([Refusal(0, message, help_line)])


_READERS: Mapping[str, Callable[[bytes, str], tuple[Sheet, ...]]] = MappingProxyType(
    {
        ".txt": _document,
        ".md": _document,
        ".tsv": _tab_separated,
        ".csv": _comma_separated,
        ".xlsx": _workbook,
    }
)
