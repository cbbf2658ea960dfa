"""Of which day a roster is, told by the days in it and by no clock."""

import datetime as dt
from collections.abc import Iterator

from banso_cli.records.fields.record import Part
from banso_cli.records.periods.period import Period
from banso_cli.records.roster import Roster

_PLANNED = frozenset({"start", "end", "events", "next_date"})
"""Days that are set before they come, and what may lie ahead."""


def newest_day(roster: Roster, period: Period) -> dt.date:
    """Return the newest day of a record or a source; at least the first of the period shown."""
    return max((period.start, *(day for record in roster.records for day in _days(record))))


def _days(value: object) -> Iterator[dt.date]:
    if isinstance(value, dt.date):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _days(each)
    elif isinstance(value, Part):
        for name in type(value).model_fields:
            if name not in _PLANNED:
                yield from _days(getattr(value, name))
