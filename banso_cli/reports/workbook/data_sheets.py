"""The sheets of data: those of the CSV form, and beside them the published figures and notes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from banso_cli.datasets.editions import SHEETS, Edition
from banso_cli.datasets.long_form import LINES, STATISTICS, TOTALS, Line, lines_of
from banso_cli.datasets.sheet import Count, Dataset, Sheet, Text, status_word
from banso_cli.reports.entries import Note
from banso_cli.reports.summary import Summary, edition_of_summary
from banso_cli.statistics.tables.table import TableStatus

NOTE = "数のないわけ、公表値との差の理由など。表の定義は、用語の「定義と注」に記す"
"""What the column 注 of 統計表 holds."""

_COLUMNS = tuple(replace(c, description=NOTE) if c.name == "note" else c for c in LINES.columns)
_LINES = replace(LINES, columns=_COLUMNS)


@dataclass(frozen=True, slots=True)
class FigureLine:
    """A published figure of a period."""

    period: int
    figure: str
    unit: str
    published: int | None
    errors: int

    @property
    def status(self) -> str:
        """Return the word of the column 状態."""
        is_unknown = self.published is None
        status = TableStatus.NOT_RECORDED if is_unknown else TableStatus.PUBLISHED
        return status_word(status, self.errors)


FIGURES = Dataset(
    "支援状況",
    "支援状況",
    "公表された指標を一行に一つ記した表。この期と、収録があれば前の期",
    columns=(
        Count("period", "期", "第何期か"),
        Text("figure", "指標", "公表された指標"),
        Text("unit", "単位", "公表値の単位"),
        Count("published", "公表値", "公表された数。なければ空"),
        Text(
            "status",
            "状態",
            "公表値か、未収録（公表されていないか、資料が食い違う）。エラーの残る台帳では不完全",
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
    of="note",
    columns=(
        Count("period", "期", "第何期か", "period"),
        Count("number", "番号", "公表された一覧でのチームの番号"),
        Text("municipality", "団体", "都道府県名と市町村名。台帳になければ団体コード"),
        Text("kind", "種類", "何についての注か", "kind"),
        Text("text", "注", "注の文"),
    ),
)


def data_sheets(summary: Summary) -> tuple[Sheet, ...]:
    """Return the sheets of data in their order; their names are those of the workbook's tabs."""
    edition = edition_of_summary(summary)
    parts = {**SHEETS, STATISTICS: (_LINES, _with_notes_once)}
    statistics, *lists = (
        replace(edition.sheet(each, records(edition)), name=each.title)
        for each, records in parts.values()
    )
    figures = edition.sheet(FIGURES, _figures(summary))
    return (statistics, figures, *lists, edition.sheet(NOTES, _notes(summary)))


def _with_notes_once(edition: Edition) -> Iterator[Line]:
    """Yield the tables without the notes of their classes: the guide has those, once for each."""
    for line in lines_of(edition.results):
        has_own = not line.row.key or line.table == TOTALS
        yield line if has_own else replace(line, note="")


def warning(summary: Summary) -> str:
    """Return what heads a printed page and a chart of made-up or incomplete data, else nothing."""
    caution = edition_of_summary(summary).caution
    return f"【{caution}】" if caution else ""


def _figures(summary: Summary) -> Iterator[FigureLine]:
    period, earlier, errors = summary.period.number, summary.earlier, summary.errors
    for line in summary.figures:
        yield FigureLine(period, line.label, line.unit, line.value, errors)
    for voice in summary.period.voices:
        yield FigureLine(period, f"支援官の声（{voice.text}）", "%", voice.percent, errors)
    if earlier is not None:
        for line in summary.figures:
            yield FigureLine(earlier, line.label, line.unit, line.earlier, errors)


def _notes(summary: Summary) -> Iterator[NoteLine]:
    kinds = (("推定した事項", summary.assumptions), ("原文と異なる表記", summary.printed))
    for kind, notes in kinds:
        yield from (NoteLine(summary.period.number, kind, note) for note in notes)
