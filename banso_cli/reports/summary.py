"""What the summary of a period shows: everything that its forms print, and nothing else.

It holds no personal attribute of anybody: only tables that may be shown to everybody.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Annotated

from banso_cli.datasets.editions import Edition
from banso_cli.datasets.lists import MunicipalityEntry, municipality_entries
from banso_cli.datasets.prefectures import PrefectureEntry, by_prefecture
from banso_cli.datasets.teams import TeamEntry, team_entries
from banso_cli.records.period import FIGURE_LABELS, FigureName, Period
from banso_cli.records.programme import Programme
from banso_cli.records.record import Source
from banso_cli.records.roster import Roster
from banso_cli.reports.entries import (
    Chart,
    Mark,
    Note,
    PeriodEntry,
    ProgrammeEntry,
    PublishedLine,
    RegionEntry,
    SourceEntry,
    VoiceEntry,
)
from banso_cli.reports.marks import MARKS
from banso_cli.reports.page.names import NameEntry, searched_names
from banso_cli.reports.team_list import assumptions, by_region, other_spellings
from banso_cli.statistics.comparison import Comparison
from banso_cli.statistics.counting import Counting
from banso_cli.statistics.dimensions import AGENCY, DIMENSIONS, STATUS, SUMMARY, THEME
from banso_cli.statistics.results import Results
from banso_cli.statistics.table import Table

NUMBERS = "①②③④⑤⑥"
FIGURES: tuple[FigureName, ...] = (
    "officers",
    "support_officers",
    "teams",
    "municipalities",
    "prefectures",
    "agencies",
    "officers_applied",
    "municipalities_applied",
)
"""The figures of the section 支援状況, in their order."""

CREDIT = (
    "総務省『全国地方公共団体コード』、総務省統計局『国勢調査』（e-Stat）、"
    "総務省『住民基本台帳に基づく人口、人口動態及び世帯数』を加工して作成。"
)
"""The line that the sources of codes and populations ask for."""


@dataclass(frozen=True, slots=True)
class Summary:
    """The published summary of a period, computed from the roster."""

    title: Annotated[str, "文書の題"]
    errors: Annotated[int, "台帳に残るエラーの数。0 でなければ不完全と記す"]
    programme: Annotated[ProgrammeEntry, "制度"]
    period: Annotated[PeriodEntry, "期"]
    earlier: Annotated[int | None, "前の期の番号。収録がなければ none"]
    figures: Annotated[tuple[PublishedLine, ...], "支援状況の公表値"]
    charts: Annotated[tuple[Chart, ...], "図①～⑥"]
    status: Annotated[Chart, "新規・継続別の図"]
    agencies: Annotated[Chart, "所属府省庁等別の図"]
    themes: Annotated[Chart, "支援テーマ別の図"]
    status_prefectures: Annotated[tuple[PublishedLine, ...], "新規・継続別の道府県数の公表値"]
    tables: Annotated[tuple[Table, ...], "すべての表"]
    prefectures: Annotated[tuple[PrefectureEntry, ...], "47都道府県。地図の升の位置と数"]
    regions: Annotated[tuple[RegionEntry, ...], "地域ごとのチーム"]
    teams: Annotated[tuple[TeamEntry, ...], "チーム。番号の順"]
    names: Annotated[tuple[NameEntry, ...], "検索に用いる、府省庁等、役職、テーマの名称"]
    municipalities: Annotated[tuple[MunicipalityEntry, ...], "台帳のすべての市町村。コードの順"]
    comparisons: Annotated[tuple[Comparison, ...], "公表値との照合"]
    assumptions: Annotated[tuple[Note, ...], "推定した事項"]
    printed: Annotated[tuple[Note, ...], "原文と異なる表記"]
    sources: Annotated[tuple[SourceEntry, ...], "出典"]
    credit: Annotated[str, "コードと人口の出典の表示"]
    marks: Annotated[tuple[Mark, ...], "記号とその意味"]


def names_of(summary: Summary) -> Mapping[str, object]:
    """Return the fields of a summary by their names, as templates know them."""
    return {field.name: getattr(summary, field.name) for field in fields(summary)}


def edition_of_summary(summary: Summary) -> Edition:
    """Return what the sheets of a summary are made of: its tables and lists."""
    results = Results(
        period=summary.period.number,
        title=summary.title,
        errors=summary.errors,
        tables=summary.tables,
        crosses=(),
        comparisons=summary.comparisons,
        is_fictional=summary.programme.is_fictional,
    )
    return Edition(results, summary.teams, summary.prefectures, summary.municipalities)


def summary_of(counting: Counting, errors: int) -> Summary:
    """Gather the summary of a period; `errors` is the number of findings it is made in spite of."""
    counting = replace(counting, errors=errors)
    roster, programme, period = counting.roster, counting.programme, counting.period
    records = roster.teams_by_period.get(period.number, ())
    teams = team_entries(roster, programme, period.number)
    earlier = roster.period(period.number - 1)
    tables = {by.id: counting.table(by) for by in DIMENSIONS}
    numbered = zip(NUMBERS, SUMMARY, strict=True)
    status_lines: tuple[FigureName, ...] = ("prefectures_new", "prefectures_continuing")
    return Summary(
        title=f"{programme.name} 第{period.number}期",
        errors=errors,
        programme=_programme(programme),
        period=_period(period),
        earlier=earlier.number if earlier else None,
        figures=tuple(_line(name, period, earlier) for name in FIGURES),
        charts=tuple(Chart(number, tables[by.id]) for number, by in numbered),
        status=Chart("", tables[STATUS.id]),
        agencies=Chart("", tables[AGENCY.id]),
        themes=Chart("", tables[THEME.id]),
        status_prefectures=tuple(_line(name, period, earlier) for name in status_lines),
        tables=tuple(tables.values()),
        prefectures=by_prefecture(teams),
        regions=by_region(programme, teams),
        teams=teams,
        names=searched_names(roster, records),
        municipalities=municipality_entries(roster),
        comparisons=counting.comparisons(),
        assumptions=assumptions(roster, records),
        printed=other_spellings(roster, records),
        sources=_sources(counting),
        credit="" if programme.fictional else CREDIT,
        marks=MARKS,
    )


def _programme(programme: Programme) -> ProgrammeEntry:
    size, below = programme.team_size, programme.population_limit.below
    return ProgrammeEntry(programme.name, programme.fictional, size.least, size.most, below)


def _period(period: Period) -> PeriodEntry:
    voices = tuple(VoiceEntry(voice.text, voice.percent) for voice in period.voices)
    return PeriodEntry(
        number=period.number,
        era_year=period.era_year,
        start=period.start,
        end=period.end,
        voices=voices,
        remarks=period.remarks,
        notes=period.notes,
    )


def _line(name: FigureName, period: Period, earlier: Period | None) -> PublishedLine:
    label, unit = FIGURE_LABELS[name]
    now, before = period.figure(name), earlier.figure(name) if earlier else None
    return PublishedLine(label, unit, now.value if now else None, before.value if before else None)


def _sources(counting: Counting) -> tuple[SourceEntry, ...]:
    """Return all sources of what the summary shows, each once, in the order of first use."""
    roster, programme, period = counting.roster, counting.programme, counting.period
    teams = roster.teams_by_period.get(period.number, ())
    found = [*period.sources, *programme.sources]
    found += [source for figure in period.published for source in figure.sources]
    found += [source for each in period.breakdowns for source in each.sources]
    found += [source for team in teams for source in team.sources]
    found += _of_municipalities(roster, programme, period)
    return tuple(dict.fromkeys(SourceEntry(each.title, each.url or "") for each in found))


def _of_municipalities(roster: Roster, programme: Programme, period: Period) -> list[Source]:
    measure = programme.measure_in_force(period.number)
    found: list[Source] = []
    for team in roster.teams_by_period.get(period.number, ()):
        municipality = roster.municipality_by_code.get(team.municipality)
        if municipality is None:
            continue
        found += [
            Source(title=people.source)
            for people in municipality.population
            if measure and (people.measure, people.date) == (measure.measure, measure.date)
        ]
        found += municipality.sources
    return found
