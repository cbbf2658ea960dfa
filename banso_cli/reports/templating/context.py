"""What a template may use: the fields of the summary, described from their declarations."""

from __future__ import annotations

import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass

from banso_cli.reports.folder import pictures_of
from banso_cli.reports.html import looks_of
from banso_cli.reports.summary import Summary, names_of
from banso_cli.reports.templating.type_names import words

NAMES = (
    ("partial", "チームの一部だけを収めた期に添える文"),
    ("unrecorded", "未収録の区分の名称"),
    ("not_applicable", "該当する数字がないことの記号"),
    ("pictures", "--out-dir で書かれる図。表と地図の ID ごとに path（ファイル名）と alt（説明）"),
    ("style", "備え付けのページの見た目（CSS）。text（中身）と source（ハッシュ）"),
    ("script", "備え付けのページの動き（JavaScript）。text（中身）と source（ハッシュ）"),
    ("finder", "備え付けのページの検索。facets（絞り込む項目）と data（JSON）"),
)
"""The names beside the fields of the summary."""


@dataclass(frozen=True, slots=True)
class Field:
    """A name that a template may use, its type and its meaning, in Japanese."""

    name: str
    type: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Description:
    """A type with its fields; the name of the outermost is empty."""

    name: str
    fields: tuple[Field, ...]


def template_context(summary: Summary) -> Mapping[str, object]:
    """Return every name that a template may use, with its value."""
    return {**names_of(summary), **looks_of(summary), "pictures": pictures_of(summary)}


def described() -> tuple[Description, ...]:
    """Return the summary and every type in it, in the order in which they first occur."""
    found: dict[type, Description] = {}
    waiting: list[type] = [Summary]
    while waiting:
        each = waiting.pop(0)
        if each in found:
            continue
        hints = dict(_hints(each))
        described = tuple(
            Field(name, words(hint), str(typing.get_args(hint)[1])) for name, hint in hints.items()
        )
        found[each] = Description("" if each is Summary else each.__name__, described)
        waiting += [kind for hint in hints.values() for kind in _records(hint)]
    return tuple(found.values())


def _hints(record: type) -> Iterator[tuple[str, object]]:
    """Yield the annotation of each field, then of each property."""
    hints = typing.get_type_hints(record, include_extras=True)
    for field in fields(record):
        yield field.name, hints[field.name]
    for name, value in vars(record).items():
        if isinstance(value, property) and value.fget:
            yield name, typing.get_type_hints(value.fget, include_extras=True)["return"]


def _records(hint: object) -> Iterator[type]:
    """Yield the records that a type is made of."""
    if isinstance(hint, type) and is_dataclass(hint):
        yield hint
    for part in typing.get_args(hint):
        yield from _records(part)
