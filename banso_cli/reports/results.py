"""What `banso stats` and the data forms of `banso report` show: the tables of one period."""

from __future__ import annotations

from dataclasses import dataclass

from banso_cli.statistics.counting import Counting
from banso_cli.statistics.dimensions import DIMENSIONS, Dimension
from banso_cli.statistics.table import Comparison, CrossTable, Table


@dataclass(frozen=True, slots=True)
class Results:
    """Tables of a period in their order; `errors` counts the findings they are made in spite of."""

    period: int
    title: str
    errors: int
    tables: tuple[Table, ...]
    crosses: tuple[CrossTable, ...]
    comparisons: tuple[Comparison, ...]


def results_of(
    counting: Counting,
    errors: int,
    dimensions: tuple[Dimension, ...] = DIMENSIONS,
    crosses: tuple[tuple[Dimension, Dimension], ...] = (),
    *,
    totals: bool = True,
) -> Results:
    """Count a period by these dimensions, and beside the published figures where asked."""
    period = counting.period
    return Results(
        period.number,
        f"{counting.programme.name} 第{period.number}期",
        errors,
        tuple(counting.table(dimension) for dimension in dimensions),
        tuple(counting.cross(first, second) for first, second in crosses),
        counting.comparisons() if totals else (),
    )
