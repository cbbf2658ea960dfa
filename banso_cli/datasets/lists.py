"""The lists of the roster itself: municipalities, themes, bodies and periods."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from operator import attrgetter
from typing import Annotated

from banso_cli.datasets.sheet import Count, Dataset, Listed, Text
from banso_cli.records.periods.period import Period
from banso_cli.records.roster import Roster


@dataclass(frozen=True, slots=True)
class MunicipalityEntry:
    """A municipality, and the periods in which it was supported."""

    code: Annotated[str, "全国地方公共団体コード（6桁の文字）"]
    prefecture: Annotated[str, "都道府県名"]
    county: Annotated[str, "郡。郡に属さなければ空"]
    name: Annotated[str, "市町村名"]
    kana: Annotated[str, "市町村名のかな"]
    romaji: Annotated[str, "市町村名のローマ字"]
    region: Annotated[str, "地域。分からなければ空"]
    page: Annotated[str, "市町村のウェブサイト。なければ空"]
    periods: Annotated[tuple[int, ...], "支援した期"]


def municipality_entries(roster: Roster) -> tuple[MunicipalityEntry, ...]:
    """Return all municipalities in the order of their codes."""
    programme, periods = roster.programme, dict[str, list[int]]()
    for team in roster.teams:
        periods.setdefault(team.municipality, []).append(team.period)
    return tuple(
        MunicipalityEntry(
            code=each.code,
            prefecture=each.prefecture,
            county=each.county or "",
            name=each.name,
            kana=each.kana,
            romaji=each.romaji,
            region=(programme.region_of(each.prefecture) or "") if programme else "",
            page=each.page or "",
            periods=tuple(periods.get(each.code, ())),
        )
        for each in roster.municipalities
    )


MUNICIPALITIES = Dataset(
    "municipalities",
    "市町村",
    "台帳に収めた市町村を一行に一つ記した一覧",
    columns=(
        Text("municipality_code", "団体コード", "全国地方公共団体コード。6桁の文字", "code"),
        Text("prefecture", "都道府県", "名称"),
        Text("county", "郡", "郡に属さなければ空"),
        Text("municipality", "市町村", "名称", "name"),
        Text("kana", "かな", "名称の読み"),
        Text("romaji", "ローマ字", "読みのヘボン式"),
        Text("region", "地域", "統計表の地域の区分。分からなければ空"),
        Text("page", "ウェブサイト", "市町村のウェブサイト。分からなければ空"),
    ),
    listed=(
        Listed("code", "団体コード", "code"),
        "prefecture",
        "county",
        Listed("name", "市町村", "name"),
        "kana",
        Listed("period", "支援した期", "periods"),
        Listed("region", "地域", "region", shown=False),
    ),
)

THEMES = Dataset(
    "themes",
    "テーマの一覧",
    "支援テーマを一行に一つ記した一覧",
    columns=(
        Text("id", "ID", "短い名前"),
        Text("name", "テーマ", "名称"),
        Text("description", "説明", "なければ空"),
    ),
    listed=("id", "name", Listed("alias", "別名", "aliases")),
)
AGENCIES = Dataset(
    "agencies",
    "府省庁等の一覧",
    "支援官の所属する府省庁等を一行に一つ記した一覧",
    columns=(
        Text("name", "名称", "正式な名称"),
        Text("kind", "種類", "府省庁、民間などの別"),
        Text("parent", "上位の組織", "なければ空"),
    ),
    listed=("name", "kind", "parent", Listed("alias", "別名", "aliases")),
)

COVERAGES = {"teams": "全チーム", "partial": "一部のチーム", "totals": "合計のみ"}


@dataclass(frozen=True, slots=True)
class PeriodLine:
    """A period, and how many of its teams are recorded."""

    period: Period
    teams: int


PERIODS = Dataset(
    "periods",
    "期",
    "期を一行に一つ記した一覧",
    of="period",
    columns=(
        Count("number", "期", "第何期か"),
        Count("fiscal_year", "年度", "西暦"),
        Text("start", "始まり", "日付"),
        Text("end", "終わり", "日付"),
        Text(
            "coverage",
            "収録範囲",
            "全チームを収めるか、一部のチームか、公表された合計だけか",
            lambda line: COVERAGES[line.period.coverage],
        ),
        Count("teams", "収録チーム", "台帳に収めたチームの数", "teams"),
    ),
    listed=("number", "fiscal_year", "start", "end", "coverage", "teams"),
)


def period_lines(roster: Roster) -> tuple[PeriodLine, ...]:
    """Return all periods by number."""
    recorded = roster.teams_by_period
    return tuple(PeriodLine(each, len(recorded.get(each.number, ()))) for each in roster.periods)


LISTS: tuple[tuple[Dataset, Callable[[Roster], Iterable[object]]], ...] = (
    (MUNICIPALITIES, municipality_entries),
    (THEMES, attrgetter("themes")),
    (AGENCIES, attrgetter("agencies")),
    (PERIODS, period_lines),
)
"""All of them, each with its records."""
