"""The types of fields, in Japanese words."""

from __future__ import annotations

import datetime as dt
import types
import typing
from decimal import Decimal
from enum import Enum

_SIMPLE = {
    str: "文字列",
    int: "整数",
    bool: "真偽",
    Decimal: "十進数",
    dt.date: "日付",
    types.NoneType: "none",
}


def words(hint: object) -> str:
    """Return a type in Japanese words."""
    origin, parts = typing.get_origin(hint), typing.get_args(hint)
    if origin is typing.Annotated:
        return words(parts[0])
    if origin is tuple:
        return f"{words(parts[0])}の並び"
    if origin in {types.UnionType, typing.Union}:
        return "か ".join(words(part) for part in parts)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return "文字列"
    if isinstance(hint, type):
        return _SIMPLE.get(hint, hint.__name__)
    raise TypeError(hint)
