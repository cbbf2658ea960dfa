"""Several files written as one: all of them, or none."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from banso_cli.files.reasons import cannot_write, unusual


@dataclass(frozen=True, slots=True)
class Step:
    """A file to be put in its place: staged elsewhere, with a copy of what stands there.

    `staged` is None for a file to be removed, `kept` for one that is new; `digest` is that of the
    new bytes, empty for none.
    """

    file: Path
    staged: Path | None
    kept: Path | None
    digest: str


@dataclass(frozen=True, slots=True)
class Work:
    """Changes that belong together, files that move after them, and folders to be made first."""

    changes: tuple[Step, ...]
    moves: tuple[tuple[Path, Path], ...] = ()
    folders: tuple[Path, ...] = ()


def write_all(files: Mapping[Path, bytes], help_line: str = "") -> None:
    """Write all files; on any failure put back what was there, and raise it.

    Folders, links, pipes and devices are never replaced: `help_line` says what to do instead. A
    process that is killed on the way leaves each file as it was or as it is to be, and at most
    hidden copies beside them.
    """
    if kept := taken(files):
        raise cannot_write(kept[0], unusual(kept[0]), help_line)
    changes = tuple(
        Step(file, _beside(file, "new"), _beside(file, "old") if file.exists() else None, of(data))
        for file, data in files.items()
    )
    work = Work(changes, folders=missing_folders(files))
    try:
        make_folders(work)
        for change, data in zip(changes, files.values(), strict=True):
            stage(change, data)
    except BaseException:
        _tidy(work)
        remove_folders(work)
        raise
    try:
        carry_out(work)
    except BaseException:
        undo(work)
        _tidy(work)
        remove_folders(work)
        raise
    _tidy(work)


def taken(files: Iterable[Path], *, overwrite: bool = True) -> tuple[Path, ...]:
    """Return the files that are not to be replaced; OSError for a link that goes nowhere."""
    there = tuple(file for file in files if os.path.lexists(file))
    for file in there:
        file.stat()
    return tuple(file for file in there if not overwrite or file.is_symlink() or not file.is_file())


def is_taken(new: Path, old: Path) -> bool:
    """Tell whether another file has this name; a name that differs in case only may be the same."""
    return os.path.lexists(new) and not (old.exists() and new.exists() and new.samefile(old))


def missing_folders(files: Iterable[Path]) -> tuple[Path, ...]:
    """Return the folders that are to be made for these files, outermost first."""
    found = {each: None for file in files for each in reversed(file.parents) if not each.exists()}
    return tuple(found)


def make_folders(work: Work) -> None:
    """Make the folders that the work needs."""
    for folder in (*work.folders, *(change.file.parent for change in work.changes)):
        folder.mkdir(exist_ok=True)


def remove_folders(work: Work) -> None:
    """Remove the folders that were made, unless something has come to stand in them."""
    for folder in reversed(work.folders):
        with suppress(OSError):
            folder.rmdir()


def stage(change: Step, data: bytes = b"") -> None:
    """Write the new bytes where they are staged, and keep a copy of the old ones."""
    with naming(change.file):
        if change.staged is not None:
            change.staged.write_bytes(data)
        if change.kept is not None:
            shutil.copy2(change.file, change.kept)
            if change.staged is not None:
                shutil.copymode(change.file, change.staged)


@contextmanager
def naming(file: Path) -> Iterator[None]:
    """Let what fails be told of this file, and not of one that banso keeps for its sake."""
    try:
        yield
    except OSError as error:
        error.filename = str(file)
        raise


def carry_out(work: Work) -> None:
    """Put all files in their places, and move those that move."""
    for change in work.changes:
        with naming(change.file):
            if change.staged is None:
                change.file.unlink()
            else:
                change.staged.replace(change.file)
    for old, new in work.moves:
        old.rename(new)


def undo(work: Work) -> tuple[Path, ...]:
    """Put everything back as it was, how far the work ever went; it may be undone again.

    Returns the files that somebody has changed since: they are left as they are.
    """
    for old, new in reversed(work.moves):
        if new.exists() and not is_taken(old, new):
            new.rename(old)
    return tuple(change.file for change in work.changes if not _put_back(change))


def _put_back(change: Step) -> bool:
    """Put back one file; False where it is neither the old one nor the new one."""
    now = digest(change.file)
    if change.kept is None:
        if now and now == change.digest:
            change.file.unlink()
        return now in ("", change.digest)
    if now == change.digest and change.kept.exists():
        change.kept.replace(change.file)
        return True
    return not change.kept.exists() or now == digest(change.kept)


def digest(file: Path) -> str:
    """Return what tells the bytes of a file from others; empty where there is none."""
    try:
        return of(file.read_bytes())
    except FileNotFoundError:
        return ""


def of(data: bytes) -> str:
    """Return what tells these bytes from others."""
    return sha256(data).hexdigest()


def _tidy(work: Work) -> None:
    for change in work.changes:
        for copy in (change.staged, change.kept):
            if copy is not None:
                with suppress(OSError):  # there may be no such folder, or no file any more
                    copy.unlink()


def _beside(file: Path, purpose: str) -> Path:
    """Return a hidden name in the same folder, of this process alone; no record ends so."""
    return file.with_name(f".{file.name}.{os.getpid()}.{purpose}")
