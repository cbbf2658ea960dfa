"""The lines of a bar chart: its classes, each with its values in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from banso_cli.reports.pictures.lettering import legible
from banso_cli.statistics.tables.origins import Whose
from banso_cli.statistics.tables.series import Series
from banso_cli.statistics.tables.table import SUM, UNRECORDED, Row, Table
from banso_cli.statistics.tables.words import figure, percent


@dataclass(frozen=True, slots=True)
class Value:
    """A figure of a class: its words, and how long its bar is; None for no bar.

    Lengths are comparable with one another only within a chart.
    """

    whose: Whose
    words: str
    length: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a chart: a class with its values, what is not recorded, or the total."""

    key: str
    values: tuple[Value, ...]

    def __str__(self) -> str:
        """Return the entry in words."""
        first, *others = (value.words for value in self.values)
        beside = f"（{'、'.join(others)}）" if others else ""
        return f"{self.key} {first}{beside}"


def entries(table: Table) -> tuple[Entry, ...]:
    """Return the lines of a chart, the total last; none where the table has no rows."""
    if not table.rows:
        return ()
    found = [
        Entry(legible(row.key), tuple(_values(table, row, at))) for at, row in enumerate(table.rows)
    ]
    return (*found, Entry(SUM, tuple(_totals(table))))


def _values(table: Table, row: Row, at: int) -> Iterator[Value]:
    """Yield the values of the class at this place."""
    if row.key == UNRECORDED:
        yield Value(Whose.COUNTED, figure(row.count, table.unit))
        return
    for each in table.series:
        words = _prefix(table, each) + value_words(table, each.numbers[at], each.shares[at])
        drawn = each.lengths[at]
        yield Value(each.whose, words, None if drawn is None else Fraction(drawn))


def _prefix(table: Table, each: Series) -> str:
    """Return what stands before a figure where a chart shows several series."""
    return f"{each.head} " if len(table.series) > 1 and each.whose is not Whose.COUNTED else ""


def value_words(table: Table, count: int | None, share: Decimal | None) -> str:
    """Return a figure with its unit and its share."""
    if count is None and share is not None:
        return percent(share)
    return f"{figure(count, table.unit)} {percent(share)}".rstrip()


def _totals(table: Table) -> Iterator[Value]:
    for each in table.series:
        overlap = "" if table.adds_up or each.total is None else "（実数）"
        yield Value(each.whose, f"{_prefix(table, each)}{figure(each.total, table.unit)}{overlap}")
