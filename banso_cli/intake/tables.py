"""The tables of a file as cells of text with their places, whatever they mean."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from banso_cli.intake.sheets import read_sheets
from banso_cli.locale import _

_LETTERS = 26


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

    def place(self, row: int, column: int | None = None) -> str:
        """Return what people call a row, or a cell of it: as Excel does, with the sheet."""
        if not self.name:
            return _("line {line}").format(line=row)
        return f"{self.name}!{'' if column is None else _column(column)}{row}"


def read_tables(file: Path) -> tuple[Table, ...]:
    """Read all tables of a file in their order, blank rows left out."""
    return tuple(
        Table(
            sheet.name,
            tuple(Row(line.number, line.cells) for line in sheet.lines if not line.is_blank),
        )
        for sheet in read_sheets(file)
    )


def _column(column: int) -> str:
    letters, rest = "", column + 1
    while rest:
        rest, digit = divmod(rest - 1, _LETTERS)
        letters = chr(ord("A") + digit) + letters
    return letters
