"""The sheet of activities, a row for each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from banso_cli.datasets.activity_entries import ActivityEntry, activity_entries
from banso_cli.datasets.sheet import Count, Dataset, Listed, Text
from banso_cli.datasets.team_entries import TeamEntry, team_entries
from banso_cli.datasets.teams import START, TEAM
from banso_cli.records.roster import Roster
from banso_cli.records.teams.activity import ACTIVITY_LABELS


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
