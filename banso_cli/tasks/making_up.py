"""What `banso init` does: it writes a made-up roster into a new folder."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from banso_cli.editing.journal import FOLDER, write_records
from banso_cli.editing.locking import LOCK, writing_into
from banso_cli.example.files import made_up_files
from banso_cli.files.atomic import Work, make_folders, missing_folders, remove_folders
from banso_cli.files.failure import misused, unfit
from banso_cli.locale import _
from banso_cli.tasks.opened.opening import hold, settle
from banso_cli.terminal.output import put_lines, say
from banso_cli.terminal.targets import refuse_inputs


def make_up(
    folder: Path, teams: int, seed: int, *, example: bool, applications: bool = False
) -> None:
    """Write a roster of made-up data, which is to be an example."""
    if not example:
        raise misused(
            _("--example is missing: only made-up rosters can be written so far"),
            _("write 'banso init DIR --example'; for a real roster copy the files of one"),
        )
    with writing_into(folder):
        settle(folder)
        _refuse_what_is_there(folder)
        refuse_inputs([folder])
        made = made_up_files(teams, seed, applications=applications)
        files = {folder / path: data for path, data in made.items()}
        _write(folder, files)
    told_files = _("wrote {count} files of made-up data into {folder}")
    put_lines([told_files.format(count=len(files), folder=folder)])
    say(_("see what it gives: banso report --roster {folder}").format(folder=folder))


def _write(folder: Path, files: Mapping[Path, bytes]) -> None:
    """Write the files into a folder that nobody else fills meanwhile."""
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
    if not os.path.lexists(folder):
        return
    if not folder.is_dir():
        message = _("{folder} is already there and is no folder")
    elif {each.name for each in folder.iterdir()} - {FOLDER, LOCK}:
        message = _("the folder {folder} is not empty; nothing was written")
    else:
        return
    raise unfit(message.format(folder=folder), _("name a folder that is not there yet"))
