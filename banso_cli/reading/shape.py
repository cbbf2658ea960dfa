"""From a tree of values to one record: the shape is checked against its declaration.

Each fault gets the place of the value concerned. A faulty value that the record can do without is
left out and the rest is kept, so that one slip does not hide the other faults of a file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Literal, TypeVar, get_args, get_origin

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from banso_cli.model.fault import Fault, FaultKind
from banso_cli.model.place import Place, Places
from banso_cli.model.record import Part, Record, Unquoted
from banso_cli.model.tree import Entry, Mapping, Node, Scalar, Sequence, Span
from banso_cli.reading.events import MOST_FAULTS

RecordType = TypeVar("RecordType", bound=Record)

_AMBIGUOUS = re.compile(
    r"""(?ix) [-+]?[0-9][0-9_]*            # 012025, 1_000
      | [-+]?0[obx][0-9a-f_]+              # 0x1F
      | [-+]?([0-9][0-9_]*)?\.[0-9_]*([e][-+]?[0-9]+)?   # 1.5, .5
      | [-+]?[0-9]+e[-+]?[0-9]+            # 1e3
      | [-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?     # 12:30
      | [-+]?\.inf | \.nan
      | y | n | yes | no | on | off | true | false
      | = | <<
      | [0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([t\s].*)?         # 2026-04-01
    """,
)
_AMBIGUOUS_STARTS = frozenset("0123456789+-.=<yYnNoOtTfF")
_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})

_KIND_BY_ERROR = {
    "missing": FaultKind.MISSING_KEY,
    "extra_forbidden": FaultKind.UNKNOWN_KEY,
    "string_too_short": FaultKind.EMPTY_VALUE,
    "not_a_number": FaultKind.NOT_A_NUMBER,
    "not_a_percentage": FaultKind.NOT_A_PERCENTAGE,
    "not_a_date": FaultKind.NOT_A_DATE,
    "not_a_truth_value": FaultKind.NOT_A_TRUTH_VALUE,
    "literal_error": FaultKind.UNKNOWN_CHOICE,
}
_WANTED_BY_ERROR = {
    "tuple_type": "list",
    "model_type": "mapping",
    "model_attributes_type": "mapping",
}


def read_record(
    declaration: type[RecordType], tree: Node, path: str, record: str
) -> tuple[RecordType | None, list[Fault]]:
    """Read a tree as a record of the declared shape; None where too little of it can be read."""
    faults: list[Fault] = []
    root = tree if isinstance(tree, Mapping) else Mapping(tree.span)
    places = Places(record, path, root, frozenset(Part.declared))
    values = _values(tree, places, faults)
    for attempt in range(2):
        unquoted: list[Scalar] = []
        try:
            found = declaration.model_validate(values, context=unquoted)
        except ValidationError as error:
            details = error.errors(include_url=False, include_input=False)
            if attempt:
                return None, faults
            faults += _shape_faults(declaration, details, places)
            _prune(values, details)
        else:
            found.found_at(places)
            return found, [*faults, *(_unquoted(scalar, places) for scalar in unquoted)]
    return None, faults  # pragma: no cover - the second attempt returns


def _values(node: Node, places: Places, faults: list[Fault]) -> Any:  # noqa: ANN401 - for pydantic
    """Return the plain values of a tree; what is empty is a fault and left out of both."""
    if isinstance(node, Scalar):
        text = node.text
        if node.plain and text[:1] in _AMBIGUOUS_STARTS and _AMBIGUOUS.fullmatch(text):
            return Unquoted(node)
        return text
    if isinstance(node, Sequence):
        faults += [_empty(item.span, "", places) for item in node.items if _is_nothing(item)]
        node.items[:] = [item for item in node.items if not _is_nothing(item)]
        return [_values(item, places, faults) for item in node.items]
    values = {}
    for name, entry in node.entries.items():
        if _is_nothing(entry.value):
            faults.append(_empty(entry.key.span, name, places))
        else:
            values[name] = _values(entry.value, places, faults)
    return values


def _is_nothing(node: Node) -> bool:
    return isinstance(node, Scalar) and node.plain and node.text in _NOTHING


def _empty(span: Span, key: str, places: Places) -> Fault:
    return Fault(FaultKind.EMPTY_VALUE, Place.of(places.path, span), places.id, key)


def _unquoted(scalar: Scalar, places: Places) -> Fault:
    place = Place.of(places.path, scalar.span)
    return Fault(FaultKind.UNQUOTED_TEXT, place, places.id, scalar.text)


def _shape_faults(
    declaration: type[Record], details: list[ErrorDetails], places: Places
) -> Iterator[Fault]:
    for count, detail in enumerate(details):
        if count >= MOST_FAULTS:
            place = Place.of(places.path, places.tree.span)
            yield Fault(FaultKind.TOO_MANY_FAULTS, place, places.id)
            return
        keys = detail["loc"]
        kind = _KIND_BY_ERROR.get(detail["type"], FaultKind.WRONG_SHAPE)
        node, entry, parent = _look_up(places.tree, keys)
        if kind is FaultKind.MISSING_KEY:
            if entry is None:  # else the key is there without a value: a fault already
                place = Place.of(places.path, parent.span)
                yield Fault(kind, place, places.id, str(keys[-1]))
        elif kind is FaultKind.UNKNOWN_KEY and entry is not None:
            place = Place.of(places.path, entry.key.span)
            known = tuple(_declared_at(declaration, keys[:-1]).model_fields)
            yield Fault(kind, place, places.id, entry.key.text, known)
        else:
            text = node.text if isinstance(node, Scalar) else ""
            if kind is FaultKind.EMPTY_VALUE and entry is not None:
                text = entry.key.text
            expected = _expected(declaration, detail)
            yield Fault(kind, Place.of(places.path, node.span), places.id, text, expected)


def _look_up(tree: Node, keys: tuple[int | str, ...]) -> tuple[Node, Entry | None, Node]:
    """Return the value at the keys (the last that is there), its entry if any, and its parent."""
    node, entry, parent = tree, None, tree
    for key in keys:
        parent, entry = node, None
        if isinstance(node, Mapping):
            entry = node.entries.get(str(key))
            node = entry.value if entry else node
        elif isinstance(node, Sequence) and isinstance(key, int):  # pragma: no branch
            node = node.items[key]
    return node, entry, parent


def _expected(declaration: type[Record], detail: ErrorDetails) -> tuple[str, ...]:
    if detail["type"] == "literal_error":
        *keys, name = detail["loc"]
        field = _declared_at(declaration, tuple(keys)).model_fields[str(name)]
        return tuple(_choices(field.annotation))
    return (_WANTED_BY_ERROR.get(detail["type"], "text"),)


def _declared_at(declaration: type[Part], keys: tuple[int | str, ...]) -> type[Part]:
    """Return the declaration of the part at these keys."""
    part = declaration
    for key in keys:
        if isinstance(key, str):
            annotation = part.model_fields[key].annotation
            part = next(found for found in _leaves(annotation) if _is_part(found))
    return part


def _is_part(annotation: object) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, Part)


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


def _prune(values: object, details: list[ErrorDetails]) -> None:
    """Leave out each faulty value that stands under a key."""
    for detail in details:
        *keys, last = detail["loc"] or ("",)
        part: Any = values
        for key in keys:
            part = part[key]
        if isinstance(part, dict):
            part.pop(last, None)
