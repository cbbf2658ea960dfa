"""Tables for the terminal, right under Japanese; bars stand in the last column."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from shutil import get_terminal_size

from banso_cli.locale import _
from banso_cli.statistics.tables.comparison import Comparison
from banso_cli.statistics.tables.cross_table import CrossTable
from banso_cli.statistics.tables.results import Results
from banso_cli.statistics.tables.table import SUM, UNRECORDED, Table, TableStatus
from banso_cli.statistics.tables.words import BAR_WIDTH, bar, figure, signed, until
from banso_cli.terminal.colour import put_parts
from banso_cli.terminal.figures import GAP, Figures, Line, laid_out
from banso_cli.terminal.output import put_lines
from banso_cli.terminal.text_columns import text_lines, without_spare
from banso_cli.terminal.wrapping import wrapped
from banso_cli.text.visible import visible

LEAST_BAR = 5
"""Blocks that the longest bar has at least; shorter ones would all look alike."""

PIPED_WIDTH = 80
"""Columns of output that goes to a file or another program, whatever the terminal."""

_HANGING = 2
"""Columns by which a line goes on below."""


def show_results(results: Results) -> None:
    """Print all tables of a period."""
    show(result_lines(results, shown_width()))


def show_columns(
    rows: Sequence[Sequence[str]], last_line: str = "", spare: Sequence[str] = ()
) -> None:
    """Print a table of words, whose first row is its heads; see `without_spare`."""
    shown, gone = without_spare(rows, shown_width(), spare)
    further = _("columns that find no room: {names} (--format tsv has them)")
    told = [last_line, further.format(names=_(", ").join(gone)) if gone else ""]
    below = (each for line in filter(None, told) for each in wrapped(line, shown_width()))
    show([*text_lines(shown, shown_width()), *map(Line, below)])


def show_lines(lines: Iterable[str]) -> None:
    """Print lines for people; on a terminal those that are too wide go on below, indented."""
    if not sys.stdout.isatty():
        put_lines(lines)
        return
    for line in map(visible, lines):
        indent = len(line) - len(line.lstrip())
        put_lines(wrapped(line, shown_width(), indent, indent + _HANGING) if line else [line])


def shown_width() -> int:
    """Return how many columns a line may have."""
    return get_terminal_size().columns if sys.stdout.isatty() else PIPED_WIDTH


def show(lines: Iterable[Line]) -> None:
    """Print lines; on a terminal heads and sums are bold, and bars have a colour."""
    put_parts(map(_parts, lines))


def _parts(line: Line) -> Iterator[tuple[str, str]]:
    words, block, bar = visible(line.text).partition("█")
    yield words, "bold" if line.is_bold else ""
    yield block + bar, "blue"


def result_lines(results: Results, width: int) -> Iterator[Line]:
    """Yield all tables of a period, none of their lines wider than the width."""
    yield from text(f"{results.title}{until(results.newest)}", width)
    if results.errors:
        stamp = f"不完全: 台帳に{results.errors}件のエラーが残ったまま集計した表です。"
        yield from text(stamp, width)
    if results.comparisons:
        yield from (Line(""), *_comparison_lines(results.comparisons, width))
    known = [table for table in results.tables if table.rows]
    for table in known:
        yield from (Line(""), *_table_lines(table, width))
    for cross in results.crosses:
        yield from (Line(""), *_cross_lines(cross, width))
    yield from _absent_lines([table for table in results.tables if table not in known], width)


def text(words: str, width: int, *, is_bold: bool = False) -> Iterator[Line]:
    """Yield a text in lines of a width."""
    return (Line(line, is_bold) for line in wrapped(words, width, hanging=3))


def remarks(notes: Iterable[str], width: int) -> Iterator[Line]:
    """Yield notes in lines of a width."""
    for note in notes:
        yield from text(f"※ {note}", width)


def _absent_lines(tables: Sequence[Table], width: int) -> Iterator[Line]:
    """Yield what has no figures: in one line what is not recorded, then what is withheld."""
    absent = [each for each in tables if each.status is TableStatus.NOT_RECORDED]
    if absent:
        yield Line("")
        yield from text(f"■ {UNRECORDED}: {'、'.join(each.title for each in absent)}", width)
        notes = (note.removeprefix(f"{UNRECORDED}。") for each in absent for note in each.notes)
        yield from remarks(filter(None, dict.fromkeys(notes)), width)
        yield from text(f"※ 収め方: banso explain {absent[0].title.partition(' ')[0]}", width)
    for each in tables:
        if each not in absent:
            yield Line("")
            yield from text(f"■ {each.title}: {' '.join(each.notes)}", width)


def _table_lines(table: Table, width: int) -> Iterator[Line]:
    yield from text(f"■ {table.title}", width, is_bold=True)
    layout = laid_out(_figures_of(table), width)
    room = min(BAR_WIDTH, layout.room - GAP)
    bars = [bar(length, table.most, room) for length in table.lengths if room >= LEAST_BAR]
    yield from layout.lines(bars)
    yield from remarks(table.notes, width)


def _figures_of(table: Table) -> Figures:
    columns = table.columns
    heads = [f"{columns[0].head}({table.unit})", *(column.head for column in columns[1:])]
    rows = [
        (row.key, tuple(column.cells[at] for column in columns))
        for at, row in enumerate(table.rows)
    ]
    totals = tuple(column.sum for column in columns)
    return Figures("区分", tuple(heads), (*rows, (SUM, totals)))


def _cross_lines(cross: CrossTable, width: int) -> Iterator[Line]:
    """Yield a cross table, turned where that fits better."""
    if cross.status is not TableStatus.RECORDED:
        yield from text(f"■ {cross.title}: {' '.join(cross.notes)}", width)
        return
    yield from text(f"■ {cross.title}({cross.unit})", width, is_bold=True)
    layouts = [laid_out(_figures_of_cross(each), width) for each in (cross, cross.turned)]
    yield from min(layouts, key=lambda layout: layout.misfit).lines()
    yield from remarks(cross.notes, width)


def _figures_of_cross(cross: CrossTable) -> Figures:
    rows = [
        (row.key, tuple(map(figure, (*row.counts, row_sum))))
        for row, row_sum in zip(cross.rows, cross.row_sums, strict=True)
    ]
    sums = tuple(map(figure, (*cross.column_sums, cross.grand_sum)))
    heads = (*cross.columns, cross.row_sums_head)
    return Figures("", heads, (*rows, (cross.column_sums_head, sums)))


def _comparison_lines(comparisons: tuple[Comparison, ...], width: int) -> Iterator[Line]:
    cells = [
        (
            figure(each.published, each.unit),
            figure(each.counted, each.unit),
            signed(each.difference),
        )
        for each in comparisons
    ]
    rows = tuple(zip((each.label for each in comparisons), cells, strict=True))
    figures = Figures("指標", ("公表値", "台帳の集計", "差"), rows, has_sum=False)
    yield from text("■ 公表値との照合", width, is_bold=True)
    yield from laid_out(figures, width).lines()
    yield from remarks(
        (f"{each.label}: {each.note}" for each in comparisons if each.difference), width
    )
