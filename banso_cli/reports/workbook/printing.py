"""How sheets are printed: on A4, titled and numbered, without a last page of a few rows."""

from __future__ import annotations

import math
from collections.abc import Sequence

from xlsxwriter.worksheet import Worksheet

A4 = 9
"""The number of this size of paper."""

LONG_SIDE, SHORT_SIDE = 11.69, 8.27
BESIDE, ABOVE = 0.4, 0.75
"""The sides of the paper and its margins, in inches."""

PIXELS_OF_LETTER = 7
"""How wide a letter of half width is on the screen, of which an inch has 96 pixels."""

SMALLEST = 0.7
"""To what part of their size letters are made smaller at most: of 10 points, 7 can be read."""

SPILL = 0.25
"""What part of a page is too little to stand on a page of its own."""


def set_print(page: Worksheet, title: str, name: str, *, landscape: bool) -> None:
    """Set A4, the title and the sheet's name at the head, the number of the page at the foot."""
    page.set_paper(A4)
    if landscape:
        page.set_landscape()
    page.set_margins(left=BESIDE, right=BESIDE, top=ABOVE, bottom=ABOVE)
    page.set_header(f"&L&9 {_in_header(title)}&R&9 {_in_header(name)}")
    page.set_footer("&C&9 &P / &N")


def _in_header(text: str) -> str:
    """Return text for the head of a page: `&` is a command there, and 255 letters are the limit."""
    return text[:100].replace("&", "&&")


def pages_of(widths: Sequence[int], heights: Sequence[int], *, landscape: bool) -> int:
    """Return on how many pages a sheet of these columns and rows is printed, one page wide.

    The first row is repeated on every page. A few rows that no page holds any more make the letters
    somewhat smaller, if they can still be read; else they have a page of their own.
    """
    across, down = (LONG_SIDE, SHORT_SIDE) if landscape else (SHORT_SIDE, LONG_SIDE)
    scale = min(1.0, (across - 2 * BESIDE) * 96 / (sum(widths) * PIXELS_OF_LETTER))
    head, *rows = heights
    filled = sum(rows) / ((down - 2 * ABOVE) * 72 / scale - head)
    pages = max(1, math.ceil(filled))
    fewer = pages - 1
    is_spill = fewer > 0 and filled - fewer < SPILL and scale * fewer / filled >= SMALLEST
    return fewer if is_spill else pages
