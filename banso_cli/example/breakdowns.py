"""The breakdowns of a made-up period, as charts of a published summary would show them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import TypeAlias

from banso_cli.example.chance import apportioned
from banso_cli.example.marks import MARK, page_of
from banso_cli.records.periods.period import (
    Breakdown,
    BreakdownName,
    Counted,
    FigureName,
    PublishedClass,
)
from banso_cli.statistics.dimensions import POPULATION, RANK, REGION
from banso_cli.statistics.tally import Tally

Counts: TypeAlias = Mapping[str, int]
"""How many there are of each class, in the order of the classes."""

_WITH_PERCENT = frozenset({"rank"})


def made_up_breakdowns(tally: Tally, published: Mapping[FigureName, int]) -> Iterator[Breakdown]:
    """Yield the breakdowns of a period; beside personal attributes counts would not be shown.

    They add up to the published figures: `officers` and `municipalities_applied` among `published`.
    """
    period, officers = tally.period.number, published["officers"]
    yield _breakdown(period, "rank", _with_total(tally.counts(RANK), officers))
    names: tuple[BreakdownName, ...] = ("region", "population")
    for name, by in zip(names, (REGION, POPULATION), strict=True):
        counts = tally.counts(by)
        yield _breakdown(period, name, counts)
        applied = _with_total(counts, published["municipalities_applied"])
        yield _breakdown(period, name, applied, "applied")


def _with_total(counts: Counts, total: int) -> Counts:
    """Return the counts raised or lowered to a total, most where most are."""
    more = total - sum(counts.values())
    if more < 0:
        largest = max(counts, key=lambda name: counts[name])
        return {**counts, largest: counts[largest] + more}
    added = apportioned(more, counts)
    return {name: count + added[name] for name, count in counts.items()}


def _breakdown(
    period: int, dimension: BreakdownName, counts: Counts, of: Counted = "supported"
) -> Breakdown:
    total = sum(counts.values())
    classes = (
        PublishedClass(
            name=name,
            value=value,
            percent=_percent(value, total) if dimension in _WITH_PERCENT else None,
        )
        for name, value in counts.items()
    )
    return Breakdown(
        dimension=dimension,
        of=of,
        classes=tuple(classes),
        note=f"{MARK}。応募した団体の数" if of == "applied" else None,
        sources=(page_of(f"第{period}期の概要", f"period-{period}/"),),
    )


def _percent(value: int, total: int) -> Decimal:
    """Return the percentage with one decimal, rounded half up."""
    return Decimal((2000 * value + total) // (2 * total)).scaleb(-1)
