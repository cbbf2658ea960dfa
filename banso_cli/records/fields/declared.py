"""What the declarations of records tell of their fields: what is wanted, needed, and meant."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import zip_longest
from typing import Any, Literal, NamedTuple, get_args, get_origin

from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from banso_cli.records.fields.names import NameList
from banso_cli.records.fields.record import Part, Record
from banso_cli.yaml.fault import FaultKind

_WANTED_BY_ERROR = {"tuple_type": "list", "model_type": "mapping"}


class Declared(NamedTuple):
    """A field: the class that it or its entries want, `part` where these are parts.

    A choice is a text; `choices` have the Japanese word of each, empty where it speaks for itself.
    `is_list` tells whether it has entries; `names` is the list that its names come from, if they
    come from one.
    """

    title: str
    wanted: type[Any]
    part: type[Part] | None
    choices: Mapping[str, str]
    is_needed: bool
    is_list: bool
    names: NameList | None

    @classmethod
    def of(cls, field: FieldInfo) -> Declared:
        """Return what pydantic was told of a field."""
        leaves = tuple(_leaves(field.annotation))
        is_choice = get_origin(leaves[0]) is Literal
        wanted: type[Any] = str if is_choice else leaves[0]
        extra: Any = field.json_schema_extra or {}
        choices = zip_longest(
            get_args(leaves[0]) if is_choice else (),
            extra.get("enumDescriptions", ()),
            fillvalue="",
        )
        listed = (each for each in (*field.metadata, *leaves) if isinstance(each, NameList))
        return cls(
            field.title or "",
            wanted,
            wanted if issubclass(wanted, Part) else None,
            dict(choices),
            field.is_required(),
            get_origin(field.annotation) is tuple,
            next(listed, None),
        )


@cache
def fields_of(part: type[Part]) -> Mapping[str, Declared]:
    """Return the fields of a part by their keys; what all records have in common comes last."""
    fields = part.model_fields
    order = sorted(fields, key=Record.model_fields.__contains__)
    return {name: Declared.of(fields[name]) for name in order}


@cache
def names_in(part: type[Part]) -> tuple[tuple[tuple[str, ...], NameList], ...]:
    """Return the keys that lead to each field with names of a list; entries are passed over."""
    found: list[tuple[tuple[str, ...], NameList]] = []
    for key, field in fields_of(part).items():
        if field.names:
            found.append(((key,), field.names))
        if field.part:
            found += [((key, *keys), listed) for keys, listed in names_in(field.part)]
    return tuple(found)


def declared_at(declaration: type[Part], keys: tuple[int | str, ...]) -> type[Part]:
    """Return the declaration of the part at these keys."""
    part = declaration
    for key in keys:
        part = (fields_of(part)[key].part or part) if isinstance(key, str) else part
    return part


def is_needed(declaration: type[Part], keys: tuple[int | str, ...]) -> bool:
    """Tell whether the part that holds the field cannot do without it; entries of lists it can."""
    *above, last = keys or ("",)
    fields = fields_of(declared_at(declaration, tuple(above)))
    return isinstance(last, str) and last in fields and fields[last].is_needed


def expected(declaration: type[Part], detail: ErrorDetails, kind: FaultKind) -> tuple[str, ...]:
    """Return what the field wants instead of what it was given; see `Fault.expected`."""
    if kind is FaultKind.UNKNOWN_CHOICE:
        return tuple(_field(declaration, detail["loc"]).choices)
    if kind is FaultKind.NOT_A_NUMBER:
        return (str(detail["ctx"]["wanted"]),)
    wanted = _WANTED_BY_ERROR.get(detail["type"], "text")
    if kind is not FaultKind.WRONG_SHAPE or wanted == "text" or not detail["loc"]:
        return (wanted,)
    part = _field(declaration, detail["loc"]).part
    fields = fields_of(part) if part else {}
    return (wanted, *(key for key, each in fields.items() if each.is_needed))


def meanings(declaration: type[Part], keys: tuple[int | str, ...]) -> tuple[str, ...]:
    """Return the Japanese words for a field's choices; none where they speak for themselves."""
    return tuple(filter(None, _field(declaration, keys).choices.values()))


def field_title(declaration: type[Part], field: str) -> str:
    """Return the Japanese title of a field such as `members.2.rank`: 支援官 2人目 役職."""
    words: list[str] = []
    part: type[Part] | None = declaration
    for key in filter(None, field.split(".")):
        known = fields_of(part).get(key) if part else None
        nth = (part or Part).nth if key.isdecimal() else ""
        words.append(known.title if known else f"{key}{nth}")
        part = known.part if known else part
    return " ".join(words)


def _field(declaration: type[Part], keys: tuple[int | str, ...]) -> Declared:
    """Return the field at these keys, or the one whose list holds the entry."""
    at = max(n for n, key in enumerate(keys) if isinstance(key, str))
    return fields_of(declared_at(declaration, keys[:at]))[str(keys[at])]


def _leaves(annotation: Any) -> Iterator[Any]:  # noqa: ANN401 - annotations have no common type
    arguments = get_args(annotation)
    if not arguments or get_origin(annotation) is Literal:
        yield annotation
    for argument in arguments:
        yield from _leaves(argument)
