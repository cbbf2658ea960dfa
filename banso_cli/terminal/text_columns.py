"""Tables of words that fit a width: cells that are too wide are folded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from wcwidth import ljust, wcswidth

from banso_cli.terminal.figures import GAP, Line
from banso_cli.terminal.wrapping import folded
from banso_cli.text.seams import pieces_of

NARROWEST = 2
"""What a column has at least: a letter."""

LEAST = 16
"""Columns in which a text can be read: a longer word is rather folded than left out."""


def without_spare(
    rows: Sequence[Sequence[str]], width: int, spare: Sequence[str]
) -> tuple[Sequence[Sequence[str]], tuple[str, ...]]:
    """Return a table with the columns that find room, and the heads of those that do not.

    Only `spare` columns are left out, one after the other in this order.
    """
    heads = rows[0]
    least = [min(_widest_piece(cells), LEAST) for cells in zip(*rows, strict=True)]
    gone = list[str]()
    kept = [*range(len(heads))]
    for head in spare:
        if sum(least[at] for at in kept) + GAP * (len(kept) - 1) <= width:
            break
        kept.remove(heads.index(head))
        gone.append(head)
    return [[row[at] for at in kept] for row in rows], tuple(gone)


def text_lines(rows: Sequence[Sequence[str]], width: int) -> Iterator[Line]:
    """Yield the lines of a table whose first row is its heads.

    The widest column is folded first: between pieces as long as that helps, then inside those of
    its head, at last inside all.
    """
    columns = list(zip(*rows, strict=True))
    pieces = [_widest_piece(cells) for cells in columns]
    below = [max(_widest_piece(cells[1:]), NARROWEST) for cells in columns]
    widths = [max(map(wcswidth, cells)) for cells in columns]
    for floors in (pieces, below, [NARROWEST] * len(widths)):
        widths = _narrowed(widths, floors, width)
    for number, row in enumerate(rows):
        parts = [folded(cell, room) for cell, room in zip(row, widths, strict=True)]
        for cells in zip_longest(*parts, fillvalue=""):
            padded = map(ljust, cells, widths)
            yield Line((" " * GAP).join(padded).rstrip(), is_bold=not number)


def _widest_piece(cells: Sequence[str]) -> int:
    return max((wcswidth(piece.rstrip()) for each in cells for piece in pieces_of(each)), default=0)


def _narrowed(widths: Sequence[int], floors: Sequence[int], width: int) -> list[int]:
    """Take one after the other from the widest column that is above its floor, until all fit."""
    found = list(widths)
    while sum(found) + GAP * (len(found) - 1) > width:
        free = [at for at, each in enumerate(found) if each > floors[at]]
        if not free:
            break
        found[max(free, key=lambda at: found[at])] -= 1
    return found
