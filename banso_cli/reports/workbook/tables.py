"""The tables of the sheet 概要: their cells, and which of them are drawn as bars."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from banso_cli.reports.entries import Chart
from banso_cli.reports.pictures.bar_entries import value_words
from banso_cli.reports.pictures.bar_words import heading
from banso_cli.reports.summary import Summary
from banso_cli.reports.workbook.blocks import Bars, Grid, Link, Number, Piece, Plot
from banso_cli.statistics.tables.comparison import Comparison
from banso_cli.statistics.tables.series import Column
from banso_cli.statistics.tables.table import SUM, Table
from banso_cli.statistics.tables.words import UNKNOWN

SOURCE = "出典"
"""What a source is called as a place that cells lead to, before its number."""


def grid_of(chart: Chart) -> Grid:
    """Return a table with its sums and notes, and what is drawn beside it."""
    table = chart.table
    first, *others = table.columns
    rows = tuple(
        (row.key, *(_cell(column, at) for column in table.columns))
        for at, row in enumerate(table.rows)
    )
    return Grid(
        heads=("区分", f"{first.head}（{table.unit}）", *(each.head for each in others)),
        rows=(*rows, (SUM, *map(_sum, table.columns))),
        notes=tuple(f"※ {note}" for note in table.notes),
        has_sum=True,
        beside=plot_of(chart) or "：".join(("図なし", *_partly(table))),
    )


def _partly(table: Table) -> Iterator[str]:
    """Yield how few are recorded, where not all are."""
    if table.total is not None and table.recorded not in {None, table.total}:
        yield f"{table.total:,}のうち{table.recorded:,}だけ収録"


def _title(chart: Chart, *, in_shares: bool) -> str:
    """Return the title of a chart: its unit, how few are recorded, and what is drawn instead."""
    table = chart.table
    instead = ["棒は公表値"] if table.is_partial else []
    unit = f"単位：{'%' if in_shares else table.unit}"
    return f"{heading(chart)}（{'。'.join((unit, *_partly(table), *instead))}）"


def _cell(column: Column, at: int) -> Piece:
    figure = column.figures[at]
    if figure is None:
        return column.cells[at]
    return Number(figure, "%" if column.of_shares else "")


def _sum(column: Column) -> Piece:
    total = None if column.of_shares else column.series.total
    return column.sum if total is None else Number(total)


def plot_of(chart: Chart) -> Plot | None:
    """Return the bars of a table, those that every form draws; None where there is none.

    Numbers and shares never stand in one chart: bars are shares where more of them have a share.
    """
    numbers, shares = (_bars(chart.table, of_shares=each) for each in (False, True))
    in_shares = _many(shares) > _many(numbers)
    bars = shares if in_shares else numbers
    if not bars:
        return None
    last = max(at for each in bars for at, words in enumerate(each.words, 1) if words)
    return Plot(chart, last, bars, _title(chart, in_shares=in_shares))


def _many(bars: tuple[Bars, ...]) -> int:
    return sum(word is not None for each in bars for word in each.words)


def _bars(table: Table, *, of_shares: bool) -> tuple[Bars, ...]:
    """Return the bars that have a number, or a share, in the columns of the table."""
    found = (
        Bars(column.series.whose, at, _words(table, column))
        for at, column in enumerate(table.columns, 1)
        if column.of_shares is of_shares and any(column.series.lengths)
    )
    return tuple(each for each in found if any(each.words))


def _words(table: Table, column: Column) -> tuple[str | None, ...]:
    each = column.series
    return tuple(
        None if length is None or figure is None else value_words(table, number, share)
        for length, figure, number, share in zip(
            each.lengths, column.figures, each.numbers, each.shares, strict=True
        )
    )


def figures_grid(summary: Summary) -> Grid:
    """Return the published figures of both periods; what was published elsewhere is cited."""
    lines, has_earlier = summary.figures, summary.earlier is not None
    cited = any(each.sources for each in lines)
    cited_earlier = has_earlier and any(each.earlier_sources for each in lines)
    columns: list[tuple[bool, str, Iterable[Piece]]] = [
        (True, "公表値", (each.label for each in lines)),
        (True, f"第{summary.period.number}期", (quantity(each.value, each.unit) for each in lines)),
        (cited, SOURCE, (cited_by(each.sources) for each in lines)),
        (has_earlier, f"第{summary.earlier}期", (quantity(e.earlier, e.unit) for e in lines)),
        (cited_earlier, SOURCE, (cited_by(each.earlier_sources) for each in lines)),
    ]
    shown = [(head, pieces) for is_shown, head, pieces in columns if is_shown]
    heads = tuple(head for head, _pieces in shown)
    rows = tuple(zip(*(pieces for _head, pieces in shown), strict=True))
    texts = (0, *(at for at, head in enumerate(heads) if head == SOURCE))
    return Grid(heads, rows, texts=texts)


def quantity(number: int | None, unit: str) -> Piece:
    """Return a number with its unit, or the mark of what is not known."""
    return UNKNOWN if number is None else Number(number, unit)


def cited_by(numbers: tuple[int, ...]) -> Piece:
    """Return the numbers of sources; the cell leads to the first of them."""
    words = citation(numbers)
    return Link(words, f"{SOURCE}{numbers[0]}") if numbers else words


def citation(numbers: tuple[int, ...]) -> str:
    """Return the numbers of sources as they stand in a text."""
    return " ".join(f"[{number}]" for number in numbers)


def comparison_grid(comparisons: tuple[Comparison, ...]) -> Grid:
    """Return what was published beside what the roster counts."""
    rows = tuple(
        (
            each.label,
            quantity(each.published, each.unit),
            quantity(each.counted, each.unit),
            UNKNOWN if each.difference is None else Number(each.difference, is_signed=True),
            each.note,
        )
        for each in comparisons
    )
    heads = ("指標", "公表値", "台帳の集計", "差", "注")
    return Grid(heads, rows, texts=(0, 4), is_wide=True)
