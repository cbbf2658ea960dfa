"""`banso fmt`: the files of the roster in canonical form."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from banso_cli.commands.options import DiffOption, RosterOption, argument
from banso_cli.locale import _

PATHS = argument(_("PATHS"), _("Format only these files, and those in these folders."))
CHECK = typer.Option("--check", help=_("Write nothing; list the files that would change, exit 1."))


def fmt(
    paths: Annotated[list[Path] | None, PATHS] = None,
    *,
    check: Annotated[bool, CHECK] = False,
    diff: DiffOption = False,
    roster: RosterOption = None,
) -> None:
    """Put the files of the roster into canonical form, with nothing lost."""
    from banso_cli.tasks.formatting import format_files

    format_files(paths or (), roster, check=check, diff=diff)
