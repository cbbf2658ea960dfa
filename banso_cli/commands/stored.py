"""Reading a file that the user names and that is no part of the roster."""

from __future__ import annotations

from pathlib import Path

from banso_cli.files.reasons import cannot_read
from banso_cli.locale import _


def refuse_special(file: Path) -> None:
    """Fail for a pipe or a device, which might be waited for without end."""
    if file.exists() and not file.is_file() and not file.is_dir():
        raise cannot_read(file, _("it is no ordinary file"))
