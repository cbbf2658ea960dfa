"""What `banso validate --fix` does before it checks again."""

from __future__ import annotations

from pathlib import Path

import typer

from banso_cli.editing.changes import write_changes
from banso_cli.editing.fixing import Fixing, settled
from banso_cli.files.failure import ExitCode
from banso_cli.locale import _, plural
from banso_cli.reading.locate import Origin
from banso_cli.tasks.opened.opening import hold, open_roster
from banso_cli.tasks.validate.checked import Asked, checked
from banso_cli.terminal.output import put_changes, say


def mend(folder: Path, asked: Asked, *, unsafe: bool, diff: bool) -> None:
    """Mend what is asked for and tell of it on the standard error; with `diff` only show it.

    A difference ends the command: 1 where there is something to mend.
    """
    if not diff:
        hold(folder)
    open_roster(folder)
    fixing = settled(lambda roster: checked(roster, folder, asked).findings, folder, unsafe=unsafe)
    origin = Origin.of(folder)
    if diff:
        put_changes(fixing.changes, folder)
    else:
        write_changes(fixing.changes, folder)
        for change in fixing.changes:
            moved = f" → {origin.shown(change.new_path)}" if change.is_moved else ""
            say(_("mended: {path}").format(path=f"{origin.shown(change.path)}{moved}"))
    _tell(fixing, origin, diff=diff)
    if diff:
        raise typer.Exit(ExitCode.FINDINGS if fixing.changes else ExitCode.CLEAN)


def _tell(fixing: Fixing, origin: Origin, *, diff: bool) -> None:
    count, files = len(fixing.mended), len(fixing.changes)
    counts = {
        "findings": plural("{count} finding", "{count} findings", count),
        "files": plural("{count} file", "{count} files", files),
    }
    if not count:
        say(_("nothing to mend"))
    elif diff:
        say(_("{findings} in {files} can be mended").format(**counts))
    else:
        say(_("mended {findings} in {files}").format(**counts))
    for finding in fixing.refused:
        place = f"{origin.place(finding.place)} [{finding.rule}]"
        say(_("{place}: cannot be mended by banso").format(place=place))
    if fixing.unsafe:
        say(_("{count} more can be mended with --unsafe").format(count=len(fixing.unsafe)))
