"""JSON: the tables of a period, for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal

from banso_cli.reports.results import Results
from banso_cli.statistics.table import Comparison, CrossTable, Table, TableStatus

SCHEMA_VERSION = 1


def as_json(results: Results) -> str:
    """Return one JSON object; shares are percentages, what is not known is null.

    `incomplete` stands only where the roster had errors.
    """
    whole: dict[str, object] = {"schema_version": SCHEMA_VERSION, "period": results.period}
    if results.errors:
        whole["incomplete"] = True
    whole["tables"] = list(_tables(results))
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _tables(results: Results) -> Iterator[dict[str, object]]:
    yield from (_table(table) for table in results.tables)
    yield from (_cross(cross) for cross in results.crosses)
    if results.comparisons:
        yield _comparisons(results.comparisons)


def _head(table: Table | CrossTable) -> dict[str, object]:
    return {
        "id": table.id,
        "title": table.title,
        "unit": table.unit,
        "status": str(table.status),
        "total": table.total,
    }


def _share(share: Decimal | None) -> float | None:
    return None if share is None else float(share)


def _table(table: Table) -> dict[str, object]:
    rows: list[dict[str, object]] = []
    for row in table.rows:
        cells: dict[str, object] = {
            "key": row.key,
            "count": row.count,
            "share": _share(row.share),
            "published": row.published,
        }
        if table.id in {"region", "population"}:
            cells["applied"] = row.applied
        rows.append(cells)
    return {**_head(table), "rows": rows, "notes": list(table.notes)}


def _cross(cross: CrossTable) -> dict[str, object]:
    rows = [
        {"key": row.key, "column": column, "count": count, "share": None, "published": None}
        for row in cross.rows
        for column, count in zip(cross.columns, row.counts, strict=True)
    ]
    return {**_head(cross), "rows": rows, "notes": list(cross.notes)}


def _comparisons(comparisons: tuple[Comparison, ...]) -> dict[str, object]:
    rows = [
        {
            "key": each.figure,
            "label": each.label,
            "unit": each.unit,
            "count": each.counted,
            "share": None,
            "published": each.published,
            "difference": each.difference,
            "note": each.note,
        }
        for each in comparisons
    ]
    return {
        "id": "totals",
        "title": "公表値との照合",
        "unit": "",
        "status": str(TableStatus.RECORDED),
        "total": None,
        "rows": rows,
        "notes": [],
    }
