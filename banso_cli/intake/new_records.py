"""New records of the roster: a team as listed, its seats, and municipalities."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from banso_cli.files.failure import Refusal, list_refused
from banso_cli.intake.assumptions import OFFICERS
from banso_cli.intake.lists.naming import TeamName
from banso_cli.intake.lists.placing.drafts import ListedTeam
from banso_cli.intake.official_names import OfficialNames
from banso_cli.intake.sheets.cells import Place
from banso_cli.locale import _
from banso_cli.records.fields.names import AGENCY, RANK
from banso_cli.records.fields.record import Source
from banso_cli.records.municipality import Municipality, PopulationFigure
from banso_cli.records.roster import Roster
from banso_cli.records.teams.team import SUPPORT_OFFICER, Member, PrintedMember, PrintedTeam, Team
from banso_cli.reference.municipalities import OfficialMunicipality
from banso_cli.reference.romaji import romaji
from banso_cli.rules.codes.municipal_names import Municipal
from banso_cli.text.meaning import folded

_TABLE = "日本郵便「郵便番号データ」"
_ROMAJI = "読みのヘボン式ローマ字（この台帳の定め）"


Named = TypeVar("Named", bound=Municipal)


@dataclass(frozen=True, slots=True)
class TeamFile:
    """A team as a new file has it, and where the list names it."""

    team: Team
    municipality: Municipality
    place: Place


def compose(listed: ListedTeam, names: OfficialNames, period: int, source: str) -> TeamFile:
    """Write a listed team as a record that cites a title; refused with all unknown names of it."""
    refusals: list[Refusal] = []
    municipality = names.municipality(listed.named.name, listed.named.code)
    if municipality is None:
        refusals.append(_unknown_municipality(listed.named, names))
    rows = ((row.agency, row.rank, row.place) for row in listed.rows)
    members, unknown = seats(rows, names.roster)
    refusals += unknown
    if municipality is None or refusals:
        raise list_refused(refusals)
    printed = municipality.printed
    team = Team(
        number=listed.number,
        municipality=municipality.what.code,
        printed=PrintedTeam(municipality=printed) if printed else None,
        status=listed.status,
        members=members,
        assumptions=(*listed.assumptions, *assumed(members)),
        sources=(Source(title=source),),
    )
    team.named(f"teams/{period}/{municipality.what.stem}")
    return TeamFile(team, municipality.what, listed.named.place)


def assumed(members: Iterable[Member]) -> tuple[str, ...]:
    """Return what is assumed about the members: who of them is an オフィサー."""
    return (OFFICERS,) if any(each.role for each in members) else ()


def seat(
    names: OfficialNames, body: str, grade: str, place: Place | None = None
) -> tuple[Member | None, list[Refusal]]:
    """Return the member from this body with this rank, or why there is none.

    What is printed otherwise is kept, and a role is assumed by the body. Nothing is told of a name
    that is empty.
    """
    agency, rank = names.body(body), names.find(RANK, grade)
    looked_up = ((AGENCY, body, agency), (RANK, grade, rank))
    refusals = [
        names.refusal(listed, printed, place)
        for listed, printed, found in looked_up
        if printed and found is None
    ]
    if agency is None or rank is None:
        return None, refusals
    differs = agency.printed or rank.printed
    member = Member(
        agency=agency.what,
        rank=rank.what,
        printed=PrintedMember(agency=agency.printed, rank=rank.printed) if differs else None,
        role=None if names.roster.agency_by_name[agency.what].is_national else SUPPORT_OFFICER,
    )
    return member, []


def _unknown_municipality(named: TeamName, names: OfficialNames) -> Refusal:
    if by_code := names.contradicted(named.name, named.code):
        message = _("{place}: '{name}' has the code {code}, which is that of {other}")
        shown = {"name": named.name, "code": named.code, "other": by_code}
        return named.place.refusal(message, _("mend the one that is wrong"), **shown)
    message = _("{place}: the municipality '{name}' is not in municipalities/")
    return named.place.refusal(message, names.municipality_help(named.name), name=named.name)


def meant(wanted: str, known: Iterable[Named]) -> tuple[Named, ...]:
    """Return the municipalities that a code, a name with its prefecture, or a name may mean.

    Names in the very letters come before names in variants of them (ケ for ヶ).
    """
    found = tuple(known)
    for attempt in (str, folded):
        letters = attempt(wanted)
        for matches in (
            tuple(each for each in found if letters in (each.code, each.code[:5])),
            tuple(each for each in found if letters == attempt(each.prefecture + each.name)),
            tuple(each for each in found if letters == attempt(each.name)),
        ):
            if matches:
                return matches
    return ()


def new_municipality(
    official: OfficialMunicipality, figures: Sequence[PopulationFigure]
) -> Municipality:
    """Return the record of a municipality of the reference table, with these figures."""
    county = ("county",) if official.county else ()
    record = Municipality(
        code=official.code,
        name=official.name,
        kana=official.kana,
        romaji=romaji(official.name, official.kana),
        prefecture=official.prefecture,
        county=official.county or None,
        population=tuple(figures),
        sources=(
            Source(title=_TABLE, of=("code", "name", "kana", "prefecture", *county)),
            Source(title=_ROMAJI, of=("romaji",)),
        ),
    )
    return record.named(f"municipalities/{record.usual_stem}")


def seats(
    given: Iterable[tuple[str, str] | tuple[str, str, Place]], roster: Roster
) -> tuple[tuple[Member, ...], list[Refusal]]:
    """Return the members with these bodies and ranks, and why some of them cannot be taken."""
    names = OfficialNames(roster)
    found = [seat(names, *each) for each in given]
    return tuple(each for each, _why in found if each), [
        each for _seat, why in found for each in why
    ]
