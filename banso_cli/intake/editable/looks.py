"""How the cells of the workbook look: what may be written into is told apart from what may not."""

from __future__ import annotations

from wcwidth import wcswidth
from xlsxwriter.workbook import Workbook

FONT = {"font_name": "Meiryo UI", "font_size": 10, "font_scheme": False}
"""The font of all text, which Windows has; other systems take one of their own."""

INPUT, NO_INPUT, INPUT_HEAD, HEAD = "#FFF8DC", "#EEEEEE", "#E8C95A", "#C8C8C8"
"""The colours of cells that are written into and of those that are not, and of their heads."""

LINE, HIGHEST = 15, 405
"""The height of a line of text, and of the highest row, in points."""

_CELL = {"valign": "top", "text_wrap": True, "border": 1, "border_color": "#BBBBBB"}
_HEAD = {**_CELL, "bold": True, "valign": "vcenter"}


class Looks:
    """The formats of cells, added to a workbook; cells are locked unless they take something."""

    def __init__(self, book: Workbook) -> None:
        open_cell = {**_CELL, "bg_color": INPUT, "locked": False}
        shown = {**_CELL, "bg_color": NO_INPUT, "num_format": "@"}
        small = {**shown, "text_wrap": False, "font_size": 8, "font_color": "#666666"}
        step = {"valign": "top", "align": "left", "text_wrap": True}
        self.title = book.add_format({"bold": True, "font_size": 14})
        self.step = book.add_format(step)
        self.head = book.add_format({**_HEAD, "bg_color": HEAD})
        self.input_head = book.add_format({**_HEAD, "bg_color": INPUT_HEAD})
        self.shown = book.add_format(shown)
        self.id = book.add_format(small)
        self.text = book.add_format({**open_cell, "num_format": "@"})
        self.number = book.add_format({**open_cell, "num_format": "0"})
        self.day = book.add_format({**open_cell, "num_format": "yyyy-mm-dd"})
        self.mark = book.add_format({**open_cell, "num_format": "@", "align": "center"})


def height(cell: object, width: int) -> int:
    """Return how high a cell is in a column that holds so many letters of half width, in points.

    Not all programs work it out by themselves.
    """
    lines = (-(-wcswidth(line) // (width - 1)) or 1 for line in str(cell).split("\n"))
    return min(sum(lines) * LINE, HIGHEST)
