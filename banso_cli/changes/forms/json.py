"""A difference as JSON, for programs."""

from __future__ import annotations

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Mapping
from decimal import Decimal

from banso_cli.changes.difference.difference import Cell, Change, Difference, RecordChange, State
from banso_cli.records.fields.record import Part
from banso_cli.records.teams.team import PERSONAL_KEYS

SCHEMA_VERSION = 1
"""Goes up when a key is removed or means something else."""

_KEYS: Mapping[type[object], tuple[str, ...]] = {
    State: ("label", "commit"),
    RecordChange: ("kind", "id", "id_before", "label", "change", "changes"),
    Change: ("path", "seat", "before", "after"),
    Cell: ("period", "table", "key", "before", "after"),
}
"""What is told of each part of a difference."""


def document(difference: Difference) -> str:
    """Return one JSON object; null is what is not there."""
    renamed: dict[str, dict[str, str]] = defaultdict(dict)
    for each in difference.renamed:
        renamed[each.list][each.before] = each.after
    whole = {
        "schema_version": SCHEMA_VERSION,
        "before": difference.before,
        "after": difference.after,
        "renamed": renamed,
        "records": difference.records,
        "rewritten": difference.rewritten,
        "unread": difference.unread,
        "tables": difference.tables or (),
    }
    return json.dumps(whole, default=_plain, ensure_ascii=False, indent=2) + "\n"


def _plain(value: object) -> object:
    """Return as JSON has it what is no text, number or list; of a part what is written in it."""
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, Part):
        fields = {key: f for key, f in type(value).model_fields.items() if key not in PERSONAL_KEYS}
        found = {key: getattr(value, key) for key in fields}
        return {key: each for key, each in found.items() if each != fields[key].default}
    return {key: getattr(value, key) for key in _KEYS[type(value)]}
