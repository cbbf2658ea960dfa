"""`banso history`: the life of one record."""

from __future__ import annotations

from typing import Annotated

from banso_cli.commands.options import RosterOption, argument, known_by
from banso_cli.locale import _

WANTED = argument(
    _("NAME"),
    _("A municipality by name, code or number, a period or a list, such as 森町, 第2期, agencies.")
    + _(" In a roster that is not public also an application by its number."),
    known=known_by("names_to_show"),
)


def history(wanted: Annotated[str, WANTED], *, roster: RosterOption = None) -> None:
    """Show what each commit changed of a record's values, the newest first."""
    from banso_cli.tasks.history import show_history

    show_history(wanted, roster)
