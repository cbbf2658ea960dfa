"""What `banso list teams --contact` shows: the contact of the teams of one period."""

from __future__ import annotations

import datetime as dt

from banso_cli.datasets.contact import CONTACT, contact_lines
from banso_cli.datasets.listing import Listing
from banso_cli.locale import _, plural
from banso_cli.records.roster import Roster
from banso_cli.statistics.contact import day_shown
from banso_cli.tasks.opened.sound import chosen_period
from banso_cli.terminal.output import say


def contact_listing(roster: Roster, day: dt.date | None, quiet_for: int | None) -> Listing:
    """Return the contact of the teams of the period that holds the day, else of the latest."""
    held = (p for p in roster.periods if day and p.start <= day <= p.end)
    period = next(held, None) or chosen_period(roster, None)
    day = day_shown(roster, period, day)
    say(_("period {number}, as of {day}").format(number=period.number, day=day))
    lines = contact_lines(roster, period, day)
    if quiet_for is None:
        return Listing(CONTACT, lines)
    known = [(line, line.contact.quiet) for line in lines]
    unknown = sum(quiet is None for _line, quiet in known)
    if unknown:
        say(
            plural(
                "{count} team is left out: its activities are not recorded",
                "{count} teams are left out: their activities are not recorded",
                unknown,
            )
        )
    kept = (line for line, quiet in known if quiet is not None and quiet >= quiet_for)
    return Listing(CONTACT, tuple(kept))
