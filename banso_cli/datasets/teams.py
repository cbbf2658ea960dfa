"""The sheets of the teams of a period, of their seats and of their themes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from banso_cli.datasets.sheet import STATUS_WORDS, Column, Count, Dataset, Link, Listed, Text
from banso_cli.datasets.team_entries import Seat, TeamEntry
from banso_cli.records.teams.team import STATUS_LABELS, SUPPORT_OFFICER
from banso_cli.statistics.tables.table import UNRECORDED, TableStatus

OFFICER = "支援官"
ASSUMED, NOT_ASSUMED = "あり", "なし"
DERIVED = "導出"
RECORDED = STATUS_WORDS[TableStatus.RECORDED]
NOT_RECORDED = STATUS_WORDS[TableStatus.NOT_RECORDED]


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


def _of_seats(name: str) -> Callable[[TeamLine], tuple[str, ...]]:
    return lambda line: tuple(dict.fromkeys(getattr(seat, name) for seat in line.team.seats))


def _name(line: TeamLine) -> str | None:
    """Return the municipality's name; documents show its code where no file describes it."""
    return None if line.team.name == line.team.code else line.team.name


def _status(line: TeamLine) -> str:
    """Return the status as people are told it, with the word for one that was derived."""
    return f"{line.team.label}（{DERIVED}）" if line.team.is_derived else line.team.label


NUMBER = Count(
    "number",
    "番号",
    "公表された一覧でのチームの番号。分からなければ空",
    "team.number",
    optional=True,
)
START: tuple[Column, ...] = (
    Count("period", "期", "第何期か", "period"),
    NUMBER,
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
    of="team",
    columns=(
        *START,
        Text("kana", "かな", "市町村の名称の読み。分からなければ空", optional=True),
        Text("region", "地域", "統計表の地域の区分"),
        Count(
            "population",
            "人口",
            "人。種類と基準日は、統計表の人口規模別の注に記す。分からなければ空",
            optional=True,
        ),
        Text("population_band", "人口区分", "統計表の人口規模の区分"),
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
        Text("page", "ウェブサイト", "市町村のウェブサイト。分からなければ空", optional=True),
    ),
    listed=(
        "period",
        "number",
        Listed("code", "団体コード", "team.code"),
        "prefecture",
        "municipality",
        Listed("status", "継続・新規", "team.label", told=_status),
        Listed("agency", "所属府省庁等", _of_seats("agency")),
        Listed("rank", "役職", _of_seats("rank"), shown=False),
        Listed("theme", "テーマ", "team.themes", shown=False),
        Listed("region", "地域", "team.region", shown=False),
    ),
)

MEMBERS = Dataset(
    "members",
    "支援官の構成",
    "支援官を一行に一名記した一覧",
    key=(*TEAM.columns, "seat"),
    of="seat",
    links=(TEAM,),
    columns=(
        *START,
        Count("seat", "席", "公表された一覧で、チームの上から何人目か", "position"),
        Text("agency", "所属府省庁等", "併任前の所属"),
        Text("rank", "役職", "公表資料の区分"),
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
