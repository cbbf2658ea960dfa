"""`banso stats`: the figures of a period."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, cast

from banso_cli.commands.counted import NAMES, condition_of, dimensions_of, pair_of
from banso_cli.commands.options import (
    AllowInvalidOption,
    PeriodOption,
    RosterOption,
    chosen_period,
    option,
    sound_roster,
)
from banso_cli.locale import _
from banso_cli.terminal.output import put_bytes, put_data

if TYPE_CHECKING:
    from banso_cli.statistics.arranging import Order
    from banso_cli.statistics.results import Results

BY = option(
    "--by",
    _("DIMENSION"),
    _("Count by this dimension, or by several parted by commas. Dimensions: {names}").format(
        names=NAMES
    ),
)
CROSS = option("--cross", "A,B", _("Count by two dimensions at once, such as rank,agency."))
WHERE = option(
    "--where",
    _("DIMENSION=VALUE"),
    _("Count only these, such as prefecture=長野県; given several times, all must hold."),
)
TOP = option(
    "--top", _("COUNT"), _("Only the largest classes; the others are summed as その他."), least=1
)
SORT = option(
    "--sort",
    ("definition", "count", "name"),
    _(
        "The order of the classes: as defined, largest first, or by name. "
        "Without it agencies and themes stand largest first, the others as defined."
    ),
)
FORMAT = option(
    "--format",
    ("table", "markdown", "csv", "json"),
    _("The form of the output; json and csv hold all tables."),
)


def stats(  # noqa: PLR0913 - each parameter is an option of the command
    *,
    period: PeriodOption = None,
    by: Annotated[list[str] | None, BY] = None,
    cross: Annotated[list[str] | None, CROSS] = None,
    where: Annotated[list[str] | None, WHERE] = None,
    top: Annotated[int | None, TOP] = None,
    sort: Annotated[str | None, SORT] = None,
    form: Annotated[str, FORMAT] = "table",
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
        from banso_cli.terminal.tables import show_results

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
