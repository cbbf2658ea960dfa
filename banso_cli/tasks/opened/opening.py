"""How commands find, hold and open the roster, as it is or as it was."""

from __future__ import annotations

import time
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from banso_cli.editing.journal import FOLDER, is_interrupted, recover, state
from banso_cli.editing.locking import WAIT, exclusive, in_use
from banso_cli.files.failure import misused, unreadable
from banso_cli.files.held import held
from banso_cli.files.reasons import reason
from banso_cli.locale import _
from banso_cli.reading.folder import read_roster
from banso_cli.reading.locate import rosters_from, shown
from banso_cli.records.roster import Roster
from banso_cli.terminal.output import say

READINGS = 20
"""How often a roster is read anew because it has changed meanwhile."""


def folder_of_roster(option: Path | None, start: Path | None = None) -> Path:
    """Return the roster's folder: the one named, else the nearest from `start` or from here.

    Where there is none upwards, it is the only one below, in a git repository.
    """
    if option is not None:
        with suppress(FileNotFoundError, NotADirectoryError):
            option.stat()  # since Python 3.14 `is_dir` hides that no file can have this name
        if not option.is_dir():
            raise unreadable(
                _("there is no folder {folder}").format(folder=option),
                _("name the folder that holds programme.yaml"),
            )
        return option.resolve()
    here = Path.cwd()
    found = (rosters_from(start) if start else ()) or rosters_from(here)
    if not found:
        raise unreadable(
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
        raise unreadable(
            _("the folder {folder} holds no file of a roster").format(folder=folder.name or folder),
            _("name the folder that holds programme.yaml, by --roster DIR"),
        )
    return roster


def roster_at(folder: Path, revision: str | None) -> Roster:
    """Read the roster in a folder; with a revision as it was then, which is said."""
    if revision is None:
        return open_roster(folder)
    from banso_cli.changes.git import abbreviated  # noqa: PLC0415 - only this needs git's objects
    from banso_cli.changes.states import States  # noqa: PLC0415 - the same

    kept = States(folder).at(revision)
    say(
        _(
            "the roster of {name}, commit {commit}; gender, track and age are not shown of it"
        ).format(name=revision, commit=abbreviated(kept.state.commit))
    )
    return replace(read_roster(kept.source), is_earlier=True)


def hold(folder: Path) -> None:
    """Let no other banso write into the folder until this command ends, and undo what one left.

    Held from before reading: what is written is made from what is there.
    """
    has_lock = held.enter_context(exclusive(folder, _tell_waiting))
    _undo(folder, has_lock=has_lock)


def settle(folder: Path) -> None:
    """Wait for a change of the roster that is going on; undo one that was interrupted."""
    if is_interrupted(folder):
        with exclusive(folder, _tell_waiting) as has_lock:
            _undo(folder, has_lock=has_lock)


def read_whole(folder: Path) -> Roster:
    """Read the roster as it is between two changes, never in the middle of one."""
    for _reading in range(READINGS):
        settle(folder)
        before = state(folder)
        roster = read_roster(folder)
        if state(folder) == before:
            return roster
    raise in_use(folder)


def _undo(folder: Path, *, has_lock: bool) -> None:
    """Undo what was interrupted and say so; without a lock it may be going on for a while."""
    start = time.monotonic()
    while not has_lock and (folder / FOLDER).exists() and time.monotonic() - start < WAIT:
        time.sleep(0.1)
    try:
        left = recover(folder)
    except OSError as error:
        raise unreadable(
            _(
                "a change of the roster was interrupted: old and new files are mixed, and "
                "cannot be put back ({reason})"
            ).format(reason=reason(error)),
            _("let somebody who may write into {folder} run 'banso validate'").format(
                folder=folder
            ),
        ) from None
    if left is not None:
        say(_("a change of the roster had been interrupted; it is undone: do it again"))
        for file in left:
            say(_("{file} has changed since and is left as it is").format(file=shown(file, folder)))


def _tell_waiting() -> None:
    say(_("another banso is writing into this roster; waiting for it …"))
