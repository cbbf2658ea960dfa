"""What the declarations of records tell of their fields: what is wanted, needed, and meant."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, Literal, NamedTuple, get_args, get_origin

from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from banso_cli.records.fields.names import NameList
from banso_cli.records.fields.record import Part
from banso_cli.yaml.fault import FaultKind

_WANTED_BY_ERROR = {
    "tuple_type": "list",
    "model_type": "mapping",
    "model_attributes_type": "mapping",
}


class Declared(NamedTuple):
    """A field: the part that it or its entries are, if they are parts, and whether it is needed.

    `is_list` tells whether it has entries; `names` is the list that its names come from, if they
    come from one.
    """

    part: type[Part] | None
    is_needed: bool
    is_list: bool
    names: NameList | None


@cache
def fields_of(part: type[Part]) -> Mapping[str, Declared]:
    """Return the fields of a part by their keys."""
    return MappingProxyType(
        {
            name: Declared(_part(field), field.is_required(), _is_list(field), _names(field))
            for name, field in part.model_fields.items()
        }
    )


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
        return tuple(_choices(_field(declaration, detail["loc"]).annotation))
    if kind is FaultKind.NOT_A_NUMBER:
        return (str(detail["ctx"]["wanted"]),)
    wanted = _WANTED_BY_ERROR.get(detail["type"], "text")
    if kind is not FaultKind.WRONG_SHAPE or wanted == "text" or not detail["loc"]:
        return (wanted,)
    part = _part(_field(declaration, detail["loc"]))
    fields = fields_of(part) if part else {}
    return (wanted, *(key for key, each in fields.items() if each.is_needed))


def meanings(declaration: type[Part], keys: tuple[int | str, ...]) -> tuple[str, ...]:
    """Return the Japanese words for a field's choices; none where they speak for themselves."""
    extra = _field(declaration, keys).json_schema_extra
    told = extra.get("enumDescriptions") if isinstance(extra, dict) else None
    return tuple(map(str, told)) if isinstance(told, list) else ()


def choices_of(part: type[Part], key: str) -> Mapping[str, str]:
    """Return the choices that a field has, each with its Japanese word where one is told."""
    choices = (*_choices(part.model_fields[key].annotation),)
    return dict(zip(choices, meanings(part, (key,)), strict=False))


def field_title(declaration: type[Part], field: str) -> str:
    """Return the Japanese title of a field such as `members.2.rank`: 支援官 2人目 役職."""
    words: list[str] = []
    part: type[Part] | None = declaration
    for key in filter(None, field.split(".")):
        known = part.model_fields.get(key) if part else None
        nth = (part or Part).nth if key.isdecimal() else ""
        words.append(known.title or key if known else f"{key}{nth}")
        part = fields_of(part)[key].part if part and known else part
    return " ".join(words)


def _field(declaration: type[Part], keys: tuple[int | str, ...]) -> FieldInfo:
    """Return the field at these keys, or the one whose list holds the entry."""
    at = max(n for n, key in enumerate(keys) if isinstance(key, str))
    return declared_at(declaration, keys[:at]).model_fields[str(keys[at])]


def _part(field: FieldInfo) -> type[Part] | None:
    leaves = _leaves(field.annotation)
    return next(
        (found for found in leaves if isinstance(found, type) and issubclass(found, Part)), None
    )


def _is_list(field: FieldInfo) -> bool:
    return get_origin(field.annotation) is tuple


def _names(field: FieldInfo) -> NameList | None:
    """Return the list that stands beside the type of the field, or of its entries."""
    marks = (*field.metadata, *_leaves(field.annotation))
    return next((each for each in marks if isinstance(each, NameList)), None)


def _leaves(annotation: Any) -> Iterator[Any]:  # noqa: ANN401 - annotations have no common type
    arguments = get_args(annotation)
    if not arguments or get_origin(annotation) is Literal:
        yield annotation
    for argument in arguments:
        yield from _leaves(argument)


def _choices(annotation: object) -> Iterator[str]:
    for leaf in _leaves(annotation):
        if get_origin(leaf) is Literal:
            yield from get_args(leaf)
