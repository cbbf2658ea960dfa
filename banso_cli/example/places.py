"""Municipalities that do not exist, in prefectures that do: names, populations and positions.

They are put near the middle of their prefecture, on no real office.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import islice

from banso_cli.example.chance import Chance, apportioned
from banso_cli.example.marks import MARK, address, source_of
from banso_cli.example.programme import CENSUS, REGISTER
from banso_cli.example.table import table
from banso_cli.records.municipality import Municipality, Office, PopulationFigure
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


def _parts(of: str) -> Mapping[str, str]:
    return {row["name"]: row["kana"] for row in table("place_names") if row["part"] == of}


_FIRST, _SECOND = _parts("first"), _parts("second")
"""What a name begins and ends with, and how it is read."""

_COUNTIES = 3
"""How many counties each prefecture has."""

_ENDINGS = {"市": ("し",), "町": ("ちょう", "まち"), "村": ("むら", "そん")}
"""How names end; all towns of a prefecture are read in one way, and all villages."""

_MIDDLES: Mapping[str, tuple[int, int]] = {
    row["prefecture"]: (int(row["latitude"]), int(row["longitude"])) for row in table("positions")
}
"""Latitude and longitude by the prefecture's code, in tenths of a degree."""

_SPREAD = 999
"""How far from the middle an office may be, in ten-thousandths of a degree: about 10 km."""


def place_names(seed: int) -> Iterator[tuple[str, str]]:
    """Yield all names that there are, without their endings, each once with its reading."""
    pairs = [(first, second) for first in _FIRST for second in _SECOND]
    for first, second in Chance(seed, "names").shuffled(pairs):
        yield first + second, _FIRST[first] + _SECOND[second]


def made_up_municipalities(seed: int, count: int) -> tuple[Municipality, ...]:
    """Return this many municipalities in the order of their codes, at most 1,900."""
    chance, names = Chance(seed, "municipalities"), place_names(seed)
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
    names = islice(place_names(seed), len(known), None)
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
    names: Iterator[tuple[str, str]],
    chance: Chance,
    taken: Collection[str] = (),
) -> Iterator[Municipality]:
    """Yield the municipalities of the prefecture with this code; the codes `taken` are others'."""
    counties = tuple(f"{first}郡" for first in chance.shuffled(tuple(_FIRST))[:_COUNTIES])
    numbers = [each for each in (*_CITIES, *_TOWNS) if f"{prefecture}{each}" not in taken]
    for number in sorted(chance.shuffled(numbers)[:count]):
        kind = "市" if number in _CITIES else chance.weighted(_TOWNS_OR_VILLAGES)
        digits = f"{prefecture}{number}"
        name, kana = next(names)
        kana += _ENDINGS[kind][int(prefecture) % len(_ENDINGS[kind])]
        county = None if kind == "市" else chance.pick(counties)
        yield _municipality(digits + check_digit(digits), name + kind, kana, county, chance)


def _municipality(
    code: str, name: str, kana: str, county: str | None, chance: Chance
) -> Municipality:
    found = Municipality(
        code=code,
        name=name,
        kana=kana,
        romaji=romaji(name, kana),
        prefecture=prefecture_names()[code[:2]],
        county=county,
        population=tuple(_figures(name[-1], chance)),
        office=_office(code[:2], chance),
        notes=(f"{MARK}。名称、読み、団体コード、人口、位置のどれも実在しない",),
        sources=(source_of("市町村の一覧"),),
    )
    page = address(f"{found.usual_stem}/")
    named = found.named(f"municipalities/{found.usual_stem}")
    return named.model_copy(update={"page": page})


def _figures(kind: str, chance: Chance) -> Iterator[PopulationFigure]:
    """Yield the population at the census, and a smaller one in the register of a later day."""
    people = chance.small(*_PEOPLE[kind])
    left = people * chance.between(*_LEFT) // 100
    for value, each in ((people, CENSUS), (left, REGISTER)):
        title = source_of(each.measure).title
        yield PopulationFigure(value=value, measure=each.measure, date=each.date, source=title)


def _office(prefecture: str, chance: Chance) -> Office:
    """Return a made-up office in the prefecture with this code, to four places of a degree."""
    latitude, longitude = (
        Decimal(tenths * 1000 + chance.between(-_SPREAD, _SPREAD)).scaleb(-4)
        for tenths in _MIDDLES[prefecture]
    )
    title = source_of("役所・役場の位置").title
    return Office(latitude=latitude, longitude=longitude, source=title)
