"""Tables: what the statistics give to every form of output."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

UNRECORDED = "未収録"
"""The class of what is not recorded: never guessed, never zero."""


class TableStatus(StrEnum):
    """Whether a table has figures."""

    RECORDED = "recorded"
    NOT_RECORDED = "not_recorded"
    WITHHELD = "withheld"


@dataclass(frozen=True, slots=True)
class Row:
    """One class of a table.

    `share` is the percentage of the table's total, rounded once, half up, to one decimal place;
    None where no share is stated. `published` is the figure of the published summary, `applied`
    counts the municipalities that applied; None where they are not known.
    """

    key: str
    count: int | None
    share: Decimal | None = None
    published: int | None = None
    applied: int | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """One statistic: its classes in the order of the definition, and how they are defined."""

    id: str
    title: str
    unit: str
    status: TableStatus
    total: int | None = None
    rows: tuple[Row, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CrossRow:
    """One class of the first dimension, counted by the classes of the second."""

    key: str
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class CrossTable:
    """Two dimensions at once; `columns` are the classes of the second."""

    id: str
    title: str
    unit: str
    status: TableStatus
    columns: tuple[str, ...] = ()
    rows: tuple[CrossRow, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def total(self) -> int | None:
        """Return the sum of all cells; None without figures."""
        return sum(sum(row.counts) for row in self.rows) if self.rows else None


@dataclass(frozen=True, slots=True)
class Comparison:
    """A published figure beside the one that the roster counts; None where it is not known."""

    figure: str
    label: str
    unit: str
    published: int | None
    counted: int | None
    note: str = ""

    @property
    def difference(self) -> int | None:
        """Return how much more the roster counts than was published."""
        if self.published is None or self.counted is None:
            return None
        return self.counted - self.published


def share_of(part: int, whole: int) -> Decimal | None:
    """Return the percentage to one decimal place, rounded half up from the integers themselves."""
    if whole == 0:
        return None
    tenths = (2000 * part + whole) // (2 * whole)
    return Decimal(tenths).scaleb(-1)
