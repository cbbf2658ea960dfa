"""The JSON Schema of a record, from the types of its fields and the text beside each."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType, UnionType
from typing import Annotated, Literal, Union, get_args, get_origin, get_type_hints

MISSING = "空"
"""What the text of a field says of a text that may be missing: in JSON it is null."""

DRAFT = "https://json-schema.org/draft/2020-12/schema"

_SIMPLE: Mapping[object, Mapping[str, object]] = MappingProxyType(
    {
        str: {"type": "string"},
        bool: {"type": "boolean"},
        int: {"type": "integer"},
        Decimal: {"type": "number"},
        dt.date: {"type": "string", "format": "date"},
        type(None): {"type": "null"},
    }
)

Definitions = dict[str, object]


def schema_of(record: type, title: str) -> object:
    """Return the schema of a record; every key is required, and no other is allowed.

    The texts are those of the template context, where what is not known is `none`, or empty.
    """
    definitions: Definitions = {}
    shape = _object(record, definitions)
    return {"$schema": DRAFT, "title": title, **shape, "$defs": dict(sorted(definitions.items()))}


def _object(record: type, definitions: Definitions) -> Mapping[str, object]:
    hints = get_type_hints(record, include_extras=True)
    names = [each.name for each in fields(record)]
    return {
        "type": "object",
        "properties": {name: _shape(hints[name], definitions) for name in names},
        "required": [*names],
        "additionalProperties": False,
    }


def _shape(hint: object, definitions: Definitions) -> Mapping[str, object]:
    if hint in _SIMPLE:
        return _SIMPLE[hint]
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return {"type": "string", "enum": [str(each) for each in hint]}
    if isinstance(hint, type) and is_dataclass(hint):
        if hint.__name__ not in definitions:
            definitions[hint.__name__] = {}  # holds its place while its own parts are described
            definitions[hint.__name__] = _object(hint, definitions)
        return {"$ref": f"#/$defs/{hint.__name__}"}
    return _composed(hint, definitions)


def _composed(hint: object, definitions: Definitions) -> Mapping[str, object]:
    origin, parts = get_origin(hint), get_args(hint)
    if origin is Annotated:
        shape, title = dict(_shape(parts[0], definitions)), parts[1].replace("none", "null")
        if parts[0] is str and MISSING in title:
            return {"title": title.replace(MISSING, "null"), "type": ["string", "null"]}
        return {"title": title, **shape}
    if origin is Literal:
        return {"enum": list(parts)}
    if origin is tuple:
        return {"type": "array", "items": _shape(parts[0], definitions)}
    if origin in {Union, UnionType}:
        shapes = [_shape(part, definitions) for part in parts]
        items = next(({"items": shape["items"]} for shape in shapes if "items" in shape), {})
        return {"type": [shape["type"] for shape in shapes], **items}
    raise TypeError(hint)
