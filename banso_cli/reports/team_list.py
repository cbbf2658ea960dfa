"""The list of teams as the summary prints it, the map of their prefectures, and remarks on them."""

from __future__ import annotations

from collections.abc import Iterator

from banso_cli.datasets.teams import TeamEntry
from banso_cli.records.municipality import Municipality
from banso_cli.records.programme import Programme
from banso_cli.records.roster import Roster
from banso_cli.records.team import ACTIVITY_LABELS, Team
from banso_cli.reports.entries import ActivityEntry, Note, RegionEntry
from banso_cli.statistics.table import UNRECORDED


def full_name(municipality: Municipality | None, team: Team) -> str:
    """Return prefecture and name; the code where the municipality is not recorded."""
    return municipality.full_name if municipality else team.municipality


def of_regions(programme: Programme, teams: tuple[TeamEntry, ...]) -> tuple[RegionEntry, ...]:
    """Return the regions that have teams, in the order of the definition."""
    names = (*(each.name for each in programme.regions), UNRECORDED)
    found = {name: tuple(team for team in teams if team.region == name) for name in names}
    return tuple(RegionEntry(name, each) for name, each in found.items() if each)


def activities(roster: Roster, teams: tuple[Team, ...]) -> tuple[ActivityEntry, ...]:
    """Return what the teams did, team by team, in the order of the days."""
    return tuple(
        ActivityEntry(
            number=team.number,
            municipality=_name(roster, team),
            kind=ACTIVITY_LABELS[each.kind],
            ordinal=each.number,
            date=each.date,
            until=each.until,
            subject=each.subject or "",
            places=each.places,
            next=each.next or "",
        )
        for team in teams
        for each in sorted(team.activities, key=lambda activity: activity.date)
    )


def assumptions(roster: Roster, teams: tuple[Team, ...]) -> tuple[Note, ...]:
    """Return what was inferred, team by team."""
    return tuple(
        Note(team.number, _name(roster, team), text) for team in teams for text in team.assumptions
    )


def other_spellings(roster: Roster, teams: tuple[Team, ...]) -> tuple[Note, ...]:
    """Return where the source shows something else than the record of a team."""
    return tuple(
        Note(team.number, _name(roster, team), f"原文「{printed}」→「{written}」")
        for team in teams
        for printed, written in _spellings(roster, team)
        if printed
    )


def _name(roster: Roster, team: Team) -> str:
    return full_name(roster.municipality_by_code.get(team.municipality), team)


def _spellings(roster: Roster, team: Team) -> Iterator[tuple[str | None, str]]:
    if team.printed:
        municipality = roster.municipality_by_code.get(team.municipality)
        written = municipality.name if municipality else team.municipality
        yield team.printed.municipality, written
    for member in team.members:
        if member.printed:
            yield member.printed.agency, member.agency
            yield member.printed.rank, member.rank
