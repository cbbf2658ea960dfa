"""A table in a text whose columns are parted by blanks alone, as programs make them from PDF."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator, Sequence

from wcwidth import wcswidth

from banso_cli.files.failure import list_refused
from banso_cli.intake.sheets.cells import EMPTY, Cell, Line, Place, Sheet, cell
from banso_cli.intake.sheets.headings import Heading, headings
from banso_cli.locale import _

_PIECE = re.compile(r"\S+(?:[ \u3000]\S+)*")
_HEADINGS = 3
_NEAR = 1
"""Letters by which a cell may begin beside its heading."""

Measure = Callable[[str], int]
_Piece = re.Match[str]


def laid_out(text: str) -> Sheet | None:
    """Return the cells below the headings that they stand under; None where there are no headings.

    A text is refused whose cells stand beside them.
    """
    lines = [[*_PIECE.finditer(line)] for line in io.StringIO(text.replace("\f", ""), newline=None)]
    plain = [
        Line(number, tuple(cell(piece.group()) for piece in pieces))
        for number, pieces in enumerate(lines, start=1)
    ]
    found = headings(Sheet(tuple(plain)))
    if not found:
        _refuse_without_columns(plain)
        return None
    for heading, end in zip(found, (*(h.first for h in found[1:]), len(lines)), strict=True):
        rows = range(heading.last + 1, end)
        for at, cells in zip(rows, _columns(lines, heading, rows), strict=True):
            plain[at] = Line(at + 1, cells)
    return Sheet(tuple(plain), is_document=True)


def _with_tabs() -> str:
    return _("put a tab between the cells, or copy the table into a sheet and save that as .xlsx")


def _refuse_without_columns(lines: Sequence[Line]) -> None:
    """Refuse a text whose headings stand there, with one blank between or one below another."""
    for at, line in enumerate(lines):
        words = " ".join(line.texts).split()
        below = [text for each in lines[at : at + _HEADINGS] for text in each.texts]
        for texts in (words, below):
            if headings(Sheet((Line(line.number, tuple(map(cell, texts))),))):
                message = _("{place}: headings stand there, but nothing parts the columns")
                raise list_refused([Place(line.number).refusal(message, _with_tabs())])


def _columns(
    lines: Sequence[Sequence[_Piece]], heading: Heading, rows: range
) -> Iterator[tuple[Cell, ...]]:
    heads = lines[heading.last]
    measures: tuple[Measure, ...] = (len, wcswidth)
    short = [lines[at] for at in rows if 0 < len(lines[at]) < len(heads)]
    measure = min(measures, key=lambda each: sum(map(bool, _astray(short, heads, each))))
    for at in rows:
        pieces = lines[at]
        if len(pieces) == len(heads):
            yield tuple(cell(piece.group()) for piece in pieces)
            continue
        if len(pieces) > 1 and any(_astray([pieces], heads, measure)):
            message = _("{place}: whose columns these are cannot be told: '{text}'")
            shown = heading.shown(piece.group() for piece in pieces)
            raise list_refused([Place(at + 1).refusal(message, _with_tabs(), text=shown)])
        yield tuple(_placed(pieces, heads, measure))


def _astray(
    lines: Sequence[Sequence[_Piece]], heads: Sequence[_Piece], measure: Measure
) -> Iterator[_Piece]:
    """Yield the pieces that begin below no heading, or below one that another piece has."""
    for pieces in lines:
        columns = [_column(piece, heads, measure) for piece in pieces]
        for piece, column in zip(pieces, columns, strict=True):
            if column is None or columns.count(column) > 1:
                yield piece


def _column(piece: _Piece, heads: Sequence[_Piece], measure: Measure) -> int | None:
    """Return the column of a piece by where it begins, in letters or in the width they take."""
    start, *starts = (measure(each.string[: each.start()]) for each in (piece, *heads))
    return next((at for at, each in enumerate(starts) if abs(each - start) <= _NEAR), None)


def _placed(pieces: Sequence[_Piece], heads: Sequence[_Piece], measure: Measure) -> Iterator[Cell]:
    """Yield the cells of a line; a single piece that stands apart is prose."""
    by_column = {_column(piece, heads, measure): piece for piece in pieces}
    if None in by_column or (len(pieces) == 1 and 0 in by_column):
        yield cell(pieces[0].group())
        return
    for column in range(len(heads)):
        yield cell(by_column[column].group()) if column in by_column else EMPTY
