"""What the summary of a period shows: everything that its forms print, and nothing else.

It holds no personal attribute of anybody: only tables that may be shown to everybody.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from functools import partial
from typing import Annotated, get_args

from banso_cli.datasets.activity_entries import ActivityEntry, activity_entries
from banso_cli.datasets.editions import Edition
from banso_cli.datasets.lists import MunicipalityEntry, municipality_entries
from banso_cli.datasets.prefecture_entries import PrefectureEntry, by_prefecture
from banso_cli.datasets.team_entries import TeamEntry, team_entries
from banso_cli.records.periods.newest import newest_day
from banso_cli.records.periods.period import FigureName
from banso_cli.reports import entries
from banso_cli.reports.citing import cited_sources, numbers_in
from banso_cli.reports.marks import marks_in
from banso_cli.reports.page.names import NameEntry, searched_names
from banso_cli.reports.published_parts import (
    example_entries,
    figure_line,
    period_entry,
    programme_entry,
)
from banso_cli.reports.team_list import assumptions, of_regions, other_spellings
from banso_cli.statistics.counting import Counting
from banso_cli.statistics.dimensions import AGENCY, DIMENSIONS, STATUS, SUMMARY, THEME
from banso_cli.statistics.tables.comparison import Comparison
from banso_cli.statistics.tables.results import Results
from banso_cli.statistics.tables.table import Table

NUMBERS = "①②③④⑤⑥"
FIGURES: tuple[FigureName, ...] = get_args(FigureName)
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
    newest: Annotated[dt.date, "台帳の記録と出典のいちばん新しい日"]
    programme: Annotated[entries.ProgrammeEntry, "制度"]
    period: Annotated[entries.PeriodEntry, "期"]
    earlier: Annotated[int | None, "前の期の番号。収録がなければ none"]
    figures: Annotated[tuple[entries.PublishedLine, ...], "支援状況の公表値"]
    examples: Annotated[tuple[entries.ExampleEntry, ...], "事例"]
    charts: Annotated[tuple[entries.Chart, ...], "図①～⑥"]
    status: Annotated[entries.Chart, "新規・継続別の図"]
    agencies: Annotated[entries.Chart, "所属府省庁等別の図"]
    themes: Annotated[entries.Chart, "支援テーマ別の図"]
    tables: Annotated[tuple[Table, ...], "すべての表"]
    prefectures: Annotated[tuple[PrefectureEntry, ...], "47都道府県。地図の升の位置と数"]
    regions: Annotated[tuple[entries.RegionEntry, ...], "地域ごとのチーム"]
    lists: Annotated[
        tuple[entries.RegionEntry, ...], "一覧。番号順なら一つで名は空、地域順なら地域ごと"
    ]
    teams: Annotated[tuple[TeamEntry, ...], "チーム。番号の順"]
    activities: Annotated[tuple[ActivityEntry, ...], "活動。チームの番号の順、日の順"]
    names: Annotated[tuple[NameEntry, ...], "検索に用いる、府省庁等、役職、テーマの名称"]
    municipalities: Annotated[tuple[MunicipalityEntry, ...], "台帳のすべての市町村。コードの順"]
    comparisons: Annotated[tuple[Comparison, ...], "公表値との照合"]
    assumptions: Annotated[tuple[entries.Note, ...], "推定した事項"]
    printed: Annotated[tuple[entries.Note, ...], "原文と異なる表記"]
    sources: Annotated[tuple[entries.SourceEntry, ...], "出典。番号の順。何の出典かでまとまる"]
    credit: Annotated[str, "コードと人口の出典の表示。なければ空"]
    marks: Annotated[tuple[entries.Mark, ...], "この文書に現れる記号とその意味"] = ()


def names_of(record: Summary | Results) -> Mapping[str, object]:
    """Return the fields of what a template shows by their names, as templates know them."""
    return {field.name: getattr(record, field.name) for field in fields(record)}


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
        newest=summary.newest,
    )
    return Edition(
        results, summary.teams, summary.prefectures, summary.municipalities, summary.activities
    )


def summary_of(counting: Counting, errors: int, *, by_region: bool = False) -> Summary:
    """Gather the summary of a period; `errors` is the number of findings it is made in spite of."""
    counting = replace(counting, errors=errors)
    roster, programme, period = counting.roster, counting.programme, counting.period
    records = roster.teams_by_period.get(period.number, ())
    sources = cited_sources(counting)
    cite = partial(numbers_in, sources)
    pairs = zip(records, team_entries(roster, programme, period.number), strict=True)
    teams = tuple(replace(e, sources=cite(team.sources)) for team, e in pairs)
    regions = of_regions(programme, teams)
    earlier = roster.period(period.number - 1)
    tables = {by.id: counting.table(by) for by in DIMENSIONS}
    found = Summary(
        title=f"{programme.name} 第{period.number}期",
        errors=errors,
        newest=newest_day(roster, period),
        programme=programme_entry(programme, period, cite),
        period=period_entry(roster, period, cite),
        earlier=earlier.number if earlier else None,
        figures=tuple(figure_line(name, period, earlier, cite) for name in FIGURES),
        examples=example_entries(roster, period),
        charts=tuple(map(entries.Chart, NUMBERS, (tables[by.id] for by in SUMMARY))),
        status=entries.Chart("", tables[STATUS.id]),
        agencies=entries.Chart("", tables[AGENCY.id]),
        themes=entries.Chart("", tables[THEME.id]),
        tables=tuple(tables.values()),
        prefectures=by_prefecture(() if period.is_partial else teams),
        regions=regions,
        lists=regions if by_region else (entries.RegionEntry("", teams),),
        teams=teams,
        activities=activity_entries(roster, records),
        names=searched_names(roster, records),
        municipalities=municipality_entries(roster),
        comparisons=counting.comparisons(),
        assumptions=assumptions(roster, records),
        printed=other_spellings(roster, records),
        sources=sources,
        credit="" if programme.fictional else CREDIT,
    )
    return replace(found, marks=marks_in(found.tables, found.figures, found.comparisons, teams))
