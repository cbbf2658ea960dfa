"""Mending until nothing is left to mend: what an edit brings to light is mended as well."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from banso_cli.editing.changes import Change
from banso_cli.editing.fixing import Fixing, fixes
from banso_cli.reading.folder import read_roster
from banso_cli.reading.sources import Edited, Folder
from banso_cli.records.finding import Finding
from banso_cli.records.roster import Roster

MOST_ROUNDS = 10
"""Rounds after which mending stops, whatever is left; more than three have not been seen."""


def settled(
    findings: Callable[[Roster], Iterable[Finding]], folder: Path, *, unsafe: bool = False
) -> Fixing:
    """Work out all that mending changes, round after round; nothing is written yet.

    `findings` checks a roster. What could not be mended is that of the last round.
    """
    folder = folder.resolve()
    changes: dict[Path, Change] = {}
    edited: dict[Path, bytes | None] = {}
    mended: list[Finding] = []
    for _round in range(MOST_ROUNDS):
        edits = {file.relative_to(folder).as_posix(): data for file, data in edited.items()}
        found = findings(read_roster(Edited(Folder(folder), edits)))
        fixing = fixes(found, folder, unsafe=unsafe, edited=edited)
        if not fixing.changes:
            break
        mended += fixing.mended
        for change in fixing.changes:
            _take(change, folder.parent, changes, edited)
    kept = (each for each in changes.values() if each.before != each.after or each.is_moved)
    return Fixing(tuple(kept), tuple(mended), fixing.unsafe, fixing.refused)


def _take(
    change: Change, parent: Path, changes: dict[Path, Change], edited: dict[Path, bytes | None]
) -> None:
    """Note a change over those of the same file in earlier rounds."""
    old, new = parent / change.path, parent / change.new_path
    earlier = changes.pop(old, change)
    changes[new] = Change(earlier.path, earlier.before, change.after, change.new_path)
    if new != old:
        edited[old] = None
    edited[new] = change.after
