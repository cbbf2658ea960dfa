"""Tables of numbers that fit a width: columns that find no room stand below, beside the keys."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from wcwidth import ljust, rjust, wcswidth

from banso_cli.terminal.wrapping import folded
from banso_cli.text.seams import pieces_of

GAP = 2
"""Blanks between two columns."""


class Line(NamedTuple):
    """A line of a table, and whether it stands out: heads and sums do."""

    text: str
    is_bold: bool = False


@dataclass(frozen=True, slots=True)
class Figures:
    """Numbers as text: a row is its key and a cell for each head; the last one may be a sum."""

    corner: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    has_sum: bool = True


class Column(NamedTuple):
    """A column by its place in the table: its head in lines, and how wide it is."""

    at: int
    head: tuple[str, ...]
    width: int


Block = tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """A table in blocks of columns, one below the other, each with the column of keys.

    `room` is how many columns are free behind the numbers; none where there are several blocks.
    """

    figures: Figures
    key_width: int
    blocks: tuple[Block, ...]
    room: int

    @property
    def misfit(self) -> tuple[int, int, int]:
        """Return how badly the table fits, to compare it with the same one turned.

        These are its blocks, the lines of all where there are several, and those of a head.
        """
        count, height = len(self.blocks), max(map(_height, self.blocks))
        lines = count * (height + len(self.figures.rows))
        return count, lines if count > 1 else 0, height

    def lines(self, tails: Sequence[str] = ()) -> Iterator[Line]:
        """Yield the lines of all blocks; in each, a row may have a text behind its numbers."""
        for number, block in enumerate(self.blocks):
            if number:
                yield Line("")
            yield from self._heads(block)
            yield from self._rows(block, tails)

    def _heads(self, block: Block) -> Iterator[Line]:
        height = _height(block)
        lines = [[""] * (height - len(column.head)) + [*column.head] for column in block]
        for number, parts in enumerate(zip(*lines, strict=True), start=1):
            corner = self.figures.corner if number == height else ""
            yield Line(self._line(corner, block, parts), is_bold=True)

    def _rows(self, block: Block, tails: Sequence[str]) -> Iterator[Line]:
        last = len(self.figures.rows) - 1 if self.figures.has_sum else None
        for number, (key, cells) in enumerate(self.figures.rows):
            tail = tails[number] if number < len(tails) else ""
            first, *others = folded(key, self.key_width)
            line = self._line(first, block, [cells[column.at] for column in block])
            yield Line(f"{line}{' ' * GAP}{tail}".rstrip(), is_bold=number == last)
            yield from (Line(other, is_bold=number == last) for other in others)

    def _line(self, key: str, block: Block, cells: Sequence[str]) -> str:
        pairs = zip(block, cells, strict=True)
        right = (rjust(cell, GAP + column.width) for column, cell in pairs)
        return "".join((ljust(key, self.key_width), *right)).rstrip()


def laid_out(figures: Figures, width: int) -> Layout:
    """Return the table in as few blocks as fit the width, its heads whole wherever they can be.

    A key is folded only where it would take more than half of the width, a head where that saves a
    block. The columns are spread evenly.
    """
    keys = [figures.corner, *(key for key, _cells in figures.rows)]
    key_width = min(max(map(wcswidth, keys)), width // 2)
    room = width - key_width
    limits = sorted({wcswidth(head) for head in figures.heads}, reverse=True)
    candidates = (_columns(figures, limit, room - GAP) for limit in limits)
    columns = min(candidates, key=lambda columns: len(_packed(columns, room)))
    blocks = _packed(columns, room)
    if len(blocks) == 1:
        return Layout(figures, key_width, blocks, room - sum(map(_taken, columns)))
    for narrower in range(room - 1, max(map(_taken, columns)) - 1, -1):
        tighter = _packed(columns, narrower)
        blocks = tighter if len(tighter) == len(blocks) else blocks
    return Layout(figures, key_width, blocks, 0)


def _columns(figures: Figures, limit: int, room: int) -> Block:
    """Return all columns, their heads folded to a limit, but inside a piece only for want of room.

    A head has at least the width of its numbers.
    """
    found = []
    for at, head in enumerate(figures.heads):
        cells = max(wcswidth(cells[at]) for _key, cells in figures.rows)
        least = max(wcswidth(piece.rstrip()) for piece in (*pieces_of(head), ""))
        lines = folded(head, max(min(max(limit, least), room), cells))
        found.append(Column(at, lines, max(cells, *map(wcswidth, lines))))
    return tuple(found)


def _packed(columns: Block, room: int) -> tuple[Block, ...]:
    """Return the columns in blocks, each filled as far as the room goes."""
    blocks: list[list[Column]] = [[]]
    left = room
    for column in columns:
        if blocks[-1] and _taken(column) > left:
            blocks.append([])
            left = room
        blocks[-1].append(column)
        left -= _taken(column)
    return tuple(map(tuple, blocks))


def _taken(column: Column) -> int:
    return GAP + column.width


def _height(block: Block) -> int:
    return max(len(column.head) for column in block)
