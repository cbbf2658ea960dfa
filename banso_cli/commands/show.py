"""`banso show`: one record, by name, code, number or id."""

from __future__ import annotations

from typing import Annotated

from banso_cli.commands.options import (
    PeriodOption,
    RevisionOption,
    RosterOption,
    argument,
    known_by,
)
from banso_cli.locale import _

WANTED = argument(
    _("NAME"),
    _("A name, a code, a team's number or an id, such as 森町, 013455, 1 or 013455-mori."),
    known=known_by("names_to_show"),
)


def show(
    wanted: Annotated[str, WANTED],
    *,
    period: PeriodOption = None,
    roster: RosterOption = None,
    revision: RevisionOption = None,
) -> None:
    """Show one record; a name that several records have is told with all of them."""
    from banso_cli.tasks.show.showing import show_record

    show_record(wanted, period, roster, revision)
