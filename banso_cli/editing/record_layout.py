"""A record as the layout of its file: keys in the order of their declaration, defaults left out.

There is one way to write each value: short lists, parts of few short values and what a source
prints stand in brackets, all other lists and parts in lines of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from banso_cli.records.application import ThemeStrength
from banso_cli.records.fields.declared import fields_of
from banso_cli.records.fields.record import Part, Record
from banso_cli.records.municipality import PopulationFigure
from banso_cli.records.periods.closing import text_of
from banso_cli.records.periods.period import PublishedClass
from banso_cli.records.periods.programme import Band
from banso_cli.records.periods.publication import Voice
from banso_cli.records.teams.team import PrintedMember, PrintedTeam
from banso_cli.yaml.layout import Collection, Document, Item, Leaf, Value
from banso_cli.yaml.yaml_text import scalar

_ON_ONE_LINE = frozenset(
    {
        *("themes", "attended", "of", "aliases", "genders", "tracks", "prefectures", "excluded"),
        *("wishes", "issues", "agencies", "strengths", "officer_wishes", "agency_wishes"),
    }
)
"""Lists of few short values, which stand in brackets; lists of parts of the same names do not."""

_IN_BRACKETS = (
    *(PopulationFigure, Band, PublishedClass, Voice, PrintedMember, PrintedTeam),
    ThemeStrength,
)
"""Parts of few short values: those of which many stand below each other, and what is printed."""


def record_layout(
    record: Record, head: tuple[str, ...] = (), behind: Mapping[str, str] | None = None
) -> Document:
    """Return the layout of a record's file, with comments at its head and behind keys."""
    return Document(_part(record, in_flow=False, behind=behind), head)


def key_layout(part: Part, name: str, *, in_flow: bool) -> Item:
    """Return one key of a part with its value, in lines of its own or within brackets."""
    entries = _entries(part, in_flow=in_flow, behind={})
    return next(item for item in entries if item.key and item.key.value == name)


def _part(part: Part, *, in_flow: bool, behind: Mapping[str, str] | None = None) -> Collection:
    items = tuple(_entries(part, in_flow=in_flow, behind=behind or {}))
    return Collection(is_mapping=True, is_flow=in_flow, items=items)


def _entries(part: Part, *, in_flow: bool, behind: Mapping[str, str]) -> Iterator[Item]:
    for name in fields_of(type(part)):
        value = getattr(part, name)
        if value != type(part).model_fields[name].default:
            written = value_layout(value, in_flow=in_flow or _is_short(name, value))
            yield Item(written, Leaf(name, name, plain=True), behind=behind.get(name, ""))


def _is_short(name: str, value: object) -> bool:
    """Tell whether a key holds one of the lists in brackets: the themes of a team, not of all."""
    has_parts = isinstance(value, tuple) and any(isinstance(each, Part) for each in value)
    return name in _ON_ONE_LINE and not has_parts


def value_layout(value: object, *, in_flow: bool) -> Value:
    """Return the layout of a value, in lines of its own or within brackets."""
    if isinstance(value, Part):
        return _part(value, in_flow=in_flow or isinstance(value, _IN_BRACKETS))
    if isinstance(value, tuple):
        items = tuple(Item(value_layout(each, in_flow=in_flow)) for each in value)
        return Collection(is_mapping=False, is_flow=in_flow or not value, items=items)
    said = text_of(value)
    text = scalar(said, in_flow=in_flow) if isinstance(value, str) else said
    return Leaf(text, said, plain=text == said)
