"""JSON of the whole summary: its tables, its teams and what they rest on, with a schema."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType, UnionType
from typing import Annotated, Literal, Union, get_args, get_origin, get_type_hints

from banso_cli.datasets.activities import ActivityEntry
from banso_cli.datasets.prefectures import PrefectureEntry
from banso_cli.datasets.team_entries import TeamEntry
from banso_cli.reports import entries
from banso_cli.reports.data.json_values import json_text
from banso_cli.reports.summary import Summary
from banso_cli.statistics.tables.comparison import Comparison
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


@dataclass(frozen=True, slots=True)
class Document:
    """What `banso report --format json` holds; no member's gender, track or age."""

    schema_version: Annotated[
        Literal[1], "形の版。キーが無くなるか意味が変わると上がる。キーが増えても上がらない"
    ]
    title: Annotated[str, "文書の題。架空の台帳ならそう記す"]
    incomplete: Annotated[bool, "台帳にエラーの残るまま作ったか。そうなら数を引用しない"]
    errors: Annotated[int, "台帳に残るエラーの数"]
    newest: Annotated[dt.date, "台帳の記録と出典のいちばん新しい日"]
    programme: Annotated[entries.ProgrammeEntry, "制度"]
    period: Annotated[entries.PeriodEntry, "期"]
    earlier: Annotated[int | None, "前の期の番号。収録がなければ null"]
    figures: Annotated[tuple[entries.PublishedLine, ...], "支援状況の公表値"]
    examples: Annotated[tuple[entries.ExampleEntry, ...], "事例"]
    tables: Annotated[tuple[Table, ...], "統計表。定義は notes に記す"]
    comparisons: Annotated[tuple[ComparedFigure, ...], "公表値との照合"]
    prefectures: Annotated[tuple[PrefectureEntry, ...], "47都道府県。地図の升の位置と数"]
    teams: Annotated[tuple[TeamEntry, ...], "チーム。番号の順"]
    activities: Annotated[tuple[ActivityEntry, ...], "活動。チームの番号の順、日の順"]
    assumptions: Annotated[tuple[entries.Note, ...], "推定した事項"]
    printed: Annotated[tuple[entries.Note, ...], "原文と異なる表記"]
    sources: Annotated[tuple[entries.SourceEntry, ...], "出典"]
    credit: Annotated[str, "コードと人口の出典の表示。なければ空"]
    marks: Annotated[
        tuple[entries.Mark, ...], "人が読む文書で用いる記号。このデータでは null を用いる"
    ]


def report_json(summary: Summary) -> str:
    """Return the summary as one JSON object that meets `report_schema`."""
    return json_text(document_of(summary))


def report_schema() -> str:
    """Return the JSON Schema of the report, made from the declaration of the document."""
    return json_text(schema_of(Document, "banso report --format json の出力"))


def document_of(summary: Summary) -> Document:
    """Return what the JSON shows of a summary."""
    own = {"schema_version", "incomplete", "comparisons"}
    shared = {
        each.name: getattr(summary, each.name) for each in fields(Document) if each.name not in own
    }
    return Document(
        schema_version=1,
        incomplete=summary.errors > 0,
        comparisons=tuple(_compared(each) for each in summary.comparisons),
        **shared,
    )


def _compared(each: Comparison) -> ComparedFigure:
    return ComparedFigure(*(getattr(each, own.name) for own in fields(ComparedFigure)))


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
