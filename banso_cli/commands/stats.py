"""`banso stats`: the figures of a period."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, cast

import typer

from banso_cli.commands.counted import NAMES, condition_of, dimensions_of, pair_of
from banso_cli.commands.options import (
    AllowInvalidOption,
    PeriodOption,
    RosterOption,
    choice,
    chosen_period,
    sound_roster,
)
from banso_cli.commands.output import put_bytes, put_data
from banso_cli.locale import _

if TYPE_CHECKING:
    from banso_cli.statistics.arranging import Order
    from banso_cli.statistics.results import Results

ByOption = Annotated[
    list[str] | None,
    typer.Option(
        "--by",
        metavar=_("DIMENSION"),
        help=_(
            "Count by this dimension, or by several parted by commas. Dimensions: {names}"
        ).format(names=NAMES),
        show_default=False,
    ),
]
CrossOption = Annotated[
    list[str] | None,
    typer.Option(
        "--cross",
        metavar="A,B",
        help=_("Count by two dimensions at once, such as rank,agency."),
        show_default=False,
    ),
]
WhereOption = Annotated[
    list[str] | None,
    typer.Option(
        "--where",
        metavar=_("DIMENSION=VALUE"),
        help=_("Count only these, such as prefecture=長野県; given several times, all must hold."),
        show_default=False,
    ),
]
TopOption = Annotated[
    int | None,
    typer.Option(
        "--top",
        min=1,
        metavar=_("COUNT"),
        help=_("Only the largest classes; the others are summed as その他."),
        show_default=False,
    ),
]
SortOption = Annotated[
    str | None,
    typer.Option(
        "--sort",
        parser=choice("definition", "count", "name"),
        metavar="definition|count|name",
        help=_(
            "The order of the classes: as defined, largest first, or by name. "
            "Without it agencies and themes stand largest first, the others as defined."
        ),
        show_default=False,
    ),
]
FormatOption = Annotated[
    str,
    typer.Option(
        "--format",
        parser=choice("table", "markdown", "csv", "json"),
        metavar="table|markdown|csv|json",
        help=_("The form of the output; json and csv hold all tables."),
        show_default=False,
    ),
]


def stats(  # noqa: PLR0913 - each parameter is an option of the command
    *,
    period: PeriodOption = None,
    by: ByOption = None,
    cross: CrossOption = None,
    where: WhereOption = None,
    top: TopOption = None,
    sort: SortOption = None,
    form: FormatOption = "table",
    roster: RosterOption = None,
    allow_invalid: AllowInvalidOption = False,
) -> None:
    """Count a period: without --by the six tables of the summary, then the published totals."""
    chosen = dimensions_of(by or ())
    crossed = tuple(pair_of(names) for names in cross or ())
    records, programme, errors = sound_roster(roster, allow_invalid=allow_invalid)
    found = chosen_period(records, period)
    conditions = tuple(condition_of(text, records, programme, found.number) for text in where or ())

    from banso_cli.statistics.counting import Counting
    from banso_cli.statistics.dimensions import DIMENSIONS, SUMMARY
    from banso_cli.statistics.results import results_of

    whole = not chosen and not crossed
    if whole:
        chosen = DIMENSIONS if form in {"csv", "json"} else SUMMARY
    counting = Counting(records, programme, found, conditions)
    totals = whole and not conditions
    results = results_of(
        counting, errors, chosen, crossed, order=cast("Order | None", sort), top=top, totals=totals
    )
    _show(results, form)


def _show(results: Results, form: str) -> None:
    if form == "table":
        from banso_cli.commands.terminal import show_results

        show_results(results)
    elif form == "markdown":
        from banso_cli.reports.markdown import tables_markdown

        put_data(tables_markdown(results))
    elif form == "csv":
        from banso_cli.datasets.csv import sheet_csv
        from banso_cli.datasets.long_form import statistics

        put_bytes(sheet_csv(statistics(results)))
    else:
        from banso_cli.reports.json import as_json

        put_data(as_json(results))
