"""Failures of writing into the roster, as the user is told of them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from banso_cli.commands.failure import ExitCode, Failure
from banso_cli.locale import _


@contextmanager
def told(folder: Path) -> Iterator[None]:
    """Turn what keeps files of a roster from being written into a failure that names the file."""
    from banso_cli.editing.atomic import AlreadyThere
    from banso_cli.editing.reasons import reason

    try:
        yield
    except AlreadyThere as there:
        raise Failure(
            ExitCode.FINDINGS,
            _("{file} is already there; nothing was written").format(
                file=shown(there.files[0], folder)
            ),
        ) from None
    except OSError as error:
        file = Path(error.filename) if error.filename else folder
        raise Failure(
            ExitCode.CANNOT_READ,
            _("{file} cannot be written ({reason})").format(
                file=shown(file, folder), reason=reason(error)
            ),
            _("nothing was written; check that you may write into the roster's folder"),
        ) from None


def shown(file: Path, folder: Path) -> str:
    """Return the path of a file from the folder that holds the roster, as findings show it."""
    inside = file != folder and file.is_relative_to(folder)
    return file.relative_to(folder.parent).as_posix() if inside else str(file)
