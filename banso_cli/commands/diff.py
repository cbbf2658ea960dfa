"""`banso diff`: what differs between two states of the roster."""

from __future__ import annotations

from typing import Annotated

from banso_cli.changes.forms import FORMS
from banso_cli.commands.options import RosterOption, argument, option
from banso_cli.locale import _

BEFORE = argument(
    "A", _("The state before: a folder, a day such as 2026-04-01, a revision, or A...B for both.")
)
AFTER = argument("B", _("The state after; without it the files as they are now."))
FORMAT = option("--format", FORMS, _("The form of the output; text without it."))


def diff(
    before: Annotated[str | None, BEFORE] = None,
    after: Annotated[str | None, AFTER] = None,
    *,
    form: Annotated[str, FORMAT] = "text",
    roster: RosterOption = None,
) -> None:
    """Show what a change means: values record by record, and their effect on the tables.

    Without A, it is the change since this branch left the main one.
    """
    from banso_cli.tasks.differing import show_difference

    show_difference([each for each in (before, after) if each is not None], form, roster)
