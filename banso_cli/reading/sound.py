"""From the text of one file without a fault to its record, without a tree on the way.

Most files are such: their values are taken straight from the events of the parser, and of their
places nobody asks. Whatever is not plainly sound is left to a closer look, which finds the faults.
"""

from __future__ import annotations

import re
import sys
from functools import lru_cache, partial
from typing import Any, TypeVar

import yaml
from pydantic import ValidationError
from yaml.events import (
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from banso_cli.records.fields.record import Record
from banso_cli.records.fields.values import Unquoted
from banso_cli.text.sieve import ADDRESS_KEYS, is_suspect
from banso_cli.yaml.events import DEEPEST, FORBIDDEN, Parser, span_of, tree_of
from banso_cli.yaml.place import Places
from banso_cli.yaml.tree import Scalar, Span, is_nothing

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
    """
)
_AMBIGUOUS_STARTS = frozenset("0123456789+-.=<yYnNoOtTfF")
_NOWHERE = Span(1, 1, 1, 1)


class _InDoubt(Exception):  # noqa: N818 - no error: it sends one file to the closer look
    """Something stands in a file that no record needs."""


def read_sound(
    declaration: type[RecordType], text: str, path: str, record: str
) -> RecordType | None:
    """Read a text as a record, whose id is `record`; None where it may have a fault.

    The tree is made when a place of the record is asked for.
    """
    values, unquoted = _Values(text), list[Scalar]()
    try:
        found = declaration.model_validate(values.all(), context=unquoted)
    except (_InDoubt, ValidationError, yaml.YAMLError):
        return None
    if unquoted or FORBIDDEN.search(text):
        return None
    tree = partial(tree_of, text)
    places = Places(record, path, tree, text, tuple(values.suspects))
    found.found_at(places)
    return found


class _Values:
    """The values of a text for pydantic, and those of them that a rule may object to."""

    def __init__(self, text: str) -> None:
        self._next = Parser(text).get_event
        self.suspects: list[tuple[str, Scalar]] = []

    def all(self) -> object:
        """Return what the only document of the text holds."""
        self._next()  # the start of the stream
        if type(self._next()) is not DocumentStartEvent:
            raise _InDoubt
        found = self._value(self._next(), "", 0)
        self._next()  # the end of the document
        if type(self._next()) is not StreamEndEvent:
            raise _InDoubt
        return found

    def _value(self, event: Any, key: str, depth: int) -> object:  # noqa: ANN401 - of PyYAML
        """Return the value that begins with an event, under a key: this is the hot path."""
        if event.anchor is not None or event.tag is not None:
            raise _InDoubt
        kind = type(event)
        if kind is ScalarEvent:
            value, may_be_wrong = (_quoted if event.style else _plain)(event.value)
            if may_be_wrong or key in ADDRESS_KEYS:
                self.suspects.append((key, Scalar(event.value, span_of(event), not event.style)))
            return value
        if depth == DEEPEST:
            raise _InDoubt
        if kind is MappingStartEvent:
            return self._mapping(depth + 1)
        items = []
        while type(event := self._next()) is not SequenceEndEvent:
            items.append(self._value(event, key, depth + 1))
        return items

    def _mapping(self, depth: int) -> dict[str, object]:
        found: dict[str, object] = {}
        while type(event := self._next()) is not MappingEndEvent:
            is_plain = type(event) is ScalarEvent and event.anchor is None and event.tag is None
            if not is_plain or event.value in found:
                raise _InDoubt
            found[event.value] = self._value(self._next(), event.value, depth)
        return found


@lru_cache(maxsize=4096)
def _plain(text: str) -> tuple[str, bool]:
    """Return the value of a text without quotes, and whether a rule may object to it."""
    scalar = Scalar(text, _NOWHERE, plain=True)
    if is_nothing(scalar):
        raise _InDoubt
    return Unquoted(scalar) if is_ambiguous(text) else sys.intern(text), is_suspect(text)


@lru_cache(maxsize=4096)
def _quoted(text: str) -> tuple[str, bool]:
    if FORBIDDEN.search(text):  # behind an escape
        raise _InDoubt
    return sys.intern(text), is_suspect(text)


def is_ambiguous(text: str) -> bool:
    """Tell whether another YAML reader may take a text without quotes for something else."""
    return text[:1] in _AMBIGUOUS_STARTS and _AMBIGUOUS.fullmatch(text) is not None
