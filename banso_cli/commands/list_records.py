"""`banso list`: the records of one kind, a line each."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import Annotated

import typer

from banso_cli.commands.options import RevisionOption, RosterOption, argument, choice, day, option
from banso_cli.locale import _

KINDS = ("teams", "activities", "municipalities", "themes", "agencies", "periods")

TOLD = _("teams|activities|municipalities|themes|agencies|periods")
KIND = argument(
    TOLD, _("What to list."), parser=choice(*KINDS, told=TOLD), known=partial(iter, KINDS)
)
WHERE = option(
    "--where",
    _("FIELD=VALUE"),
    _("Only records with this value, such as prefecture=長野県; may be repeated."),
)

FORMAT = option(
    "--format",
    ("tsv", "json", "ics"),
    _("The form; ics is a calendar of the activities. Without it a table."),
)
CONTACT = typer.Option(
    "--contact", help=_("Of teams: when they last met, and when they are due to meet again.")
)
QUIET_FOR = option(
    "--quiet-for",
    _("COUNT"),
    _("With --contact: only teams that have not met for so many days."),
    least=1,
)
AS_OF = option(
    "--as-of",
    _("DAY"),
    _("With --contact: the day that is counted to; without it the newest in the roster."),
    parser=day,
)


def list_records(  # noqa: PLR0913 - each parameter is an option of the command
    kind: Annotated[str, KIND],
    *,
    where: Annotated[list[str] | None, WHERE] = None,
    form: Annotated[str | None, FORMAT] = None,
    contact: Annotated[bool, CONTACT] = False,
    quiet_for: Annotated[int | None, QUIET_FOR] = None,
    as_of: Annotated[dt.date | None, AS_OF] = None,
    roster: RosterOption = None,
    revision: RevisionOption = None,
) -> None:
    """List the records of one kind; piped, the fields are separated by tabs."""
    from banso_cli.tasks.listing import Asked, show_list

    show_list(kind, Asked(where or (), form, contact, quiet_for, as_of), roster, revision)
