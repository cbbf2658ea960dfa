"""Where a value of a record stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import PurePosixPath
from typing import cast

from banso_cli.yaml.tree import Mapping, Node, Scalar, Sequence, Span


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A stretch of one file: path from the folder that holds the roster, lines and columns from 1.

    Columns count code points; the end is exclusive.
    """

    path: str
    line: int
    column: int
    end_line: int
    end_column: int

    def __str__(self) -> str:
        """Return where the place begins, as editors and terminals read it."""
        return f"{self.path}:{self.line}:{self.column}"

    @property
    def last_line(self) -> int:
        """Return the last line of which something belongs to the place."""
        ends_before = self.end_line > self.line and self.end_column == 1
        return self.end_line - 1 if ends_before else self.end_line

    @classmethod
    def of(cls, path: str, span: Span) -> Place:
        """Return the span as a place in the file."""
        return cls(path, span.line, span.column, span.end_line, span.end_column)

    @classmethod
    def start_of(cls, path: str) -> Place:
        """Return the first character of a file: the place of a fault in the file as a whole."""
        return cls(path, 1, 1, 1, 1)


def record_in(file: str) -> str:
    """Return the id of the record that a file of a roster holds, or would hold."""
    if file.endswith(".yaml"):
        return file.removesuffix(".yaml")
    return PurePosixPath(file).with_suffix("").as_posix() if file else ""


def record_at(path: str) -> str:
    """Return the id of the record in a file by its path, which begins with the roster's folder."""
    return record_in(path.partition("/")[2])


@dataclass(eq=False)
class Places:
    """The side table of one record: which value stands where.

    The tree of a file takes ten times the memory of its text: of a file without a fault it is made
    where a place is asked for. `suspects` are the texts of it, each with its key, that a rule may
    object to.

    `id` is the record's id within the roster (`teams/2/013455-mori`), `written` the text of the
    whole file.
    """

    id: str
    path: str
    read: Callable[[], Node | None]
    written: str = ""
    suspects: Iterable[tuple[str, Scalar]] = ()

    @cached_property
    def tree(self) -> Mapping:
        """The values of the file; once asked for, they are kept."""
        return cast("Mapping", self.read())

    def at(self, *keys: str | int) -> Place:
        """Return the place of the value; where a key was left out, that of the part without it."""
        return Place.of(self.path, self._way(keys)[-1].span)

    def key(self, *keys: str | int) -> Place:
        """Return the place of the last key itself, for faults in a name and not in its value."""
        way = self._way(keys)
        parent = way[-2] if len(way) > len(keys) else None
        entry = parent.entries.get(str(keys[-1])) if isinstance(parent, Mapping) else None
        return Place.of(self.path, entry.key.span if entry else way[-1].span)

    def text(self, *keys: str | int) -> str:
        """Return a scalar as it is written in the file; empty where it was left out."""
        way = self._way(keys)
        node = way[-1] if len(way) > len(keys) else None
        return node.text if isinstance(node, Scalar) else ""

    def comment(self, *keys: str | int) -> str:
        """Return the comment behind a value, on the line where it ends; empty without one."""
        place = self.at(*keys)
        line = next(islice(self.written.split("\n"), place.end_line - 1, None), "")
        return line[place.end_column - 1 :].partition(" #")[2].strip()

    def _way(self, keys: Iterable[str | int]) -> list[Node]:
        """Return the tree and what stands at each key, as far as something does."""
        way: list[Node] = [self.tree]
        for key in keys:
            child = self._child(way[-1], key)
            if child is None:
                break
            way.append(child)
        return way

    def _child(self, node: Node, key: str | int) -> Node | None:
        if isinstance(key, int):
            return node.items[key] if isinstance(node, Sequence) else None
        if isinstance(node, Mapping) and key in node.entries:
            return node.entries[key].value
        return None
