"""`banso new team` and `banso new activity`: a team of a period, and what it did on a day."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, NamedTuple

import typer

from banso_cli.commands.new.municipality import MUNICIPALITY
from banso_cli.commands.options import (
    EXCEPTION,
    SOURCE,
    URL,
    DiffOption,
    RosterOption,
    argument,
    choice,
    day,
    option,
    words,
)
from banso_cli.locale import _

PERIOD = option("--period", _("NUMBER"), _("The period of the team."), least=1)
NUMBER = option("--number", _("NUMBER"), _("Its number in the published list."), least=1)
MEMBER = option(
    "--member",
    _("AGENCY/RANK"),
    _("A member by body and rank; given once for each, in the order of the list."),
    parser=words,
)
STATUS = option(
    "--status",
    ("continuing", "new"),
    _("Whether support continues or is new; left out while not known."),
)
THEME = option(
    "--theme", _("NAME"), _("A theme by its name; may be given several times."), parser=words
)


def new_team(  # noqa: PLR0913 - each parameter is an option of the command
    municipality: Annotated[str, MUNICIPALITY],
    *,
    period: Annotated[int, PERIOD],
    number: Annotated[int, NUMBER],
    member: Annotated[list[str], MEMBER],
    source: Annotated[str, SOURCE],
    url: Annotated[str | None, URL] = None,
    status: Annotated[str | None, STATUS] = None,
    theme: Annotated[list[str] | None, THEME] = None,
    except_from: Annotated[list[str] | None, EXCEPTION] = None,
    diff: DiffOption = False,
    roster: RosterOption = None,
) -> None:
    """Write the file of a team."""
    from banso_cli.tasks.new.team import Given, add_team

    given = Given(
        municipality, period, number, member, source, url, status, theme or (), except_from or ()
    )
    add_team(given, roster, diff=diff)


KINDS = ("online", "visit", "talk", "round_table")
TO = ".."


class Days(NamedTuple):
    """The first and the last day, which may be the same."""

    first: dt.date
    last: dt.date


class Seats(NamedTuple):
    """Places in the list of members."""

    numbers: tuple[int, ...] = ()


def days(value: str) -> Days:
    """Take a day, or the first and the last day of several."""
    first, *last = (day(each) for each in value.split(TO, 1))
    found = Days(first, *(last or [first]))
    if found.last < found.first:
        raise typer.BadParameter(_("the last day is before the first"))
    return found


def seats(value: str) -> Seats:
    """Take the places of members in the list of the team, parted by commas."""
    try:
        return Seats(tuple(int(each) for each in value.split(",")))
    except ValueError:
        raise typer.BadParameter(_("write the places of members, such as 1,2")) from None


days.__name__ = seats.__name__ = "text"  # what Typer would show as the kind of value

KIND = argument(
    _("KIND"),
    _("What kind of activity it was: online, visit, talk or round_table."),
    parser=choice(*KINDS),
)
DAYS = argument(
    _("DAY[..DAY]"), _("The day, or the first and the last: 2026-06-19..2026-06-20."), parser=days
)
SUBJECT = option("--subject", _("TEXT"), _("What was done."), parser=words)
ATTENDED = option(
    "--attended", _("SEATS"), _("Who came: places in the list of members, as 1,2."), parser=seats
)
PLACE = option(
    "--place", _("TEXT"), _("A place that was seen; may be given several times."), parser=words
)
NEXT = option("--next", _("TEXT"), _("What comes next."), parser=words)
NEXT_DATE = option("--next-date", _("DAY"), _("The day of what comes next."), parser=day)


def new_activity(  # noqa: PLR0913 - each parameter is an option of the command
    municipality: Annotated[str, MUNICIPALITY],
    kind: Annotated[str, KIND],
    when: Annotated[Days, DAYS],
    *,
    subject: Annotated[str | None, SUBJECT] = None,
    attended: Annotated[Seats | None, ATTENDED] = None,
    place: Annotated[list[str] | None, PLACE] = None,
    upcoming: Annotated[str | None, NEXT] = None,
    next_date: Annotated[dt.date | None, NEXT_DATE] = None,
    source: Annotated[str | None, SOURCE] = None,
    url: Annotated[str | None, URL] = None,
    diff: DiffOption = False,
    roster: RosterOption = None,
) -> None:
    """Put an activity into the file of a team; period and number follow from the day."""
    from banso_cli.tasks.new.team import GivenActivity, add_activity

    given = GivenActivity(
        kind,
        when,
        subject,
        attended.numbers if attended else (),
        place or (),
        (upcoming, next_date),
        (source, url),
    )
    add_activity(municipality, given, roster, diff=diff)
