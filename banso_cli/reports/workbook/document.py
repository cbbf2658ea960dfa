"""What the sheet 概要 says, in the order and the words of the document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, groupby

from banso_cli.reports.entries import (
    Chart,
    EventEntry,
    ExampleEntry,
    PeriodEntry,
    PublishedLine,
    Run,
)
from banso_cli.reports.marks import ASSUMED_SIGN, SUPPORT_OFFICER_SIGN
from banso_cli.reports.summary import Summary
from banso_cli.reports.workbook import lists
from banso_cli.reports.workbook.blocks import Block, Leads, Line, Style
from banso_cli.reports.workbook.data_sheets import warning
from banso_cli.reports.workbook.tables import (
    SOURCE,
    citation,
    comparison_grid,
    figures_grid,
    grid_of,
)
from banso_cli.statistics.tables.words import PARTIAL, day, figure, until


def document(summary: Summary, sheets: tuple[str, ...]) -> tuple[Block, ...]:
    """Return the summary as lines and tables; links at its head lead to the other sheets."""
    return (
        *_head(summary),
        Leads(sheets),
        *_outline(summary),
        *_situation(summary),
        *_voices(summary),
        *_section("事例", chain.from_iterable(map(_example, summary.examples))),
        *_charts(summary),
        *_list(summary),
        *_section("行事", map(_event, summary.period.events), Style.SUBHEADING),
        *_errata(summary.period),
        _heading("公表値との照合"),
        comparison_grid(summary.comparisons)
        if summary.comparisons
        else _plain("※ 公表値は未収録。"),
        *(_bullet(note) for note in summary.period.notes),
        *_sources(summary),
        *_section("記号", (_bullet(f"{each.sign} {each.meaning}") for each in summary.marks)),
    )


def _plain(text: str) -> Line:
    return Line((Run(text),))


def _heading(text: str, style: Style = Style.HEADING) -> Line:
    return Line((Run(text, is_emphasised=True),), style)


def _section(title: str, lines: Iterable[Line], style: Style = Style.HEADING) -> tuple[Line, ...]:
    """Return lines under their heading; nothing where there are none."""
    found = tuple(lines)
    return (_heading(title, style), *found) if found else ()


def _bullet(*runs: Run | str) -> Line:
    first, *others = (r if isinstance(r, Run) else Run(r) for r in runs)
    start = (Run("・"), first) if first.is_emphasised else (Run(f"・{first.text}"),)
    return Line((*start, *others))


def _head(summary: Summary) -> Iterator[Line]:
    yield _heading(f"{warning(summary)}{summary.title}", Style.TITLE)
    if summary.errors:
        errors = f"台帳に{summary.errors}件のエラーが残ったまま作成した文書です。"
        yield _plain(f"不完全 — {errors}数値を引用しないでください。")
    yield _plain(f"{summary.programme.caption}{until(summary.newest)}")


def _outline(summary: Summary) -> Iterator[Line]:
    period, programme = summary.period, summary.programme
    yield _heading("概要")
    for sentence in period.outline:
        yield _bullet(*sentence.runs)
    limit = f"支援の対象は、人口{figure(programme.below)}人未満の市町村"
    cited = f" {citation(programme.limit_sources)}".rstrip()
    yield _bullet(f"一つのチームは{programme.least}～{programme.most}名。{limit}{cited}。")
    days = f"{day(period.start)}～{day(period.end)}"
    yield _bullet(f"第{period.number}期は{period.era_year}（{days}）。")


def _situation(summary: Summary) -> Iterator[Block]:
    yield _heading("支援状況")
    yield from _flow({each.id: each for each in summary.figures})
    yield figures_grid(summary)
    if any(each.sources or each.earlier_sources for each in summary.figures):
        yield _plain("※ [ ] の数は公表資料になく、その番号の出典による。")
    for each in summary.figures:
        if each.id == "support_officers" and each.value:
            note = f"（{each.note}）" if each.note else ""
            number = figure(each.value, each.unit)
            yield _plain(f"※ 地方創生支援オフィサー{note}{number}を含む。")
    for row in summary.comparisons:
        if row.difference:
            published, counted = figure(row.published, row.unit), figure(row.counted, row.unit)
            yield _plain(
                f"※ {row.label}は、公表値が{published}、台帳の集計が{counted}。"
                "以下の表は台帳の集計による。理由は「公表値との照合」に記す。"
            )
    for footnote in summary.period.footnotes:
        yield _plain(f"※ {footnote}")


def _flow(lines: dict[str, PublishedLine]) -> Iterator[Line]:
    """Yield how many applied and how many were chosen."""

    def number(name: str) -> str:
        each = lines[name]
        return f"{figure(each.value, each.unit)} {citation(each.sources)}".rstrip()

    officers = f"地方創生支援官 {number('officers')}・{number('teams')}"
    yield _bullet(
        f"国の職員：応募 {number('officers_applied')} → ",
        Run(officers, is_emphasised=True),
        f"（{number('agencies')}）",
    )
    new = f"新規 {number('municipalities_new')}（{number('prefectures_new')}）"
    again = f"継続 {number('municipalities_continuing')}（{number('prefectures_continuing')}）"
    yield _bullet(
        f"自治体：応募 {number('municipalities_applied')} → ",
        Run(f"支援対象自治体 {number('municipalities')}", is_emphasised=True),
        f"（{number('prefectures')}）＝ {new}＋ {again}",
    )


def _voices(summary: Summary) -> Iterator[Line]:
    period = summary.period
    if period.voices:
        words = "、".join(f"{voice.text}（{voice.percent}%）" for voice in period.voices)
        answers = f"（回答{period.voices_answered:,}件）" if period.voices_answered else ""
        yield _plain(f"支援官の声{answers}：{words}{'等' if period.further_voices else ''}")
    for remark in period.remarks:
        yield _bullet(*remark.runs)


def _example(example: ExampleEntry) -> Iterator[Line]:
    yield _heading(example.municipality, Style.SUBHEADING)
    yield _bullet(f"支援官の所属：{' × '.join(example.agencies)}")
    yield _bullet(f"テーマ：{' × '.join(example.themes)}")
    yield _bullet(f"{example.caption}（提供：{example.credit}）")
    if example.note:
        yield _plain(f"※ {example.note}")


def _charts(summary: Summary) -> Iterator[Block]:
    """Yield every table that has a chart; those of the page follow those of the document."""
    for chart in summary.charts:
        yield from _chart(f"{chart.number}{chart.table.title}", chart)
    yield from _chart("新規・継続", summary.status)
    for chart in (summary.agencies, summary.themes):
        yield from _chart(chart.table.title, chart)


def _chart(title: str, chart: Chart) -> Iterator[Block]:
    yield _heading(title)
    if chart.table.rows:
        yield grid_of(chart)
    else:
        yield from (_plain(f"※ {note}") for note in chart.table.notes)


def _list(summary: Summary) -> Iterator[Block]:
    yield _heading("支援対象団体・伴走支援チーム一覧")
    if not summary.teams:
        yield _plain("未収録。この期のチームの一覧は収めていない。")
        return
    signs = {ASSUMED_SIGN, SUPPORT_OFFICER_SIGN} & {mark.sign for mark in summary.marks}
    marked = "◆と◇は「記号」を参照。" if signs else ""
    rows = f"シート「{lists.TEAMS}」に一行一チームで、「{lists.MEMBERS}」に一行一名で記す。"
    part = PARTIAL if summary.period.is_partial else ""
    yield _plain(f"{len(summary.teams):,}チーム。{part}{rows}{marked}")
    yield Leads((lists.TEAMS, lists.MEMBERS))


def _event(event: EventEntry) -> Line:
    until = f"～{day(event.until)}" if event.until else ""
    return _bullet(f"{day(event.date)}{until} {event.title} {citation(event.sources)}")


def _errata(period: PeriodEntry) -> Iterator[Line]:
    if period.errata:
        yield _heading("正誤")
    if period.errata and period.closed:
        closed = f"第{period.number}期の記録は{day(period.closed)}に締めた。"
        yield _plain(f"{closed}その後に改めたものを記す。")
    for each in period.errata:
        yield _bullet(f"{day(each.date)} {each.words} {citation(each.sources)}")


def _sources(summary: Summary) -> Iterator[Line]:
    yield Line((Run(SOURCE, is_emphasised=True),), Style.HEADING, name=SOURCE)
    for group, entries in groupby(summary.sources, key=lambda each: each.group):
        yield _heading(group, Style.SUBHEADING)
        for each in entries:
            date = f"（{day(each.date)}）" if each.date else ""
            text = Run(f"[{each.number}] {each.title}{date}")
            yield Line((text,), target=each.url, name=f"{SOURCE}{each.number}")
    if summary.credit:
        yield _plain(summary.credit)
