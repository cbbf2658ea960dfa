"""The statistics in long form: one line for each class of each table, one datum a cell.

The rules are those of 「行政データにおける機械可読性に関するルール」: no units in numbers, a blank
for what is not known and never zero, and a column that says why.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Annotated

from banso_cli.reports.columns import (
    INCOMPLETE,
    STATUS_WORDS,
    Caution,
    Heading,
    Sheet,
    caution_of,
    cells_of,
    columns_of,
)
from banso_cli.reports.results import Results
from banso_cli.reports.summary import Summary
from banso_cli.statistics.comparison import Comparison
from banso_cli.statistics.cross_table import CrossTable
from banso_cli.statistics.table import Table, TableStatus

TOTALS, TOTALS_TITLE = "totals", "公表値との照合"
"""The id and the title of the table of published totals."""

STATISTICS = "statistics"
"""The name of the sheet with all tables."""


@dataclass(frozen=True, slots=True)
class Line:
    """A class of a table, a cell of a cross table, or a published total."""

    period: Annotated[int, Heading("期", "第何期か")]
    table: Annotated[str, Heading("表ID", "表の ID", pattern="[a-z_]+(,[a-z_]+)?")]
    title: Annotated[str, Heading("表", "表の題")]
    unit: Annotated[str, Heading("単位", "数、応募、公表値、差、計の単位")]
    key: Annotated[str | None, Heading("区分", "区分の名称。表に数がなければ空")] = None
    second_key: Annotated[
        str | None, Heading("区分2", "二つの区分で数えた表の、二つ目の区分の名称")
    ] = None
    count: Annotated[int | None, Heading("数", "台帳から数えた数。数えられなければ空")] = None
    share: Annotated[
        Decimal | None,
        Heading("割合(%)", "数の、計に対する百分率。小数第1位まで。示さなければ空"),
    ] = None
    applied: Annotated[int | None, Heading("応募", "応募の数（公表値）。なければ空")] = None
    published: Annotated[int | None, Heading("公表値", "公表された数。なければ空")] = None
    published_share: Annotated[
        Decimal | None, Heading("公表値の割合(%)", "公表された百分率。なければ空")
    ] = None
    difference: Annotated[
        int | None, Heading("差", "公表値との照合で、数から公表値を引いたもの")
    ] = None
    total: Annotated[
        int | None,
        Heading("計", "表の対象の総数。割合の分母。一つの対象に区分がいくつもあれば和と異なる"),
    ] = None
    status: Annotated[
        str,
        Heading(
            "状態",
            "収録（台帳の集計）、公表値（公表値のみ）、未収録、秘匿。エラーの残る台帳では不完全",
            choices=(*STATUS_WORDS.values(), INCOMPLETE),
        ),
    ] = STATUS_WORDS[TableStatus.RECORDED]
    note: Annotated[str | None, Heading("注", "定義、差の理由など")] = None
    caution: Caution = None


def statistics(results: Results) -> Sheet:
    """Return all tables of a period in long form."""
    caution = caution_of(is_fictional=results.is_fictional, errors=results.errors)
    return Sheet(
        name=STATISTICS,
        title=f"{results.title} 統計表",
        description="一つの区分を一行に記した統計表。公表値との照合を含む",
        columns=columns_of(Line),
        rows=tuple(cells_of(replace(line, caution=caution)) for line in lines_of(results)),
    )


def results_shown(summary: Summary) -> Results:
    """Return the tables that a summary shows, with the comparison with published totals."""
    return Results(
        period=summary.period.number,
        title=summary.title,
        errors=summary.errors,
        tables=summary.tables,
        crosses=(),
        comparisons=summary.comparisons,
        is_fictional=summary.programme.is_fictional,
    )


def lines_of(results: Results) -> Iterator[Line]:
    """Yield the lines of all tables in their order, then those of the published totals."""
    for table in results.tables:
        yield from _table_lines(results, table)
    for cross in results.crosses:
        yield from _cross_lines(results, cross)
    for comparison in results.comparisons:
        yield _comparison_line(results, comparison)


def _status(results: Results, status: TableStatus) -> str:
    return INCOMPLETE if results.errors else STATUS_WORDS[status]


def _note(notes: tuple[str, ...]) -> str | None:
    return " ".join(notes) or None


def _table_lines(results: Results, table: Table) -> Iterator[Line]:
    status, note = _status(results, table.status), _note(table.notes)
    start = (results.period, table.id, table.title, table.unit)
    if not table.rows:
        yield Line(*start, status=status, note=note)
    for row in table.rows:
        yield Line(
            *start,
            key=row.key,
            count=row.count,
            share=row.share,
            applied=row.applied,
            published=row.published,
            published_share=row.published_share,
            total=table.total,
            status=status,
            note=note,
        )


def _cross_lines(results: Results, cross: CrossTable) -> Iterator[Line]:
    status, note = _status(results, cross.status), _note(cross.notes)
    start = (results.period, cross.id, cross.title, cross.unit)
    if not cross.rows:
        yield Line(*start, status=status, note=note)
    for row in cross.rows:
        for column, count in zip(cross.columns, row.counts, strict=True):
            yield Line(*start, row.key, column, count, total=cross.total, status=status, note=note)


def _comparison_line(results: Results, comparison: Comparison) -> Line:
    return Line(
        results.period,
        TOTALS,
        TOTALS_TITLE,
        comparison.unit,
        comparison.label,
        count=comparison.counted,
        published=comparison.published,
        difference=comparison.difference,
        status=_status(results, _whose(comparison)),
        note=comparison.note or None,
    )


def _whose(comparison: Comparison) -> TableStatus:
    if comparison.counted is not None:
        return TableStatus.RECORDED
    known = comparison.published is not None
    return TableStatus.PUBLISHED if known else TableStatus.NOT_RECORDED
