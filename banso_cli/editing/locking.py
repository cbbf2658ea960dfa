"""One banso at a time writes into a folder; whoever only reads waits for nobody.

The lock dies with the process that holds it, and leaves nothing behind: on Unix the folder itself
is locked, on Windows a file that the system removes when its process ends.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

from banso_cli.files.failure import ExitCode, Failure
from banso_cli.files.reasons import cannot_write, reason
from banso_cli.locale import _
from banso_cli.reading.locate import shown

with suppress(ImportError):  # Windows has none
    import fcntl

LOCK = ".banso-lock"
"""The file that holds the lock where folders cannot be locked."""

WAIT = 60.0
"""Seconds that banso waits for another one: many times what the longest command takes."""
PATIENCE = 1.0
"""Seconds after which it says that it is waiting."""
_PAUSE = 0.02


@contextmanager
def exclusive(folder: Path, tell: Callable[[], None]) -> Iterator[bool]:
    """Hold a folder alone; wait for another one that does, `tell` that, and fail after `WAIT`.

    Gives whether it is held: on a drive that knows no locks it is not, and the journal, which only
    one process can begin, has to keep two apart.
    """
    with writing_into(folder):
        release = _waited(folder, tell)
    try:
        yield release is not _nothing
    finally:
        release()


@contextmanager
def writing_into(folder: Path) -> Iterator[None]:
    """Turn what keeps files of a roster from being written into a failure that names the file."""
    try:
        yield
    except OSError as error:
        file = Path(error.filename) if error.filename else folder
        help_line = _("nothing was written; check that you may write into the roster's folder")
        raise cannot_write(shown(file, folder), reason(error), help_line) from None


def in_use(folder: Path) -> Failure:
    """Return the failure that another banso is at work, and does not end."""
    return Failure(
        ExitCode.CANNOT_READ,
        _("another banso is writing into {folder}").format(folder=folder),
        _("wait until it is done, then do this again; nothing was written"),
    )


def _waited(folder: Path, tell: Callable[[], None]) -> Callable[[], None]:
    start, told = time.monotonic(), False
    while (release := _acquired(folder)) is None:
        waited = time.monotonic() - start
        if waited > WAIT:
            raise in_use(folder)
        if waited > PATIENCE and not told:
            tell()
            told = True
        time.sleep(_PAUSE)
    return release


def _acquired(folder: Path) -> Callable[[], None] | None:
    """Take the lock and return what gives it back; None where another process has it."""
    return _by_file(folder) if os.name == "nt" else _by_folder(folder)


def _by_folder(folder: Path) -> Callable[[], None] | None:
    descriptor = os.open(folder, os.O_RDONLY)
    release = partial(os.close, descriptor)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        release()
        return None
    except OSError:  # network drives lock no folders, and some nothing at all
        release()
        return _nothing
    try:
        is_same = os.path.samestat(os.fstat(descriptor), folder.stat())
    except FileNotFoundError:
        is_same = False
    if not is_same:  # it was removed or replaced while this one waited
        release()
        return None if folder.exists() else _by_folder(folder)
    return release


def _nothing() -> None:
    """Give back nothing."""


def _by_file(folder: Path) -> Callable[[], None] | None:
    file = folder / LOCK
    temporary = getattr(os, "O_TEMPORARY", 0)  # Windows removes the file, however its process ends
    try:
        descriptor = os.open(file, os.O_CREAT | os.O_EXCL | os.O_RDWR | temporary)
    except FileExistsError:
        return None
    except PermissionError:  # also while Windows is removing it
        if os.path.lexists(file):
            return None
        raise

    def release() -> None:
        os.close(descriptor)
        file.unlink(missing_ok=True)

    return release
