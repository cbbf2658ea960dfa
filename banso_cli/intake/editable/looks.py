"""How the cells of the workbook look: what may be written into is told apart from what may not."""

from __future__ import annotations

from dataclasses import dataclass

from wcwidth import wcswidth
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

FONT = {"font_name": "Meiryo UI", "font_size": 10, "font_scheme": False}
"""The font of all text, which Windows has; other systems take one of their own."""

INPUT, NO_INPUT, INPUT_HEAD, HEAD = "#FFF8DC", "#EEEEEE", "#E8C95A", "#C8C8C8"
"""The colours of cells that are written into and of those that are not, and of their heads."""

LINE, HIGHEST = 15, 405
"""The height of a line of text, and of the highest row, in points."""

_CELL = {"valign": "top", "text_wrap": True, "border": 1, "border_color": "#BBBBBB"}
_HEAD = {**_CELL, "bold": True, "valign": "vcenter"}


@dataclass(frozen=True, slots=True)
class Looks:
    """The formats of cells."""

    title: Format
    step: Format
    head: Format
    input_head: Format
    shown: Format
    id: Format
    text: Format
    number: Format
    day: Format
    mark: Format


def height(cell: object, width: int) -> int:
    """Return how high a cell is in a column that holds so many letters of half width, in points.

    Not all programs work it out by themselves.
    """
    lines = (-(-wcswidth(line) // (width - 1)) or 1 for line in str(cell).split("\n"))
    return min(sum(lines) * LINE, HIGHEST)


def looks(book: Workbook) -> Looks:
    """Return the formats, added to the workbook; cells are locked unless they take something."""
    open_cell = {**_CELL, "bg_color": INPUT, "locked": False}
    shown = {**_CELL, "bg_color": NO_INPUT, "num_format": "@"}
    return Looks(
        title=book.add_format({"bold": True, "font_size": 14}),
        step=book.add_format({"valign": "top", "align": "left", "text_wrap": True}),
        head=book.add_format({**_HEAD, "bg_color": HEAD}),
        input_head=book.add_format({**_HEAD, "bg_color": INPUT_HEAD}),
        shown=book.add_format(shown),
        id=book.add_format({**shown, "text_wrap": False, "font_size": 8, "font_color": "#666666"}),
        text=book.add_format({**open_cell, "num_format": "@"}),
        number=book.add_format({**open_cell, "num_format": "0"}),
        day=book.add_format({**open_cell, "num_format": "yyyy-mm-dd"}),
        mark=book.add_format({**open_cell, "num_format": "@", "align": "center"}),
    )
