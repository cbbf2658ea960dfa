"""The classes that breakdowns are by: which list names those of a dimension."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from banso_cli.model.agency import Agency
from banso_cli.model.period import Breakdown, BreakdownName, Period
from banso_cli.model.programme import Band, Programme, Rank, Region
from banso_cli.model.roster import Roster
from banso_cli.model.theme import Theme
from banso_cli.reference.prefectures import prefecture_names
from banso_cli.rules.namings import Naming


@dataclass(frozen=True, slots=True)
class Names:
    """The names of a list, and its aliases with the name that each stands for."""

    known: Collection[str]
    aliases: Mapping[str, str] = field(default_factory=dict)


def _named(entries: Iterable[Agency | Theme | Rank]) -> Names:
    found = tuple(entries)
    aliases = {alias: entry.name for entry in found for alias in entry.aliases}
    return Names(tuple(entry.name for entry in found), aliases)


def _titled(entries: Iterable[Band | Region]) -> Names:
    return Names(tuple(entry.name for entry in entries))


_OF_PROGRAMME: Mapping[str, Callable[[Programme], Names]] = MappingProxyType(
    {
        "gender": lambda programme: Names(programme.genders),
        "track": lambda programme: Names(programme.tracks),
        "rank": lambda programme: _named(programme.ranks),
        "age": lambda programme: _titled(programme.age_bands),
        "region": lambda programme: _titled(programme.regions),
        "population": lambda programme: _titled(programme.population_bands),
    }
)


def names_of(roster: Roster, dimension: BreakdownName) -> Names | None:
    """Return the names of a dimension's classes; None where their list could not be read."""
    if dimension == "prefecture":
        return Names(tuple(prefecture_names().values()))
    if dimension == "agency":
        return _named(roster.agencies) if roster.agency_list else None
    if dimension == "theme":
        return _named(roster.themes) if roster.theme_list else None
    return _OF_PROGRAMME[dimension](roster.programme) if roster.programme else None


def breakdowns_of(roster: Roster) -> Iterator[tuple[Period, int, Breakdown]]:
    """Yield each published breakdown with its period and its number in the period's file."""
    for period in roster.periods:
        for index, breakdown in enumerate(period.breakdowns):
            yield period, index, breakdown


def class_namings(
    roster: Roster, period: Period, number: int, breakdown: Breakdown
) -> Iterator[Naming]:
    """Yield the classes of a published breakdown, none where their list could not be read."""
    names = names_of(roster, breakdown.dimension)
    if names is None:
        return
    for index, each in enumerate(breakdown.classes):
        keys = ("breakdowns", number, "classes", index, "name")
        yield Naming(each.name, period, keys, names.known, names.aliases)
