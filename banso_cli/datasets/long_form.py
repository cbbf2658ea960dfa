"""The statistics in long form: one line for each class of each table, one datum a cell.

The rules are those of 「行政データにおける機械可読性に関するルール」: no units in numbers, a blank
for what is not known and never zero, and a column that says why.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from banso_cli.datasets.sheet import (
    INCOMPLETE,
    STATUS_WORDS,
    Column,
    Count,
    Dataset,
    Share,
    Sheet,
    Text,
    caution_of,
    status_word,
)
from banso_cli.statistics.tables.comparison import Comparison
from banso_cli.statistics.tables.cross_table import CrossTable
from banso_cli.statistics.tables.origins import ORIGINS
from banso_cli.statistics.tables.results import Results
from banso_cli.statistics.tables.table import Row, Table, TableStatus

TOTALS, TOTALS_TITLE = "totals", "公表値との照合"
"""The id and the title of the table of published totals."""

STATISTICS = "statistics"
"""The name of the sheet with all tables."""

EMPTY = Row("", None)
"""What stands for the rows of a table without any."""


@dataclass(frozen=True, slots=True)
class Line:
    """A class of a table, a cell of a cross table, or a published total.

    The row's key is empty where the table has no rows.
    """

    period: int
    table: str
    title: str
    unit: str
    status: str
    row: Row = EMPTY
    second_key: str | None = None
    difference: int | None = None
    total: int | None = None
    note: str = ""
    as_of: dt.date | None = None


def _figures() -> Iterator[Column]:
    """Yield a column for each number and each share that a class can have."""
    for origin in ORIGINS.values():
        read = f"row.{origin.number}"
        yield Count(origin.number, origin.head, origin.number_meaning, read, optional=True)
        if origin.share:
            head = "割合(%)" if origin.number == "count" else f"{origin.head}の割合(%)"
            read = f"row.{origin.share}"
            yield Share(origin.share, head, origin.share_meaning, read, optional=True)


LINES = Dataset(
    STATISTICS,
    "統計表",
    "一つの区分を一行に記した統計表。公表値との照合を含む",
    columns=(
        Count("period", "期", "第何期か"),
        Text("table", "表ID", "表の ID", pattern="[a-z_]+(,[a-z_]+)?"),
        Text("title", "表", "表の題"),
        Text("unit", "単位", "数、応募、公表値、差、計の単位"),
        Text("key", "区分", "区分の名称。表に数がなければ空", "row.key", optional=True),
        Text("second_key", "区分2", "二つの区分で数えた表の、二つ目の区分の名称", optional=True),
        *_figures(),
        Count("difference", "差", "公表値との照合で、数から公表値を引いたもの", optional=True),
        Count(
            "total",
            "計",
            "表の対象の総数。割合の分母。一つの対象に区分がいくつもあれば和と異なる",
            optional=True,
        ),
        Text(
            "status",
            "状態",
            "収録（台帳の集計）、公表値（公表値のみ）、未収録、秘匿。エラーの残る台帳では不完全",
            choices=(*STATUS_WORDS.values(), INCOMPLETE),
        ),
        Text("note", "注", "定義、差の理由など", optional=True),
        Text("as_of", "時点", "台帳の記録のいちばん新しい日", optional=True),
    ),
)


def statistics(results: Results) -> Sheet:
    """Return all tables of a period in long form."""
    caution = caution_of(is_fictional=results.is_fictional, errors=results.errors)
    return LINES.sheet(results.title, lines_of(results), caution)


def lines_of(results: Results) -> Iterator[Line]:
    """Yield the lines of all tables in their order, then those of the published totals."""
    line = partial(Line, results.period, as_of=results.newest)
    tables: tuple[Table | CrossTable, ...] = (*results.tables, *results.crosses)
    for table in tables:
        status, note = status_word(table.status, results.errors), " ".join(table.notes)
        start = (table.id, table.title, table.unit, status)
        if not table.rows:
            yield line(*start, note=note)
        for row, second_key in rows_of(table):
            yield line(*start, row, second_key, total=table.total, note=note)
    for each in results.comparisons:
        yield line(
            *(TOTALS, TOTALS_TITLE, each.unit, status_word(_whose(each), results.errors)),
            Row(each.label, each.counted, published=each.published),
            difference=each.difference,
            note=each.note,
        )


def rows_of(table: Table | CrossTable) -> Iterator[tuple[Row, str | None]]:
    """Yield each class of a table, or each cell of a cross table with its second class."""
    if isinstance(table, Table):
        yield from ((row, None) for row in table.rows)
        return
    for row in table.rows:
        for column, number in zip(table.columns, row.counts, strict=True):
            yield Row(row.key, number), column


def _whose(comparison: Comparison) -> TableStatus:
    if comparison.counted is not None:
        return TableStatus.RECORDED
    known = comparison.published is not None
    return TableStatus.PUBLISHED if known else TableStatus.NOT_RECORDED
