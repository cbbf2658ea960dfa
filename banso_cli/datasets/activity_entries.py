"""What teams did, an entry for each activity."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from banso_cli.datasets.municipality_names import supported_name
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
