"""From a team as listed to the record of it, in the names of the roster."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from banso_cli.files.failure import Refusal
from banso_cli.intake.assumptions import OFFICERS
from banso_cli.intake.official_names import OfficialNames
from banso_cli.intake.placing import ListedTeam
from banso_cli.intake.refusal import list_refused
from banso_cli.locale import _
from banso_cli.records.municipality import Municipality
from banso_cli.records.names import AGENCY, RANK
from banso_cli.records.record import Source
from banso_cli.records.team import SUPPORT_OFFICER, Member, PrintedMember, PrintedTeam, Team


@dataclass(frozen=True, slots=True)
class TeamFile:
    """A team as a new file has it, and the line of the list."""

    team: Team
    municipality: Municipality
    line: int


def compose(listed: ListedTeam, names: OfficialNames, period: int, source: str) -> TeamFile:
    """Write a listed team as a record; `source` is the title of the published list.

    It is refused with all names of it that are not known.
    """
    refusals: list[Refusal] = []
    municipality = names.municipality(listed.name)
    if municipality is None:
        refusals.append(_unknown_municipality(listed, names))
    members = []
    for row in listed.rows:
        member, unknown = seat(names, row.agency, row.rank, row.line)
        members += [member] if member else []
        refusals += unknown
    if municipality is None or refusals:
        raise list_refused(refusals)
    printed = municipality.printed
    team = Team(
        number=listed.number,
        municipality=municipality.what.code,
        printed=PrintedTeam(municipality=printed) if printed else None,
        members=tuple(members),
        assumptions=(*listed.assumptions, *assumed(members)),
        sources=(Source(title=source),),
    )
    team.named(f"teams/{period}/{municipality.what.stem}")
    return TeamFile(team, municipality.what, listed.line)


def assumed(members: Iterable[Member]) -> tuple[str, ...]:
    """Return what is assumed about the members: who of them is an オフィサー."""
    return (OFFICERS,) if any(each.role for each in members) else ()


def seat(
    names: OfficialNames, body: str, grade: str, line: int = 0
) -> tuple[Member | None, list[Refusal]]:
    """Return the member from this body with this rank, or why there is none.

    What is printed otherwise is kept, and a role is assumed by the body. Nothing is told of a name
    that is empty.
    """
    agency, rank = names.find(AGENCY, body), names.find(RANK, grade)
    looked_up = ((AGENCY, body, agency), (RANK, grade, rank))
    refusals = [
        names.refusal(listed, printed, line)
        for listed, printed, found in looked_up
        if printed and found is None
    ]
    if agency is None or rank is None:
        return None, refusals
    differs = agency.printed or rank.printed
    is_national = names.roster.agency_by_name[agency.what].is_national
    member = Member(
        agency=agency.what,
        rank=rank.what,
        printed=PrintedMember(agency=agency.printed, rank=rank.printed) if differs else None,
        role=None if is_national else SUPPORT_OFFICER,
    )
    return member, []


def _unknown_municipality(listed: ListedTeam, names: OfficialNames) -> Refusal:
    message = _("line {line}: the municipality '{name}' is not in municipalities/")
    help_line = names.municipality_help(listed.name)
    return Refusal.at(listed.line, message, help_line, name=listed.name)
