"""The breakdowns of a made-up period, as charts of a published summary would show them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import TypeAlias

from banso_cli.editing.example.chance import apportioned
from banso_cli.editing.example.marks import MARK, page_of
from banso_cli.model.counts import members_of
from banso_cli.model.period import Breakdown, BreakdownName, Counted, FigureName, PublishedClass
from banso_cli.model.programme import Band, MeasureInForce, Programme, Rank, Region
from banso_cli.model.roster import Roster

Counts: TypeAlias = Mapping[str, int]
"""How many there are of each class, in the order of the classes."""

_WITH_PERCENT = frozenset({"rank"})


def made_up_breakdowns(
    roster: Roster,
    programme: Programme,
    measure: MeasureInForce,
    published: Mapping[FigureName, int],
) -> tuple[Breakdown, ...]:
    """Return the breakdowns of the period that the measure is in force for.

    They add up to the published figures: `officers` and `municipalities_applied` among `published`.
    """
    by_member = _by_member(roster, programme, measure.period)
    by_municipality = _by_municipality(roster, programme, measure)
    return (
        *(
            _breakdown(measure.period, name, _with_total(counts, published["officers"]))
            for name, counts in by_member.items()
        ),
        *(
            _breakdown(measure.period, name, _with_total(counts, total), of)
            for name, counts in by_municipality.items()
            for of, total in _totals(counts, published["municipalities_applied"])
        ),
    )


def _totals(counts: Counts, applied: int) -> tuple[tuple[Counted, int], ...]:
    return ("supported", sum(counts.values())), ("applied", applied)


def _by_member(roster: Roster, programme: Programme, period: int) -> Mapping[BreakdownName, Counts]:
    """Return the ranks; beside published genders, tracks and ages the counts would not be shown."""
    members = members_of(roster.teams_by_period.get(period, ()))
    return {"rank": _counted(_names(programme.ranks), (member.rank for member in members))}


def _by_municipality(
    roster: Roster, programme: Programme, measure: MeasureInForce
) -> Mapping[BreakdownName, Counts]:
    supported = [
        roster.municipality_by_code[team.municipality]
        for team in roster.teams_by_period.get(measure.period, ())
    ]
    people = (each.people(measure.measure, measure.date) for each in supported)
    bands = (_band(programme.population_bands, number) for number in people)
    regions = (programme.region_of(each.prefecture) for each in supported)
    return {
        "region": _counted(_names(programme.regions), regions),
        "population": _counted(_names(programme.population_bands), bands),
    }


def _names(entries: Iterable[Rank | Band | Region]) -> tuple[str, ...]:
    return tuple(entry.name for entry in entries)


def _band(bands: Iterable[Band], number: int | None) -> str | None:
    return next((band.name for band in bands if number is not None and band.holds(number)), None)


def _counted(classes: Iterable[str], found: Iterable[str | None]) -> Counts:
    counts = Counter(found)
    return {name: counts[name] for name in classes}


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
