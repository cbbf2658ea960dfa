"""A YAML file as it is laid out: its values with all comments, each where it belongs.

A comment on lines of its own belongs to the entry below it, or to the end of the list or part that
it is indented with; one behind a value belongs to that value. An empty text among comments is a
blank line.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from banso_cli.yaml.tree import NOTHING


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
        return self.plain and self.value in NOTHING


class Written(NamedTuple):
    """An entry letter by letter: what precedes its value, the value, and what follows it.

    It holds the comments above it, and whole lines but where the entry begins behind a dash. The
    value is left out where it is a collection in lines of its own: its entries are written too.
    """

    before: str
    value: str
    behind: str


@dataclass(frozen=True, slots=True)
class Collection:
    """A list or a part with keys, in lines of its own or within brackets (`is_flow`).

    `opening` is the comment behind an opening bracket, `end` what stands below the last entry.
    `column` is where entries in lines of their own begin, counted from 0.
    """

    is_mapping: bool
    is_flow: bool
    items: tuple[Item, ...]
    opening: str = ""
    end: tuple[str, ...] = ()
    column: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of a list, or of a part with its key; `behind` is the comment on its first line.

    Of an entry within brackets over several lines it is the comment behind the closing bracket.
    `written` is how a file has it, known of entries in lines of their own.
    """

    value: Value
    key: Leaf | None = None
    before: tuple[str, ...] = ()
    behind: str = ""
    written: Written | None = field(default=None, compare=False)


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
    written: Written | None = field(default=None, compare=False)


Value: TypeAlias = Leaf | Collection
