"""New records: what the reference table and the roster know is filled in, the rest is given."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from banso_cli.files.failure import Refusal
from banso_cli.intake.composing import seat
from banso_cli.intake.official_names import OfficialNames
from banso_cli.records.fields.record import Source
from banso_cli.records.municipality import Municipality, PopulationFigure
from banso_cli.records.roster import Roster
from banso_cli.records.teams.team import Member
from banso_cli.reference.municipalities import OfficialMunicipality
from banso_cli.reference.romaji import romaji
from banso_cli.rules.codes.municipal_names import Municipal
from banso_cli.text.meaning import folded

_TABLE = "日本郵便「郵便番号データ」"
_ROMAJI = "読みのヘボン式ローマ字（この台帳の定め）"


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
    given: Iterable[tuple[str, str]], roster: Roster
) -> tuple[tuple[Member, ...], list[Refusal]]:
    """Return the members with these bodies and ranks, and why some of them cannot be taken."""
    names = OfficialNames(roster)
    found = [seat(names, body, grade) for body, grade in given]
    refusals = [each for _member, refused in found for each in refused]
    return tuple(member for member, _refused in found if member), refusals
