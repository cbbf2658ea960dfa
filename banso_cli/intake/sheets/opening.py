"""From a file to its sheets of cells: by its first bytes, the end of its name, and its encoding."""

from __future__ import annotations

from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from pathlib import Path

from banso_cli.files.failure import file_refused
from banso_cli.files.file_kinds import foreign, is_workbook
from banso_cli.files.reasons import reason
from banso_cli.intake.sheets.cells import Sheet
from banso_cli.intake.sheets.texts import read_text
from banso_cli.intake.sheets.workbook import LARGEST, all_sheets, read_by, too_large
from banso_cli.locale import _
from banso_cli.text.suggestion import one_of
from banso_cli.yaml.encodings import UTF_16, wide_encoding

_TEXTS = (".txt", ".md", ".tsv", ".csv")
_WORKBOOKS = (".xlsx", ".xlsm")

_ENCODINGS = ("utf-8-sig", "cp932")


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
