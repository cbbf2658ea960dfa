"""The list of teams as the summary prints it, and remarks on them."""

from __future__ import annotations

from collections.abc import Iterator

from banso_cli.datasets.municipality_names import supported_name
from banso_cli.datasets.team_entries import TeamEntry
from banso_cli.records.periods.programme import Programme
from banso_cli.records.roster import Roster
from banso_cli.records.teams.team import Team
from banso_cli.reports.entries import Note, RegionEntry
from banso_cli.statistics.tables.table import UNRECORDED


def of_regions(programme: Programme, teams: tuple[TeamEntry, ...]) -> tuple[RegionEntry, ...]:
    """Return the regions that have teams, in the order of the definition."""
    names = (*(each.name for each in programme.regions), UNRECORDED)
    found = {name: tuple(team for team in teams if team.region == name) for name in names}
    return tuple(RegionEntry(name, each) for name, each in found.items() if each)


def assumptions(roster: Roster, teams: tuple[Team, ...]) -> tuple[Note, ...]:
    """Return what was inferred, team by team."""
    return tuple(_note(roster, team, text) for team in teams for text in team.assumptions)


def other_spellings(roster: Roster, teams: tuple[Team, ...]) -> tuple[Note, ...]:
    """Return where the source shows something else than the record of a team."""
    return tuple(
        _note(roster, team, f"原文「{printed}」→「{written}」")
        for team in teams
        for printed, written in _spellings(roster, team)
        if printed
    )


def _note(roster: Roster, team: Team, text: str) -> Note:
    return Note(team.number, supported_name(roster, team.municipality), text)


def _spellings(roster: Roster, team: Team) -> Iterator[tuple[str | None, str]]:
    if team.printed:
        municipality = roster.municipality_by_code.get(team.municipality)
        written = municipality.name if municipality else team.municipality
        yield team.printed.municipality, written
    for member in team.members:
        if member.printed:
            yield member.printed.agency, member.agency
            yield member.printed.rank, member.rank
