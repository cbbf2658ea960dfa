"""From the text of one YAML file to a tree of values with places.

The tree is built from the events of PyYAML's C parser: loading would lose places, quotes and the
text of numbers (`012025` would become 5141). Anchors, tags and further documents are faults, since
no record needs them and an official who meets one cannot read it.
"""

from __future__ import annotations

import re
from contextlib import suppress
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

from banso_cli.yaml.fault import Fault, FaultKind
from banso_cli.yaml.place import Place
from banso_cli.yaml.tree import Entry, Mapping, Node, Scalar, Sequence, Span

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


@dataclass(slots=True)
class _Open:
    """A collection that is being read, with the key that waits for its value."""

    node: Mapping | Sequence
    key: Scalar | None = None


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


def _has_control_character(text: str, reading: Reading) -> bool:
    start = 1 if text.startswith("\ufeff") else 0
    for match in islice(FORBIDDEN.finditer(text, start), MOST_CONTROL_CHARACTERS):
        line = text.count("\n", 0, match.start()) + 1
        column = match.start() - (text.rfind("\n", 0, match.start()) + 1) + 1
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
    line, column = text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
    return Span(line, column, line, column + (at < len(written)))


def _build(text: str, reading: Reading) -> None:
    """Build the tree from the events of the parser."""
    parser = Parser(text)
    stack: list[_Open] = []
    documents = 0
    while (event := parser.get_event()) is not None:
        kind = type(event)
        if kind is ScalarEvent:
            if event.style == '"' or event.anchor is not None or event.tag is not None:
                _refuse_marks(event, reading)
                _refuse_escapes(event, reading)
            _place(Scalar(event.value, span_of(event), not event.style), stack, reading)
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            _refuse_marks(event, reading)
            span = span_of(event)
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
                reading.fault(FaultKind.SEVERAL_DOCUMENTS, span_of(event))
                raise _Unusable
        elif kind is AliasEvent:
            reading.fault(FaultKind.YAML_ANCHOR, span_of(event), f"*{event.anchor}")
            _place(Scalar("", span_of(event)), stack, reading)


def _refuse_marks(event: Any, reading: Reading) -> None:  # noqa: ANN401 - events of PyYAML
    if event.anchor is not None:
        reading.fault(FaultKind.YAML_ANCHOR, span_of(event), f"&{event.anchor}")
    if event.tag is not None:
        tag = event.tag.replace("tag:yaml.org,2002:", "!!")  # as it is written
        reading.fault(FaultKind.YAML_TAG, span_of(event), tag)


def _refuse_escapes(event: Any, reading: Reading) -> None:  # noqa: ANN401 - events of PyYAML
    """Refuse a control character that double quotes hide in an escape."""
    if match := FORBIDDEN.search(event.value):
        code = f"U+{ord(match[1]):04X}"
        reading.fault(FaultKind.CONTROL_CHARACTER, span_of(event), code)


def _place(node: Node, stack: list[_Open], reading: Reading) -> None:
    """Put a value where it belongs: the root, the next item, a key, or the value of one."""
    if not stack:
        reading.tree = node
        return
    top = stack[-1]
    if isinstance(top.node, Sequence):
        top.node.items.append(node)
    elif top.key is None:
        top.key = node if isinstance(node, Scalar) else Scalar("?", node.span)
    else:
        entries = top.node.entries
        if top.key.text in entries:
            first = entries[top.key.text]
            found, how = top.key.text, (_repeated(first.value, node),)
            part = Place.of(reading.path, top.node.span)
            reading.fault(FaultKind.DUPLICATE_KEY, top.key.span, found, how, first, part)
        else:
            entries[top.key.text] = Entry(top.key, node)
        top.key = None


def _repeated(first: Node, second: Node) -> str:
    """Tell what a key written twice has: parts to put together, values that differ, or the same."""
    if not (isinstance(first, Scalar) and isinstance(second, Scalar)):
        return "parts"
    return "same" if first.text == second.text else "differ"


def span_of(event: Any) -> Span:  # noqa: ANN401 - events of PyYAML
    """Return where an event stands."""
    start, end = event.start_mark, event.end_mark
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)
