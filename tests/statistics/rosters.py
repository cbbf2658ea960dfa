"""Rosters made in memory, for statistics: real definitions, any teams."""

from __future__ import annotations

from collections import abc
from dataclasses import replace
from functools import cache

from banso_cli.reading.folder import read_roster
from banso_cli.records.periods.period import Breakdown, Period
from banso_cli.records.roster import Roster
from banso_cli.records.teams.team import Member, Team
from banso_cli.statistics.condition import Condition
from banso_cli.statistics.counting import Counting
from tests.commands.running import ROSTER


@cache
def real() -> Roster:
    """Return the public roster, as it was frozen."""
    return read_roster(ROSTER)


def team(
    number: int, code: str, members: abc.Iterable[Member], *, period: int = 2, **fields: object
) -> Team:
    """Return a team that stands in no file."""
    values = {"number": number, "municipality": code, "members": tuple(members), "sources": []}
    found = Team.model_validate({**values, **fields})
    return found.named(f"teams/{period}/{code}-x")


def member(agency: str = "総務省", rank: str = "補佐級", **fields: object) -> Member:
    """Return a member of a team."""
    return Member.model_validate({"agency": agency, "rank": rank, **fields})


def people(**counts: int) -> list[Member]:
    """Return members of these genders: `people(男性=7, 女性=5)`."""
    return [member(gender=gender) for gender, count in counts.items() for _ in range(count)]


def counting(teams: abc.Iterable[Team], period: int = 2, *conditions: Condition) -> Counting:
    """Return a period of the real roster with other teams, ready to be counted."""
    return of_roster(real().having(Team, teams), period, *conditions)


def of_roster(roster: Roster, number: int, *conditions: Condition) -> Counting:
    """Return a period of a roster, ready to be counted."""
    programme, period = roster.programme, roster.period(number)
    assert programme is not None
    assert period is not None
    return Counting(roster, programme, period, conditions)


def real_counting(number: int = 2, *conditions: Condition) -> Counting:
    """Return a period of the real roster, ready to be counted."""
    return of_roster(real(), number, *conditions)


def totals_counting() -> Counting:
    """Return the first period of the real roster as if only its totals were recorded."""
    roster = real()
    periods = [
        each.model_copy(update={"coverage": "totals", "events": ()}) if each.number == 1 else each
        for each in roster.periods
    ]
    teams = [each for each in roster.teams if each.period != 1]
    return of_roster(roster.having(Period, periods).having(Team, teams), 1)


def breakdown(
    dimension: str, classes: abc.Mapping[str, tuple[int | None, str | None]], **fields: object
) -> Breakdown:
    """Return a published breakdown with the number and the percentage of each class."""
    found = [
        {"name": name, "value": value, "percent": percent}
        for name, (value, percent) in classes.items()
    ]
    return Breakdown.model_validate(
        {"dimension": dimension, "classes": found, "sources": [], **fields}
    )


def published(made: Counting, *breakdowns: Breakdown, **fields: object) -> Counting:
    """Return a counting whose period has published these breakdowns."""
    period = made.period.model_copy(update={"breakdowns": breakdowns, **fields})
    return replace(made, period=period)
