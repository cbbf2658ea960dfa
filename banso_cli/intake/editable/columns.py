"""A column of the workbook: what it is called, what stands in it, and what is read from it.

A value travels as the text by which a file of the roster has it, empty for none; a list has a line
for each entry. Only a cell has numbers, dates, and Japanese words for choices.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import ClassVar, NamedTuple, TypeAlias

from banso_cli.intake.sheets.cells import with_line_ends
from banso_cli.records.fields.record import Part
from banso_cli.records.roster import Roster
from banso_cli.records.teams.team import Team
from banso_cli.text.meaning import as_meant

Cell: TypeAlias = str | int | dt.date
Path: TypeAlias = tuple[str | int, ...]


class Entry(NamedTuple):
    """What a row tells of: a team, or the entry of a list of it; None where that is to be added."""

    roster: Roster
    team: Team
    part: object = None
    at: int = 0


class Unreadable(Exception):  # noqa: N818 - no error of banso: it becomes a finding
    """Its two arguments tell why a cell cannot be read, and what to write."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the path of its value within the record of its row, its head, and its width.

    The path is written with dots, and is empty where the row is the value. `about` is shown beside
    a cell that is chosen. Unless a kind of column says otherwise, the value is a text of one line.
    """

    is_input: ClassVar[bool] = True
    key: str
    head: str
    width: int = 12
    about: str = ""

    @property
    def path(self) -> Path:
        """Return the keys that lead to the value."""
        return tuple(int(key) if key.isdigit() else key for key in self.key.split(".") if key)

    def text(self, entry: Entry) -> str:
        """Return the value that the roster has."""
        found = entry.part
        for key in self.path:
            found = fields(found).get(key)
        if isinstance(found, tuple):
            return "\n".join(map(str, found))
        return "" if found is None else str(found)

    def cell(self, text: str) -> Cell:
        """Return what stands in the cell of a value."""
        return text

    def read(self, found: object, entry: Entry) -> str:  # noqa: ARG002 - of other columns
        """Return the value that is meant by what a cell holds; Unreadable where none is."""
        return as_meant(written(found))

    def value(self, text: str) -> object:
        """Return the value as a record has it; None for none."""
        return text or None

    def put(self, tree: object, text: str) -> object:
        """Return what a row tells of with this value; the values of a part as a dictionary."""
        return put(tree, self.path, self.value(text))

    def options(self, roster: Roster, teams: tuple[Team, ...]) -> tuple[str, ...]:  # noqa: ARG002 - of some
        """Return what can be chosen in the cell; nothing where anything can be written."""
        return ()


@dataclass(frozen=True, slots=True)
class Computed(Column):
    """A column that is worked out and never read back."""

    is_input: ClassVar[bool] = False
    work: Callable[[Entry], str] = field(default=lambda _entry: "", kw_only=True)

    def text(self, entry: Entry) -> str:
        """Return what is worked out."""
        return self.work(entry)


def written(found: object) -> str:
    """Return what a cell holds as a text: numbers and days as people write them."""
    if isinstance(found, dt.datetime):
        return (found.date() if found.time() == dt.time() else found).isoformat()
    if isinstance(found, dt.date):
        return found.isoformat()
    if isinstance(found, float) and found.is_integer():
        return str(int(found))
    if isinstance(found, bool):
        return str(found).upper()
    return "" if found is None else with_line_ends(str(found)).strip()


def put(node: object, path: Path, value: object) -> object:
    """Return a value with another one at a path; None where nothing is left of it."""
    if not path:
        return value
    key, *rest = path
    found = {**fields(node)}
    found[key] = put(found.get(key), tuple(rest), value)
    left = {name: each for name, each in found.items() if each not in (None, ())}
    return (tuple(left.values()) if isinstance(key, int) else left) or None


def fields(node: object) -> Mapping[str | int, object]:
    """Return the values of a part by their keys, of a list by their numbers; of nothing, none."""
    if isinstance(node, tuple):
        return dict(enumerate(node))
    if isinstance(node, Part):
        return dict[str | int, object](node)
    return node if isinstance(node, dict) else {}
