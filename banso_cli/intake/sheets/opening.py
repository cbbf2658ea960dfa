"""From a file to its sheets of cells: by its first bytes, its encoding, and its heading row."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from banso_cli.files.failure import Failure, file_refused, list_refused
from banso_cli.files.file_kinds import foreign, is_workbook
from banso_cli.files.reasons import reason
from banso_cli.intake.sheets.cells import Line, Place, Sheet, cell
from banso_cli.intake.sheets.headings import headings
from banso_cli.intake.sheets.layout import laid_out
from banso_cli.intake.sheets.workbook import LARGEST, all_sheets, read_by, too_large
from banso_cli.locale import _
from banso_cli.text.suggestion import one_of
from banso_cli.yaml.encodings import UTF_16, wide_encoding

_TEXTS = (".txt", ".md", ".tsv", ".csv")
_WORKBOOKS = (".xlsx", ".xlsm")

_ENCODINGS = ("utf-8-sig", "cp932")
_TAB = "\t"
_BAR = "|"
"""What parts the cells of a table in Markdown, and stands at both its ends."""
_DELIMITERS = (_TAB, ",", ";", _BAR)
_AS_TEXT = re.compile(r'="(.*)"', re.DOTALL)
"""A formula by which Excel keeps the zeros of a cell of CSV."""
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_DOCUMENTS = (".txt", ".md", ".tsv")


def read_sheets(file: Path) -> tuple[Sheet, ...]:
    """Read all sheets of a file in their order; text and CSV have one."""
    data = _bytes(file)
    if (other := foreign(data)) is not None:
        what, help_line = other
        raise file_refused(_("{file}: this is {what}"), help_line, file=file.name, what=what)
    suffix = file.suffix.lower()
    is_text = bool(data) and min(data) >= ord("\t")  # no control letters but blanks
    if is_workbook(data) or (suffix in _WORKBOOKS and not is_text):
        return read_by(all_sheets, data, file.name)
    if suffix in _WORKBOOKS:
        message = _("{file}: its name is that of a workbook, but it is a text")
        raise file_refused(message, _("rename it so that it ends in .csv"), file=file.name)
    if suffix not in _TEXTS:
        message, names = _("{file}: files of this type are not read"), (*_TEXTS, *_WORKBOOKS)
        raise file_refused(message, one_of(names), file=file.name)
    return (read_text(decoded(data, file.name), file),)


def sheets_named(sheets: Sequence[Sheet], names: Sequence[str], file: str) -> tuple[Sheet, ...]:
    """Return the sheets of these names, which may be hidden, in the order of the names."""
    found = {_letters(sheet.name): sheet for sheet in sheets if sheet.name}
    for name in names:
        if _letters(name) not in found:
            known = _(", ").join(sheet.name for sheet in sheets if sheet.name)
            help_line = known and _("the sheets are: {names}")
            message = _("{file}: there is no sheet '{name}'")
            help_line = help_line or _("a text has no sheets; leave out --sheet")
            raise file_refused(message, help_line, file=file, name=name, names=known)
    return tuple(found[_letters(name)] for name in dict.fromkeys(names))


def _letters(name: str) -> str:
    return unicodedata.normalize("NFKC", name).strip()


def _bytes(file: Path) -> bytes:
    try:
        if file.stat().st_size <= LARGEST:
            return file.read_bytes()
    except OSError as error:
        message = _("{file}: cannot be read ({reason})")
        raise file_refused(message, file=file.name, reason=reason(error)) from error
    raise too_large(file.name)


def decoded(data: bytes, name: str) -> str:
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
    message = _("{file}: neither UTF-8 nor Shift_JIS (CP932)")
    if wide:
        message = _("{file}: this is a text in {encoding}")
    raise file_refused(message, _("save the file in UTF-8"), file=name, encoding=wide)


def read_text(text: str, file: Path) -> Sheet:
    """Return the lines of a text, parted by what makes its headings cells, or else by blanks.

    Where there are no headings, the name of the file tells what should part them.
    """
    is_document = file.suffix.lower() in _DOCUMENTS
    usual = _TAB if is_document else ","
    for delimiter in _DELIMITERS:
        if delimiter in text and _has_headings(text, delimiter):
            found = _sheet(text, delimiter, is_strict=True)
            return replace(found, is_document=is_document and delimiter == _TAB)
    return laid_out(text) or _sheet(text, usual, is_strict=usual == ",")


def _has_headings(text: str, delimiter: str) -> bool:
    try:
        return bool(headings(_sheet(text, delimiter, is_strict=False)))
    except Failure:  # parted by something else, the text has cells that are endless
        return False


def _sheet(text: str, delimiter: str, *, is_strict: bool) -> Sheet:
    """Return the sheet; a document may have stray quotation marks."""
    try:
        return Sheet(tuple(_records(text, delimiter, is_strict=is_strict)))
    except csv.Error:
        lines = enumerate(io.StringIO(text, newline=None), start=1)
        return Sheet(tuple(Line(at, tuple(map(cell, line.split(_TAB)))) for at, line in lines))


def _records(text: str, delimiter: str, *, is_strict: bool) -> Iterator[Line]:
    """Yield records by the line they begin on: a quoted cell may go on over several."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=is_strict)
    number = 1
    try:
        for cells in reader:
            if delimiter != _BAR:
                yield Line(number, tuple(cell(_AS_TEXT.sub(r"\1", each)) for each in cells))
            elif any(each.strip("-: ") for each in cells):  # no rule below the headings
                broken = (_BREAK.sub("\n", each) for each in cells[1:-1])
                yield Line(number, tuple(map(cell, broken)))
            number = reader.line_num + 1
    except csv.Error as error:
        if delimiter == _TAB:
            raise
        message = _("{place}: the quotation marks do not close")
        help_line = _("double a quotation mark that is part of a cell, and put the cell in quotes")
        raise list_refused([Place(number).refusal(message, help_line)]) from error
