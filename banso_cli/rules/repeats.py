"""Rules of the lists (L): what stands twice in a list without repeats, in any record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import TypeAlias

from banso_cli.locale import _
from banso_cli.model.agency import Agency
from banso_cli.model.finding import Finding, Related
from banso_cli.model.municipality import PopulationFigure
from banso_cli.model.period import (
    FIGURE_LABELS,
    Acknowledgement,
    Breakdown,
    PublishedClass,
    PublishedFigure,
    Voice,
)
from banso_cli.model.programme import Band, MeasureInForce, Rank, Region
from banso_cli.model.record import Part, Record, RuleException
from banso_cli.model.roster import Roster
from banso_cli.model.team import Activity, Member
from banso_cli.model.theme import Theme
from banso_cli.rules.rule import rule

FAMILY = "lists"

Keys: TypeAlias = tuple[str | int, ...]

_APART: Mapping[type[Part], str] = MappingProxyType(
    {
        MeasureInForce: "period",
        PublishedFigure: "figure",
        Acknowledgement: "figure",
        Voice: "text",
        RuleException: "rule",
    }
)
"""The key by which entries of a list are told apart; entries of other kinds, by all that they say.
"""

_SHOWN_BY: Mapping[type[Part], str] = MappingProxyType({Activity: "date"})
"""The key that a finding points at, where the first one of an entry says little."""

_MAY_REPEAT = frozenset({Member})
"""Two members may come from one body and have one rank."""

_OTHER_RULES = frozenset({Agency, Theme, Rank, Region, Band, PublishedClass, Breakdown})
_OTHER_RULES |= {PopulationFigure}
_NAMES = frozenset({"genders", "tracks", "aliases"})
"""Entries and lists of names that repeated-name, repeated-class and repeated-population tell of."""


@rule(family=FAMILY)
def repeated_entry(roster: Roster) -> Iterator[Finding]:
    """The same thing stands twice in a list.

    Why: it would be counted or printed twice; of two that differ, nobody can tell which one holds.
    """
    for record in roster.records:
        for keys, entries in lists_of(record):
            yield from _repeats(record, keys, entries)


def lists_of(part: Part, keys: Keys = ()) -> Iterator[tuple[Keys, tuple[object, ...]]]:
    """Yield the lists of a record with the keys that lead to them, those within parts as well."""
    for name in _fields(type(part)):
        value = getattr(part, name)
        if isinstance(value, Part):
            yield from lists_of(value, (*keys, name))
        elif isinstance(value, tuple) and value:
            yield (*keys, name), value
            if isinstance(value[0], Part):
                for index, each in enumerate(value):
                    yield from lists_of(each, (*keys, name, index))


@cache
def _fields(declaration: type[Part]) -> tuple[str, ...]:
    """Return the fields that hold lists or parts."""
    fields = declaration.model_fields.items()
    return tuple(name for name, field in fields if _holds_more(str(field.annotation)))


def _holds_more(annotation: str) -> bool:
    return "tuple" in annotation or "banso_cli" in annotation


def _repeats(record: Record, keys: Keys, entries: tuple[object, ...]) -> Iterator[Finding]:
    kind = type(entries[0])
    if len(entries) == 1 or keys[-1] in _NAMES or kind in _MAY_REPEAT or kind in _OTHER_RULES:
        return
    first: dict[object, Keys] = {}
    for index, entry in enumerate(entries):
        known, inner = _identity(entry)
        at = (*keys, index, *inner)
        earlier = first.setdefault(known, at)
        if earlier is not at:
            yield Finding(
                record.places.at(*at),
                _("'{name}' stands twice in '{list}'").format(
                    name=_name(record, entry, at), list=keys[-1]
                ),
                _("keep one of the two"),
                record.id,
                (Related(_("first written here"), record.places.at(*earlier)),),
            )


def _identity(entry: object) -> tuple[object, Keys]:
    """Return what tells an entry from others, and the key under which that is written."""
    if not isinstance(entry, Part):
        return entry, ()
    kind = type(entry)
    if key := _APART.get(kind):
        return getattr(entry, key), (key,)
    return entry, (_SHOWN_BY.get(kind, next(iter(kind.model_fields))),)


def _name(record: Record, entry: object, keys: Keys) -> str:
    if isinstance(entry, PublishedFigure | Acknowledgement):
        return FIGURE_LABELS[entry.figure][0]
    text = record.places.text(*keys)
    return f"{keys[-1]}: {text}" if type(entry) in _APART else text


RULES = (repeated_entry,)
