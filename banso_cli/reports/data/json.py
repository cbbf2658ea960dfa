"""JSON: the tables of a period, for programs."""

from __future__ import annotations

from collections.abc import Iterator

from banso_cli.datasets.long_form import TOTALS, TOTALS_TITLE, rows_of
from banso_cli.reports.data.json_values import given, json_text, members_of
from banso_cli.statistics.tables.comparison import Comparison
from banso_cli.statistics.tables.cross_table import CrossTable
from banso_cli.statistics.tables.results import Results
from banso_cli.statistics.tables.table import Row, Table, TableStatus

SCHEMA_VERSION = 1
"""Goes up when a key is removed or means something else."""


def as_json(results: Results) -> str:
    """Return one JSON object; shares are percentages, what is not known is null.

    `incomplete` stands only where the roster had errors, `fictional` only where it is made up.
    """
    whole = {
        "schema_version": SCHEMA_VERSION,
        "period": results.period,
        **given(incomplete=results.errors > 0, fictional=results.is_fictional),
        "tables": list(_tables(results)),
    }
    return json_text(whole)


def _tables(results: Results) -> Iterator[object]:
    yield from results.tables
    yield from (_cross(cross) for cross in results.crosses)
    if results.comparisons:
        rows = [_compared(each) for each in results.comparisons]
        table = Table(TOTALS, TOTALS_TITLE, "", "", TableStatus.RECORDED, adds_up=False)
        yield {**members_of(table), "rows": rows}


def _cross(cross: CrossTable) -> object:
    rows = [{**members_of(row), "column": column} for row, column in rows_of(cross)]
    table = Table(
        *(cross.id, cross.title, cross.subject, cross.unit, cross.status),
        total=cross.total,
        notes=cross.notes,
        adds_up=cross.adds_up,
    )
    return {**members_of(table), "rows": rows}


def _compared(each: Comparison) -> object:
    return {
        **members_of(Row(each.figure, each.counted, published=each.published)),
        "label": each.label,
        "unit": each.unit,
        "difference": each.difference,
        "note": each.note,
    }
