"""`banso new period`: a period, before anything is published of it."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

import typer

from banso_cli.commands.adding import UrlOption, day, source_of, words, write
from banso_cli.commands.options import RosterOption, choice, folder_to_write, open_roster
from banso_cli.commands.output import say
from banso_cli.files.failure import ExitCode, Failure
from banso_cli.locale import _

NumberArgument = Annotated[
    int,
    typer.Argument(
        min=1, metavar=_("NUMBER"), help=_("The number of the period."), show_default=False
    ),
]
YearOption = Annotated[
    int,
    typer.Option(
        "--fiscal-year",
        min=2019,
        max=9998,
        metavar=_("YEAR"),
        help=_("The fiscal year in which it begins, such as 2027."),
        show_default=False,
    ),
]
StartOption = Annotated[
    dt.date | None,
    typer.Option(
        "--start",
        parser=day,
        metavar=_("DAY"),
        help=_("Its first day; without it the first of April of the fiscal year."),
        show_default=False,
    ),
]
EndOption = Annotated[
    dt.date | None,
    typer.Option(
        "--end",
        parser=day,
        metavar=_("DAY"),
        help=_("Its last day; without it the last of the fiscal year, in March."),
        show_default=False,
    ),
]
CoverageOption = Annotated[
    str,
    typer.Option(
        "--coverage",
        parser=choice("teams", "totals"),
        metavar="teams|totals",
        help=_("Whether its teams are recorded, or only its totals; without it the teams."),
        show_default=False,
    ),
]
OptionalSourceOption = Annotated[
    str | None,
    typer.Option(
        "--source",
        parser=words,
        metavar=_("TITLE"),
        help=_("The title of the source, if there is one already."),
        show_default=False,
    ),
]


def new_period(  # noqa: PLR0913 - each parameter is an option of the command
    number: NumberArgument,
    *,
    fiscal_year: YearOption,
    start: StartOption = None,
    end: EndOption = None,
    coverage: CoverageOption = "teams",
    source: OptionalSourceOption = None,
    url: UrlOption = None,
    roster: RosterOption = None,
) -> None:
    """Write the file of a period; its published figures are added by hand."""
    from banso_cli.editing.adding import addition
    from banso_cli.editing.new_records import file_text
    from banso_cli.model.period import Period

    if url and not source:
        raise Failure(ExitCode.WRONG_USAGE, _("--url goes with --source"), _("add --source TITLE"))
    folder = folder_to_write(roster)
    records = open_roster(folder)
    if (known := records.period(number)) is not None:
        raise Failure(
            ExitCode.FINDINGS,
            _("{name} is already there: {file}").format(name=number, file=known.places.path),
        )
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
    record_id = f"periods/{number}"
    write(folder, addition(records, record_id, file_text(period, record_id)))
    if records.programme and records.programme.measure_in_force(number) is None:
        say(_("name the population that counts for it: measures_in_force in programme.yaml"))
