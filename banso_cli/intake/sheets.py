"""From a file of text, CSV, TSV or xlsx to lines of cells, whatever they mean."""

from __future__ import annotations

import csv
import io
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from banso_cli.files.failure import Refusal
from banso_cli.files.file_kinds import foreign, is_workbook
from banso_cli.files.reasons import reason
from banso_cli.intake.refusal import file_refused, list_refused
from banso_cli.intake.workbook import LARGEST, Row, read_workbook, too_large
from banso_cli.locale import _
from banso_cli.yaml.encodings import UTF_16, wide_encoding

_ENCODINGS = ("utf-8-sig", "cp932")


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
    """Lines of one table; a document has prose between them, and blank lines part its columns.

    The name is that of a sheet of a workbook.
    """

    lines: tuple[Line, ...]
    is_document: bool
    name: str = ""


def read_sheets(file: Path) -> tuple[Sheet, ...]:
    """Read all sheets of a file in their order; text and CSV have one."""
    data = _bytes(file)
    if (other := foreign(data)) is not None:
        what, help_line = other
        raise file_refused(_("{file}: this is {what}").format(file=file.name, what=what), help_line)
    reader = _workbook if is_workbook(data) else _READERS.get(file.suffix.lower())
    if reader is None:
        raise file_refused(
            _("{file}: files of this type are not read").format(file=file.name),
            _("write one of: {names}").format(names=_(", ").join(_READERS)),
        )
    return reader(data, file.name)


def _bytes(file: Path) -> bytes:
    try:
        if file.stat().st_size <= LARGEST:
            return file.read_bytes()
    except OSError as error:
        message = _("{file}: cannot be read ({reason})").format(
            file=file.name, reason=reason(error)
        )
        raise file_refused(message) from error
    raise too_large(file.name)


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
        raise list_refused([Refusal.at(number, message, help_line)]) from error


def _workbook(data: bytes, name: str) -> tuple[Sheet, ...]:
    sheets = read_workbook(data, name)
    return tuple(Sheet(_padded(rows), is_document=False, name=title) for title, rows in sheets)


def _padded(rows: Iterable[Row]) -> tuple[Line, ...]:
    """Give all rows of a sheet the same number of cells: a workbook ends a row at its last one."""
    lines = [
        _line(row.number, ("" if value is None else str(value) for value in row.values))
        for row in rows
    ]
    width = max((len(line.cells) for line in lines), default=0)
    return tuple(
        Line(each.number, each.cells + ("",) * (width - len(each.cells))) for each in lines
    )


def _line(number: int, cells: Iterable[str]) -> Line:
    """Return a line; line breaks within a cell become blanks."""
    return Line(number, tuple(" ".join(cell.strip().splitlines()) for cell in cells))


def _decoded(data: bytes, name: str) -> str:
    """Return a text in the encodings that Excel writes; UTF-16 has a mark at its beginning."""
    wide = wide_encoding(data)
    encodings: tuple[str, ...] = () if wide else _ENCODINGS
    if wide == UTF_16 and data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        encodings = ("utf-16",)
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    message = _("{file}: neither UTF-8 nor Shift_JIS (CP932)").format(file=name)
    if wide:
        message = _("{file}: this is a text in {encoding}").format(file=name, encoding=wide)
    raise file_refused(message, _("save the file in UTF-8"))


_READERS: Mapping[str, Callable[[bytes, str], tuple[Sheet, ...]]] = MappingProxyType(
    {
        ".txt": _document,
        ".md": _document,
        ".tsv": _tab_separated,
        ".csv": _comma_separated,
        ".xlsx": _workbook,
    }
)
