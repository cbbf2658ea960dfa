"""The lists for people: 一覧 with a row for each team, 支援官 with one for each member."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from banso_cli.datasets.sheet import Column, Dataset, Sheet, Text
from banso_cli.datasets.team_entries import Seat, TeamEntry
from banso_cli.datasets.teams import NUMBER
from banso_cli.reports.marks import ASSUMED_SIGN, DERIVED_SIGN, SUPPORT_OFFICER_SIGN
from banso_cli.reports.summary import Summary, edition_of_summary
from banso_cli.reports.workbook.writing import Links, is_followed
from banso_cli.statistics.tables.words import UNKNOWN

TEAMS, MEMBERS = "一覧", "支援官"

_MUNICIPALITY = "都道府県名と市町村名。◇は推定した事項のある団体"
_RANK = "公表資料の区分。◆は地方創生支援オフィサー"
_STATUS = "前の期から続くか。…は未収録"


@dataclass(frozen=True, slots=True)
class TeamLine:
    """A team, and of what the list says in words the words."""

    team: TeamEntry
    seat: Seat | None = None

    @property
    def municipality(self) -> str:
        """Return the municipality with the mark of what was inferred."""
        return f"{self.team.municipality}{f' {ASSUMED_SIGN}' if self.team.is_assumed else ''}"

    @property
    def status(self) -> str:
        """Return whether the team goes on from the period before."""
        derived = f" {DERIVED_SIGN}" if self.team.is_derived else ""
        return f"{self.team.label}{derived}" or UNKNOWN

    @property
    def themes(self) -> str:
        """Return the themes as the publication joins them."""
        return " × ".join(self.team.themes or ()) or UNKNOWN

    @property
    def sources(self) -> str:
        """Return the numbers of the sources."""
        return " ".join(f"[{number}]" for number in self.team.sources)

    def at(self, position: int) -> TeamLine:
        """Return the line with the member at this position, which the team may not have."""
        seats = self.team.seats
        return replace(self, seat=seats[position] if position < len(seats) else None)

    @property
    def agency(self) -> str | None:
        """Return the body of the member."""
        return self.seat.agency if self.seat else None

    @property
    def rank(self) -> str | None:
        """Return the rank of the member with the mark of those who are no officials."""
        if self.seat is None:
            return None
        mark = f" {SUPPORT_OFFICER_SIGN}" if self.seat.is_support_officer else ""
        return f"{self.seat.rank}{mark}"


_START: tuple[Column, ...] = (
    NUMBER,
    Text("municipality", "市町村", _MUNICIPALITY),
    Text("status", "新規・継続", _STATUS),
)


def _of_member(position: int) -> Iterator[Column]:
    number = position + 1
    absent = "いなければ空"
    yield Text(
        f"agency_of_team{number}",
        f"支援官{number}",
        f"{number}人目の所属府省庁等。{absent}",
        lambda line: line.at(position).agency,
        optional=True,
    )
    yield Text(
        f"rank_of_team{number}",
        f"役職{number}",
        f"{_RANK}。{absent}",
        lambda line: line.at(position).rank,
        optional=True,
    )


def _team_list(seats: int) -> Dataset:
    return Dataset(
        TEAMS,
        "支援対象団体・伴走支援チーム一覧",
        "公表された一覧と同じに、チームを一行に一つ記した一覧",
        columns=(
            *_START,
            Text("themes", "テーマ", "支援テーマ。…は未収録"),
            *(column for position in range(seats) for column in _of_member(position)),
            Text("sources", "出典", "概要の「出典」の番号", optional=True),
        ),
    )


MEMBER_LIST = Dataset(
    MEMBERS,
    "地方創生支援官",
    "支援官を一行に一名記した一覧",
    columns=(
        *_START,
        Text("agency_of_member", "所属府省庁", "併任前の所属", "agency"),
        Text("rank", "役職", _RANK),
    ),
)


def lists(summary: Summary) -> tuple[Sheet, Sheet]:
    """Return both lists, in the order of the teams' numbers."""
    caution = edition_of_summary(summary).caution
    cautions = [caution] if caution else []
    teams = [TeamLine(team) for team in summary.teams]
    seats = max((len(team.seats) for team in summary.teams), default=summary.programme.most)
    members = (line.at(at) for line in teams for at in range(len(line.team.seats)))
    return (
        _team_list(seats).sheet(summary.title, teams, *cautions),
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
    return {(at, 1): f"internal:'{TEAMS}'!A{row}" for at, row in enumerate(seats, 1)}
