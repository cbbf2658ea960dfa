"""Edits within the text of one file: at their places, in the quotes that stand there."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from banso_cli.editing.canonical import Wanted, single_value, wanted_by
from banso_cli.records.fields.record import Record
from banso_cli.records.finding import Replacement
from banso_cli.text.splice import Splice, spliced
from banso_cli.yaml.events import tree_of
from banso_cli.yaml.place import Place
from banso_cli.yaml.tree import Mapping, Node, Scalar, Span, position
from banso_cli.yaml.yaml_text import quoted, scalar, single_quoted

MARK = "\ufeff"
"""The byte order mark that some programs put at the beginning of a file."""


class Mended(NamedTuple):
    """The text with the splices that were taken, and for each splice whether it was."""

    text: str
    taken: tuple[bool, ...]


class _Value(NamedTuple):
    """A single value of the file or a key."""

    start: int
    end: int
    node: Scalar
    wanted: Wanted
    in_flow: bool


class _Page:
    """The text of a file and its values; none where it cannot be read."""

    def __init__(self, text: str, declaration: type[Record]) -> None:
        self.text = text
        self._starts = (0, *(match.end() for match in re.finditer("\n", text)))
        tree = tree_of(text)
        self.is_read = tree is not None
        self.values = tuple(self._values(tree, declaration, in_flow=False)) if tree else ()

    def _values(self, node: Node, wanted: Wanted, *, in_flow: bool) -> Iterator[_Value]:
        """Yield each single value with what its field wants, and each key."""
        start, end = self._stretch(node.span)
        if isinstance(node, Scalar):
            yield _Value(start, end, node, wanted, in_flow)
            return
        in_flow = in_flow or self.text[start] in "[{"
        if isinstance(node, Mapping):
            for key, value in node.entries.values():
                yield from self._values(key, str, in_flow=in_flow)
                yield from self._values(value, wanted_by(wanted, key.text), in_flow=in_flow)
        else:
            for item in node.items:
                yield from self._values(item, wanted, in_flow=in_flow)

    def _stretch(self, place: Place | Span) -> tuple[int, int]:
        """Return a place as letters of the file; one behind its end is its end."""
        start = self._starts[min(place.line, len(self._starts)) - 1] + place.column - 1
        end = self._starts[min(place.end_line, len(self._starts)) - 1] + place.end_column - 1
        return min(start, len(self.text)), min(end, len(self.text))

    def splice(self, replacement: Replacement) -> Splice:
        """Return a replacement as letters of the file."""
        return Splice(*self._stretch(replacement.place), replacement.text)

    def may(self, splice: Splice) -> bool:
        """Tell whether a splice does not replace a block scalar as a whole."""
        value = self._before(splice)
        if value is None or (splice.start, splice.end) != (value.start, value.end):
            return True
        return value.node.plain or self.text[splice.start] not in "|>"

    def _before(self, splice: Splice) -> _Value | None:
        """Return the last value that begins where a splice does, or before it."""
        at = bisect_right(self.values, splice.start, key=lambda value: value.start)
        return self.values[at - 1] if at else None

    def written(self, splices: Iterable[Splice]) -> list[Splice]:
        """Return the splices as they are written: those within one value as one of the value."""
        whole: list[Splice] = []
        within: dict[_Value, list[Splice]] = {}
        for splice in splices:
            value = self._before(splice)
            if value is not None and value.start < value.end >= splice.end:
                within.setdefault(value, []).append(splice)
            else:
                whole.append(splice)
        for value, each in within.items():
            text = _rewritten(value, self.text[value.start : value.end], each)
            whole.append(Splice(value.start, value.end, text))
        return whole

    def spoils(self, after: str) -> bool:
        """Tell whether the file could be read before, and could not with this text."""
        return self.is_read and tree_of(after) is None


def mended(
    text: str,
    declaration: type[Record],
    replacements: Sequence[Replacement],
    *,
    blocks: bool = False,
) -> Mended:
    """Write each text at its place; of splices that overlap, the first is taken.

    A text that replaces a value, or a part of one, is written in the quotes of that value, or gets
    those that it needs; a text in double quotes stands for what is within them. A block scalar is
    replaced as a whole with `blocks` only. Nothing is done where the file could not be read any
    more.
    """
    page = _Page(text, declaration)
    splices = [page.splice(replacement) for replacement in replacements]
    taken: list[Splice] = []
    for splice in splices:
        at = bisect_left(taken, splice)
        rivals = taken[max(at - 1, 0) : at + 1]  # those taken do not overlap one another
        if (blocks or page.may(splice)) and not any(map(splice.overlaps, rivals)):
            taken.insert(at, splice)
    after = spliced(text, page.written(taken), 0, str)
    if page.spoils(after):
        return Mended(text, (False,) * len(splices))
    done = set(taken)
    return Mended(after, tuple(splice in done for splice in splices))


def as_written(
    text: str, declaration: type[Record], replacements: Iterable[Replacement]
) -> Iterator[Replacement | None]:
    """Yield for each replacement the letters that it writes by itself; None where it is not made.

    Whoever puts these letters at their place has what `mended` makes of it.
    """
    page = _Page(text, declaration)
    for replacement in replacements:
        splice = page.splice(replacement)
        (written,) = page.written([splice])
        after = spliced(text, [written], 0, str)
        if after == text or not page.may(splice) or page.spoils(after):
            yield None
        else:
            start, end = position(text, written.start), position(text, written.end)
            place = Place(replacement.place.path, *start, *end)
            yield replace(replacement, place=place, text=written.text)


def _rewritten(value: _Value, written: str, splices: Sequence[Splice]) -> str:
    """Return how a value is written with its splices."""
    first = splices[0]
    if (first.start, first.end) == (value.start, value.end):
        ends = "\n" if written.endswith("\n") else ""  # behind a block scalar
        return _in_its_quotes(value, written, _meant(first.text)) + ends
    if value.node.plain and written == value.node.text:
        return _in_its_quotes(value, written, spliced(written, splices, value.start, str))
    return spliced(written, splices, value.start, _escaping(written[0]))


def _escaping(mark: str) -> Callable[[str], str]:
    """Return how a text is written within quotes that open with this mark."""
    if mark == '"':
        return lambda text: quoted(text)[1:-1]
    return (lambda text: text.replace("'", "''")) if mark == "'" else str


def _meant(text: str) -> str:
    """Return what a text stands for that may have been given in double quotes."""
    if text.startswith('"') and text.endswith('"'):
        tree = tree_of(text)
        if isinstance(tree, Scalar) and not tree.plain:
            return tree.text
    return text


def _in_its_quotes(value: _Value, written: str, text: str) -> str:
    if not value.node.plain and written[0] in "\"'":
        return quoted(text) if written[0] == '"' else single_quoted(text)
    plain = single_value(text, value.wanted, in_flow=value.in_flow)
    return scalar(text, in_flow=value.in_flow) if plain is None else plain
