"""Rules of the days and numbers of periods."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import pairwise

from banso_cli.locale import _
from banso_cli.records.finding import Finding, Related
from banso_cli.records.periods.period import Period
from banso_cli.records.roster import Roster
from banso_cli.rules.again import again
from banso_cli.rules.rule import rule

_FISCAL_YEAR_BEGINS = 4


@rule()
def fiscal_year_mismatch(roster: Roster) -> Iterator[Finding]:
    """A period does not begin in the fiscal year that it names.

    Why: a Japanese fiscal year runs from April to March and bears the year of its April.

    Example:

        fiscal_year: 2025
        start: 2026-04-01

    Mend: correct the fiscal year, or the day.

        fiscal_year: 2026
        start: 2026-04-01
    """
    overlapping = {later.id for _earlier, later in _overlaps(roster)}
    for period in roster.periods:
        start = period.start
        year = start.year if start.month >= _FISCAL_YEAR_BEGINS else start.year - 1
        is_told = period.end < start or period.id in overlapping
        if year != period.fiscal_year and not is_told:
            yield Finding(
                period.places.at("fiscal_year"),
                _("{start} is in the fiscal year {year}, not {named}").format(
                    start=start, year=year, named=period.fiscal_year
                ),
                _("write {name}").format(name=year),
            )


@rule()
def period_overlap(roster: Roster) -> Iterator[Finding]:
    """A period begins before the one before it has ended.

    Why: an activity belongs to one period, by its day.

    Example:

        # periods/1.yaml ends on 2026-04-01
        start: 2026-04-01

    Mend: correct the start, or the end of the period before.

        # periods/1.yaml ends on 2026-03-31
        start: 2026-04-01
    """
    for earlier, later in _overlaps(roster):
        yield Finding(
            later.places.at("start"),
            _("the period begins on {start}, before period {number} ends").format(
                start=later.start, number=earlier.number
            ),
            _("correct one of the two days"),
            (Related(_("the end of the earlier period"), earlier.places.at("end")),),
        )


def _overlaps(roster: Roster) -> Iterator[tuple[Period, Period]]:
    named = (period for period in roster.periods if period.id == f"periods/{period.number}")
    for earlier, later in pairwise(named):  # a number that the file's name denies is told as that
        if later.number > earlier.number and later.start <= earlier.end:
            yield earlier, later


@rule()
def repeated_period(roster: Roster) -> Iterator[Finding]:
    """Two files have the same number of a period.

    Why: teams find their period by its number.

    Example:

        # roster/periods/3.yaml, beside periods/2.yaml
        number: 2

    Mend: correct the number, or keep one of the two files.

        # roster/periods/3.yaml
        number: 3
    """
    periods = sorted(roster.periods, key=lambda each: each.id != f"periods/{each.number}")
    numbers = ((each, each.number, partial(each.places.at, "number")) for each in periods)
    for period, place, related in again(numbers):
        message = _("the number {number} stands in two periods").format(number=period.number)
        yield Finding(place, message, _("keep one of the two files"), related)
