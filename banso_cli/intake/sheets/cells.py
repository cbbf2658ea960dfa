"""A sheet of cells as a list comes: what each shows, how it is set off, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass

from banso_cli.files.failure import Refusal
from banso_cli.locale import _

_LETTERS = 26


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A line of a text, or a cell of a workbook; the column counts from 1, 0 is the whole row."""

    line: int
    sheet: str = ""
    column: int = 0

    def __str__(self) -> str:
        """Return what Excel calls the cell, with its sheet; of a text, the number of the line."""
        if not self.sheet:
            return _("line {line}").format(line=self.line)
        return f"{self.sheet}!{self.cell}"

    @property
    def cell(self) -> str:
        """Return what Excel calls the cell within its sheet, such as `E5`."""
        return f"{column_letters(self.column)}{self.line}"

    def refusal(self, message: str, help_line: str = "", **shown: object) -> Refusal:
        """Return a refusal whose message, translated before, shows the place and these values."""
        return Refusal(self.line, message.format(place=self, **shown), help_line)


def column_letters(column: int) -> str:
    """Return the letters of a column that counts from 1; none for 0."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, _LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell shows, without blank edges; lines stay apart.

    `repeats` tells that the text is that of the merged cell above, `width` how many columns are
    merged; `fill` and `ink` name its colours, `has_note` tells of a comment.
    """

    text: str = ""
    repeats: bool = False
    is_hidden: bool = False
    is_struck: bool = False
    lacks_value: bool = False
    fill: str = ""
    ink: str = ""
    has_note: bool = False
    width: int = 1

    @property
    def joined(self) -> str:
        """Return the text in one line."""
        return " ".join(self.text.splitlines())

    @property
    def own(self) -> str:
        """Return the text that stands in this very cell, in one line."""
        return "" if self.repeats else self.joined


EMPTY = Cell()


def with_line_ends(text: str) -> str:
    """Return a text whose lines end in one way; Excel stores the return of Windows by a code."""
    return text.replace("_x000D_", "\r").replace("\r\n", "\n").replace("\r", "\n")


def cell(text: str) -> Cell:
    """Return a cell with nothing but text."""
    lines = (line.strip() for line in text.splitlines())
    return Cell("\n".join(line for line in lines if line))


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text, or a row of a workbook, by its number from 1."""

    number: int
    cells: tuple[Cell, ...]

    def at(self, column: int) -> Cell:
        """Return the cell of a column, from 0; an empty one where the line has ended."""
        return self.cells[column] if column < len(self.cells) else EMPTY

    def text(self, column: int) -> str:
        """Return what stands in the line itself in the cell of a column, in one line."""
        return self.at(column).own

    @property
    def texts(self) -> tuple[str, ...]:
        """Return what stands in each cell, in one line; only once in merged cells."""
        return tuple(each.own for each in self.cells)

    @property
    def is_blank(self) -> bool:
        """Tell whether nothing stands in the line itself."""
        return not any(each.own or each.lacks_value for each in self.cells)

    @property
    def is_hidden(self) -> bool:
        """Tell whether all that stands in the line is hidden; nothing does in a blank one."""
        own = [each for each in self.cells if each.own]
        return bool(own) and all(each.is_hidden for each in own)

    @property
    def width(self) -> int:
        """Return the number of cells up to the last that is not empty."""
        return max((n for n, text in enumerate(self.texts, start=1) if text), default=0)


@dataclass(frozen=True, slots=True)
class Sheet:
    """Lines of one table, and the name of its sheet, if it is one of a workbook.

    A document has prose between its rows, and blank lines part its columns. `has_boxes` tells that
    there are shapes with words in the workbook.
    """

    lines: tuple[Line, ...]
    is_document: bool = False
    name: str = ""
    is_hidden: bool = False
    has_boxes: bool = False

    @property
    def width(self) -> int:
        """Return how many cells the longest line has."""
        return max((len(line.cells) for line in self.lines), default=0)

    def place(self, line: Line, column: int = -1) -> Place:
        """Return the place of a cell, whose column counts from 0; -1 is the whole row."""
        return Place(line.number, self.name, column + 1)
