"""New records: what the reference table and the roster know is filled in, the rest is given."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from banso_cli.editing.assumptions import OFFICERS
from banso_cli.editing.composing import member
from banso_cli.editing.official_names import OfficialNames
from banso_cli.editing.page import text_of
from banso_cli.editing.record_layout import record_layout
from banso_cli.files.failure import Refusal
from banso_cli.locale import _
from banso_cli.model.municipality import Municipality, PopulationFigure
from banso_cli.model.record import Record, Source
from banso_cli.model.roster import Roster
from banso_cli.model.team import Member
from banso_cli.reading.kinds import schema_line
from banso_cli.reference.municipalities import OfficialMunicipality
from banso_cli.reference.romaji import romaji
from banso_cli.rules.meaning import folded
from banso_cli.rules.municipal_names import Municipal

_TABLE = "日本郵便「郵便番号データ」"
_ROMAJI = "読みからのヘボン式"


Named = TypeVar("Named", bound=Municipal)


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
    return Municipality(
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


def stem_of(municipality: Municipality) -> str:
    """Return the name of a new municipality's file, without `.yaml`."""
    return f"{municipality.code}-{municipality.romaji.partition('-')[0].lower()}"


def seats(
    given: Iterable[tuple[str, str]], roster: Roster
) -> tuple[tuple[Member, ...], list[Refusal]]:
    """Return the members with these bodies and ranks, and why some of them cannot be taken."""
    names = OfficialNames(roster)
    members, refusals = [], []
    for body, grade in given:
        agency, rank = names.agency(body), names.rank(grade)
        if agency is None:
            message = _("the agency '{name}' is not in agencies.yaml").format(name=body)
            refusals.append(Refusal(0, message, names.agency_help(body)))
        if rank is None:
            message = _("the rank '{name}' is not in programme.yaml").format(name=grade)
            refusals.append(Refusal(0, message, names.rank_help(grade)))
        if agency is not None and rank is not None:
            members.append(member(agency, rank))
    return tuple(members), refusals


def assumed(members: Iterable[Member]) -> tuple[str, ...]:
    """Return what is assumed about the members: who of them is an オフィサー."""
    return (OFFICERS,) if any(each.role for each in members) else ()


def file_text(record: Record, record_id: str, note: str = "", about: str = "") -> str:
    """Return the text of a new file, with the line by which editors find its schema.

    A note stands behind the municipality that a code means, what is told about the file at its
    head.
    """
    behind = {"municipality": f"# {note}"} if note else {}
    head = (schema_line(record_id), *((f"# {about}",) if about else ()))
    return text_of(record_layout(record, head, behind))
