"""A difference as JSON, for programs."""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from dataclasses import asdict
from decimal import Decimal

from banso_cli.changes.difference.difference import Cell, Change, Difference, RecordChange, Value
from banso_cli.records.fields.record import Part
from banso_cli.records.teams.team import PERSONAL_KEYS

SCHEMA_VERSION = 1
"""Goes up when a key is removed or means something else."""


def document(difference: Difference) -> str:
    """Return one JSON object; null is what is not there."""
    renamed: dict[str, dict[str, str]] = defaultdict(dict)
    for each in difference.renamed:
        renamed[each.list][each.before] = each.after
    whole = {
        "schema_version": SCHEMA_VERSION,
        "before": asdict(difference.before),
        "after": asdict(difference.after),
        "renamed": renamed,
        "records": [_record(each) for each in difference.records],
        "rewritten": difference.rewritten,
        "unread": difference.unread,
        "tables": [_cell(each) for each in difference.tables or ()],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _record(record: RecordChange) -> dict[str, object]:
    return {
        "kind": record.kind,
        "id": record.id,
        "id_before": record.id_before,
        "label": record.label,
        "change": record.change,
        "changes": [_change(each) for each in record.changes],
    }


def _change(change: Change) -> dict[str, object]:
    return {
        "path": change.path,
        "seat": change.seat,
        "before": plain(change.before),
        "after": plain(change.after),
    }


def _cell(cell: Cell) -> dict[str, object]:
    names = ("period", "table", "key", "before", "after")
    return {name: getattr(cell, name) for name in names}


def plain(value: Value) -> object:
    """Return a value as JSON has it: a part as an object without what is not written in it."""
    if isinstance(value, tuple):
        return [plain(each) for each in value]
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, Part):
        fields = {key: f for key, f in type(value).model_fields.items() if key not in PERSONAL_KEYS}
        found = {key: getattr(value, key) for key in fields}
        return {key: plain(each) for key, each in found.items() if each != fields[key].default}
    return value
