"""Changes of the roster, shown or written, and how the user is told what keeps them from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from banso_cli.commands.failure import ExitCode, Failure
from banso_cli.commands.output import put_patch
from banso_cli.locale import _
from banso_cli.reading.locate import Origin

if TYPE_CHECKING:
    from banso_cli.editing.changes import Change


def show(changes: Iterable[Change], folder: Path) -> None:
    """Show what would change in the files of a roster."""
    put_patch("".join(change.difference(folder) for change in changes))


def write(changes: Sequence[Change], folder: Path, *, overwrite: bool = True) -> None:
    """Write all changes of files of a roster, or none."""
    from banso_cli.editing.changes import write_changes

    with told(folder):
        write_changes(changes, folder, overwrite=overwrite)


@contextmanager
def told(folder: Path) -> Iterator[None]:
    """Turn what keeps files of a roster from being written into a failure that names the file."""
    from banso_cli.editing.atomic import AlreadyThere
    from banso_cli.editing.journal import ChangedMeanwhile, LeavesRoster
    from banso_cli.editing.locking import InUse

    try:
        yield
    except AlreadyThere as there:
        raise Failure(
            ExitCode.FINDINGS,
            _("{file} is already there; nothing was written").format(
                file=shown(there.files[0], folder)
            ),
        ) from None
    except ChangedMeanwhile as changed:
        raise Failure(
            ExitCode.CANNOT_READ,
            _("{file} was changed after it was read; nothing was written").format(
                file=shown(changed.files[0], folder)
            ),
            _("do this again"),
        ) from None
    except LeavesRoster as leaving:
        raise Failure(
            ExitCode.CANNOT_READ,
            _("{file} leads out of the roster; nothing was written").format(file=leaving.path),
            _("put the folder itself into the roster, not a link to it"),
        ) from None
    except InUse:
        raise in_use(folder) from None
    except OSError as error:
        raise _unwritable(error, folder) from None


def _unwritable(error: OSError, folder: Path) -> Failure:
    from banso_cli.editing.reasons import reason

    file = Path(error.filename) if error.filename else folder
    return Failure(
        ExitCode.CANNOT_READ,
        _("{file} cannot be written ({reason})").format(
            file=shown(file, folder), reason=reason(error)
        ),
        _("nothing was written; check that you may write into the roster's folder"),
    )


def in_use(folder: Path) -> Failure:
    """Return the failure that another banso is at work, and does not end."""
    return Failure(
        ExitCode.CANNOT_READ,
        _("another banso is writing into {folder}").format(folder=folder),
        _("wait until it is done, then do this again; nothing was written"),
    )


def shown(file: Path, folder: Path) -> str:
    """Return the path of a file as findings show it; one outside the roster as it is."""
    inside = file != folder and file.is_relative_to(folder)
    path = file.relative_to(folder.parent).as_posix() if inside else ""
    return Origin.of(folder).shown(path) if inside else str(file)
