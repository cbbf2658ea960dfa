"""`banso import`: a published team list becomes team files."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from banso_cli.commands.new.values import EXCEPTION
from banso_cli.commands.options import DiffOption, argument, option
from banso_cli.locale import _

LIST = argument(_("LIST"), _("The list: text, TSV, CSV or xlsx with 市町村名, 所属府省庁, 役職."))
NUMBER = option("--period", _("NUMBER"), _("The period that the list belongs to."), least=1)
OUT = option(
    "--out",
    _("DIR"),
    _("The roster to write into; without it the nearest roster/ from here upwards."),
)
SOURCE = option(
    "--source",
    _("TITLE"),
    _("The title of the list, recorded as the source; without it the file's name."),
)
OVERWRITE = typer.Option(
    "--overwrite", help=_("Change team files that are already there where the list says otherwise.")
)
PRUNE = typer.Option("--prune", help=_("Remove the files of teams that the list does not have."))

SHEET = option(
    "--sheet",
    _("NAME"),
    _("A sheet of the workbook; several are joined in the order they are given."),
)
HIDDEN = option(
    "--hidden", ("read", "skip"), _("Whether hidden rows and columns are read; without it refused.")
)
STRUCK = option(
    "--struck", ("read", "skip"), _("Whether what is struck out is read; without it refused.")
)
FILL = option(
    "--fill",
    _("WORDS"),
    _("What a name filled with colour is: 継続 or 新規; 継続,新規 also tells what the others are."),
)
IN_ORDER = typer.Option(
    "--number-in-order", help=_("Number the teams from 1 as they stand, whatever the list says.")
)
PART = typer.Option(
    "--part",
    help=_("The list is a part: numbers may begin anywhere, and other teams do not count."),
)


def import_list(  # noqa: PLR0913 - each parameter is an option of the command
    published: Annotated[Path, LIST],
    *,
    period: Annotated[int, NUMBER],
    out: Annotated[Path | None, OUT] = None,
    source: Annotated[str | None, SOURCE] = None,
    overwrite: Annotated[bool, OVERWRITE] = False,
    prune: Annotated[bool, PRUNE] = False,
    sheet: Annotated[list[str] | None, SHEET] = None,
    hidden: Annotated[str | None, HIDDEN] = None,
    struck: Annotated[str | None, STRUCK] = None,
    fill: Annotated[str | None, FILL] = None,
    number_in_order: Annotated[bool, IN_ORDER] = False,
    part: Annotated[bool, PART] = False,
    diff: DiffOption = False,
    except_from: Annotated[list[str] | None, EXCEPTION] = None,
) -> None:
    """Turn a published team list into team files: all of them, or none."""
    from banso_cli.intake.lists.how import HowToRead, fills_of
    from banso_cli.tasks.importing import take_in

    take_in(
        published,
        period,
        source,
        except_from or (),
        out,
        HowToRead(tuple(sheet or ()), hidden, struck, number_in_order, part, fills_of(fill)),
        overwrite=overwrite,
        prune=prune,
        diff=diff,
    )
