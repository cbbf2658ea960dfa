"""Rules of published totals (T): what the classes of a published breakdown add up to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import ROUND_HALF_UP, Decimal
from types import MappingProxyType

from banso_cli.locale import _
from banso_cli.records.finding import Finding, Related
from banso_cli.records.periods.period import (
    BREAKDOWN_LABELS,
    FIGURE_LABELS,
    Breakdown,
    Counted,
    FigureName,
    Period,
)
from banso_cli.records.roster import Roster
from banso_cli.rules.published.breakdowns import breakdowns_of
from banso_cli.rules.rule import rule

_PERSONS = frozenset({"gender", "track", "rank", "age", "agency"})
_TOTALS: Mapping[tuple[bool, Counted], FigureName] = MappingProxyType(
    {
        (True, "supported"): "officers",
        (True, "applied"): "officers_applied",
        (False, "supported"): "municipalities",
        (False, "applied"): "municipalities_applied",
    }
)
"""What a breakdown adds up to, by whether it is of persons, and of whom."""


@rule()
def breakdown_total(roster: Roster) -> Iterator[Finding]:
    """The classes of a published breakdown do not add up to what it breaks down.

    Why: a slip of the pen in one class shows in the sum; a percentage that is more than rounding
    away from its number contradicts it. A known difference is acknowledged in the period's file.

    Example:

        breakdowns:
          - {dimension: gender, sources: [{title: 概要}],
             classes: [{name: 男性, percent: 60.1}, {name: 女性, percent: 49.9}]}

    Mend: correct the class; each percentage may be off by half of its last digit.

        breakdowns:
          - {dimension: gender, sources: [{title: 概要}],
             classes: [{name: 男性, percent: 60.1}, {name: 女性, percent: 39.9}]}
    """
    for period, number, breakdown in breakdowns_of(roster):
        names = {each.name for each in breakdown.classes}
        if breakdown.dimension == "theme" or not names or len(names) < len(breakdown.classes):
            continue  # a team has several themes; a class that stands twice is told of already
        contradictions = list(_contradictions(period, number, breakdown))
        yield from contradictions
        if not contradictions:
            yield from _off_total(period, number, breakdown)
            yield from _off_hundred(period, number, breakdown)


def _figure_of(breakdown: Breakdown) -> FigureName:
    return _TOTALS[breakdown.dimension in _PERSONS, breakdown.of]


def _published(period: Period, breakdown: Breakdown) -> int | None:
    figure = period.figure(_figure_of(breakdown))
    return figure.value if figure else None


def _rounding(percent: Decimal) -> Decimal:
    """Return how far a percentage may be from its number: half of its last digit."""
    return Decimal((0, (5,), int(percent.as_tuple().exponent) - 1))


def _contradictions(period: Period, number: int, breakdown: Breakdown) -> Iterator[Finding]:
    """Yield the classes whose percentage is that of no total: neither summed nor published."""
    values = [each.value for each in breakdown.classes]
    summed = None if None in values else sum(filter(None, values))
    totals = [total for total in (summed, _published(period, breakdown)) if total]
    for index, each in enumerate(breakdown.classes):
        value, percent = each.value, each.percent
        if value is None or percent is None or not totals:
            continue
        shares = [Decimal(100 * value) / total for total in totals]
        if all(abs(share - percent) > _rounding(percent) for share in shares):
            share = shares[0].quantize(percent, ROUND_HALF_UP)
            words = _("'{name}': {value} of {total} is {share} %, not {percent} %")
            yield Finding(
                period.places.at("breakdowns", number, "classes", index, "percent"),
                words.format(
                    name=each.name, value=value, total=totals[0], share=share, percent=percent
                ),
                _("correct the number or the percentage of this class"),
            )


def _off_total(period: Period, number: int, breakdown: Breakdown) -> Iterator[Finding]:
    values = [each.value for each in breakdown.classes if each.value is not None]
    total, published, name = sum(values), _published(period, breakdown), _figure_of(breakdown)
    known = period.acknowledgement(name)
    is_known = known is not None and (known.published, known.counted) == (published, total)
    if published is None or is_known or total == published:
        return
    if total < published and len(values) < len(breakdown.classes):
        return  # the classes without a number make up for it
    index = next(at for at, figure in enumerate(period.published) if figure.figure == name)
    words = _("{dimension}: the classes add up to {total}, but {figure} is {published}")
    labels = {"dimension": BREAKDOWN_LABELS[breakdown.dimension], "figure": FIGURE_LABELS[name][0]}
    help_line = _("correct a class or the figure, or acknowledge the difference with its reason")
    if breakdown.of == "applied":
        help_line = _("correct a class or the published figure")
    yield Finding(
        period.places.at("breakdowns", number, "dimension"),
        words.format(**labels, total=total, published=published),
        help_line,
        (Related(_("published here"), period.places.at("published", index, "value")),),
    )


def _off_hundred(period: Period, number: int, breakdown: Breakdown) -> Iterator[Finding]:
    percents = [each.percent for each in breakdown.classes if each.percent is not None]
    most = sum(map(_rounding, percents), Decimal())
    total = sum(percents, Decimal())
    is_whole = percents and len(percents) == len(breakdown.classes)
    if total - 100 > most or (is_whole and 100 - total > most):
        words = _("{dimension}: the percentages add up to {total}, not to 100")
        yield Finding(
            period.places.at("breakdowns", number, "dimension"),
            words.format(dimension=BREAKDOWN_LABELS[breakdown.dimension], total=total),
            _("correct a percentage; rounding explains {most} at most").format(most=most),
        )
