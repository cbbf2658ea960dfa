"""`banso new period`: a period, before anything is published of it."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from banso_cli.commands.options import URL, DiffOption, RosterOption, argument, day, option, words
from banso_cli.locale import _

NUMBER = argument(_("NUMBER"), _("The number of the period."), least=1)
YEAR = option(
    "--fiscal-year",
    _("YEAR"),
    _("The fiscal year in which it begins, such as 2027."),
    least=2019,
    most=9998,
)
START = option(
    "--start",
    _("DAY"),
    _("Its first day; without it the first of April of the fiscal year."),
    parser=day,
)
END = option(
    "--end",
    _("DAY"),
    _("Its last day; without it the last of the fiscal year, in March."),
    parser=day,
)
COVERAGE = option(
    "--coverage",
    ("teams", "partial", "totals"),
    _("Whether all its teams are recorded, some, or only its totals; without it all."),
)
SOURCE = option(
    "--source", _("TITLE"), _("The title of the source, if there is one already."), parser=words
)


def new_period(  # noqa: PLR0913 - each parameter is an option of the command
    number: Annotated[int, NUMBER],
    *,
    fiscal_year: Annotated[int, YEAR],
    start: Annotated[dt.date | None, START] = None,
    end: Annotated[dt.date | None, END] = None,
    coverage: Annotated[str, COVERAGE] = "teams",
    source: Annotated[str | None, SOURCE] = None,
    url: Annotated[str | None, URL] = None,
    diff: DiffOption = False,
    roster: RosterOption = None,
) -> None:
    """Write the file of a period; its published figures are added by hand."""
    from banso_cli.tasks.new.period import add_period

    days, cited = (start, end), (source, url)
    add_period(number, fiscal_year, days, coverage, cited, roster, diff=diff)
