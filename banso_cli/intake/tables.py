"""The tables of a file as rows of text with their places, whatever they mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from banso_cli.files.failure import Refusal, list_refused
from banso_cli.intake.sheets.cells import Place, Sheet
from banso_cli.intake.sheets.opening import read_sheets, sheets_named
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


def read_tables(file: Path, names: Sequence[str] = ()) -> tuple[Table, ...]:
    """Read all tables of a file, or those of sheets that are named; see `tables_of`."""
    sheets = read_sheets(file)
    named = (replace(each, is_hidden=False) for each in sheets_named(sheets, names, file.name))
    return tables_of(named if names else sheets)


def tables_of(sheets: Iterable[Sheet]) -> tuple[Table, ...]:
    """Return the tables of sheets in their order, without those that are hidden.

    What is hidden or struck out within a table is refused: nobody can tell whether it counts.
    """
    seen = tuple(sheet for sheet in sheets if not sheet.is_hidden)
    if refusals := tuple(refusal for sheet in seen for refusal in _set_apart(sheet)):
        raise list_refused(refusals)
    return tuple(map(table_of, seen))


def table_of(sheet: Sheet) -> Table:
    """Return the rows of a sheet that are not blank, whether they are set apart or not."""
    rows = (Row(line.number, line.texts) for line in sheet.lines if not line.is_blank)
    return Table(sheet.name, tuple(rows))


def _set_apart(sheet: Sheet) -> Iterator[Refusal]:
    for line in sheet.lines:
        if line.is_hidden and not line.is_blank:
            message, help_line = _("{place}: the row is hidden"), _("show it, or delete it")
            yield sheet.place(line).refusal(message, help_line)
        for column, cell in enumerate(line.cells):
            if cell.own and cell.is_struck:
                message = _("{place}: it is struck out")
                help_line = _("delete what does not count, and save the file")
                yield sheet.place(line, column).refusal(message, help_line)
