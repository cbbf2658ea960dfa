"""What the sheet 概要 is made of: lines of text, and tables beside their charts."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from banso_cli.reports.entries import Chart, Run
from banso_cli.reports.workbook.measuring import LINE, lines
from banso_cli.statistics.tables.origins import Whose

COLUMNS = (30, 12, 10, 10, 12, 11, 12, 2, 56)
"""How wide the columns are, in letters of half width; the last one is that of the charts."""

INDENT = 2
"""How far a text stands from the numbers on its left, in such letters."""

CHART = LAST = len(COLUMNS) - 1
TABLE = CHART - 2
"""The columns of the charts, which is the last, and the last one of the tables."""

MARGIN = 5
"""What a chart has on either side of its title, in letters of half width."""

PAGE = 655
"""How many points high a page is, at the size in which it is printed."""


def room(first: int, last: int) -> int:
    """Return how many letters of half width fit from one column to another: 20 pixels hold three.

    A column is a few pixels wider than its letters of the usual 7 pixels, a cell narrower.
    """
    widths = COLUMNS[first : last + 1]
    return (7 * sum(widths) + 5 * len(widths) - 8) * 3 // 20


class Style(StrEnum):
    """The kinds of lines."""

    TITLE = "title"
    HEADING = "heading"
    SUBHEADING = "subheading"
    TEXT = "text"


POINTS = {Style.TITLE: 30, Style.HEADING: 30}
"""How high lines are that hold one line of larger letters."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number with its unit; a share is one of the unit %."""

    value: int | Decimal
    unit: str = ""
    is_signed: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A text that leads to an address, or to a place of this name in the workbook."""

    text: str
    target: str


Piece: TypeAlias = str | Number | Link
"""What stands in a cell of a table."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text across the sheet; `target` is where it leads, `name` what others lead to."""

    runs: tuple[Run, ...]
    style: Style = Style.TEXT
    target: str = ""
    name: str = ""

    @property
    def text(self) -> str:
        """Return the text."""
        return "".join(run.text for run in self.runs)

    @property
    def heights(self) -> tuple[int, ...]:
        """Return the height of the row in points."""
        return (POINTS.get(self.style) or LINE * lines(self.text, room(0, LAST)),)


@dataclass(frozen=True, slots=True)
class Leads:
    """A row of links to other sheets."""

    sheets: tuple[str, ...]

    @property
    def heights(self) -> tuple[int, ...]:
        """Return the height of the row in points."""
        return (LINE,)


@dataclass(frozen=True, slots=True)
class Bars:
    """The bars of one origin: the column of their figures, and what stands beside each.

    None stands where there is no bar.
    """

    whose: Whose
    column: int
    words: tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class Plot:
    """What is drawn of a table: so many of its first classes, in one or several series.

    The title tells what the bars stand for.
    """

    chart: Chart
    classes: int
    bars: tuple[Bars, ...]
    title: str

    @property
    def height(self) -> int:
        """Return the height in rows: the more bars, the higher, but never above a page."""
        several = len(self.bars) > 1
        bars = math.ceil(self.classes * len(self.bars) * (1 if several else 1.2))
        above = 2 * lines(self.title, COLUMNS[CHART] - 2 * MARGIN) + 2 * several
        return min(2 + above + bars, (PAGE - POINTS[Style.HEADING]) // LINE)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with its notes beneath, and its chart or a remark beside it.

    `texts` are the columns of text; the last column reaches to the end of the line if `is_wide`.
    """

    heads: tuple[str, ...]
    rows: tuple[tuple[Piece, ...], ...]
    notes: tuple[str, ...] = ()
    texts: tuple[int, ...] = (0,)
    is_wide: bool = False
    has_sum: bool = False
    beside: Plot | str = ""

    @property
    def widths(self) -> tuple[int, ...]:
        """Return how wide the texts of the columns may be."""
        last = len(self.heads) - 1
        widths = [room(at, at) for at in range(last)]
        end = LAST if self.is_wide else last
        return (*widths, room(last, end) - INDENT * self.is_wide)

    @property
    def heights(self) -> tuple[int, ...]:
        """Return the heights of heading, rows and notes, and of blank rows beside the chart."""
        rows = [self._height(row) for row in (self.heads, *self.rows)]
        notes = [LINE * lines(note, room(0, TABLE)) for note in self.notes]
        chart = self.beside.height * LINE if isinstance(self.beside, Plot) else 0
        blank = max(0, chart - sum(rows) - sum(notes))
        return (*rows, *notes, *([LINE] * math.ceil(blank / LINE)))

    def _height(self, row: tuple[Piece, ...]) -> int:
        texts = (piece if isinstance(piece, str) else None for piece in row)
        return LINE * max(
            lines(text, width) for text, width in zip(texts, self.widths, strict=True)
        )


Block: TypeAlias = Line | Leads | Grid
