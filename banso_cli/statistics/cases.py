"""What is counted: the members, teams and activities of a period, each with what it belongs to."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from banso_cli.privacy.class_names import without_classes
from banso_cli.records.application import MunicipalityApplication
from banso_cli.records.municipality import Municipality
from banso_cli.records.periods.programme import Band, Programme
from banso_cli.records.roster import Roster
from banso_cli.records.teams.activity import Activity
from banso_cli.records.teams.continuity import with_status
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
    return without_classes(with_status(as_listed(roster, day)))


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


def population_in_force(case: Case) -> int | None:
    """Return the population (persons) by the measure in force for a period; None if unknown."""
    if case.programme is None or case.municipality is None:
        return None
    measure = case.programme.measure_in_force(case.team.period)
    return case.municipality.people(measure.measure, measure.date) if measure else None


def band_of(bands: tuple[Band, ...], number: int | None) -> str | None:
    """Return the name of the class that a number falls into; None where it is not known."""
    if number is None:
        return None
    return next((band.name for band in bands if band.holds(number)), None)


def age_band(case: Case) -> str | None:
    """Return the class of the member's age."""
    if case.programme is None or case.member is None:
        return None
    return band_of(case.programme.age_bands, case.member.age)


def region(case: Case) -> str | None:
    """Return the region of the municipality, by the scheme in `programme.yaml`."""
    if case.programme is None or case.municipality is None:
        return None
    return case.programme.region_of(case.municipality.prefecture)


def population_band(case: Case) -> str | None:
    """Return the class of the municipality's population by the measure in force."""
    if case.programme is None:
        return None
    return band_of(case.programme.population_bands, population_in_force(case))
