"""How commands find and open the roster."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from banso_cli.files.failure import ExitCode, Failure, misused
from banso_cli.locale import _
from banso_cli.reading.locate import rosters_from
from banso_cli.records.roster import Roster
from banso_cli.tasks.opened.holding import hold, read_whole


def folder_of_roster(option: Path | None, start: Path | None = None) -> Path:
    """Return the roster's folder: the one named, else the nearest from `start` or from here.

    Where there is none upwards, it is the only one below, in a git repository.
    """
    if option is not None:
        with suppress(FileNotFoundError, NotADirectoryError):
            option.stat()  # since Python 3.14 `is_dir` hides that no file can have this name
        if not option.is_dir():
            raise Failure(
                ExitCode.CANNOT_READ,
                _("there is no folder {folder}").format(folder=option),
                _("name the folder that holds programme.yaml"),
            )
        return option.resolve()
    here = Path.cwd()
    found = (rosters_from(start) if start else ()) or rosters_from(here)
    if not found:
        raise Failure(
            ExitCode.CANNOT_READ,
            _("there is no folder roster/ here or above"),
            _("go to the project's folder, or name the roster by --roster DIR"),
        )
    if len(found) > 1:
        names = (
            str(each.relative_to(here) if each.is_relative_to(here) else each) for each in found
        )
        raise misused(
            _("there are several rosters below: {folders}").format(folders=", ".join(names)),
            _("name one of them by --roster DIR"),
        )
    return found[0]


def open_to_write(
    option: Path | None, start: Path | None = None, *, only_shown: bool = False
) -> tuple[Path, Roster]:
    """Return the folder and the roster, into which nobody else writes until this command ends.

    That is not so where all that would be written is `only_shown`.
    """
    folder = folder_of_roster(option, start)
    if not only_shown:
        hold(folder)
    return folder, open_roster(folder)


def open_roster(folder: Path) -> Roster:
    """Read the roster; a folder without any file of a roster is a failure."""
    roster = read_whole(folder)
    if not roster.files:
        raise Failure(
            ExitCode.CANNOT_READ,
            _("the folder {folder} holds no file of a roster").format(folder=folder.name or folder),
            _("name the folder that holds programme.yaml, by --roster DIR"),
        )
    return roster
