"""JSON of the whole summary: its tables, its teams and what they rest on, with a schema."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from decimal import Decimal
from enum import StrEnum
from operator import attrgetter
from types import MappingProxyType, UnionType
from typing import Annotated, Literal, Union, get_args, get_origin, get_type_hints

from banso_cli.reports.data.json_values import json_text, members_of
from banso_cli.reports.entries import Mark, SourceEntry
from banso_cli.reports.summary import Summary
from banso_cli.statistics.tables.table import Table

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


@dataclass(frozen=True, slots=True)
class ComparedFigure:
    """A published figure beside the one that the roster counts."""

    figure: Annotated[str, "指標の ID"]
    label: Annotated[str, "指標の名称"]
    unit: Annotated[str, "数の単位"]
    published: Annotated[int | None, "公表値。なければ null"]
    counted: Annotated[int | None, "台帳の集計。数えられなければ null"]
    difference: Annotated[int | None, "集計から公表値を引いたもの。どちらかがなければ null"]
    note: Annotated[str, "注。差の理由など。なければ空"]


def _hints(record: type) -> Mapping[str, object]:
    hints = get_type_hints(record, include_extras=True)
    return {each.name: hints[each.name] for each in fields(record)}


_OF_SUMMARY = _hints(Summary)
MEMBERS: Mapping[str, object] = MappingProxyType(
    {
        "schema_version": Annotated[
            Literal[1], "形の版。キーが無くなるか意味が変わると上がる。キーが増えても上がらない"
        ],
        "title": Annotated[str, "文書の題。架空の台帳ならそう記す"],
        "incomplete": Annotated[bool, "台帳にエラーの残るまま作ったか。そうなら数を引用しない"],
        "errors": Annotated[int, "台帳に残るエラーの数"],
        **{name: _OF_SUMMARY[name] for name in ("newest", "programme", "period", "earlier")},
        **{name: _OF_SUMMARY[name] for name in ("figures", "examples")},
        "tables": Annotated[tuple[Table, ...], "統計表。定義は notes に記す"],
        "comparisons": Annotated[tuple[ComparedFigure, ...], "公表値との照合"],
        **{name: _OF_SUMMARY[name] for name in ("prefectures", "teams", "activities")},
        **{name: _OF_SUMMARY[name] for name in ("assumptions", "printed")},
        "sources": Annotated[tuple[SourceEntry, ...], "出典"],
        "credit": _OF_SUMMARY["credit"],
        "marks": Annotated[
            tuple[Mark, ...], "人が読む文書で用いる記号。このデータでは null を用いる"
        ],
    }
)
"""What the JSON holds of a summary, and what is told of it; no member's gender, track or age."""


def report_json(summary: Summary) -> str:
    """Return the summary as one JSON object that meets `report_schema`."""
    names = [each.name for each in fields(ComparedFigure)]
    compared = [ComparedFigure(*attrgetter(*names)(each)) for each in summary.comparisons]
    own = {"schema_version": 1, "incomplete": summary.errors > 0, "comparisons": compared}
    found = {**members_of(summary), **own}
    return json_text({name: found[name] for name in MEMBERS})


def report_schema() -> str:
    """Return the JSON Schema of the report, made from what is told of its members."""
    return json_text(schema_of(MEMBERS, "banso report --format json の出力"))


def schema_of(members: Mapping[str, object], title: str) -> object:
    """Return the schema of an object; every key is required, and no other is allowed.

    The texts are those of the template context, where what is not known is `none`, or empty.
    """
    definitions: Definitions = {}
    shape = _object(members, definitions)
    return {"$schema": DRAFT, "title": title, **shape, "$defs": dict(sorted(definitions.items()))}


def _object(members: Mapping[str, object], definitions: Definitions) -> Mapping[str, object]:
    return {
        "type": "object",
        "properties": {name: _shape(hint, definitions) for name, hint in members.items()},
        "required": [*members],
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
            definitions[hint.__name__] = _object(_hints(hint), definitions)
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
