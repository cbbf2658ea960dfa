"""The lists for people: 一覧 with a row for each team, 支援官 with one for each member."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from banso_cli.datasets.sheet import Column, Dataset, Sheet, Text
from banso_cli.datasets.team_entries import Seat, TeamEntry
from banso_cli.datasets.teams import NUMBER, TeamLine, member_lines
from banso_cli.reports.marks import ASSUMED_SIGN, DERIVED_SIGN, SUPPORT_OFFICER_SIGN
from banso_cli.reports.summary import Summary, edition_of_summary
from banso_cli.reports.workbook.tables import citation
from banso_cli.reports.workbook.writing import Links, is_followed, place_in
from banso_cli.statistics.tables.words import UNKNOWN

TEAMS, MEMBERS = "一覧", "支援官"

_MUNICIPALITY = "都道府県名と市町村名。◇は推定した事項のある団体"
_RANK = "公表資料の区分。◆は地方創生支援オフィサー"
_STATUS = "前の期から続くか。…は未収録"


def _municipality(line: TeamLine) -> str:
    return f"{line.team.municipality}{f' {ASSUMED_SIGN}' if line.team.is_assumed else ''}"


def _status(line: TeamLine) -> str:
    return f"{line.team.label}{f' {DERIVED_SIGN}' if line.team.is_derived else ''}" or UNKNOWN


def _rank(seat: Seat) -> str:
    return f"{seat.rank}{f' {SUPPORT_OFFICER_SIGN}' if seat.is_support_officer else ''}"


_START: tuple[Column, ...] = (
    NUMBER,
    Text("municipality", "市町村", _MUNICIPALITY, _municipality),
    Text("status", "新規・継続", _STATUS, _status),
)


def _of_member(number: int) -> Iterator[Column]:
    """Yield the columns of the member with this number, which a team may not have."""
    absent = "いなければ空"
    yield Text(
        f"agency_of_team{number}",
        f"支援官{number}",
        f"{number}人目の所属府省庁等。{absent}",
        lambda line: "".join(seat.agency for seat in line.team.seats[number - 1 : number]),
    )
    yield Text(
        f"rank_of_team{number}",
        f"役職{number}",
        f"{_RANK}。{absent}",
        lambda line: "".join(map(_rank, line.team.seats[number - 1 : number])),
    )


def _team_list(seats: int) -> Dataset:
    return Dataset(
        TEAMS,
        "支援対象団体・伴走支援チーム一覧",
        "公表された一覧と同じに、チームを一行に一つ記した一覧",
        columns=(
            *_START,
            Text(
                "themes",
                "テーマ",
                "支援テーマ。…は未収録",
                lambda line: " × ".join(line.team.themes or ()) or UNKNOWN,
            ),
            *(column for at in range(seats) for column in _of_member(at + 1)),
            Text(
                "sources",
                "出典",
                "概要の「出典」の番号",
                lambda line: citation(line.team.sources),
            ),
        ),
    )


MEMBER_LIST = Dataset(
    MEMBERS,
    "地方創生支援官",
    "支援官を一行に一名記した一覧",
    columns=(
        *_START,
        Text("agency_of_member", "所属府省庁", "併任前の所属", "seat.agency"),
        Text("rank", "役職", _RANK, lambda line: _rank(line.seat)),
    ),
)


def lists(summary: Summary) -> tuple[Sheet, Sheet]:
    """Return both lists, in the order of the teams' numbers."""
    edition = edition_of_summary(summary)
    cautions = [edition.caution] if edition.caution else []
    seats = max((len(team.seats) for team in summary.teams), default=summary.programme.most)
    members = member_lines(edition.team_lines)
    return (
        _team_list(seats).sheet(summary.title, edition.team_lines, *cautions),
        MEMBER_LIST.sheet(summary.title, members, *cautions),
    )


def links_of_teams(teams: Iterable[TeamEntry], columns: tuple[Column, ...], sources: str) -> Links:
    """Return where 一覧 leads: to the pages of the municipalities, and to the sources."""
    at = {column.name: number for number, column in enumerate(columns)}
    lines = list(enumerate(teams, 1))
    pages = {(row, at["municipality"]): team.page for row, team in lines if is_followed(team.page)}
    return {**pages, **{(row, at["sources"]): sources for row, team in lines if team.sources}}


def links_of_members(teams: Iterable[TeamEntry]) -> Links:
    """Return where 支援官 leads: from each member to the row of the team."""
    seats = (row for row, team in enumerate(teams, 2) for _seat in team.seats)
    return {(at, 1): place_in(TEAMS, row) for at, row in enumerate(seats, 1)}
