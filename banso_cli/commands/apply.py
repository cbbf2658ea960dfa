"""`banso apply`: what was edited in a workbook of `banso export` goes into the roster."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from banso_cli.commands.options import URL, DiffOption, RosterOption, argument, option, words
from banso_cli.locale import _

FILE = argument(_("FILE"), _("The workbook that banso export made, as it was edited."))
SOURCE = option(
    "--source",
    _("TITLE"),
    _("The title of what tells the status and the themes that were edited."),
    parser=words,
)
MARKED = option(
    "--marked",
    _("FILE"),
    _("Where something is refused, write a copy of the workbook that tells it beside each row."),
)


def apply(
    file: Annotated[Path, FILE],
    *,
    source: Annotated[str | None, SOURCE] = None,
    url: Annotated[str | None, URL] = None,
    marked: Annotated[Path | None, MARKED] = None,
    roster: RosterOption = None,
    diff: DiffOption = False,
) -> None:
    """Write what was edited in a workbook into the roster: all of it, or nothing."""
    from banso_cli.tasks.intake.applying import apply_workbook

    apply_workbook(file, roster, (source, url), marked, diff=diff)
