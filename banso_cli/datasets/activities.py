"""What teams did, a row for each activity, and the sheet of it."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Annotated

from banso_cli.datasets.sheet import Count, Dataset, Listed, Text
from banso_cli.datasets.team_entries import TeamEntry, supported_name, team_entries
from banso_cli.datasets.teams import START, TEAM
from banso_cli.records.roster import Roster
from banso_cli.records.teams.activity import ACTIVITY_LABELS
from banso_cli.records.teams.team import Team


@dataclass(frozen=True, slots=True)
class ActivityEntry:
    """A meeting or a visit of a team."""

    number: Annotated[int | None, "チームの番号。分からなければ none"]
    code: Annotated[str, "全国地方公共団体コード（6桁の文字）"]
    municipality: Annotated[str, "都道府県名と市町村名"]
    kind: Annotated[str, "形式"]
    ordinal: Annotated[int | None, "同じ形式の第何回か。分からなければ none"]
    date: Annotated[dt.date, "日。何日かにわたるなら最初の日"]
    until: Annotated[dt.date | None, "何日かにわたるときの最後の日。でなければ none"]
    subject: Annotated[str, "内容。分からなければ空"]
    places: Annotated[tuple[str, ...], "訪問先。分からなければ空"]
    next: Annotated[str, "次の予定。分からなければ空"]
    next_date: Annotated[dt.date | None, "次の予定の日。分からなければ none"]


@dataclass(frozen=True, slots=True)
class ActivityLine:
    """A row about an activity of a team in a period; `position` counts those of the team from 1."""

    period: int
    team: TeamEntry
    position: int
    activity: ActivityEntry


ACTIVITIES = Dataset(
    "activities",
    "活動",
    "チームの活動を一行に一つ記した一覧",
    key=(*TEAM.columns, "position"),
    links=(TEAM,),
    of="activity",
    columns=(
        *START,
        Count("position", "順", "チームの活動の何番目か", "position"),
        Text(
            "kind",
            "形式",
            "会議、訪問、意見交換、座談会の別",
            choices=tuple(ACTIVITY_LABELS.values()),
        ),
        Count("ordinal", "回", "同じ形式の第何回か。分からなければ空", optional=True),
        Text("date", "日", "その日。何日かにわたるなら最初の日", optional=True),
        Text("until", "終わりの日", "何日かにわたるときの最後の日。でなければ空", optional=True),
        Text("subject", "内容", "分からなければ空", optional=True),
        Text("next", "次の予定", "なければ空", optional=True),
        Text("next_date", "次の予定の日", "分からなければ空", optional=True),
    ),
    listed=(
        *("period", "number", Listed("code", "団体コード", "team.code")),
        *("prefecture", "municipality", "kind", "ordinal", "date", "until", "subject"),
        Listed("place", "訪問先", "activity.places"),
        *("next", "next_date", Listed("region", "地域", "team.region", shown=False)),
    ),
    spare=("code", "until", "next_date", "next", "place", "period", "number"),
)


def activity_entries(roster: Roster, teams: Iterable[Team]) -> tuple[ActivityEntry, ...]:
    """Return what teams did, team by team, in the order of the days."""
    return tuple(
        ActivityEntry(
            number=team.number,
            code=team.municipality,
            municipality=supported_name(roster, team.municipality),
            kind=ACTIVITY_LABELS[each.kind],
            ordinal=each.number,
            date=each.date,
            until=each.until,
            subject=each.subject or "",
            places=each.places,
            next=each.next or "",
            next_date=each.next_date,
        )
        for team in teams
        for each in sorted(team.activities, key=lambda activity: activity.date)
    )


def activity_lines(
    period: int, teams: Iterable[TeamEntry], entries: Iterable[ActivityEntry]
) -> Iterator[ActivityLine]:
    """Yield a line for each activity, with its team."""
    by_code, done = {team.code: team for team in teams}, Counter[str]()
    for each in entries:
        done[each.code] += 1
        yield ActivityLine(period, by_code[each.code], done[each.code], each)


def all_activities(roster: Roster) -> Iterator[ActivityLine]:
    """Yield the activities of all periods."""
    for period, records in roster.teams_by_period.items():
        teams = team_entries(roster, roster.programme, period)
        yield from activity_lines(period, teams, activity_entries(roster, records))
