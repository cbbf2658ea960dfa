"""`banso new period`: a period, before anything is published of it."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from banso_cli.commands.new.adding import URL, already_there, carry_out, day, source_of, words
from banso_cli.commands.options import (
    DiffOption,
    RosterOption,
    argument,
    open_to_write,
    option,
)
from banso_cli.files.failure import ExitCode, Failure
from banso_cli.locale import _
from banso_cli.terminal.output import say

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
    ("teams", "totals"),
    _("Whether its teams are recorded, or only its totals; without it the teams."),
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
    from banso_cli.editing.edits import Edit
    from banso_cli.records.period import Period

    if url and not source:
        raise Failure(ExitCode.WRONG_USAGE, _("--url goes with --source"), _("add --source TITLE"))
    folder, records = open_to_write(roster, only_shown=diff)
    if (known := records.period(number)) is not None:
        raise already_there(number, known.places.path)
    period = Period.model_validate(
        {
            "number": number,
            "fiscal_year": fiscal_year,
            "start": start or dt.date(fiscal_year, 4, 1),
            "end": end or dt.date(fiscal_year + 1, 3, 31),
            "coverage": coverage,
            "published": (),
            "sources": (source_of(source, url),) if source else (),
        }
    )
    period.named(f"periods/{number}")
    carry_out(Edit(period.id, None, period), records, folder, diff=diff)
    if records.programme and records.programme.measure_in_force(number) is None:
        say(_("name the population that counts for it: measures_in_force in programme.yaml"))
