"""`banso new municipality`: a municipality of the official table, with its population."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from banso_cli.commands.options import DiffOption, RosterOption, argument, day, option, words
from banso_cli.locale import _

MUNICIPALITY = argument(
    _("MUNICIPALITY"), _("Its code, or its name, with the prefecture where several have it.")
)
POPULATION = option(
    "--population",
    _("PEOPLE"),
    _("How many people it has; may be given several times, with what follows."),
    least=0,
)
MEASURE = option(
    "--measure",
    _("MEASURE"),
    _("By which measure; without it the one that counts for the latest period."),
    parser=words,
)
DATE = option(
    "--date",
    _("DAY"),
    _("On which day; without it the one that counts for the latest period."),
    parser=day,
)
SOURCES = option(
    "--source",
    _("TITLE"),
    _("The source of the population; one for all figures, or one for each."),
    parser=words,
)


def new_municipality(
    municipality: Annotated[str, MUNICIPALITY],
    *,
    population: Annotated[list[int] | None, POPULATION] = None,
    measure: Annotated[list[str] | None, MEASURE] = None,
    date: Annotated[list[dt.date] | None, DATE] = None,
    source: Annotated[list[str] | None, SOURCES] = None,
    diff: DiffOption = False,
    roster: RosterOption = None,
) -> None:
    """Write the file of a municipality; all but its population is known."""
    from banso_cli.tasks.new.municipality import Population, add_municipality

    given = Population(population or (), measure or (), date or (), source or ())
    add_municipality(municipality, given, roster, diff=diff)
