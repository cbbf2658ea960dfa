"""From the text of one YAML file to a tree of values with places.

The tree is built from the events of PyYAML's C parser: loading would lose places, quotes and the
text of numbers (`012025` would become 5141). Anchors, tags and further documents are faults, since
no record needs them and an official who meets one cannot read it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from banso_cli.model.fault import Fault, FaultKind
from banso_cli.model.place import Place
from banso_cli.model.tree import Entry, Mapping, Node, Scalar, Sequence, Span

MOST_FAULTS = 200
"""Faults of one file that are told; a file with more is something else than a record."""

DEEPEST = 20
"""Levels of nesting that a file may have; no record needs more than six."""

MOST_CONTROL_CHARACTERS = 20
"""Control characters that are told of in one file; a file full of them is not text."""

_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|\r(?!\n)"
)
_NOT_CLOSED = frozenset(
    {
        "found unexpected end of stream",
        "did not find expected ',' or ']'",
        "did not find expected ',' or '}'",
        "could not find expected ':'",
    }
)
"""Problems that the parser meets far behind the quotation mark, bracket or key at fault."""

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # pragma: no cover - wheels of PyYAML without the C parser
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]


@dataclass(slots=True)
class _Open:
    """A collection that is being read, with the key that waits for its value."""

    node: Mapping | Sequence
    key: Scalar | None = None
    repeated: bool = False


class _Unusable(Exception):  # noqa: N818 - not an error of banso: it ends the reading of one file
    """The rest of the file cannot be read."""


@dataclass
class Reading:
    """What one file gave: its tree, or None, and the faults met on the way."""

    path: str
    record: str
    tree: Node | None = None
    faults: list[Fault] = field(default_factory=list)

    def fault(
        self, kind: FaultKind, span: Span, found: str = "", first: Span | None = None
    ) -> None:
        """Note a fault at a span of this file."""
        related = Place.of(self.path, first) if first else None
        place = Place.of(self.path, span)
        if len(self.faults) >= MOST_FAULTS:
            self.faults.append(Fault(FaultKind.TOO_MANY_FAULTS, place, self.record))
            raise _Unusable
        self.faults.append(Fault(kind, place, self.record, found, related=related))


def read_text(text: str, path: str, record: str) -> Reading:
    """Read the text of one file; any fault but a repeated key leaves the tree empty."""
    reading = Reading(path, record)
    try:
        if not _has_control_character(text, reading):
            _build_as_far_as_sound(text, reading)
    except _Unusable:
        pass
    if any(fault.kind is not FaultKind.DUPLICATE_KEY for fault in reading.faults):
        reading.tree = None
    return reading


def _has_control_character(text: str, reading: Reading) -> bool:
    start = 1 if text.startswith("\ufeff") else 0
    for match in islice(_FORBIDDEN.finditer(text, start), MOST_CONTROL_CHARACTERS):
        line = text.count("\n", 0, match.start()) + 1
        column = match.start() - (text.rfind("\n", 0, match.start()) + 1) + 1
        code = f"U+{ord(match.group()):04X}"
        reading.fault(FaultKind.CONTROL_CHARACTER, Span(line, column, line, column + 1), code)
    return bool(reading.faults)


def _error_span(error: yaml.MarkedYAMLError, text: str) -> Span:
    """Return what was opened and not closed, or else where the parser stopped.

    The end of the file stands for the end of the last line written.
    """
    mark = error.context_mark if error.problem in _NOT_CLOSED else error.problem_mark
    lines = text.rstrip().split("\n")
    if mark is None or mark.line >= len(lines):
        column = len(lines[-1]) + 1
        return Span(len(lines), column, len(lines), column)
    return Span(mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2)


def _build_as_far_as_sound(text: str, reading: Reading) -> None:
    try:
        _build(text, reading)
    except yaml.MarkedYAMLError as error:
        reading.fault(FaultKind.BROKEN_YAML, _error_span(error, text), error.problem or "")
    except yaml.YAMLError:  # pragma: no cover - characters are checked before
        reading.fault(FaultKind.BROKEN_YAML, Span(1, 1, 1, 1))


def _build(text: str, reading: Reading) -> None:
    """Build the tree from the events of the parser, one call an event: this is the hot path."""
    parser: Any = _Loader(text)  # PyYAML types all its events as their common base
    stack: list[_Open] = []
    documents = 0
    while (event := parser.get_event()) is not None:
        kind = type(event)
        if kind is ScalarEvent:
            if event.style == '"' or event.anchor is not None or event.tag is not None:
                _refuse_marks(event, reading)
                _refuse_escapes(event, reading)
            start, end = event.start_mark, event.end_mark
            span = Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)
            _place(Scalar(event.value, span, not event.style), stack, reading)
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            _refuse_marks(event, reading)
            span = _span(event)
            opened = Mapping(span) if kind is MappingStartEvent else Sequence(span)
            _place(opened, stack, reading)
            stack.append(_Open(opened))
            if len(stack) > DEEPEST:
                reading.fault(FaultKind.DEEP_NESTING, span)
                raise _Unusable
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            stack.pop()
        elif kind is DocumentStartEvent:
            documents += 1
            if documents > 1:
                reading.fault(FaultKind.SEVERAL_DOCUMENTS, _span(event))
                raise _Unusable
        elif kind is AliasEvent:
            reading.fault(FaultKind.YAML_ANCHOR, _span(event), f"*{event.anchor}")
            _place(Scalar("", _span(event)), stack, reading)


def _refuse_marks(event: Any, reading: Reading) -> None:  # noqa: ANN401 - events of PyYAML
    if event.anchor is not None:
        reading.fault(FaultKind.YAML_ANCHOR, _span(event), f"&{event.anchor}")
    if event.tag is not None:
        tag = event.tag.replace("tag:yaml.org,2002:", "!!")  # as it is written
        reading.fault(FaultKind.YAML_TAG, _span(event), tag)


def _refuse_escapes(event: Any, reading: Reading) -> None:  # noqa: ANN401 - events of PyYAML
    """Refuse a control character that double quotes hide in an escape."""
    if match := _FORBIDDEN.search(event.value):
        code = f"U+{ord(match.group()):04X}"
        reading.fault(FaultKind.CONTROL_CHARACTER, _span(event), code)


def _place(node: Node, stack: list[_Open], reading: Reading) -> None:
    """Put a value where it belongs: the root, the next item, a key, or the value of one."""
    if not stack:
        reading.tree = node
        return
    top = stack[-1]
    if isinstance(top.node, Sequence):
        top.node.items.append(node)
    elif top.key is None:
        _open_key(node, top, reading)
    else:
        if not top.repeated:
            top.node.entries[top.key.text] = Entry(top.key, node)
        top.key = None


def _open_key(node: Node, top: _Open, reading: Reading) -> None:
    key = node if isinstance(node, Scalar) else Scalar("?", node.span)
    first = top.node.entries.get(key.text) if isinstance(top.node, Mapping) else None
    top.key, top.repeated = key, first is not None
    if first is not None:
        reading.fault(FaultKind.DUPLICATE_KEY, key.span, key.text, first.key.span)


def _span(event: Any) -> Span:  # noqa: ANN401 - events of PyYAML
    start, end = event.start_mark, event.end_mark
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)
