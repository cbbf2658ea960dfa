"""From the text of one YAML file to a tree of values with places.

The tree is built from the events of PyYAML's C parser: loading would lose places, quotes and the
text of numbers (`012025` would become 5141). Anchors, tags and further documents are faults, since
no record needs them and an official who meets one cannot read it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, TypeAlias

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
)

from banso_cli.yaml.fault import Fault, FaultKind
from banso_cli.yaml.place import Place
from banso_cli.yaml.tree import Entry, Mapping, Node, Scalar, Sequence, Span, position

MOST_FAULTS = 200
"""Faults of one file that are told; a file with more is something else than a record."""

DEEPEST, MOST_CONTROL_CHARACTERS = 20, 20
"""Levels of nesting that a file may have (no record needs more than six); letters told of in it."""

FORBIDDEN = re.compile(
    "([\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff])(?<!\r(?=\n))\\1*"
)
"""What no text may hold, also behind an escape: one letter, as often as it stands there."""

_MAYBE_DEEP = re.compile(
    rf"(?:[\[{{][^\[{{]*){{{DEEPEST}}}[\[{{]|^[ \-?:]{{{DEEPEST // 2}}}", re.MULTILINE
)
"""What a text holds that is deeper than files may be: brackets, or columns for two levels each."""

Parser: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The parser in C; some wheels of PyYAML have none. It types all its events as their common base.
"""


Following: TypeAlias = Callable[[], Any]
"""What gives the next event of the parser."""


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
        self,
        kind: FaultKind,
        span: Span,
        found: str = "",
        expected: tuple[str, ...] = (),
        first: Entry | None = None,
        part: Place | None = None,
    ) -> None:
        """Note a fault at a span of this file; `first` has the same key in the part."""
        related = Place.of(self.path, first.key.span) if first else None
        place = Place.of(self.path, span)
        if len(self.faults) >= MOST_FAULTS:
            self.faults.append(Fault(FaultKind.TOO_MANY_FAULTS, place, self.record))
            raise _Unusable
        self.faults.append(Fault(kind, place, self.record, found, expected, related, part=part))


def read_text(text: str, path: str, record: str) -> Reading:
    """Read the text of one file; any fault but a repeated key leaves the tree empty."""
    reading = Reading(path, record)
    with suppress(_Unusable):
        if not _has_control_character(text, reading):
            _build_as_far_as_sound(text, reading)
    if any(fault.kind is not FaultKind.DUPLICATE_KEY for fault in reading.faults):
        reading.tree = None
    return reading


def tree_of(text: str) -> Node | None:
    """Return what a text holds by itself, wherever it stands; None where it cannot be read."""
    return read_text(text, "", "").tree


def _has_control_character(text: str, reading: Reading) -> bool:
    start = 1 if text.startswith("\ufeff") else 0
    for match in islice(FORBIDDEN.finditer(text, start), MOST_CONTROL_CHARACTERS):
        line, column = position(text, match.start())
        code, end = f"U+{ord(match[1]):04X}", column + len(match[0])
        reading.fault(FaultKind.CONTROL_CHARACTER, Span(line, column, line, end), code)
    return bool(reading.faults)


def broken_line(text: str) -> int | None:
    """Return the line, from 0, where the parser stops; None where it takes the whole text."""
    parser = Parser(text)
    try:
        while parser.get_event() is not None:
            pass
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return 0 if mark is None else int(mark.line)
    except yaml.YAMLError:  # pragma: no cover - characters are checked before
        return 0
    return None


def _build_as_far_as_sound(text: str, reading: Reading) -> None:
    text = text.removeprefix("\ufeff")  # which no mark of the parser counts
    try:
        _build(text, reading)
    except yaml.MarkedYAMLError as error:
        at = _stopped_at(error, text)
        if not (_MAYBE_DEEP.search(text, 0, at) and _is_too_deep(text[:at], reading)):
            reading.fault(FaultKind.BROKEN_YAML, _broken_span(at, error, text))
    except yaml.YAMLError:  # pragma: no cover - characters are checked before
        reading.fault(FaultKind.BROKEN_YAML, Span(1, 1, 1, 1))


def _stopped_at(error: yaml.MarkedYAMLError, text: str) -> int:
    """Return how many letters the parser took."""
    mark = error.problem_mark or error.context_mark
    return len(text) if mark is None else mark.index


def _is_too_deep(text: str, reading: Reading) -> bool:
    """Tell whether the parser stopped because of the depth, as some do before they say anything.

    Read without the letter that was one too many, the text shows how deep it is to all of them.
    """
    trial = Reading(reading.path, reading.record)
    with suppress(yaml.YAMLError, _Unusable):
        _build(text, trial)
    deep = [fault for fault in trial.faults if fault.kind is FaultKind.DEEP_NESTING]
    reading.faults += deep
    return bool(deep)


def _broken_span(at: int, error: yaml.MarkedYAMLError, text: str) -> Span:
    """Return where the parser stopped; at the end of the file, what it was reading."""
    written = text.rstrip()
    if at >= len(written) and error.context_mark is not None:
        at = error.context_mark.index
    at = min(at, len(written))
    line, column = position(text, at)
    return Span(line, column, line, column + (at < len(written)))


def _build(text: str, reading: Reading) -> None:
    """Build the tree from the events of the parser."""
    following = Parser(text).get_event
    following()  # the start of the stream
    if type(following()) is not DocumentStartEvent:
        return
    reading.tree = _node(following(), following, reading, 0)
    following()  # the end of the document
    if type(event := following()) is DocumentStartEvent:
        reading.fault(FaultKind.SEVERAL_DOCUMENTS, span_of(event))
        raise _Unusable


def _node(event: Any, following: Following, reading: Reading, depth: int) -> Node:  # noqa: ANN401 - events of PyYAML
    """Return the value that begins with an event, at this depth."""
    kind, span = type(event), span_of(event)
    if kind is AliasEvent:
        reading.fault(FaultKind.YAML_ANCHOR, span, f"*{event.anchor}")
        return Scalar("", span)
    if event.anchor is not None:
        reading.fault(FaultKind.YAML_ANCHOR, span, f"&{event.anchor}")
    if event.tag is not None:
        tag = event.tag.replace("tag:yaml.org,2002:", "!!")  # as it is written
        reading.fault(FaultKind.YAML_TAG, span, tag)
    if kind is ScalarEvent:
        if event.style == '"' and (match := FORBIDDEN.search(event.value)):  # behind an escape
            reading.fault(FaultKind.CONTROL_CHARACTER, span, f"U+{ord(match[1]):04X}")
        return Scalar(event.value, span, not event.style)
    if depth == DEEPEST:
        reading.fault(FaultKind.DEEP_NESTING, span)
        raise _Unusable
    if kind is MappingStartEvent:
        return _mapping(span, following, reading, depth + 1)
    found = Sequence(span)
    while type(event := following()) is not SequenceEndEvent:
        found.items.append(_node(event, following, reading, depth + 1))
    return found


def _mapping(span: Span, following: Following, reading: Reading, depth: int) -> Mapping:
    """Return a part with its keys; a key that is written twice is a fault."""
    found = Mapping(span)
    while type(event := following()) is not MappingEndEvent:
        node = _node(event, following, reading, depth)
        key = node if isinstance(node, Scalar) else Scalar("?", node.span)
        event, first = following(), found.entries.get(key.text)
        if first is not None:  # told before the value, in which the file may break off
            part, how = Place.of(reading.path, span), (_repeated(first.value, event),)
            reading.fault(FaultKind.DUPLICATE_KEY, key.span, key.text, how, first, part)
        value = _node(event, following, reading, depth)
        found.entries.setdefault(key.text, Entry(key, value))
    return found


def _repeated(first: Node, second: Any) -> str:  # noqa: ANN401 - events of PyYAML
    """Tell what a key written twice has: parts to put together, values that differ, or the same."""
    if not (isinstance(first, Scalar) and type(second) in {ScalarEvent, AliasEvent}):
        return "parts"
    return "same" if first.text == getattr(second, "value", "") else "differ"


def span_of(event: Any) -> Span:  # noqa: ANN401 - events of PyYAML
    """Return where an event stands."""
    start, end = event.start_mark, event.end_mark
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)
