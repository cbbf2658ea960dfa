"""The teams of a period: each with its seats and themes, and the sheets of them.

Nothing here tells a member's gender, track or age: a seat has its body, its rank and its role.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Annotated

from banso_cli.datasets.sheet import STATUS_WORDS, Column, Count, Dataset, Link, Listed, Text
from banso_cli.records.programme import Programme
from banso_cli.records.roster import Roster
from banso_cli.records.team import STATUS_LABELS, SUPPORT_OFFICER, Team
from banso_cli.statistics.cases import (
    Case,
    population_band,
    population_in_force,
    region,
    team_cases,
)
from banso_cli.statistics.table import UNRECORDED, TableStatus

OFFICER = "支援官"
ASSUMED, NOT_ASSUMED = "あり", "なし"
DERIVED = "導出"
RECORDED = STATUS_WORDS[TableStatus.RECORDED]
NOT_RECORDED = STATUS_WORDS[TableStatus.NOT_RECORDED]


@dataclass(frozen=True, slots=True)
class Seat:
    """A member as the list shows one: without gender, track and age."""

    agency: Annotated[str, "所属府省庁等"]
    rank: Annotated[str, "役職"]
    is_support_officer: Annotated[bool, "地方創生支援オフィサーか"]


@dataclass(frozen=True, slots=True)
class TeamEntry:
    """A team with its municipality, as the list shows them."""

    number: Annotated[int | None, "一覧の番号。分からなければ none"]
    code: Annotated[str, "全国地方公共団体コード（6桁の文字）"]
    municipality: Annotated[str, "都道府県名と市町村名"]
    prefecture: Annotated[str, "都道府県名。分からなければ空"]
    name: Annotated[str, "市町村名"]
    kana: Annotated[str, "市町村名のかな。分からなければ空"]
    romaji: Annotated[str, "市町村名のローマ字。分からなければ空"]
    county: Annotated[str, "郡。属さないか、分からなければ空"]
    printed: Annotated[str, "資料に印刷された市町村名。台帳と同じなら空"]
    region: Annotated[str, "地域。分からなければ「未収録」"]
    population: Annotated[int | None, "この期に用いる人口（人）。なければ none"]
    population_band: Annotated[str, "人口区分。分からなければ「未収録」"]
    label: Annotated[str, "継続、新規。分からなければ空"]
    is_derived: Annotated[bool, "継続、新規を前の期から導いたか"]
    themes: Annotated[tuple[str, ...] | None, "支援テーマ。分からなければ none"]
    seats: Annotated[tuple[Seat, ...], "支援官。公表された一覧の順"]
    is_assumed: Annotated[bool, "推定した事項があるか"]
    page: Annotated[str, "市町村のウェブサイト。なければ空"]
    sources: Annotated[tuple[int, ...], "出典の番号"] = ()


def supported_name(roster: Roster, team: Team) -> str:
    """Return prefecture and name of what a team supports; the code where it has no file."""
    municipality = roster.municipality_by_code.get(team.municipality)
    return municipality.full_name if municipality else team.municipality


def team_entries(roster: Roster, programme: Programme | None, period: int) -> tuple[TeamEntry, ...]:
    """Return the teams of a period in the order of their numbers."""
    return tuple(_entry(case) for case in team_cases(roster, programme, period))


def _entry(case: Case) -> TeamEntry:
    team, municipality = case.team, case.municipality
    seats = tuple(Seat(m.agency, m.rank, m.role == SUPPORT_OFFICER) for m in team.members)
    return TeamEntry(
        number=team.number,
        code=team.municipality,
        municipality=municipality.full_name if municipality else team.municipality,
        prefecture=municipality.prefecture if municipality else "",
        name=municipality.name if municipality else team.municipality,
        kana=municipality.kana if municipality else "",
        romaji=municipality.romaji if municipality else "",
        county=(municipality.county or "") if municipality else "",
        printed=(team.printed.municipality or "") if team.printed else "",
        region=region(case) or UNRECORDED,
        population=population_in_force(case),
        population_band=population_band(case) or UNRECORDED,
        label=STATUS_LABELS[team.status] if team.status else "",
        is_derived=team.is_derived,
        themes=team.themes if "themes" in team.model_fields_set else None,
        seats=seats,
        is_assumed=bool(team.assumptions),
        page=(municipality.page or "") if municipality else "",
    )


@dataclass(frozen=True, slots=True)
class TeamLine:
    """A row about a team of a period: the team itself, one of its seats or one of its themes."""

    period: int
    team: TeamEntry
    position: int = 0
    theme: str = ""

    @property
    def seat(self) -> Seat:
        """Return the seat at the position, which is counted from 1."""
        return self.team.seats[self.position - 1]


def _recorded(is_known: object) -> str:
    return RECORDED if is_known else NOT_RECORDED


def _agencies(line: TeamLine) -> tuple[str, ...]:
    return tuple(dict.fromkeys(seat.agency for seat in line.team.seats))


def _ranks(line: TeamLine) -> tuple[str, ...]:
    return tuple(dict.fromkeys(seat.rank for seat in line.team.seats))


def _name(line: TeamLine) -> str | None:
    """Return the municipality's name; documents show its code where no file describes it."""
    return None if line.team.name == line.team.code else line.team.name


START: tuple[Column, ...] = (
    Count("period", "期", "第何期か"),
    Count(
        "number",
        "番号",
        "公表された一覧でのチームの番号。分からなければ空",
        "team.number",
        optional=True,
    ),
    Text(
        "municipality_code",
        "団体コード",
        "全国地方公共団体コード。6桁の文字。6桁に満たなければ、失われた先頭の 0 を補う",
        "team.code",
        pattern="[0-9]{6}",
    ),
    Text("prefecture", "都道府県", "分からなければ空", "team.prefecture", optional=True),
    Text("municipality", "市町村", "名称。台帳になければ空", _name, optional=True),
)
"""What begins every row about a team."""

TEAM = Link(("period", "municipality_code"), "teams")

TEAMS = Dataset(
    "teams",
    "チーム",
    "チームを一行に一つ記した一覧",
    key=TEAM.columns,
    columns=(
        *START,
        Text("kana", "かな", "市町村の名称の読み。分からなければ空", "team.kana", optional=True),
        Text("region", "地域", "統計表の地域の区分", "team.region"),
        Count(
            "population",
            "人口",
            "人。種類と基準日は、統計表の人口規模別の注に記す。分からなければ空",
            "team.population",
            optional=True,
        ),
        Text("population_band", "人口区分", "統計表の人口規模の区分", "team.population_band"),
        Text(
            "status",
            "新規・継続",
            "前の期から続くか",
            lambda line: line.team.label or UNRECORDED,
            choices=(*STATUS_LABELS.values(), UNRECORDED),
        ),
        Text(
            "status_basis",
            "根拠",
            "新規・継続を収録したか、前の期のチームから導いたか（導出）。分からなければ未収録",
            lambda line: DERIVED if line.team.is_derived else _recorded(line.team.label),
            choices=(RECORDED, DERIVED, NOT_RECORDED),
        ),
        Text(
            "themes_status",
            "テーマの収録",
            "支援テーマの収録の有無。収録があれば、支援テーマの一覧に行がある",
            lambda line: _recorded(line.team.themes is not None),
            choices=(RECORDED, NOT_RECORDED),
        ),
        Count(
            "seats",
            "支援官の数",
            "名。オフィサーを含む。分からなければ空",
            lambda line: len(line.team.seats) or None,
            optional=True,
        ),
        Text(
            "assumption",
            "推定",
            "資料から推定した事項の有無",
            lambda line: ASSUMED if line.team.is_assumed else NOT_ASSUMED,
            choices=(ASSUMED, NOT_ASSUMED),
        ),
        Text(
            "page",
            "ウェブサイト",
            "市町村のウェブサイト。分からなければ空",
            "team.page",
            optional=True,
        ),
    ),
    listed=(
        "period",
        "number",
        Listed("code", "団体コード", "team.code"),
        "prefecture",
        "municipality",
        Listed("status", "継続・新規", "team.label"),
        Listed("agency", "所属府省庁等", _agencies),
        Listed("rank", "役職", _ranks, shown=False),
        Listed("theme", "テーマ", "team.themes", shown=False),
        Listed("region", "地域", "team.region", shown=False),
    ),
)

MEMBERS = Dataset(
    "members",
    "支援官の構成",
    "支援官を一行に一名記した一覧",
    key=(*TEAM.columns, "seat"),
    links=(TEAM,),
    columns=(
        *START,
        Count("seat", "席", "公表された一覧で、チームの上から何人目か", "position"),
        Text("agency", "所属府省庁等", "併任前の所属", "seat.agency"),
        Text("rank", "役職", "公表資料の区分", "seat.rank"),
        Text(
            "role",
            "役割",
            "支援官、または地方創生支援オフィサー",
            lambda line: SUPPORT_OFFICER if line.seat.is_support_officer else OFFICER,
            choices=(OFFICER, SUPPORT_OFFICER),
        ),
    ),
)

TEAM_THEMES = Dataset(
    "team_themes",
    "支援テーマ",
    "チームの支援テーマを一行に一つ記した一覧",
    key=(*TEAM.columns, "theme"),
    links=(TEAM,),
    columns=(*START, Text("theme", "支援テーマ", "一行に一つ。収録のないチームの行はない")),
)


def member_lines(teams: Iterable[TeamLine]) -> Iterator[TeamLine]:
    """Yield a line for each seat of these teams."""
    for line in teams:
        yield from (replace(line, position=at) for at in range(1, len(line.team.seats) + 1))


def theme_lines(teams: Iterable[TeamLine]) -> Iterator[TeamLine]:
    """Yield a line for each theme of these teams."""
    for line in teams:
        yield from (replace(line, theme=theme) for theme in dict.fromkeys(line.team.themes or ()))
