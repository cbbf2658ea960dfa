"""The difference of two rosters, as it is told in every form."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal, TypeAlias

from banso_cli.records.fields.record import Part
from banso_cli.records.finding import Finding

Value: TypeAlias = str | int | dt.date | Decimal | Part | tuple["Value", ...] | None
"""A value as a record has it; None where it is not there."""

Seat: TypeAlias = tuple[int | None, int | None]
"""Where an entry of a list stands before and after, from 1; None where it is not there."""

HowChanged = Literal["added", "removed", "changed", "moved", "given"]
"""What became of a record: moved to another period, given to another municipality."""


@dataclass(frozen=True, slots=True)
class Change:
    """A value that is another one.

    `path` are keys, each followed by what its entry is known by, unless that is its seat. `whose`
    is the agency of the seat. Where both values are lists, their order alone has changed.
    """

    path: tuple[str, ...]
    before: Value
    after: Value
    seat: Seat | None = None
    whose: str = ""

    @property
    def is_order(self) -> bool:
        """Tell whether the same entries stand in another order."""
        return isinstance(self.before, tuple) and isinstance(self.after, tuple)


@dataclass(frozen=True, slots=True)
class RecordChange:
    """A record that differs: its ids after and before, and what it is called."""

    kind: str
    id: str | None
    id_before: str | None
    label: str
    change: HowChanged
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Renaming:
    """A name that is another one everywhere, and how many teams and seats have it."""

    list: str
    before: str
    after: str
    teams: int = 0
    seats: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure of a table that differs; None where there is none."""

    period: int
    table: str
    title: str
    key: str
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True)
class Check:
    """What the rules find: the errors there are now, and the findings that the change brought."""

    errors: int = 0
    new: tuple[Finding, ...] = ()
    mended: int = 0


@dataclass(frozen=True, slots=True)
class State:
    """A state of a roster as it is called, and its commit; None outside git."""

    label: str
    commit: str | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs between two rosters.

    `rewritten` are the records of which only the form has changed, `unread` those that could not be
    read in either state: the tables are not compared then, nor without a programme.
    """

    renamed: tuple[Renaming, ...] = ()
    records: tuple[RecordChange, ...] = ()
    rewritten: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    tables: tuple[Cell, ...] | None = ()
    before: State = field(default=State(""))
    after: State = field(default=State(""))
    check: Check = field(default=Check())

    @property
    def is_empty(self) -> bool:
        """Tell whether all values that could be read are the same."""
        return not (self.renamed or self.records or self.tables)
