"""The sheets of data: those of the CSV form, and beside them the published figures and notes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Annotated

from banso_cli.reports.columns import (
    INCOMPLETE,
    STATUS_WORDS,
    Caution,
    Heading,
    Sheet,
    caution_of,
    cells_of,
    columns_of,
)
from banso_cli.reports.entries import PublishedLine
from banso_cli.reports.lines import STATISTICS, TOTALS
from banso_cli.reports.sheets import sheets_of
from banso_cli.reports.summary import Summary
from banso_cli.statistics.table import TableStatus

NAMES = MappingProxyType(
    {
        STATISTICS: "統計表",
        "teams": "チーム",
        "members": "支援官の構成",
        "team_themes": "支援テーマ",
        "prefectures": "都道府県",
    }
)
"""What the sheets of the CSV form are called in the workbook; their titles are too long."""

NOTE = "数のないわけ、公表値との差の理由など。表の定義は、はじめにの「定義と注」に記す"
"""What the column 注 of 統計表 holds."""


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A published figure of a period."""

    period: Annotated[int, Heading("期", "第何期か")]
    figure: Annotated[str, Heading("指標", "公表された指標")]
    unit: Annotated[str, Heading("単位", "公表値の単位")]
    published: Annotated[int | None, Heading("公表値", "公表された数。なければ空")]
    status: Annotated[
        str,
        Heading(
            "状態",
            "公表値か、未収録（公表されていないか、資料が食い違う）。エラーの残る台帳では不完全",
            choices=(
                STATUS_WORDS[TableStatus.PUBLISHED],
                STATUS_WORDS[TableStatus.NOT_RECORDED],
                INCOMPLETE,
            ),
        ),
    ]
    caution: Caution


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A remark on a team."""

    period: Annotated[int, Heading("期", "第何期か")]
    number: Annotated[int, Heading("番号", "公表された一覧でのチームの番号")]
    municipality: Annotated[str, Heading("団体", "都道府県名と市町村名。台帳になければ団体コード")]
    kind: Annotated[
        str, Heading("種類", "何についての注か", choices=("推定した事項", "原文と異なる表記"))
    ]
    text: Annotated[str, Heading("注", "注の文")]
    caution: Caution


def data_sheets(summary: Summary) -> tuple[Sheet, ...]:
    """Return the sheets in the order of the workbook; their names are those of its tabs."""
    named = {NAMES[each.name]: each for each in sheets_of(summary)}
    statistics, *lists = (replace(sheet, name=name) for name, sheet in named.items())
    return (_with_notes_once(statistics), _figures(summary), *lists, _notes(summary))


def _with_notes_once(statistics: Sheet) -> Sheet:
    """Return the tables without the notes of their classes: the guide has those, once for each."""
    names = [column.name for column in statistics.columns]
    table, key, note = names.index("table"), names.index("key"), names.index("note")
    columns, rows = list(statistics.columns), []
    columns[note] = replace(columns[note], description=NOTE)
    for row in statistics.rows:
        has_own = row[key] is None or row[table] == TOTALS
        rows.append(row if has_own else (*row[:note], None, *row[note + 1 :]))
    return replace(statistics, columns=tuple(columns), rows=tuple(rows))


def _caution(summary: Summary) -> str | None:
    return caution_of(is_fictional=summary.programme.is_fictional, errors=summary.errors)


def warning(summary: Summary) -> str:
    """Return what heads a printed page and a chart of made-up or incomplete data, else nothing."""
    caution = _caution(summary)
    return f"【{caution}】" if caution else ""


def _figures(summary: Summary) -> Sheet:
    return Sheet(
        name="支援状況",
        title=f"{summary.title} 支援状況",
        description="公表された指標を一行に一つ記した表。この期と、収録があれば前の期",
        columns=columns_of(FigureRow),
        rows=tuple(cells_of(row) for row in _figure_rows(summary)),
    )


def _figure_rows(summary: Summary) -> Iterator[FigureRow]:
    period, earlier = summary.period.number, summary.earlier
    lines = (*summary.figures, *summary.status_prefectures)
    voices = (
        PublishedLine(f"支援官の声（{voice.text}）", "%", voice.percent, None)
        for voice in summary.period.voices
    )
    for line in (*lines, *voices):
        yield _figure(summary, period, line, line.value)
    if earlier is not None:
        for line in lines:
            yield _figure(summary, earlier, line, line.earlier)


def _figure(summary: Summary, period: int, line: PublishedLine, value: int | None) -> FigureRow:
    status = TableStatus.NOT_RECORDED if value is None else TableStatus.PUBLISHED
    word = INCOMPLETE if summary.errors else STATUS_WORDS[status]
    return FigureRow(period, line.label, line.unit, value, word, _caution(summary))


def _notes(summary: Summary) -> Sheet:
    period, caution = summary.period.number, _caution(summary)
    kinds = (("推定した事項", summary.assumptions), ("原文と異なる表記", summary.printed))
    rows = (
        NoteRow(period, note.number, note.municipality, kind, note.text, caution)
        for kind, notes in kinds
        for note in notes
    )
    return Sheet(
        name="注記",
        title=f"{summary.title} 注記",
        description="チームについての注を一行に一件記した一覧",
        columns=columns_of(NoteRow),
        rows=tuple(cells_of(row) for row in rows),
    )
