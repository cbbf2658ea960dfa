"""Rules of time (P): periods, and what teams did on which days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

from banso_cli.locale import _
from banso_cli.records.fields.record import Record
from banso_cli.records.finding import Finding, Related
from banso_cli.records.periods.period import Period
from banso_cli.records.roster import Roster
from banso_cli.records.teams.activity import Activity
from banso_cli.records.teams.holders import holder, seats_of
from banso_cli.records.teams.team import Team
from banso_cli.rules.programme.changes import outside, place_of_member
from banso_cli.rules.rule import Keys, again, rule
from banso_cli.text.suggestion import write


def _activities(roster: Roster) -> Iterator[tuple[Team, int, Activity]]:
    for team in roster.teams_and_drafts:
        for index, activity in enumerate(team.activities):
            yield team, index, activity


@rule()
def end_before_start(roster: Roster) -> Iterator[Finding]:
    """A period, an event or an activity ends before it begins.

    Why: one of the two days is mistaken.

    Example:

        date: 2026-06-19
        until: 2026-06-18

    Mend: correct one of the two days.

        date: 2026-06-18
        until: 2026-06-19
    """
    for record, keys, start, end in _stretches(roster):
        if end is not None and end < start:
            message = _("the end is before the start ({start})").format(start=start)
            yield Finding(record.places.at(*keys), message, _("correct one of the two days"))


def _stretches(roster: Roster) -> Iterator[tuple[Record, Keys, dt.date, dt.date | None]]:
    for period in roster.periods:
        yield period, ("end",), period.start, period.end
        for index, event in enumerate(period.events):
            yield period, ("events", index, "until"), event.date, event.until
    for team, index, activity in _activities(roster):
        yield team, ("activities", index, "until"), activity.date, activity.until


@rule()
def activity_outside_period(roster: Roster) -> Iterator[Finding]:
    """An activity took place on a day that is not in the period.

    Why: activities are counted by period; a team works from its period's first day to its last.

    Example:

        # period 2: from 2026-04-01 to 2027-03-31
        date: 2026-03-31

    Mend: correct the day, or move the activity to the team of the other period.

        date: 2026-04-01
    """
    for team, index, activity in _activities(roster):
        period = roster.period(team.period)
        if period is None or period.end < period.start:
            continue
        if activity.until is not None and activity.until < activity.date:
            continue
        for key, day in (("date", activity.date), ("until", activity.until)):
            if day is not None and not period.start <= day <= period.end:
                words = _("{day} is not in period {number}")
                yield outside(period, day, words, team.places.at("activities", index, key))
                break


@rule()
def activity_number(roster: Roster) -> Iterator[Finding]:
    """The number of a meeting or visit repeats or skips one.

    Why: meetings and visits of a team are numbered from 1, each kind by itself.

    Example:

        activities:
          - {kind: visit, date: 2026-06-19, number: 1}
          - {kind: visit, date: 2026-09-01, number: 3}

    Mend: number the activities of each kind from 1, in the order of their days.

        activities:
          - {kind: visit, date: 2026-06-19, number: 1}
          - {kind: visit, date: 2026-09-01, number: 2}
    """
    for team in roster.teams_and_drafts:
        expected: dict[str, int] = {}
        for index, activity in enumerate(team.activities):
            if activity.number is None:
                continue
            due = expected.get(activity.kind, 0) + 1
            if activity.number != due:
                words = _("number {number} stands where {due} is due")
                yield Finding(
                    team.places.at("activities", index, "number"),
                    words.format(number=activity.number, due=due),
                    _("number the activities of each kind from 1, in the order of their days"),
                )
            expected[activity.kind] = max(activity.number, due - 1)


@rule()
def unknown_attendee(roster: Roster) -> Iterator[Finding]:
    """An activity names a member that the team does not have, or did not have on its day.

    Why: `attended` counts members from 1 in the order of the team; with the day of the activity it
    tells who of those who had the seat it was.

    Example:

        attended: [1, 4]   # a team of two

    Mend: write the places of members in the list.

        attended: [1, 2]
    """
    for team, index, activity in _activities(roster):
        for at, number in enumerate(activity.attended):
            last, seats = activity.until or activity.date, seats_of(team)
            words = _("the team has no member {number}")
            if number in seats:
                words = _("nobody held seat {number} on {day}")
                if any(holder(team, number, day) for day in (activity.date, last)):
                    continue
            yield Finding(
                team.places.at("activities", index, "attended", at),
                words.format(number=number, day=activity.date),
                place_of_member(len(seats)),
            )


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
            words = _("{start} is in the fiscal year {year}, not {named}")
            message = words.format(start=start, year=year, named=period.fiscal_year)
            yield Finding(period.places.at("fiscal_year"), message, write(year))


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
        words = _("the period begins on {start}, before period {number} ends")
        message = words.format(start=later.start, number=earlier.number)
        related = (Related(_("the end of the earlier period"), earlier.places.at("end")),)
        place = later.places.at("start")
        yield Finding(place, message, _("correct one of the two days"), related)


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
    for number, place, related in again((each.number, each, ("number",)) for each in periods):
        message = _("the number {number} stands in two periods").format(number=number)
        yield Finding(place, message, _("keep one of the two files"), related)
