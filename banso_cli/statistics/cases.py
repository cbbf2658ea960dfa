"""What is counted: the members, teams and activities of a period, each with what it belongs to."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from banso_cli.privacy.class_names import without_classes
from banso_cli.records.application import MunicipalityApplication
from banso_cli.records.municipality import Municipality
from banso_cli.records.periods.programme import Programme
from banso_cli.records.roster import Roster
from banso_cli.records.teams.activity import Activity
from banso_cli.records.teams.continuity import with_derived_status
from banso_cli.records.teams.holders import as_listed
from banso_cli.records.teams.team import Member, Team


@dataclass(frozen=True, slots=True)
class Case:
    """One thing that is counted: a team, or one of its members, or one of its activities.

    A case holds personal attributes: only counts made from cases may leave this package.
    """

    programme: Programme | None
    team: Team
    municipality: Municipality | None
    member: Member | None = None
    activity: Activity | None = None


def countable(roster: Roster, day: dt.date | None = None) -> Roster:
    """Return a roster as it is counted: members as listed, or of a day, status as it follows."""
    return without_classes(with_derived_status(as_listed(roster, day)))


def team_cases(roster: Roster, programme: Programme | None, period: int) -> tuple[Case, ...]:
    """Return a case for each team of a period, in the order of their numbers."""
    return tuple(
        Case(programme, team, roster.municipality_by_code.get(team.municipality))
        for team in roster.teams_by_period.get(period, ())
    )


def member_cases(teams: tuple[Case, ...]) -> tuple[Case, ...]:
    """Return a case for each member of these teams."""
    return tuple(replace(case, member=each) for case in teams for each in case.team.members)


def activity_cases(teams: tuple[Case, ...]) -> tuple[Case, ...]:
    """Return a case for each activity of these teams."""
    return tuple(replace(case, activity=each) for case in teams for each in case.team.activities)


def application_cases(roster: Roster, programme: Programme | None, period: int) -> tuple[Case, ...]:
    """Return a case for each municipality that applied, as if it had a team; none withdrawn."""
    return tuple(
        Case(programme, _team(each), roster.municipality_by_code.get(each.municipality))
        for each in roster.of(MunicipalityApplication)
        if each.period == period and each.withdrawn is None
    )


def _team(applied: MunicipalityApplication) -> Team:
    code, status = applied.municipality, applied.status
    team = Team(municipality=code, status=status, themes=applied.issues, sources=())
    return team.named(f"teams/{applied.period}/{applied.stem}")
