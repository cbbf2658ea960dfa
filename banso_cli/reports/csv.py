"""CSV in long form: one row for each class of each table, one datum a cell.

The rules are those of 「行政データにおける機械可読性に関するルール」: no units in numbers, a blank
for what is not known and never zero, and a column that says why.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import astuple, dataclass, fields
from decimal import Decimal

from banso_cli.reports.results import Results
from banso_cli.statistics.table import Comparison, CrossTable, Table, TableStatus

STATUS_WORDS = {
    TableStatus.RECORDED: "収録",
    TableStatus.NOT_RECORDED: "未収録",
    TableStatus.WITHHELD: "秘匿",
}
INCOMPLETE = "不完全"
HEADINGS = (
    "期",
    "表ID",
    "表",
    "単位",
    "区分",
    "区分2",
    "数",
    "割合(%)",
    "応募",
    "公表値",
    "差",
    "状態",
    "注",
)


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the file, in the order of the headings."""

    period: int
    table: str
    title: str
    unit: str
    key: str = ""
    second_key: str = ""
    count: int | None = None
    share: Decimal | None = None
    applied: int | None = None
    published: int | None = None
    difference: int | None = None
    status: str = ""
    note: str = ""


def as_csv(results: Results) -> bytes:
    """Return the tables as CSV that Japanese Excel opens rightly: UTF-8 with BOM, CRLF."""
    if len(HEADINGS) != len(fields(Line)):  # pragma: no cover - both stand in this module
        raise AssertionError(HEADINGS)
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(HEADINGS)
    for line in _lines(results):
        writer.writerow([_cell(value) for value in astuple(line)])
    return stream.getvalue().encode("utf-8-sig")


def _cell(value: object) -> object:
    """Return a value as a cell; text that Excel would run as a formula begins with a quote."""
    if isinstance(value, str) and value[:1] in {"=", "+", "-", "@", "\t", "\r"}:
        return f"'{value}"
    return "" if value is None else value


def _lines(results: Results) -> Iterator[Line]:
    for table in results.tables:
        yield from _table_lines(results, table)
    for cross in results.crosses:
        yield from _cross_lines(results, cross)
    for comparison in results.comparisons:
        yield _comparison_line(results, comparison)


def _status(results: Results, status: TableStatus) -> str:
    return INCOMPLETE if results.errors else STATUS_WORDS[status]


def _table_lines(results: Results, table: Table) -> Iterator[Line]:
    status, note = _status(results, table.status), " ".join(table.notes)
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
            status=status,
            note=note,
        )


def _cross_lines(results: Results, cross: CrossTable) -> Iterator[Line]:
    status, note = _status(results, cross.status), " ".join(cross.notes)
    start = (results.period, cross.id, cross.title, cross.unit)
    if not cross.rows:
        yield Line(*start, status=status, note=note)
    for row in cross.rows:
        for column, count in zip(cross.columns, row.counts, strict=True):
            yield Line(*start, row.key, column, count, status=status, note=note)


def _comparison_line(results: Results, comparison: Comparison) -> Line:
    known = comparison.counted is not None
    status = TableStatus.RECORDED if known else TableStatus.NOT_RECORDED
    return Line(
        results.period,
        "totals",
        "公表値との照合",
        comparison.unit,
        comparison.label,
        count=comparison.counted,
        published=comparison.published,
        difference=comparison.difference,
        status=_status(results, status),
        note=comparison.note,
    )
