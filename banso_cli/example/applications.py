"""Applications for the next term that nobody made, in the numbers and shares of the real ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from banso_cli.example.chance import Chance
from banso_cli.example.lists import NATIONAL
from banso_cli.example.marks import source_of
from banso_cli.example.places import further_municipalities
from banso_cli.example.programme import MATCHING, REGISTER, SECOND, THIRD
from banso_cli.example.teams import RANKS
from banso_cli.records.application import (
    Decisions,
    MunicipalityApplication,
    OfficerApplication,
    ThemeStrength,
)
from banso_cli.records.fields.record import Record
from banso_cli.records.kinds import ordered
from banso_cli.records.municipality import Municipality
from banso_cli.records.periods.period import Period
from banso_cli.records.periods.programme import Programme
from banso_cli.records.roster import Roster
from banso_cli.records.teams.team import Member, Team

_OFFICERS, _TOWNS, _CONTINUING, _OF = 308, 115, 47, 97
"""How many officers and municipalities apply, how many of these continue, for how many teams."""

_STAYING = 2
"""Of so many former members one wants to stay."""

_ISSUES = {1: 2, 2: 4, 3: 4}
_ABLE = {1: 3, 2: 4, 3: 3}
_STRENGTHS = {1: 3, 2: 4, 3: 3}
_WISHES = {0: 3, 1: 2, 2: 2, 3: 3}
_KINDS_OF_PLACE = {"region": 3, "prefecture": 4, "municipality": 3}
_BODIES_WISHED = {0: 4, 1: 2, 2: 2, 3: 2}
_ONLY_WISHED, _EXCLUDING, _OUT_OF = 15, 12, 100
"""How many officers of a hundred go nowhere else, and how many go not everywhere."""


@dataclass(frozen=True, slots=True)
class _Draws:
    """What is drawn from: the municipalities that applied, and weights of themes and bodies."""

    municipalities: Sequence[Municipality]
    programme: Programme
    themes: Mapping[str, int]
    bodies: Mapping[str, int]

    def place(self, chance: Chance) -> str:
        """Return a region, a prefecture or a code that a municipality applied from."""
        found = chance.pick(self.municipalities)
        kind = chance.weighted(_KINDS_OF_PLACE)
        if kind == "region":
            return self.programme.region_of(found.prefecture) or found.prefecture
        return found.prefecture if kind == "prefecture" else found.code

    def around(self, place: str) -> set[str | None]:
        """Return the place itself with the prefecture and the region that it lies in."""
        prefectures = {each.code: each.prefecture for each in self.municipalities}
        prefecture = prefectures.get(place, place)
        return {place, prefecture, self.programme.region_of(prefecture)}


def with_applications(roster: Roster, teams: int, seed: int) -> Roster:
    """Return the roster with all that a third term needs before its teams are formed."""
    continuing = teams * _CONTINUING // _OF
    chance = Chance(seed, "applications")
    old = chance.shuffled(roster.teams_by_period[SECOND.number])[:continuing]
    new = tuple(
        further_municipalities(seed, roster.municipalities, teams * _TOWNS // _OF - len(old))
    )
    applied = (*(roster.municipality_by_code[team.municipality] for team in old), *new)
    (programme,) = roster.of(Programme)
    draws = _Draws(
        applied,
        programme,
        themes={each.name: 1 for each in roster.themes},
        bodies={a.name: NATIONAL[a.name] for a in roster.agencies if a.name in NATIONAL},
    )
    measure = REGISTER.model_copy(update={"period": THIRD.number})  # that of the second term
    measures = (*programme.measures_in_force, measure)
    named = programme.model_copy(update={"matching": MATCHING, "measures_in_force": measures})
    period = Period(
        number=THIRD.number,
        fiscal_year=THIRD.fiscal_year,
        start=THIRD.start,
        end=THIRD.end,
        coverage="teams",
        published=(),
        sources=(source_of("第3期の募集"),),
    )
    records: list[Record] = [
        named.named("programme"),
        *new,
        period.named(f"periods/{THIRD.number}"),
        Decisions(teams=teams).named(f"applications/{THIRD.number}/matching"),
        *_towns(chance, draws, len(old)),
        *_officers(chance, draws, old, teams * _OFFICERS // _OF),
    ]
    others = (each for each in roster.records if each is not programme)
    return Roster(roster.name, ordered((*others, *records)))


def _towns(chance: Chance, draws: _Draws, continuing: int) -> Iterator[MunicipalityApplication]:
    """Yield an application of each municipality, of which the first continue."""
    for at, each in enumerate(draws.municipalities):
        yield MunicipalityApplication(
            municipality=each.code,
            status="continuing" if at < continuing else "new",
            issues=chance.several(draws.themes, chance.weighted(_ISSUES)),
            agencies=chance.several(draws.bodies, chance.weighted(_BODIES_WISHED)),
        ).named(f"applications/{THIRD.number}/municipalities/{each.usual_stem}")


def _officers(
    chance: Chance, draws: _Draws, old: Sequence[Team], count: int
) -> Iterator[OfficerApplication]:
    """Yield the applications of officers: some former members, the others new; by their numbers."""
    staying = [
        (member, team.municipality)
        for team in old
        for member in team.members
        if chance.below(_STAYING) == 0
    ]
    new = count - len(staying)
    ranks, agencies = chance.deck(new, RANKS), chance.deck(new, draws.bodies)
    people: list[tuple[Member, str | None]] = [
        *staying,
        *((Member(agency=a, rank=r), None) for a, r in zip(agencies, ranks, strict=True)),
    ]
    for number, (member, stays) in enumerate(chance.shuffled(people), 1):
        wishes = dict.fromkeys(draws.place(chance) for _wish in range(chance.weighted(_WISHES)))
        wanted = {each for place in (*wishes, stays or "") for each in draws.around(place)}
        excluded = draws.place(chance) if chance.below(_OUT_OF) < _EXCLUDING else None
        yield OfficerApplication(
            agency=member.agency,
            rank=member.rank,
            role=member.role,
            themes=tuple(
                ThemeStrength(theme=theme, strength=chance.weighted(_STRENGTHS))
                for theme in chance.several(draws.themes, chance.weighted(_ABLE))
            ),
            wishes=tuple(wishes),
            elsewhere=len(wishes) < len(_WISHES) - 1 or chance.below(_OUT_OF) >= _ONLY_WISHED,
            excluded=(excluded,) if excluded and excluded not in wanted else (),
            stays=stays,
        ).named(f"applications/{THIRD.number}/officers/R9-{number:03d}")
