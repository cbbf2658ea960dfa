"""From a team as listed to the record of it, in the names of the roster."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from banso_cli.editing.assumptions import OFFICERS
from banso_cli.editing.official_names import Found, OfficialNames
from banso_cli.editing.placing import ListedTeam
from banso_cli.editing.published_list import Row
from banso_cli.files.failure import Refusal
from banso_cli.locale import _
from banso_cli.model.agency import Agency
from banso_cli.model.municipality import Municipality
from banso_cli.model.record import Source
from banso_cli.model.team import Member, PrintedMember, PrintedTeam, Team


@dataclass(frozen=True, slots=True)
class Composed:
    """A record with its municipality and the line that names it."""

    team: Team
    municipality: Municipality
    line: int


@dataclass(frozen=True, slots=True)
class Composing:
    """The record of a team, or why there is none."""

    composed: Composed | None
    refusals: tuple[Refusal, ...]


def compose(listed: ListedTeam, names: OfficialNames, source: str) -> Composing:
    """Write a listed team as a record; `source` is the title of the published list."""
    refusals: list[Refusal] = []
    municipality = names.municipality(listed.name)
    if municipality is None:
        refusals.append(_unknown_municipality(listed, names))
    members = tuple(_members(listed, names, refusals))
    if municipality is None or refusals:
        return Composing(None, tuple(refusals))
    assumptions = listed.assumptions
    if any(each.role for each in members):
        assumptions = (*assumptions, OFFICERS)
    printed = municipality.printed
    team = Team(
        number=listed.number,
        municipality=municipality.what.code,
        printed=PrintedTeam(municipality=printed) if printed else None,
        members=members,
        assumptions=assumptions,
        sources=(Source(title=source),),
    )
    return Composing(Composed(team, municipality.what, listed.line), ())


def _members(listed: ListedTeam, names: OfficialNames, refusals: list[Refusal]) -> Iterator[Member]:
    """Yield the members; a name not known becomes a refusal, as an empty cell is already."""
    for row in listed.rows:
        agency, rank = names.agency(row.agency), names.rank(row.rank)
        if agency is None and row.agency:
            refusals.append(_unknown_agency(row, names))
        if rank is None and row.rank:
            refusals.append(_unknown_rank(row, names))
        if agency is None or rank is None:
            continue
        yield member(agency, rank)


def member(agency: Found[Agency], rank: Found[str]) -> Member:
    """Return a seat; what is printed otherwise is kept, and a role is assumed by the body."""
    differs = agency.printed or rank.printed
    return Member(
        agency=agency.what.name,
        rank=rank.what,
        printed=PrintedMember(agency=agency.printed, rank=rank.printed) if differs else None,
        role=None if agency.what.is_national else "オフィサー",
    )


def _unknown_municipality(listed: ListedTeam, names: OfficialNames) -> Refusal:
    message = _("line {line}: the municipality '{name}' is not in municipalities/")
    help_line = names.municipality_help(listed.name)
    return Refusal.at(listed.line, message, help_line, name=listed.name)


def _unknown_agency(row: Row, names: OfficialNames) -> Refusal:
    message = _("line {line}: the agency '{name}' is not in agencies.yaml")
    return Refusal.at(row.line, message, names.agency_help(row.agency), name=row.agency)


def _unknown_rank(row: Row, names: OfficialNames) -> Refusal:
    message = _("line {line}: the rank '{name}' is not in programme.yaml")
    return Refusal.at(row.line, message, names.rank_help(row.rank), name=row.rank)
