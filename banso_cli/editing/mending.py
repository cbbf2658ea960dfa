"""Edits within the text of one file: at their places, in the quotes that stand there."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from banso_cli.editing.canonical import Wanted, single_value, wanted_by
from banso_cli.editing.yaml_text import flow_scalar, quoted, scalar, single_quoted
from banso_cli.model.finding import Replacement
from banso_cli.model.record import Record
from banso_cli.model.tree import Mapping, Node, Scalar
from banso_cli.reading.events import read_text


class Mended(NamedTuple):
    """The text with the edits that were taken, and for each edit whether it was."""

    text: str
    taken: tuple[bool, ...]


@dataclass(frozen=True, slots=True, order=True)
class _Edit:
    """What to write from one letter of the file to another."""

    start: int
    end: int
    text: str

    def overlaps(self, other: _Edit) -> bool:
        """Tell whether both write the same letters, or at the same place."""
        return self.start == other.start or (self.start < other.end and other.start < self.end)


@dataclass(slots=True)
class _Value:
    """A single value of the file or a key, and the edits within it."""

    start: int
    end: int
    node: Scalar
    wanted: Wanted
    in_flow: bool
    edits: list[_Edit] = field(default_factory=list)


def mended(text: str, declaration: type[Record], replacements: Sequence[Replacement]) -> Mended:
    """Write each text at its place; of edits that overlap, the first is taken.

    A text that replaces a value, or a part of one, is written in the quotes of that value, or gets
    those that it needs; a text in double quotes stands for what is within them. A block scalar is
    not replaced as a whole, and nothing is done where the file could not be read any more.
    """
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    tree = read_text(text, "", "").tree
    values = list(_values(tree, declaration, text, starts, in_flow=False)) if tree else []
    blocks = {(v.start, v.end) for v in values if not v.node.plain and text[v.start] in "|>"}
    edits = [_edit(replacement, starts, len(text)) for replacement in replacements]
    taken: list[_Edit] = []
    for edit in edits:
        at = bisect_left(taken, edit)
        rivals = taken[max(at - 1, 0) : at + 1]  # those taken do not overlap one another
        if (edit.start, edit.end) not in blocks and not any(map(edit.overlaps, rivals)):
            taken.insert(at, edit)
    after = _applied(text, values, taken)
    if tree and read_text(after, "", "").tree is None:
        return Mended(text, (False,) * len(edits))
    done = set(taken)
    return Mended(after, tuple(edit in done for edit in edits))


def _edit(replacement: Replacement, starts: Sequence[int], length: int) -> _Edit:
    place = replacement.place
    start = _offset(starts, place.line, place.column)
    end = _offset(starts, place.end_line, place.end_column)
    return _Edit(min(start, length), min(end, length), replacement.text)


def _offset(starts: Sequence[int], line: int, column: int) -> int:
    return starts[min(line, len(starts)) - 1] + column - 1


def _values(
    node: Node, wanted: Wanted, text: str, starts: Sequence[int], *, in_flow: bool
) -> Iterator[_Value]:
    """Yield each single value with what its field wants, and each key."""
    start = _offset(starts, node.span.line, node.span.column)
    if isinstance(node, Scalar):
        yield _value(node, wanted, starts, in_flow=in_flow)
        return
    in_flow = in_flow or text[start] in "[{"
    if isinstance(node, Mapping):
        for entry in node.entries.values():
            yield _value(entry.key, str, starts, in_flow=in_flow)
            below = wanted_by(wanted, entry.key.text)
            yield from _values(entry.value, below, text, starts, in_flow=in_flow)
    else:
        for item in node.items:
            yield from _values(item, wanted, text, starts, in_flow=in_flow)


def _value(node: Scalar, wanted: Wanted, starts: Sequence[int], *, in_flow: bool) -> _Value:
    start = _offset(starts, node.span.line, node.span.column)
    end = _offset(starts, node.span.end_line, node.span.end_column)
    return _Value(start, end, node, wanted, in_flow)


def _applied(text: str, values: Sequence[_Value], edits: Sequence[_Edit]) -> str:
    """Return the text with the edits, those within one value put together."""
    starts = [value.start for value in values]
    whole: list[_Edit] = []
    edited: dict[int, _Value] = {}
    for edit in edits:
        at = bisect_right(starts, edit.start) - 1
        if at >= 0 and values[at].start < values[at].end >= edit.end:
            values[at].edits.append(edit)
            edited[at] = values[at]
        else:
            whole.append(edit)
    for value in edited.values():
        written = _rewritten(value, text[value.start : value.end])
        whole.append(_Edit(value.start, value.end, written))
    return _spliced(text, whole, 0, str)


def _rewritten(value: _Value, written: str) -> str:
    """Return how a value is written with its edits."""
    first = value.edits[0]
    if (first.start, first.end) == (value.start, value.end):
        return _in_its_quotes(value, written, _meant(first.text))
    if value.node.plain and written == value.node.text:
        return _in_its_quotes(value, written, _spliced(written, value.edits, value.start, str))
    return _spliced(written, value.edits, value.start, _escaping(written[0]))


def _escaping(mark: str) -> Callable[[str], str]:
    """Return how a text is written within quotes that open with this mark."""
    if mark == '"':
        return lambda text: quoted(text)[1:-1]
    return (lambda text: text.replace("'", "''")) if mark == "'" else str


def _meant(text: str) -> str:
    """Return what a text stands for that may have been given in double quotes."""
    if text.startswith('"') and text.endswith('"'):
        tree = read_text(text, "", "").tree
        if isinstance(tree, Scalar) and not tree.plain:
            return tree.text
    return text


def _spliced(text: str, edits: Iterable[_Edit], start: int, escaped: Callable[[str], str]) -> str:
    """Return a text that begins at this letter of the file, with edits that do not overlap."""
    pieces, at = [], start
    for edit in sorted(edits):
        pieces += [text[at - start : edit.start - start], escaped(edit.text)]
        at = edit.end
    return "".join((*pieces, text[at - start :]))


def _in_its_quotes(value: _Value, written: str, text: str) -> str:
    if not value.node.plain:
        return quoted(text) if written[0] == '"' else single_quoted(text)
    plain = single_value(text, value.wanted, in_flow=value.in_flow)
    if plain is not None:
        return plain
    return flow_scalar(text) if value.in_flow else scalar(text)
