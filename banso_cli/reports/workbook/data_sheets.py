"""The sheets of data: those of the CSV form, and beside them the published figures and notes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from banso_cli.datasets.editions import TITLES, sheets_of
from banso_cli.datasets.long_form import TOTALS
from banso_cli.datasets.sheet import INCOMPLETE, STATUS_WORDS, Count, Dataset, Sheet, Text
from banso_cli.reports.entries import Note
from banso_cli.reports.summary import Summary, edition_of_summary
from banso_cli.statistics.tables.table import TableStatus

PUBLISHED = STATUS_WORDS[TableStatus.PUBLISHED]
NOT_RECORDED = STATUS_WORDS[TableStatus.NOT_RECORDED]

NOTE = "数のないわけ、公表値との差の理由など。表の定義は、用語の「定義と注」に記す"
"""What the column 注 of 統計表 holds."""


@dataclass(frozen=True, slots=True)
class FigureLine:
    """A published figure of a period."""

    period: int
    figure: str
    unit: str
    published: int | None
    is_incomplete: bool

    @property
    def status(self) -> str:
        """Return the word of the column 状態."""
        if self.is_incomplete:
            return INCOMPLETE
        return NOT_RECORDED if self.published is None else PUBLISHED


FIGURES = Dataset(
    "支援状況",
    "支援状況",
    "公表された指標を一行に一つ記した表。この期と、収録があれば前の期",
    columns=(
        Count("period", "期", "第何期か"),
        Text("figure", "指標", "公表された指標"),
        Text("unit", "単位", "公表値の単位"),
        Count("published", "公表値", "公表された数。なければ空", optional=True),
        Text(
            "status",
            "状態",
            "公表値か、未収録（公表されていないか、資料が食い違う）。エラーの残る台帳では不完全",
            choices=(PUBLISHED, NOT_RECORDED, INCOMPLETE),
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class NoteLine:
    """A remark on a team, and what it is about."""

    period: int
    kind: str
    note: Note


NOTES = Dataset(
    "注記",
    "注記",
    "チームについての注を一行に一件記した一覧",
    columns=(
        Count("period", "期", "第何期か"),
        Count("number", "番号", "公表された一覧でのチームの番号", "note.number"),
        Text(
            "municipality",
            "団体",
            "都道府県名と市町村名。台帳になければ団体コード",
            "note.municipality",
        ),
        Text("kind", "種類", "何についての注か", choices=("推定した事項", "原文と異なる表記")),
        Text("text", "注", "注の文", "note.text"),
    ),
)


def data_sheets(summary: Summary) -> tuple[Sheet, ...]:
    """Return the sheets of data in their order; their names are those of the workbook's tabs."""
    edition = edition_of_summary(summary)
    named = {TITLES[each.name]: each for each in sheets_of(edition)}
    statistics, *lists = (replace(sheet, name=name) for name, sheet in named.items())
    figures = edition.sheet(FIGURES, _figures(summary))
    return (_with_notes_once(statistics), figures, *lists, edition.sheet(NOTES, _notes(summary)))


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


def warning(summary: Summary) -> str:
    """Return what heads a printed page and a chart of made-up or incomplete data, else nothing."""
    caution = edition_of_summary(summary).caution
    return f"【{caution}】" if caution else ""


def _figures(summary: Summary) -> Iterator[FigureLine]:
    period, earlier, is_incomplete = summary.period.number, summary.earlier, summary.errors > 0
    for line in summary.figures:
        yield FigureLine(period, line.label, line.unit, line.value, is_incomplete)
    for voice in summary.period.voices:
        label = f"支援官の声（{voice.text}）"
        yield FigureLine(period, label, "%", voice.percent, is_incomplete)
    if earlier is not None:
        for line in summary.figures:
            yield FigureLine(earlier, line.label, line.unit, line.earlier, is_incomplete)


def _notes(summary: Summary) -> Iterator[NoteLine]:
    kinds = (("推定した事項", summary.assumptions), ("原文と異なる表記", summary.printed))
    for kind, notes in kinds:
        yield from (NoteLine(summary.period.number, kind, note) for note in notes)
