"""What a bar chart says: the words beside each bar, and the chart as a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from banso_cli.reports.entries import Chart
from banso_cli.reports.lettering import legible
from banso_cli.reports.marks import UNKNOWN, WITHHELD
from banso_cli.reports.picture import stamp
from banso_cli.reports.templates import figure, percent
from banso_cli.statistics.table import SUM, UNRECORDED, Row, Table, TableStatus


class Series(StrEnum):
    """Whose figures a bar shows; the value is its name in the legend."""

    COUNTED = "台帳の集計"
    PUBLISHED = "公表値"
    APPLIED = "応募（公表値）"


PREFIXES = {Series.COUNTED: "", Series.PUBLISHED: "公表値 ", Series.APPLIED: "応募 "}
"""What stands before a figure where a chart shows several series."""


@dataclass(frozen=True, slots=True)
class Value:
    """A figure of a class: its words, and how long its bar is; None for no bar.

    Lengths are comparable with one another only within a chart.
    """

    series: Series
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


def heading(chart: Chart) -> str:
    """Return the title of a chart; it tells where the figures are only published ones."""
    published = chart.table.status is TableStatus.PUBLISHED
    return legible(f"{chart.number}{chart.table.title}{'（公表値）' if published else ''}")


def description(chart: Chart, errors: int) -> str:
    """Return all that a chart shows in words."""
    table = chart.table
    words = "、".join(str(entry) for entry in entries(table))
    shown = f"{words}。" if words else reason(table) or f"{absence(table)}。"
    return stamp(errors) + shown


def absence(table: Table) -> str:
    """Return the mark of a table without figures, and its meaning."""
    return f"{WITHHELD} 秘匿" if table.status is TableStatus.WITHHELD else f"{UNKNOWN} {UNRECORDED}"


def reason(table: Table) -> str:
    """Return why a table has no figures."""
    return legible(" ".join(table.notes))


def entries(table: Table) -> tuple[Entry, ...]:
    """Return the lines of a chart, the total last; none where the table has no rows."""
    if not table.rows:
        return ()
    lengths = zip(table.rows, table.lengths, table.published_lengths, strict=True)
    found = [
        Entry(legible(row.key), tuple(_values(table, row, length, beside)))
        for row, length, beside in lengths
    ]
    return (*found, Entry(SUM, tuple(_totals(table))))


def series(table: Table) -> tuple[Series, ...]:
    """Return whose figures a chart shows."""
    shown = {
        Series.COUNTED: table.status is TableStatus.RECORDED,
        Series.PUBLISHED: (
            table.status is TableStatus.PUBLISHED
            or table.has_published
            or table.has_published_share
        ),
        Series.APPLIED: table.has_applied,
    }
    return tuple(each for each in Series if shown[each])


def _values(
    table: Table, row: Row, length: Decimal | None, beside: Decimal | None
) -> Iterator[Value]:
    """Yield the values of a class; `beside` is the length of what was published of the counted."""
    if row.key == UNRECORDED:
        yield Value(Series.COUNTED, figure(row.count, table.unit))
        return
    alone = table.status is TableStatus.PUBLISHED
    applied = None if row.applied is None or table.in_shares else Decimal(row.applied)
    figures = {
        Series.COUNTED: (row.count, row.share, length),
        Series.PUBLISHED: (row.published, row.published_share, length if alone else beside),
        Series.APPLIED: (row.applied, None, applied),
    }
    for each in series(table):
        count, share, drawn = figures[each]
        words = _prefix(table, each) + _words(table, count, share)
        yield Value(each, words, None if drawn is None else Fraction(drawn))


def _prefix(table: Table, each: Series) -> str:
    return PREFIXES[each] if len(series(table)) > 1 else ""


def _words(table: Table, count: int | None, share: Decimal | None) -> str:
    if count is None and share is not None:
        return percent(share)
    return f"{figure(count, table.unit)} {percent(share)}".rstrip()


def _totals(table: Table) -> Iterator[Value]:
    figures = {
        Series.COUNTED: table.total,
        Series.PUBLISHED: table.published_total,
        Series.APPLIED: table.applied_total,
    }
    for each in series(table):
        overlap = "" if table.adds_up or figures[each] is None else "（実数）"
        words = f"{_prefix(table, each)}{figure(figures[each], table.unit)}{overlap}"
        yield Value(each, words)
