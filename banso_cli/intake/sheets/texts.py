"""From a text to its sheet of cells: by what parts its headings, or else by blanks."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from banso_cli.files.failure import Failure, list_refused
from banso_cli.intake.sheets.cells import Line, Place, Sheet, cell
from banso_cli.intake.sheets.headings import headings
from banso_cli.intake.sheets.layout import laid_out
from banso_cli.locale import _

_TAB = "\t"
_BAR = "|"
"""What parts the cells of a table in Markdown, and stands at both its ends."""
_DELIMITERS = (_TAB, ",", ";", _BAR)
_AS_TEXT = re.compile(r'="(.*)"', re.DOTALL)
"""A formula by which Excel keeps the zeros of a cell of CSV."""
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_DOCUMENTS = (".txt", ".md", ".tsv")


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
