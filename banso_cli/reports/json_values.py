"""JSON from records: every frozen dataclass as an object with the names of its fields as keys.

Decimals are written digit by digit as they are, which Python's own writer cannot do.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from decimal import Decimal
from typing import TypeAlias

JsonValue: TypeAlias = "str | int | Decimal | Mapping[str, JsonValue] | Sequence[JsonValue] | None"

_INDENT = "  "


def json_value(value: object) -> JsonValue:
    """Return a record, or any of its values, as JSON has it: dates by ISO 8601."""
    if value is None or isinstance(value, str | int | Decimal):
        return str(value) if isinstance(value, str) else value
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [json_value(each) for each in value]
    if is_dataclass(value):
        return {each.name: json_value(getattr(value, each.name)) for each in fields(value)}
    raise TypeError(type(value))


def json_text(value: JsonValue) -> str:
    """Return JSON indented by two spaces, Japanese as it is, with a line end at the end."""
    return _text(value, "") + "\n"


def _text(value: JsonValue, margin: str) -> str:
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, Mapping):
        pairs = (f"{_scalar(key)}: {_text(each, margin + _INDENT)}" for key, each in value.items())
        return _enclosed("{}", pairs, margin)
    if isinstance(value, Sequence) and not isinstance(value, str):
        return _enclosed("[]", (_text(each, margin + _INDENT) for each in value), margin)
    return _scalar(value)


def _scalar(value: str | int | None) -> str:
    return json.dumps(value, ensure_ascii=False)


def _enclosed(brackets: str, parts: Iterable[str], margin: str) -> str:
    inside = f",\n{margin}{_INDENT}".join(parts)
    return (
        f"{brackets[0]}\n{margin}{_INDENT}{inside}\n{margin}{brackets[1]}" if inside else brackets
    )
