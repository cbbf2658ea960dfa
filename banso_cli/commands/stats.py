"""`banso stats`: the figures of a period."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from banso_cli.commands.failure import ExitCode, Failure
from banso_cli.commands.options import (
    AllowInvalidOption,
    PeriodOption,
    RosterOption,
    choice,
    chosen_period,
    sound_roster,
)
from banso_cli.commands.output import put, put_bytes
from banso_cli.locale import _

if TYPE_CHECKING:
    from banso_cli.reports.results import Results
    from banso_cli.statistics.dimensions import Dimension

NAMES = "gender track rank age region population agency prefecture theme status"

ByOption = Annotated[
    list[str] | None,
    typer.Option(
        "--by",
        metavar=_("DIMENSION"),
        help=_("Count by this dimension; may be given several times. Dimensions: {names}").format(
            names=NAMES
        ),
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


def stats(
    *,
    period: PeriodOption = None,
    by: ByOption = None,
    cross: CrossOption = None,
    form: FormatOption = "table",
    roster: RosterOption = None,
    allow_invalid: AllowInvalidOption = False,
) -> None:
    """Count a period: without --by the six tables of the summary, then the published totals."""
    chosen = tuple(_dimension(name) for name in by or ())
    crossed = tuple(_pair(names) for names in cross or ())
    records, programme, errors = sound_roster(roster, allow_invalid=allow_invalid)
    found = chosen_period(records, period)

    from banso_cli.reports.results import results_of
    from banso_cli.statistics.counting import Counting
    from banso_cli.statistics.dimensions import DIMENSIONS, SUMMARY

    whole = not chosen and not crossed
    if whole:
        chosen = DIMENSIONS if form in {"csv", "json"} else SUMMARY
    counting = Counting(records, programme, found)
    _show(results_of(counting, errors, chosen, crossed, totals=whole), form)


def _show(results: Results, form: str) -> None:
    if form == "table":
        from banso_cli.commands.terminal import show_results

        show_results(results)
    elif form == "markdown":
        from banso_cli.reports.markdown import tables_markdown

        put(tables_markdown(results))
    elif form == "csv":
        from banso_cli.reports.csv import as_csv

        put_bytes(as_csv(results))
    else:
        from banso_cli.reports.json import as_json

        put(as_json(results))


def _dimension(name: str) -> Dimension:
    from banso_cli.statistics.dimensions import dimension

    found = dimension(name)
    if found is None:
        from banso_cli.rules.suggestion import closest

        meant = closest(name, NAMES.split())
        raise Failure(
            ExitCode.WRONG_USAGE,
            _("there is no dimension '{name}'").format(name=name),
            _("did you mean: {name}").format(name=meant)
            if meant
            else _("dimensions: {names}").format(names=NAMES),
        )
    return found


def _pair(names: str) -> tuple[Dimension, Dimension]:
    parts = [part.strip() for part in names.split(",")]
    pair_of = 2
    if len(parts) != pair_of or parts[0] == parts[1]:
        raise Failure(
            ExitCode.WRONG_USAGE,
            _("--cross wants two different dimensions, not '{names}'").format(names=names),
            _("write for example --cross rank,agency"),
        )
    return _dimension(parts[0]), _dimension(parts[1])
