"""CSV by RFC 4180, for Japanese Excel and for programs: one datum a cell, lines ended by CRLF."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from typing import Literal

from banso_cli.datasets.sheet import Cell, Sheet
from banso_cli.files.failure import ExitCode, Failure
from banso_cli.locale import _

Encoding = Literal["utf-8-sig", "utf-8", "cp932"]
Header = Literal["ja", "en"]

RUN_BY_SPREADSHEETS = frozenset("=+-@\t\r\n＝＋－＠")
"""Text that begins so is run as a formula when the file is opened.

Japanese spreadsheets take the full-width letters for the half-width ones.
"""


def sheet_csv(sheet: Sheet, encoding: Encoding = "utf-8-sig", header: Header = "ja") -> bytes:
    """Return a sheet as CSV; it is a failure that a letter does not fit the encoding."""
    heads = sheet.headings(header)
    lines = [heads, *([cell_text(cell) for cell in row] for row in sheet.rows)]
    for number, line in enumerate(lines, start=1):
        for column, text in zip(heads, line, strict=True):
            if letter := _misfit(text, encoding):
                raise _unencodable(letter, encoding, sheet=sheet.name, row=number, column=column)
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\r\n").writerows(lines)
    return stream.getvalue().encode(encoding)


def _unencodable(letter: str, encoding: Encoding, **place: object) -> Failure:
    """Return the failure that a letter does not fit; the head of a sheet is its row 1."""
    message = _(
        "{encoding} has no '{letter}' (U+{number:04X}): table {sheet}, row {row}, column {column}"
    )
    return Failure(
        ExitCode.CANNOT_READ,
        message.format(encoding=encoding, letter=letter, number=ord(letter), **place),
        _("nothing was written; use --encoding utf-8-sig, which Excel opens too"),
    )


def cell_text(cell: Cell) -> str:
    """Return a value as it stands in a file: numbers in plain digits, blank for None.

    Text that a spreadsheet would run as a formula begins with a quote; a negative number stays.
    """
    if cell is None:
        return ""
    if isinstance(cell, Decimal):
        return format(cell, "f")
    if isinstance(cell, str) and cell[:1] in RUN_BY_SPREADSHEETS:
        return f"'{cell}"
    return str(cell)


def _misfit(text: str, encoding: Encoding) -> str | None:
    """Return the first letter that the encoding lacks, or would replace by another.

    Python's cp932 writes some letters as others: U+301C WAVE DASH comes back as U+FF5E.
    """
    codec = "utf-8" if encoding == "utf-8-sig" else encoding
    if _survives(text, codec):
        return None
    return next(letter for letter in text if not _survives(letter, codec))


def _survives(text: str, codec: str) -> bool:
    try:
        return text.encode(codec).decode(codec) == text
    except UnicodeEncodeError:
        return False
