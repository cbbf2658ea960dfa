"""What `banso stats` and the data forms of `banso report` show: the tables of one period."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace

from banso_cli.records.periods.newest import newest_day
from banso_cli.statistics.counting import Counting
from banso_cli.statistics.dimensions import DIMENSIONS, Dimension
from banso_cli.statistics.tables.arranging import Order, arranged, arranged_cross
from banso_cli.statistics.tables.comparison import Comparison
from banso_cli.statistics.tables.cross_table import CrossTable
from banso_cli.statistics.tables.table import Table, TableStatus
from banso_cli.statistics.tables.words import day
from banso_cli.statistics.tally import NARROWED


@dataclass(frozen=True, slots=True)
class Results:
    """Tables of a period in their order; `errors` counts the findings they are made in spite of.

    `newest` is the newest day of the roster that they are counted from.
    """

    period: int
    title: str
    errors: int
    tables: tuple[Table, ...]
    crosses: tuple[CrossTable, ...]
    comparisons: tuple[Comparison, ...]
    is_fictional: bool = False
    newest: dt.date | None = None


def results_of(
    counting: Counting,
    errors: int,
    dimensions: tuple[Dimension, ...] = DIMENSIONS,
    crosses: tuple[tuple[Dimension, Dimension], ...] = (),
    *,
    order: Order | None = None,
    top: int | None = None,
    totals: bool = True,
) -> Results:
    """Count a period by these dimensions, and beside the published figures where asked.

    Tables are in this order, with their largest `top` classes alone where it is given. Without an
    order bodies and themes stand largest first, other classes as they are defined.
    """
    counting = replace(counting, as_defined=order == "definition", errors=errors)
    period = counting.period
    as_of = f"（{day(counting.as_of)}現在の支援官）" if counting.as_of else ""
    return Results(
        period.number,
        f"{counting.programme.name} 第{period.number}期{as_of}",
        errors,
        tuple(_arranged(counting, dimension, order, top) for dimension in dimensions),
        tuple(arranged_cross(counting.cross(*pair), order, top) for pair in crosses),
        counting.comparisons() if totals else (),
        counting.programme.fictional,
        newest_day(counting.roster, period),
    )


def _arranged(counting: Counting, by: Dimension, order: Order | None, top: int | None) -> Table:
    """Return the table; a personal attribute is not counted by some of its classes alone."""
    table = counting.table(by)
    found = arranged(table, order, top)
    narrowed = by.personal and len(found.rows) < len(table.rows)
    if narrowed and table.status is TableStatus.RECORDED:
        return arranged(counting.withheld(by, NARROWED), order, top)
    return found
