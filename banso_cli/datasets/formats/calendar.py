"""A calendar (RFC 5545) of what teams did and plan, and of the events of periods."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from banso_cli.datasets.activities import ActivityLine
from banso_cli.files.reasons import not_installed
from banso_cli.records.periods.newest import newest_day
from banso_cli.records.periods.period import Period
from banso_cli.records.roster import Roster
from banso_cli.records.teams.activity import ACTIVITY_LABELS

KINDS = {label: kind for kind, label in ACTIVITY_LABELS.items()}


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands on one day or several; `key` tells it apart from all but others of its day."""

    key: str
    title: str
    first: dt.date
    last: dt.date
    place: str = ""
    about: str = ""


def calendar(lines: Iterable[ActivityLine], roster: Roster, *, is_whole: bool) -> bytes:
    """Return the activities, what comes next, and the events of all periods, or of theirs alone.

    It is a failure that icalendar is not installed. The same roster gives the same bytes: the
    stamp is the newest day of the roster.
    """
    try:
        from icalendar import Calendar, Event  # noqa: PLC0415 - an extra of the package
    except ImportError:
        raise not_installed("icalendar", "ics") from None
    lines = tuple(lines)
    numbers = {line.period for line in lines}
    periods = [period for period in roster.periods if is_whole or period.number in numbers]
    newest = max((newest_day(roster, each) for each in periods), default=dt.date(1970, 1, 1))
    stamp = dt.datetime.combine(newest, dt.time(), dt.UTC)
    found = Calendar()
    found.add("prodid", "-//banso//banso//JA")
    found.add("version", "2.0")
    seen: Counter[str] = Counter()
    for entry in (*_of_lines(lines), *_of_periods(periods)):
        seen[entry.key] += 1
        again = f"-{seen[entry.key]}" if seen[entry.key] > 1 else ""
        event = Event()
        event.add("uid", f"{entry.key}{again}@banso")
        event.add("dtstamp", stamp)
        event.add("dtstart", entry.first)
        event.add("dtend", entry.last + dt.timedelta(1))  # the first day after it
        event.add("summary", entry.title)
        for name, text in (("location", entry.place), ("description", entry.about)):
            if text:
                event.add(name, text)
        found.add_component(event)
    made: bytes = found.to_ical()
    return made


def _of_lines(lines: Iterable[ActivityLine]) -> Iterator[Entry]:
    for line in lines:
        each = line.activity
        number = f"第{each.ordinal}回" if each.ordinal else ""
        yield Entry(
            f"{line.period}-{line.team.code}-{KINDS[each.kind]}-{each.date}",
            f"{each.municipality} {number}{each.kind}",
            each.date,
            each.until or each.date,
            "、".join(each.places),
            each.subject,
        )
        if each.next_date:
            key = f"{line.period}-{line.team.code}-next-{each.next_date}"
            words = f"{each.municipality} 予定" + (f"：{each.next}" if each.next else "")
            yield Entry(key, words, each.next_date, each.next_date)


def _of_periods(periods: Iterable[Period]) -> Iterator[Entry]:
    for period in periods:
        for each in period.events:
            key = f"{period.number}-event-{each.date}"
            yield Entry(key, each.title, each.date, each.until or each.date)
