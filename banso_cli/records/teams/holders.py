"""Who held a seat of a team on a day: members change in the course of a period."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from banso_cli.records.roster import Roster
from banso_cli.records.teams.team import Member, Team


def seats_of(team: Team) -> range:
    """Return the seats of a team, counted from 1: those of today, and those given up."""
    return range(1, max((len(team.members), *(each.seat for each in team.former))) + 1)


@dataclass(frozen=True, slots=True)
class Term:
    """Who held a seat, and from and until which day, as far as that is written."""

    member: Member
    since: dt.date | None
    until: dt.date | None

    @property
    def last(self) -> dt.date:
        """Return the last day; one without end is of the member of today."""
        return self.until or dt.date.max

    def holds(self, day: dt.date) -> bool:
        """Tell whether a day is within the term."""
        return (self.since is None or self.since <= day) and day <= self.last


def terms(team: Team, seat: int) -> tuple[Term, ...]:
    """Return who held a seat, the first first, and the member of today last."""
    former = sorted((each for each in team.former if each.seat == seat), key=lambda m: m.until)
    return (
        *(Term(each, each.since, each.until) for each in former),
        *(Term(each, each.since, None) for each in team.members[seat - 1 : seat] if seat),
    )


def holder(team: Team, seat: int, day: dt.date) -> Member | None:
    """Return who held a seat on a day; None where nobody did."""
    return next((term.member for term in terms(team, seat) if term.holds(day)), None)


def as_listed(roster: Roster, day: dt.date | None = None) -> Roster:
    """Return the roster with the members of the first day of each period, as the list has them.

    In the period that holds the `day` they are those of that day.
    """
    teams = tuple(team_as_listed(roster, team, day) for team in roster.teams)
    return roster if teams == roster.teams else roster.having(Team, teams)


def team_as_listed(roster: Roster, team: Team, day: dt.date | None = None) -> Team:
    """Return one team of `as_listed`."""
    period = roster.period(team.period)
    if period is None or not (team.former or any(each.since for each in team.members)):
        return team
    on = day if day is not None and period.start <= day <= period.end else period.start
    held = (holder(team, seat, on) for seat in seats_of(team))
    members = tuple(member for member in held if member is not None)
    return team.model_copy(update={"members": members, "former": ()})
