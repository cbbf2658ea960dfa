"""A YAML file as it is laid out: its values with all comments, each where it belongs.

A comment on lines of its own belongs to the entry below it, or to the end of the list or part that
it is indented with; one behind a value belongs to that value. An empty text among comments is a
blank line.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(frozen=True, slots=True)
class Leaf:
    """A single value: its text as it is written on the line, and what it says.

    A block scalar is written as its mark (`|`, `>-`) and its `lines`, without their indentation;
    `keeps` tells that the line ends behind it are part of what it says.
    """

    text: str
    value: str
    plain: bool
    lines: tuple[str, ...] = ()
    keeps: bool = False

    @property
    def is_block(self) -> bool:
        """Tell whether this is a block scalar."""
        return not self.plain and self.text[0] in "|>"

    @property
    def is_nothing(self) -> bool:
        """Tell whether no value is written."""
        return self.plain and self.value in _NOTHING


@dataclass(frozen=True, slots=True)
class Collection:
    """A list or a part with keys, in lines of its own or within brackets (`is_flow`).

    `opening` is the comment behind an opening bracket, `end` what stands below the last entry.
    """

    is_mapping: bool
    is_flow: bool
    items: tuple[Item, ...]
    opening: str = ""
    end: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of a list, or of a part with its key; `behind` is the comment on its first line.

    Of an entry within brackets over several lines it is the comment behind the closing bracket.
    """

    value: Value
    key: Leaf | None = None
    before: tuple[str, ...] = ()
    behind: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A whole file: comments about all of it, its record, and comments at its end.

    `parted` tells that a blank line stands below the head, `behind` is the comment behind a record
    within brackets.
    """

    root: Collection
    head: tuple[str, ...] = ()
    parted: bool = False
    behind: str = ""
    end: tuple[str, ...] = ()


Value: TypeAlias = Leaf | Collection
