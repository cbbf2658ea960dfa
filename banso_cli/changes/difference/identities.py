"""What an entry of a list is known by, when two states of the list are compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from banso_cli.changes.difference.renaming import Renamed
from banso_cli.records.agency import Agency
from banso_cli.records.application import MunicipalityDecision, SeatDecision, ThemeStrength
from banso_cli.records.fields.record import Part, RuleException, Source
from banso_cli.records.municipality import PopulationFigure
from banso_cli.records.periods.course import Erratum, Event
from banso_cli.records.periods.period import (
    Acknowledgement,
    Breakdown,
    PublishedClass,
    PublishedFigure,
)
from banso_cli.records.periods.programme import Band, MeasureInForce, Rank, Region, Rhythm
from banso_cli.records.periods.publication import Example, Statement, Voice
from banso_cli.records.teams.activity import Activity
from banso_cli.records.teams.team import PERSONAL_KEYS, FormerMember, Member
from banso_cli.records.theme import Theme

IDENTITIES: Mapping[type[Part], tuple[str, ...]] = MappingProxyType(
    {
        Source: ("title", "url"),
        RuleException: ("rule",),
        Agency: ("name",),
        Theme: ("name",),
        Rank: ("name",),
        Band: ("name",),
        Region: ("name",),
        MeasureInForce: ("period",),
        PublishedFigure: ("figure",),
        PublishedClass: ("name",),
        Breakdown: ("dimension", "of"),
        Acknowledgement: ("figure",),
        Statement: ("text",),
        Voice: ("text",),
        Example: ("municipality",),
        PopulationFigure: ("measure", "date"),
        Activity: ("kind", "date"),
        FormerMember: ("seat", "until"),
        Event: ("date", "title"),
        Erratum: ("date", "record", "field"),
        Rhythm: ("kind",),
        ThemeStrength: ("theme",),
        SeatDecision: ("officer", "municipality"),
        MunicipalityDecision: ("municipality",),
        Member: (),
    }
)
"""The keys that tell the entries of each list of parts from one another; seats have none."""

Entry = object
"""A part, or a text or number that is known by itself."""


def is_seated(part: type[Part] | None) -> bool:
    """Tell whether entries of this kind are known by their seats alone."""
    return part is not None and IDENTITIES.get(part) == ()


def identities(
    entries: Iterable[Entry], holder: type[Part], key: str, renamed: Renamed
) -> tuple[str, ...]:
    """Return what each entry is known by; of several alike each but the first has its number."""
    seen: Counter[str] = Counter()
    found = []
    for entry in entries:
        name = (
            " ".join(_words(entry, renamed))
            if isinstance(entry, Part)
            else renamed.now(holder, key, str(entry))
        )
        seen[name] += 1
        found.append(name if seen[name] == 1 else f"{name} #{seen[name]}")
    return tuple(found)


def _words(entry: Part, renamed: Renamed) -> Iterator[str]:
    """Yield the values of the keys; of a part not told of here all that is not personal."""
    public = tuple(key for key in type(entry).model_fields if key not in PERSONAL_KEYS)
    for key in IDENTITIES.get(type(entry), public):
        value = getattr(entry, key)
        if value is not None:
            yield renamed.now(type(entry), key, str(value))
