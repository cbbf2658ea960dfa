"""What one YAML file holds, before it is read as a record: values with their places.

The text of every scalar stays as written; what it means is decided by the field that wants it.
Lines and columns count from 1 as editors do, columns in code points; an end is exclusive. What
there are thousands of is a named tuple, which is made in a third of the time of a frozen dataclass.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias


class Span(NamedTuple):
    """A stretch of one file, without the file's name."""

    line: int
    column: int
    end_line: int
    end_column: int


def position(text: str, at: int | None = None) -> tuple[int, int]:
    """Return line and column, from 1, of the letter at this index of a text, or of its end."""
    at = len(text) if at is None else at
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


class Scalar(NamedTuple):
    """A single value; `plain` says that it stands without quotes."""

    text: str
    span: Span
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of values in the order of the file."""

    span: Span
    items: list[Node] = field(default_factory=list)


class Entry(NamedTuple):
    """One key of a mapping with its value."""

    key: Scalar
    value: Node


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values in the order of the file; a key written twice keeps its first value."""

    span: Span
    entries: dict[str, Entry] = field(default_factory=dict)


Node: TypeAlias = Scalar | Sequence | Mapping


NOTHING = frozenset({"", "~", "null", "Null", "NULL"})
"""How it is written that there is no value."""


def is_nothing(node: Node) -> bool:
    """Tell whether no value stands there."""
    return type(node) is Scalar and node.plain and node.text in NOTHING


def text_of(node: Node) -> str:
    """Return a single value, also one in a list of its own; empty for any other node."""
    if isinstance(node, Sequence) and len(node.items) == 1:
        return text_of(node.items[0])
    return node.text if isinstance(node, Scalar) else ""
