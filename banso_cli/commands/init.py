"""`banso init`: a new roster, made up for trying out what banso does."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from banso_cli.commands.holding import hold, settle
from banso_cli.commands.options import argument, option
from banso_cli.example import MOST_TEAMS, SEED, TEAMS
from banso_cli.files.failure import ExitCode, Failure
from banso_cli.locale import _
from banso_cli.terminal.output import put_lines, say
from banso_cli.terminal.targets import refuse_inputs

DIR = argument(_("DIR"), _("The new folder of the roster; it may be there if it is empty."))
EXAMPLE = typer.Option(
    "--example",
    help=_(
        "Write a complete roster of made-up data (架空データ), without any real municipality "
        "or officer. So far there is no other kind of new roster."
    ),
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
    teams: Annotated[int, COUNT] = TEAMS,
    seed: Annotated[int, SERIES] = SEED,
) -> None:
    """Write a roster of made-up data into a new folder: all of its files, or none."""
    if not example:
        raise Failure(
            ExitCode.WRONG_USAGE,
            _("--example is missing: only made-up rosters can be written so far"),
            _("write 'banso init DIR --example'; for a real roster copy the files of one"),
        )
    from banso_cli.editing.locking import writing_into
    from banso_cli.example.files import made_up_files

    with writing_into(folder):
        settle(folder)
        _refuse_what_is_there(folder)
        refuse_inputs([folder])
        files = {folder / path: data for path, data in made_up_files(teams, seed).items()}
        _write(folder, files)
    told_files = _("wrote {count} files of made-up data into {folder}")
    put_lines([told_files.format(count=len(files), folder=folder)])
    say(_("see what it gives: banso report --roster {folder}").format(folder=folder))


def _write(folder: Path, files: Mapping[Path, bytes]) -> None:
    """Write the files into a folder that nobody else fills meanwhile."""
    from banso_cli.editing.journal import write_records
    from banso_cli.files.atomic import Work, make_folders, missing_folders, remove_folders

    made = Work((), folders=missing_folders([folder / "roster"]))
    make_folders(made)
    try:
        hold(folder)
        _refuse_what_is_there(folder)
        write_records(folder, files, overwrite=False)
    except BaseException:
        remove_folders(made)
        raise


def _refuse_what_is_there(folder: Path) -> None:
    """Let only a folder pass that is empty or not there; nobody's files get mixed with these."""
    from banso_cli.editing.journal import FOLDER
    from banso_cli.editing.locking import LOCK

    if not os.path.lexists(folder):
        return
    if not folder.is_dir():
        message = _("{folder} is already there and is no folder")
    elif {each.name for each in folder.iterdir()} - {FOLDER, LOCK}:
        message = _("the folder {folder} is not empty; nothing was written")
    else:
        return
    raise Failure(
        ExitCode.FINDINGS, message.format(folder=folder), _("name a folder that is not there yet")
    )
