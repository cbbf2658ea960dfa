"""Municipalities that do not exist, in prefectures that do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import islice

from banso_cli.example.chance import Chance, apportioned
from banso_cli.example.marks import MARK, address, source_of
from banso_cli.example.places.names import PlaceName, counties, place_names
from banso_cli.example.places.positions import office_in
from banso_cli.example.programme import CENSUS, REGISTER
from banso_cli.records.municipality import Municipality, PopulationFigure
from banso_cli.records.periods.programme import MeasureInForce
from banso_cli.reference.municipalities import check_digit, official_municipalities
from banso_cli.reference.prefectures import prefecture_names
from banso_cli.reference.romaji import romaji

_TAKING_PART = 38
_ALWAYS, _NEVER = "01", "13"
"""北海道, a region of its own, takes part; 東京都 does not."""

_MOST_WEIGHT = 70
"""北海道 has 179 municipalities, more than two other prefectures with many."""

_CITIES, _TOWNS = range(250, 300), range(710, 800)
"""Numbers within a prefecture: no city has had one so high (JIS X 0402), no town or village."""

_TOWNS_OR_VILLAGES = {"町": 3, "村": 1}
_PEOPLE = {"市": (12_000, 97_000), "町": (3_600, 31_000), "村": (320, 7_800)}
_LEFT = (88, 100)
"""How many of a hundred people are left some years after the census."""


def made_up_municipalities(seed: int, count: int) -> tuple[Municipality, ...]:
    """Return this many municipalities in the order of their codes, at most 1,900."""
    chance, names = Chance(seed, "municipalities"), place_names(Chance(seed, "names"))
    return tuple(
        municipality
        for prefecture, share in _shares(count, chance).items()
        for municipality in _municipalities(prefecture, share, names, chance)
    )


def further_municipalities(
    seed: int, known: Sequence[Municipality], count: int
) -> Iterator[Municipality]:
    """Yield more municipalities, in prefectures of those known, with other names and codes.

    There are as many as names are left for.
    """
    chance = Chance(seed, "further municipalities")
    names = islice(place_names(Chance(seed, "names")), len(known), None)
    taken = frozenset(each.code[:5] for each in known)
    weights = Counter(each.code[:2] for each in known)
    for prefecture, share in apportioned(count, weights).items():
        yield from _municipalities(prefecture, share, names, chance, taken)


def _shares(count: int, chance: Chance) -> dict[str, int]:
    """Return how many municipalities each prefecture has, by its code."""
    sizes = Counter(code[:2] for code in official_municipalities())
    others = [code for code in prefecture_names() if code not in {_ALWAYS, _NEVER}]
    chosen = (_ALWAYS, *chance.shuffled(others)[: _TAKING_PART - 1])
    weights = {code: min(sizes[code], _MOST_WEIGHT) for code in sorted(chosen)}
    return apportioned(count, weights)


def _municipalities(
    prefecture: str,
    count: int,
    names: Iterator[PlaceName],
    chance: Chance,
    taken: Collection[str] = (),
) -> Iterator[Municipality]:
    """Yield the municipalities of the prefecture with this code; the codes `taken` are others'."""
    districts = counties(chance)
    numbers = [each for each in (*_CITIES, *_TOWNS) if f"{prefecture}{each}" not in taken]
    for number in sorted(chance.shuffled(numbers)[:count]):
        kind = "市" if number in _CITIES else chance.weighted(_TOWNS_OR_VILLAGES)
        digits = f"{prefecture}{number}"
        name = next(names).ending_in(kind, prefecture)
        county = None if kind == "市" else chance.pick(districts)
        yield _municipality(digits + check_digit(digits), name, county, chance)


def _municipality(code: str, name: PlaceName, county: str | None, chance: Chance) -> Municipality:
    found = Municipality(
        code=code,
        name=name.name,
        kana=name.kana,
        romaji=romaji(name.name, name.kana),
        prefecture=prefecture_names()[code[:2]],
        county=county,
        population=tuple(_figures(name.name[-1], chance)),
        office=office_in(code[:2], chance),
        notes=(f"{MARK}。名称、読み、団体コード、人口、位置のどれも実在しない",),
        sources=(source_of("市町村の一覧"),),
    )
    return found.model_copy(update={"page": address(f"{found.usual_stem}/")})


def _figures(kind: str, chance: Chance) -> Iterator[PopulationFigure]:
    """Yield the population at the census, and a smaller one in the register of a later day."""
    people = chance.small(*_PEOPLE[kind])
    yield _figure(people, CENSUS)
    yield _figure(people * chance.between(*_LEFT) // 100, REGISTER)


def _figure(people: int, measure: MeasureInForce) -> PopulationFigure:
    return PopulationFigure(
        value=people,
        measure=measure.measure,
        date=measure.date,
        source=source_of(measure.measure).title,
    )
