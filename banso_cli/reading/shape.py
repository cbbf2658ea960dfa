"""From a tree of values to one record: the shape is checked against its declaration.

Each fault gets the place of the value concerned. A faulty value that the record can do without is
left out and the rest is kept, so that one slip does not hide the other faults of a file.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from banso_cli.reading.sound import is_ambiguous
from banso_cli.records.fields.declared import declared_at, expected, fields_of, is_needed, meanings
from banso_cli.records.fields.record import Part, Record
from banso_cli.records.fields.values import Unquoted
from banso_cli.text.sieve import ADDRESS_KEYS, is_suspect
from banso_cli.yaml.events import MOST_FAULTS
from banso_cli.yaml.fault import Fault, FaultKind
from banso_cli.yaml.place import Place, Places
from banso_cli.yaml.tree import Entry, Mapping, Node, Scalar, Sequence, Span, is_nothing, text_of

RecordType = TypeVar("RecordType", bound=Record)

_KIND_BY_ERROR = {
    "missing": FaultKind.MISSING_KEY,
    "extra_forbidden": FaultKind.UNKNOWN_KEY,
    "string_too_short": FaultKind.EMPTY_VALUE,
    "not_a_number": FaultKind.NOT_A_NUMBER,
    "not_a_date": FaultKind.NOT_A_DATE,
    "not_a_truth_value": FaultKind.NOT_A_TRUTH_VALUE,
    "literal_error": FaultKind.UNKNOWN_CHOICE,
}


def read_record(
    declaration: type[RecordType], tree: Node, path: str, record: str, written: str = ""
) -> tuple[RecordType | None, list[Fault]]:
    """Read a tree as a record of the declared shape; None where too little of it can be read.

    `written` is the text of the file, which holds the comments.
    """
    faults: list[Fault] = []
    root = tree if isinstance(tree, Mapping) else Mapping(tree.span)
    places = Places(record, path, lambda: root, written)
    suspects: list[tuple[str, Scalar]] = []
    values = _values(tree, declaration, "", _Found(places, faults, suspects))
    places.suspects = tuple(suspects)
    unquoted: list[Scalar] = []
    try:
        found = declaration.model_validate(values, context=unquoted)
    except ValidationError as error:
        details = error.errors(include_url=False, include_input=False)
        faults += _shape_faults(declaration, details, places)
        _prune(values, details)
        unquoted.clear()
        try:
            found = declaration.model_validate(values, context=unquoted)
        except ValidationError:
            return None, faults
    found.found_at(places)
    for each in unquoted:
        place = Place.of(path, each.span)
        faults.append(Fault(FaultKind.UNQUOTED_TEXT, place, record, each.text))
    return found, faults


class _Found(NamedTuple):
    """What is met in a tree on the way."""

    places: Places
    faults: list[Fault]
    suspects: list[tuple[str, Scalar]]


def _values(node: Node, part: type[Part] | None, key: str, found: _Found) -> Any:  # noqa: ANN401 - for pydantic
    """Return the plain values of a tree; what is empty is a fault and left out of both.

    `part` declares the node, or the entries of a list; None where it holds no parts. `key` is the
    one that it stands under.
    """
    if isinstance(node, Scalar):
        return _value(node, key, found)
    if isinstance(node, Sequence):
        empty = [item for item in node.items if is_nothing(item)]
        if empty:
            found.faults.extend(_empty(item.span, found.places) for item in empty)
            node.items[:] = [item for item in node.items if not is_nothing(item)]
        return [_values(item, part, key, found) for item in node.items]
    return _entries(node, part, found)


def _value(scalar: Scalar, key: str, found: _Found) -> str:
    text = scalar.text
    if key in ADDRESS_KEYS or is_suspect(text):
        found.suspects.append((key, scalar))
    if scalar.plain and is_ambiguous(text):
        return Unquoted(scalar)
    return sys.intern(text)  # names stand in many files, and are kept once


def _entries(node: Mapping, part: type[Part] | None, found: _Found) -> dict[str, Any]:
    values = {}
    declared = fields_of(part) if part else {}
    for name, entry in node.entries.items():
        field = declared.get(name)
        value = entry.value
        if is_nothing(value):
            if name in ADDRESS_KEYS and isinstance(value, Scalar):
                found.suspects.append((name, value))
            if part is None:
                continue  # where no part is due, the shape is told alone
            fault = _empty(entry.key.span, found.places)
            needed = field is not None and field.is_needed
            around = Place.of(found.places.path, node.span)
            found.faults.append(replace(fault, found=name, part=around, key=name, needed=needed))
        elif type(value) is Scalar:
            values[name] = _value(value, name, found)
        else:
            values[name] = _values(value, field and field.part, name, found)
    return values


def _empty(span: Span, places: Places) -> Fault:
    return Fault(FaultKind.EMPTY_VALUE, Place.of(places.path, span), places.id, needed=False)


def _shape_faults(
    declaration: type[Record], details: list[ErrorDetails], places: Places
) -> Iterator[Fault]:
    found = (_shape_fault(declaration, detail, places) for detail in details[:MOST_FAULTS])
    yield from filter(None, found)
    if len(details) > MOST_FAULTS:
        place = Place.of(places.path, places.tree.span)
        yield Fault(FaultKind.TOO_MANY_FAULTS, place, places.id)


def _shape_fault(declaration: type[Record], detail: ErrorDetails, places: Places) -> Fault | None:
    """Return the fault that pydantic's error stands for; None where it has been told already."""
    keys = detail["loc"]
    kind = _KIND_BY_ERROR.get(detail["type"], FaultKind.WRONG_SHAPE)
    node, entry, parent = _look_up(places.tree, keys)
    fault = Fault(
        kind,
        Place.of(places.path, node.span),
        places.id,
        text_of(node),
        part=Place.of(places.path, parent.span),
        key=next((key for key in reversed(keys) if isinstance(key, str)), ""),
    )
    if kind is FaultKind.UNKNOWN_KEY and entry is not None:
        return _unknown_key(fault, declared_at(declaration, keys[:-1]), entry, parent)
    if kind is FaultKind.MISSING_KEY:
        if entry is not None:  # the key is there without a value: a fault already
            return None
        return replace(fault, place=Place.of(places.path, parent.span), found=str(keys[-1]))
    if not isinstance(node, Scalar):
        kind = FaultKind.WRONG_SHAPE
        fault = replace(fault, found=_bare_entries(node) or fault.found)
    elif kind is FaultKind.EMPTY_VALUE and entry is not None:
        fault = replace(fault, found=entry.key.text)
    return replace(
        fault,
        kind=kind,
        expected=expected(declaration, detail, kind),
        meanings=meanings(declaration, keys) if kind is FaultKind.UNKNOWN_CHOICE else (),
        needed=is_needed(declaration, keys),
    )


def _bare_entries(node: Node) -> str:
    """Return what stands in braces where brackets are due: {産業振興, 環境}; empty for others."""
    entries = node.entries.values() if isinstance(node, Mapping) else ()
    is_bare = entries and all(is_nothing(each.value) for each in entries)
    return f"{{{', '.join(each.key.text for each in entries)}}}" if is_bare else ""


def _unknown_key(fault: Fault, part: type[Part], entry: Entry, parent: Node) -> Fault:
    """Return the fault with the keys that the part has not yet, and their titles."""
    there = parent.entries if isinstance(parent, Mapping) else {}
    absent = {name: part.model_fields[name] for name in fields_of(part) if name not in there}
    return replace(
        fault,
        place=Place.of(fault.place.path, entry.key.span),
        found=entry.key.text,
        expected=tuple(absent),
        meanings=tuple(str(field.title) for field in absent.values()),
    )


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


def _prune(values: object, details: list[ErrorDetails]) -> None:
    """Leave out each faulty value that stands under a key."""
    for detail in details:
        *keys, last = detail["loc"] or ("",)
        part: Any = values
        for key in keys:
            part = part[key]
        if isinstance(part, dict):
            part.pop(last, None)
