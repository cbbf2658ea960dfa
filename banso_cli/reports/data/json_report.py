"""JSON of the whole summary: its tables, its teams and what they rest on, with a schema."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, fields
from typing import Annotated, Literal

from banso_cli.datasets.activities import ActivityEntry
from banso_cli.datasets.prefectures import PrefectureEntry
from banso_cli.datasets.team_entries import TeamEntry
from banso_cli.reports import entries
from banso_cli.reports.data.json_shapes import schema_of
from banso_cli.reports.data.json_values import json_text
from banso_cli.reports.summary import Summary
from banso_cli.statistics.tables.comparison import Comparison
from banso_cli.statistics.tables.table import Table


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
