"""`banso schema`: the JSON Schemas of the roster's files, for editors and other programs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from banso_cli.commands.options import RosterOption, argument, choice, option
from banso_cli.locale import _
from banso_cli.records.kinds import KINDS
from banso_cli.tasks.outputs import OUTPUTS

KIND = argument(
    _("KIND"),
    _("The kind of file: {names}. Without it the kinds are listed.").format(
        names=", ".join((*KINDS, *OUTPUTS))
    ),
    parser=choice(*KINDS, *OUTPUTS),
)
WRITE = option(
    "--write",
    _("DIR"),
    _("Write the schemas of all kinds into this folder, or that of KIND alone."),
)
SHAPE = typer.Option(
    "--shape", help=_("Without the names of the roster's lists: an edit of a list changes nothing.")
)


def schema(
    kind: Annotated[str | None, KIND] = None,
    *,
    shape: Annotated[bool, SHAPE] = False,
    write: Annotated[Path | None, WRITE] = None,
    roster: RosterOption = None,
) -> None:
    """Print the schema of a kind of file, or write those of all kinds."""
    from banso_cli.tasks.schemas import show_schemas

    show_schemas(kind, roster, write, shape=shape)
