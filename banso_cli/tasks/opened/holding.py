"""A roster held by the command that writes into it, and read whole by those that do not."""

from __future__ import annotations

import time
from pathlib import Path

from banso_cli.editing.journal import FOLDER, is_interrupted, recover, state
from banso_cli.editing.locking import WAIT, exclusive, in_use
from banso_cli.files.failure import ExitCode, Failure
from banso_cli.files.held import held
from banso_cli.files.reasons import reason
from banso_cli.locale import _
from banso_cli.reading.folder import read_roster
from banso_cli.reading.locate import shown
from banso_cli.records.roster import Roster
from banso_cli.terminal.output import say

READINGS = 20
"""How often a roster is read anew because it has changed meanwhile."""


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
        raise Failure(
            ExitCode.CANNOT_READ,
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
