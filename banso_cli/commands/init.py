"""`banso init`: a new roster, made up for trying out what banso does."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from banso_cli.commands.options import argument, option
from banso_cli.example import MOST_TEAMS, SEED, TEAMS
from banso_cli.locale import _

DIR = argument(_("DIR"), _("The new folder of the roster; it may be there if it is empty."))
EXAMPLE = typer.Option(
    "--example",
    help=_(
        "Write a complete roster of made-up data (架空データ), without any real municipality "
        "or officer. So far there is no other kind of new roster."
    ),
)
APPLICATIONS = typer.Option(
    "--applications",
    help=_("Write applications for a third period as well, from which 'banso match' makes teams."),
)
COUNT = option(
    "--teams",
    _("COUNT"),
    _("The teams of its second period, up to {most}; without it {usual}.").format(
        most=MOST_TEAMS, usual=TEAMS
    ),
    least=1,
    most=MOST_TEAMS,
)
SERIES = option(
    "--seed",
    _("COUNT"),
    _("Another number makes up another roster; the same one the same files."),
    least=0,
)


def init(
    folder: Annotated[Path, DIR],
    *,
    example: Annotated[bool, EXAMPLE] = False,
    applications: Annotated[bool, APPLICATIONS] = False,
    teams: Annotated[int, COUNT] = TEAMS,
    seed: Annotated[int, SERIES] = SEED,
) -> None:
    """Write a roster of made-up data into a new folder: all of its files, or none."""
    from banso_cli.tasks.making_up import make_up

    make_up(folder, teams, seed, example=example, applications=applications)
