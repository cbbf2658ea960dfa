"""From a file to the rows of a published team list, each with its line.

The headings 市町村名, 所属府省庁 and 役職 may stand in any order, among others, and again on every
page. What precedes the first of them is not part of the list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from banso_cli.files.failure import Refusal
from banso_cli.intake.refusal import file_refused, list_refused
from banso_cli.intake.sheets import Line, Sheet, read_sheets
from banso_cli.locale import _

HEADINGS = ("市町村名", "所属府省庁", "役職")

_TABLESS_NAME = re.compile(r"[0-9０-９]+\s*[.．]\s*\S{2,3}[都道府県]")


@dataclass(frozen=True, slots=True)
class Row:
    """A member as printed; the name is empty where the team goes on, or is named further down.

    `starts_column` tells that nothing precedes the row in its column of the page.
    """

    line: int
    name: str
    agency: str
    rank: str
    starts_column: bool = False


@dataclass(frozen=True, slots=True)
class PublishedList:
    """The rows of a list in the order of the file, and the lines that are no rows but should be."""

    rows: tuple[Row, ...]
    refusals: tuple[Refusal, ...]


@dataclass(frozen=True, slots=True)
class _Heading:
    """Where each of the three cells stands in a row, and how many cells a row has."""

    name: int
    agency: int
    rank: int
    width: int

    @classmethod
    def of(cls, line: Line) -> _Heading | None:
        """Return the heading that a line is; None for other lines."""
        cells = ["".join(cell.split()) for cell in line.cells]
        if not set(HEADINGS) <= set(cells):
            return None
        if any(cells.count(heading) > 1 for heading in HEADINGS):
            message = _("line {line}: headings stand there twice")
            help_line = _("put the columns below one another: one member a row")
            raise list_refused([Refusal.at(line.number, message, help_line)])
        name, agency, rank = (cells.index(heading) for heading in HEADINGS)
        return cls(name, agency, rank, _width(cells))

    def shown(self, line: Line) -> str:
        """Return a line for a message; a list with further columns may tell more of persons."""
        return " | ".join(line.cells) if self.width == len(HEADINGS) else "…"


def read_list(file: Path) -> PublishedList:
    """Read the first sheet that has the three headings."""
    for sheet in read_sheets(file):
        if any(_Heading.of(line) for line in sheet.lines):
            return _read_sheet(sheet, file.name)
    message = _("{file}: no heading row").format(file=file.name)
    help_line = _("the headings of the list are {names}").format(names=_(", ").join(HEADINGS))
    raise file_refused(message, help_line)


def _read_sheet(sheet: Sheet, name: str) -> PublishedList:
    rows: list[Row] = []
    refusals: list[Refusal] = []
    prose: list[tuple[Line, str]] = []
    heading, starts_column = None, True
    for line in sheet.lines:
        if found := _Heading.of(line):
            heading, starts_column = found, True
        elif line.is_blank:
            starts_column = starts_column or sheet.is_document
        elif heading and sheet.is_document and len(line.cells) == 1:
            prose.append((line, heading.shown(line)))
        elif heading:
            row = _row(line, heading, starts_column=starts_column)
            refusals += _row_refusals(line, row, heading)
            rows.append(row)
            starts_column = False
    if not rows:
        raise file_refused(_("{file}: no rows below the heading").format(file=name))
    return PublishedList(tuple(rows), (*refusals, *_prose_refusals(prose, rows)))


def _row(line: Line, heading: _Heading, *, starts_column: bool) -> Row:
    cells = line.cells + ("",) * heading.width
    name, agency, rank = cells[heading.name], cells[heading.agency], cells[heading.rank]
    return Row(line.number, name, agency, rank, starts_column)


def _row_refusals(line: Line, row: Row, heading: _Heading) -> Iterator[Refusal]:
    shown = heading.shown(line)
    count = max(_width(line.cells), min(len(line.cells), heading.width))
    if count != heading.width:
        message = _("line {line}: '{text}' has {count} cells; the heading has {expected}")
        help_line = _("write each row as {names}").format(names=" | ".join(HEADINGS))
        cells = {"text": shown, "count": count, "expected": heading.width}
        yield Refusal.at(line.number, message, help_line, **cells)
        return
    for wanted, found in ((HEADINGS[1], row.agency), (HEADINGS[2], row.rank)):
        if not found:
            message = _("line {line}: '{text}' lacks {heading}")
            yield Refusal.at(line.number, message, text=shown, heading=wanted)


def _prose_refusals(prose: Iterable[tuple[Line, str]], rows: Iterable[Row]) -> Iterator[Refusal]:
    """Yield lines without tabs that are rows: with a number in front, or ending as ranks do."""
    endings = tuple({row.rank[-1:] for row in rows if row.rank})
    for line, shown in prose:
        text = line.cells[0]
        words = text.split()
        if _TABLESS_NAME.match(text) or (len(words) > 1 and text.endswith(endings)):
            message = _("line {line}: '{text}' looks like a row, but has no tabs")
            yield Refusal.at(line.number, message, _("put a tab between the cells"), text=shown)


def _width(cells: Iterable[str]) -> int:
    """Return the number of cells up to the last that is not empty."""
    return max((number for number, cell in enumerate(cells, start=1) if cell), default=0)
