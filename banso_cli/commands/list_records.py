"""`banso list`: the records of one kind, a line each."""

from __future__ import annotations

from functools import partial
from typing import Annotated

from banso_cli.commands.options import RevisionOption, RosterOption, argument, choice, option
from banso_cli.locale import _

KINDS = ("teams", "municipalities", "themes", "agencies", "periods")

TOLD = _("teams|municipalities|themes|agencies|periods")
KIND = argument(
    TOLD,
    _("What to list."),
    parser=choice(*KINDS, told=TOLD),
    known=partial(iter, KINDS),
)
WHERE = option(
    "--where",
    _("FIELD=VALUE"),
    _("Only records with this value, such as prefecture=長野県; may be repeated."),
)


def list_records(
    kind: Annotated[str, KIND],
    *,
    where: Annotated[list[str] | None, WHERE] = None,
    roster: RosterOption = None,
    revision: RevisionOption = None,
) -> None:
    """List the records of one kind; piped, the fields are separated by tabs."""
    from banso_cli.tasks.listing import show_list

    show_list(kind, where or (), roster, revision)
