"""The tables of a file as rows of text with their places, whatever they mean."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from banso_cli.files.failure import Refusal
from banso_cli.intake.refusal import list_refused
from banso_cli.intake.sheets.cells import Line, Place, Sheet
from banso_cli.intake.sheets.opening import read_sheets
from banso_cli.locale import _


@dataclass(frozen=True, slots=True)
class Row:
    """A row that is not blank, by its number from 1; its cells stand in one line."""

    number: int
    cells: tuple[str, ...]

    def at(self, column: int) -> str:
        """Return a cell by its column from 0; empty where the row has ended."""
        return self.cells[column] if column < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a sheet, or of a text, which has no name."""

    name: str
    rows: tuple[Row, ...]

    @property
    def width(self) -> int:
        """Return how many cells the longest row has."""
        return max((len(row.cells) for row in self.rows), default=0)

    def place(self, row: int, column: int = -1) -> str:
        """Return what people call a row, or a cell of it: as Excel does, with the sheet."""
        return str(Place(row, self.name, column + 1))


def read_tables(file: Path) -> tuple[Table, ...]:
    """Read all tables of a file in their order, without blank rows and hidden sheets.

    What is hidden or struck out within a table is refused: nobody can tell whether it counts.
    """
    sheets = tuple(sheet for sheet in read_sheets(file) if not sheet.is_hidden)
    if refusals := tuple(refusal for sheet in sheets for refusal in _set_apart(sheet)):
        raise list_refused(refusals)
    return tuple(
        Table(
            sheet.name,
            tuple(Row(line.number, line.texts) for line in sheet.lines if not line.is_blank),
        )
        for sheet in sheets
    )


def _set_apart(sheet: Sheet) -> Iterator[Refusal]:
    for line in sheet.lines:
        if _is_hidden(line):
            message, help_line = _("{place}: the row is hidden"), _("show it, or delete it")
            yield sheet.place(line).refusal(message, help_line)
        for column, cell in enumerate(line.cells):
            if cell.own and cell.is_struck:
                message = _("{place}: it is struck out")
                help_line = _("delete what does not count, and save the file")
                yield sheet.place(line, column).refusal(message, help_line)


def _is_hidden(line: Line) -> bool:
    return not line.is_blank and all(cell.is_hidden for cell in line.cells if cell.own)
