"""Rules of the lists (L): what stands twice in a list without repeats, in any record."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from banso_cli.locale import _
from banso_cli.records.application import ThemeStrength
from banso_cli.records.fields.declared import fields_of
from banso_cli.records.fields.names import LISTS
from banso_cli.records.fields.record import Part, Record, RuleException
from banso_cli.records.finding import Finding
from banso_cli.records.kinds import KINDS
from banso_cli.records.municipality import PopulationFigure
from banso_cli.records.periods.period import (
    FIGURE_LABELS,
    Acknowledgement,
    Breakdown,
    PublishedClass,
    PublishedFigure,
)
from banso_cli.records.periods.programme import MeasureInForce
from banso_cli.records.periods.publication import Voice
from banso_cli.records.roster import Roster
from banso_cli.records.teams.activity import Activity
from banso_cli.records.teams.team import Member
from banso_cli.rules.rule import Keys, again, rule

_BY_FIRST_KEY = frozenset(
    {MeasureInForce, PublishedFigure, Acknowledgement, Voice, RuleException, ThemeStrength}
)
"""Entries told apart by what stands under their first key; others, by all that they say."""

_WEIGHTS = "matching"
"""The part of the programme whose lists are of numbers, any of which may be alike."""

_OTHERWISE = frozenset({PublishedClass, Breakdown, PopulationFigure, Member})
_NAMES = frozenset((KINDS[each.kind].declaration, each.key) for each in LISTS if each.kind)
"""Entries, and lists of names, that repeated-class, repeated-population and repeated-name tell of;
two members may come from one body and have one rank."""


@rule()
def repeated_entry(roster: Roster) -> Iterator[Finding]:
    """The same thing stands twice in a list.

    Why: it would be counted or printed twice; of two that differ, nobody can tell which one holds.

    Example:

        themes: [産業振興, 環境, 産業振興]

    Mend: keep one of the two.

        themes: [産業振興, 環境]
    """
    for record in roster.records:
        for keys, entries in lists_of(record):
            yield from _repeats(record, keys, entries)


def lists_of(part: Part, keys: Keys = ()) -> Iterator[tuple[Keys, tuple[object, ...]]]:
    """Yield the lists of a record with the keys that lead to them, those within parts as well."""
    for name, has_parts in _lists_in(type(part)):
        value = getattr(part, name)
        if isinstance(value, Part):
            yield from lists_of(value, (*keys, name))
        elif value:
            yield (*keys, name), value
            for index, each in enumerate(value if has_parts else ()):
                yield from lists_of(each, (*keys, name, index))


@cache
def _lists_in(part: type[Part]) -> tuple[tuple[str, bool], ...]:
    """Return the fields that are or hold lists, and whether a part there may hold more of them."""
    fields = fields_of(part).items()
    within = {name: bool(field.part and _lists_in(field.part)) for name, field in fields}
    return tuple((name, within[name]) for name, field in fields if field.is_list or within[name])


def _repeats(record: Record, keys: Keys, entries: tuple[object, ...]) -> Iterator[Finding]:
    kind = type(entries[0])
    is_other = keys[-1] == "aliases" or (type(record), *keys) in _NAMES or keys[0] == _WEIGHTS
    if len(entries) == 1 or is_other or kind in _OTHERWISE:
        return
    first = next(iter(kind.model_fields)) if issubclass(kind, Part) else ""
    shown = ("date" if kind is Activity else first,) if first else ()  # its kind says little
    is_short = kind in _BY_FIRST_KEY
    found: Iterator[tuple[Any, Record, Keys]] = (
        (getattr(each, first) if is_short else each, record, (*keys, index, *shown))
        for index, each in enumerate(entries)
    )
    for known, place, related in again(found):
        name = f"{first}: {known}" if is_short else known
        if first == "figure":
            name = FIGURE_LABELS[known][0]
        elif shown and not is_short:
            name = getattr(known, shown[0])
        message = _("'{name}' stands twice in '{list}'").format(name=name, list=keys[-1])
        yield Finding(place, message, _("keep one of the two"), related)
