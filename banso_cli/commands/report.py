"""`banso report`: the published summary of a period."""

from __future__ import annotations

from typing import Annotated

import typer

from banso_cli.commands.options import (
    AllowInvalidOption,
    OutputOption,
    PeriodOption,
    RosterOption,
    choice,
    chosen_period,
    sound_roster,
)
from banso_cli.commands.output import put_bytes, say, write_file
from banso_cli.locale import _

FormatOption = Annotated[
    str,
    typer.Option(
        "--format",
        parser=choice("md", "csv"),
        metavar="md|csv",
        help=_("Markdown (the document) or CSV (its tables, for Excel)."),
        show_default=False,
    ),
]


def report(
    *,
    period: PeriodOption = None,
    form: FormatOption = "md",
    output: OutputOption = None,
    roster: RosterOption = None,
    allow_invalid: AllowInvalidOption = False,
) -> None:
    """Render the published summary of a period from the roster."""
    records, programme, errors = sound_roster(roster, allow_invalid=allow_invalid)
    found = chosen_period(records, period)

    from banso_cli.statistics.counting import Counting

    counting = Counting(records, programme, found)
    if form == "md":
        from banso_cli.reports.markdown import summary_markdown
        from banso_cli.reports.summary import summary_of

        data = summary_markdown(summary_of(counting, errors)).encode("utf-8")
    else:
        from banso_cli.reports.csv import as_csv
        from banso_cli.reports.results import results_of

        data = as_csv(results_of(counting, errors))
    if output is None:
        put_bytes(data)
    else:
        write_file(output, data)
        say(_("wrote {file}").format(file=output))
