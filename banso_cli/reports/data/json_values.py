"""JSON from records: every frozen dataclass as an object with the names of its fields as keys."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import fields
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


def json_text(value: object) -> str:
    """Return JSON indented by two spaces, Japanese as it is, with a line end at the end.

    Dates are those of ISO 8601, shares numbers as they are written: with one decimal place.
    """
    return json.dumps(value, ensure_ascii=False, indent=2, default=_plain) + "\n"


def members_of(record: DataclassInstance) -> Mapping[str, object]:
    """Return the fields of a record by their names; a text that is missing is null."""
    found = {each.name: getattr(record, each.name) for each in fields(record)}
    return {name: None if value == "" else value for name, value in found.items()}


def given(**members: object) -> Mapping[str, object]:
    """Return those of the members of an object that say something."""
    return {name: value for name, value in members.items() if value}


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    return members_of(value)  # type: ignore[arg-type] # TypeError for what is no record
