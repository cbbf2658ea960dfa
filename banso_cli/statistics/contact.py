"""When a team last met its municipality, and when it is due to meet it again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from banso_cli.records.periods.newest import newest_day
from banso_cli.records.periods.period import Period
from banso_cli.records.roster import Roster
from banso_cli.records.teams.activity import Activity, ActivityKind, newest
from banso_cli.records.teams.team import Team


@dataclass(frozen=True, slots=True)
class Contact:
    """What is recorded of a team's contact until a day; nothing is known where `last` is None.

    Of a period with a part of its teams, the records of a team are a part as well: a kind without
    any is not known.

    `due` is the day by which the rhythm of the programme wants the activity of `due_kind`;
    `planned` is the day of what comes next, as the last activity tells.
    """

    team: Team
    meetings: int | None
    visits: int | None
    last: dt.date | None
    quiet: int | None
    due: dt.date | None
    due_kind: ActivityKind | None
    planned: dt.date | None


def day_shown(roster: Roster, period: Period, day: dt.date | None) -> dt.date:
    """Return the day given, or the newest of the roster, within the period at most."""
    return day or min(newest_day(roster, period), period.end)


def contacts(roster: Roster, period: Period, day: dt.date) -> tuple[Contact, ...]:
    """Return the contact of every team of a period until a day, in the order of their numbers."""
    teams = roster.teams_by_period.get(period.number, ())
    return tuple(_contact(roster, period, team, day) for team in teams)


def _contact(roster: Roster, period: Period, team: Team, day: dt.date) -> Contact:
    done = tuple(each for each in team.activities if each.date <= day)
    last = max((min(each.until or each.date, day) for each in done), default=None)
    latest = newest(done)
    planned = latest.next_date if latest else None
    due = min(_due(roster, period, done), default=None) if done else None
    return Contact(
        team,
        meetings=_number(period, done, "online"),
        visits=_number(period, done, "visit"),
        last=last,
        quiet=(day - last).days if last else None,
        due=due[0] if due else None,
        due_kind=due[1] if due else None,
        planned=planned if planned and planned >= day else None,
    )


def _number(period: Period, done: tuple[Activity, ...], kind: ActivityKind) -> int | None:
    found = sum(each.kind == kind for each in done)
    return None if not found and (period.is_partial or not done) else found


def _due(
    roster: Roster, period: Period, done: tuple[Activity, ...]
) -> Iterator[tuple[dt.date, ActivityKind]]:
    """Yield by when each kind is due: counted from the last one, or the first day of the period."""
    for rhythm in roster.programme.rhythm if roster.programme else ():
        days = [each.until or each.date for each in done if each.kind == rhythm.kind]
        since = max(days, default=period.start)
        left = (period.end - since).days  # a day far beyond the period may be none of the calendar
        if left >= rhythm.days and (days or not period.is_partial):
            yield since + dt.timedelta(rhythm.days), rhythm.kind
