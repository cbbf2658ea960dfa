"""JSON: the tables of a period, for programs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from banso_cli.reports.json_values import JsonValue, json_text, json_value
from banso_cli.reports.lines import TOTALS, TOTALS_TITLE
from banso_cli.reports.results import Results
from banso_cli.statistics.table import Comparison, CrossTable, TableStatus

SCHEMA_VERSION = 1
"""Goes up when a key is removed or means something else."""


def as_json(results: Results) -> str:
    """Return one JSON object; shares are percentages, what is not known is null.

    `incomplete` stands only where the roster had errors, `fictional` only where it is made up.
    """
    whole: dict[str, JsonValue] = {"schema_version": SCHEMA_VERSION, "period": results.period}
    if results.errors:
        whole["incomplete"] = True
    if results.is_fictional:
        whole["fictional"] = True
    whole["tables"] = list(_tables(results))
    return json_text(whole)


def _tables(results: Results) -> Iterator[JsonValue]:
    yield from (json_value(table) for table in results.tables)
    yield from (_cross(cross) for cross in results.crosses)
    if results.comparisons:
        yield _comparisons(results.comparisons)


def _row(key: str, count: int | None, published: int | None = None) -> Mapping[str, JsonValue]:
    return {
        "key": key,
        "count": count,
        "share": None,
        "published": published,
        "published_share": None,
        "applied": None,
    }


def _head(
    identifier: str, title: str, unit: str, status: TableStatus, subject: str = ""
) -> Mapping[str, JsonValue]:
    return {
        "id": identifier,
        "title": title,
        "subject": subject,
        "unit": unit,
        "status": str(status),
        "total": None,
        "recorded": None,
        "published_total": None,
        "applied_total": None,
    }


def _cross(cross: CrossTable) -> JsonValue:
    rows: list[JsonValue] = [
        {**_row(row.key, count), "column": column}
        for row in cross.rows
        for column, count in zip(cross.columns, row.counts, strict=True)
    ]
    return {
        **_head(cross.id, cross.title, cross.unit, cross.status, cross.subject),
        "total": cross.total,
        "rows": rows,
        "notes": list(cross.notes),
        "adds_up": cross.adds_up,
    }


def _comparisons(comparisons: tuple[Comparison, ...]) -> JsonValue:
    rows: list[JsonValue] = [
        {
            **_row(each.figure, each.counted, each.published),
            "label": each.label,
            "unit": each.unit,
            "difference": each.difference,
            "note": each.note,
        }
        for each in comparisons
    ]
    return {
        **_head(TOTALS, TOTALS_TITLE, "", TableStatus.RECORDED),
        "rows": rows,
        "notes": [],
        "adds_up": False,
    }
