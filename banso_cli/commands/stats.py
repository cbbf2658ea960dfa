"""`banso stats`: the figures of a period."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from banso_cli.commands.options import (
    AllowInvalidOption,
    PeriodOption,
    RevisionOption,
    RosterOption,
    day,
    known_by,
    option,
)
from banso_cli.locale import _
from banso_cli.statistics.dimensions import DIMENSIONS

BY = option(
    "--by",
    _("DIMENSION"),
    _("Count by this dimension, or by several parted by commas: {names}").format(
        names="、".join(f"{each.id}（{each.noun}）" for each in DIMENSIONS)
    ),
    known=known_by("names_to_count"),
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
AGAINST = option(
    "--against",
    _("NUMBER"),
    _("Set the period beside an earlier one; as a table or JSON."),
    least=1,
)
AS_OF = option(
    "--as-of",
    _("DAY"),
    _("Count the members of this day; without it those of the period's first, as published."),
    parser=day,
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
    against: Annotated[int | None, AGAINST] = None,
    as_of: Annotated[dt.date | None, AS_OF] = None,
    form: Annotated[str, FORMAT] = "table",
    roster: RosterOption = None,
    revision: RevisionOption = None,
    allow_invalid: AllowInvalidOption = False,
) -> None:
    """Count a period: without --by the six tables of the summary, then the published totals."""
    from banso_cli.tasks.stats.figures import Asked, show_figures

    asked = Asked(by or (), cross or (), where or (), top, sort, form, as_of, against)
    show_figures(asked, period, roster, revision, allow_invalid=allow_invalid)
