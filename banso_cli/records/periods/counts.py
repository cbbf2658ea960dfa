"""The figures of the published summary, counted from the teams of a period."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from banso_cli.records.agency import Agency
from banso_cli.records.application import MunicipalityApplication, OfficerApplication
from banso_cli.records.periods.period import FigureName
from banso_cli.records.roster import Roster
from banso_cli.records.teams.team import SUPPORT_OFFICER, Member, Status, Team

Teams = tuple[Team, ...]


def members_of(teams: Teams) -> tuple[Member, ...]:
    """Return the members of all teams in order; a person in two teams counts twice."""
    return tuple(member for team in teams for member in team.members)


def prefectures_of(roster: Roster, teams: Teams) -> frozenset[str]:
    """Return the prefectures of the supported municipalities that are known."""
    found = (roster.municipality_by_code.get(team.municipality) for team in teams)
    return frozenset(municipality.prefecture for municipality in found if municipality)


def ministries_of(roster: Roster, teams: Teams) -> tuple[Agency, ...]:
    """Return the 府省庁 that members come from, in the order of the list.

    A regional bureau counts as the body it belongs to; bodies outside the government do not count.
    """
    named = (roster.agency_by_name.get(member.agency) for member in members_of(teams))
    counted = {m.name for agency in named if agency and (m := roster.ministry_of(agency))}
    return tuple(agency for agency in roster.agencies if agency.name in counted)


def teams_of_status(teams: Teams, status: Status) -> Teams:
    """Return the teams of this status, those whose status is not known left out."""
    return tuple(team for team in teams if team.status == status)


_COUNTS: Mapping[FigureName, Callable[[Roster, Teams], int]] = {
    "officers": lambda _roster, teams: len(members_of(teams)),
    "teams": lambda _roster, teams: len(teams),
    "municipalities": lambda _roster, teams: len({team.municipality for team in teams}),
    "prefectures": lambda roster, teams: len(prefectures_of(roster, teams)),
    "agencies": lambda roster, teams: len(ministries_of(roster, teams)),
    "support_officers": lambda _roster, teams: sum(
        member.role == SUPPORT_OFFICER for member in members_of(teams)
    ),
}
STATUS_COUNTS: Mapping[FigureName, tuple[Status, Callable[[Roster, Teams], int]]] = {
    "municipalities_new": ("new", _COUNTS["municipalities"]),
    "prefectures_new": ("new", _COUNTS["prefectures"]),
    "municipalities_continuing": ("continuing", _COUNTS["municipalities"]),
    "prefectures_continuing": ("continuing", _COUNTS["prefectures"]),
}

_APPLIED: Mapping[FigureName, type[OfficerApplication | MunicipalityApplication]] = {
    "officers_applied": OfficerApplication,
    "municipalities_applied": MunicipalityApplication,
}
"""What is counted of those who applied; who withdrew does not count."""


def counted(roster: Roster, period: int, figure: FigureName) -> int | None:
    """Count a figure from the teams of a period; None where the roster cannot tell.

    It cannot tell without teams or with some of them alone, without applications, and for new and
    continuing municipalities as long as the status of any team is not known.
    """
    if figure in _APPLIED:
        applied = [each for each in roster.of(_APPLIED[figure]) if each.period == period]
        return sum(each.withdrawn is None for each in applied) if applied else None
    teams, found = roster.teams_by_period.get(period, ()), roster.period(period)
    if not teams or (found is not None and found.is_partial):
        return None
    if figure in _COUNTS:
        return _COUNTS[figure](roster, teams)
    if figure in STATUS_COUNTS and all(team.status for team in teams):
        status, count = STATUS_COUNTS[figure]
        return count(roster, teams_of_status(teams, status))
    return None
