"""Reading a file that the user names and that is no part of the roster."""

from __future__ import annotations

from pathlib import Path

from banso_cli.commands.failure import ExitCode, Failure
from banso_cli.locale import _


def refuse_special(file: Path) -> None:
    """Fail for a pipe or a device, which might be waited for without end."""
    if file.exists() and not file.is_file() and not file.is_dir():
        raise Failure(
            ExitCode.CANNOT_READ,
            _("{file} cannot be read ({reason})").format(
                file=file, reason=_("it is no ordinary file")
            ),
        )
