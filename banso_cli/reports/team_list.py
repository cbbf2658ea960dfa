"""The list of teams as the summary prints it, the map of their prefectures, and remarks on them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from banso_cli.model.municipality import Municipality
from banso_cli.model.programme import Programme
from banso_cli.model.roster import Roster
from banso_cli.model.team import STATUS_LABELS, SUPPORT_OFFICER, Team
from banso_cli.reference.prefectures import prefectures
from banso_cli.reports.entries import Note, PrefectureEntry, RegionEntry, Seat, TeamEntry
from banso_cli.statistics.cases import Case, population_in_force, team_cases
from banso_cli.statistics.readings import population_band, region, status
from banso_cli.statistics.table import UNRECORDED


def team_entries(roster: Roster, programme: Programme, period: int) -> tuple[TeamEntry, ...]:
    """Return the teams of a period in the order of their numbers."""
    return tuple(_entry(case) for case in team_cases(roster, programme, period))


def _entry(case: Case) -> TeamEntry:
    team, municipality = case.team, case.municipality
    seats = tuple(Seat(m.agency, m.rank, m.role == SUPPORT_OFFICER) for m in team.members)
    return TeamEntry(
        number=team.number,
        code=team.municipality,
        municipality=full_name(municipality, team),
        prefecture=municipality.prefecture if municipality else "",
        name=municipality.name if municipality else team.municipality,
        kana=municipality.kana if municipality else "",
        region=_only(region(case)) or UNRECORDED,
        population=(
            population_in_force(case.programme, municipality, team.period) if municipality else None
        ),
        population_band=_only(population_band(case)) or UNRECORDED,
        label=_only(status(case)),
        themes=team.themes,
        seats=seats,
        is_assumed=bool(team.assumptions),
        page=(municipality.page or "") if municipality else "",
    )


def _only(found: tuple[str, ...]) -> str:
    return found[0] if found else ""


def full_name(municipality: Municipality | None, team: Team) -> str:
    """Return prefecture and name; the code where the municipality is not recorded."""
    return municipality.full_name if municipality else team.municipality


def by_region(programme: Programme, teams: tuple[TeamEntry, ...]) -> tuple[RegionEntry, ...]:
    """Return the regions that have teams, in the order of the definition."""
    names = (*(each.name for each in programme.regions), UNRECORDED)
    found = {name: tuple(team for team in teams if team.region == name) for name in names}
    return tuple(RegionEntry(name, each) for name, each in found.items() if each)


def by_prefecture(teams: tuple[TeamEntry, ...]) -> tuple[PrefectureEntry, ...]:
    """Return all 47 prefectures in official order, with the number of their teams.

    Without teams nothing is known about any prefecture.
    """
    labels = Counter((team.prefecture, team.label) for team in teams)

    def number(prefecture: str, *wanted: str) -> int | None:
        return sum(labels[prefecture, label] for label in wanted) if teams else None

    return tuple(
        PrefectureEntry(
            code=each.code,
            name=each.name,
            short_name=each.name if each.name == "北海道" else each.name[:-1],
            kana=each.kana,
            wide_row=each.wide.row,
            wide_column=each.wide.column,
            narrow_row=each.narrow.row,
            narrow_column=each.narrow.column,
            teams=number(each.name, *STATUS_LABELS.values(), ""),
            new=number(each.name, STATUS_LABELS["new"]),
            continuing=number(each.name, STATUS_LABELS["continuing"]),
            unknown=number(each.name, ""),
        )
        for each in prefectures().values()
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
