"""What can be counted: a roster that is sound, and a period of it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from banso_cli.files.failure import misused, unfit, unreadable
from banso_cli.locale import _, plural
from banso_cli.records.finding import Severity
from banso_cli.records.periods.period import Period
from banso_cli.records.periods.programme import Programme
from banso_cli.records.roster import Roster
from banso_cli.rules import check
from banso_cli.statistics.cases import countable
from banso_cli.tasks.opened.opening import folder_of_roster, roster_at


def sound_roster(
    option: Path | None,
    revision: str | None = None,
    *,
    allow_invalid: bool,
    day: dt.date | None = None,
) -> tuple[Roster, Programme, int]:
    """Return the roster, or that of a revision, its programme and its number of errors.

    Its members are those of the published list, or of a day; see `as_listed`. It is a failure that
    there are any errors, unless allowed, and that the programme cannot be read.
    """
    roster = roster_at(folder_of_roster(option), revision)
    findings = check(roster)
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    if errors and not allow_invalid:
        raise unfit(
            plural(
                "the roster has {count} error; no figure is given",
                "the roster has {count} errors; no figure is given",
                errors,
            ),
            _("run 'banso validate' to see them, or add --allow-invalid"),
        )
    if roster.programme is None:
        raise unreadable(
            _("programme.yaml cannot be read; without its definitions nothing can be counted"),
            _("run 'banso validate' and mend it first"),
        )
    return countable(roster, day), roster.programme, errors


def chosen_period(roster: Roster, number: int | None) -> Period:
    """Return the period asked for, or the latest one whose teams are recorded."""
    found = roster.latest_period if number is None else roster.period(number)
    if found is not None:
        return found
    if number is None:
        raise unreadable(_("the roster records the teams of no period"))
    numbers = _(", ").join(str(period.number) for period in roster.periods)
    raise misused(
        _("there is no period {number}").format(number=number),
        _("periods that are recorded: {numbers}").format(numbers=numbers),
    )
