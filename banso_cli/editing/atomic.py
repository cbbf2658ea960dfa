"""Several files written as one: all of them, or none."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path


class AlreadyThere(Exception):  # noqa: N818 - a refusal, not a mistake of banso
    """Files that would be overwritten; nothing was written."""

    def __init__(self, files: tuple[Path, ...]) -> None:
        self.files = files
        super().__init__(", ".join(map(str, files)))


def write_all(
    files: Mapping[Path, bytes],
    *,
    overwrite: bool,
    moves: Mapping[Path, Path] | None = None,
    removed: Iterable[Path] = (),
) -> None:
    """Write all files, then move or remove some; on any failure put back what was there.

    Folders, pipes and devices are never replaced, nothing is moved to where something is. A process
    that is killed on the way leaves each file as it was or as it is to be, and at most hidden
    copies beside them.
    """
    moves = moves or {}
    there = tuple(file for file in files if os.path.lexists(file))
    kept = tuple(file for file in there if not overwrite or (file.exists() and not file.is_file()))
    kept += tuple(new for old, new in moves.items() if is_taken(new, old))
    if kept:
        raise AlreadyThere(kept)
    made: list[Path] = []
    staged: dict[Path, Path] = {}
    try:
        for file, data in files.items():
            made += _make_folders(file.parent)
            staged[file] = _beside(file, "new")
            staged[file].write_bytes(data)
            if file in there:
                shutil.copymode(file, staged[file])
        _replace_all(staged, frozenset(there), moves, removed)
    except BaseException:
        for temporary in staged.values():
            temporary.unlink(missing_ok=True)
        for folder in reversed(made):
            with suppress(OSError):
                folder.rmdir()
        raise


def is_taken(new: Path, old: Path) -> bool:
    """Tell whether another file has this name; a name that differs in case only may be the same."""
    return os.path.lexists(new) and not (old.exists() and new.exists() and new.samefile(old))


def _replace_all(
    staged: Mapping[Path, Path],
    there: frozenset[Path],
    moves: Mapping[Path, Path],
    removed: Iterable[Path],
) -> None:
    """Move each file to its place; a copy of what stood there is kept until all are done."""
    aside: dict[Path, Path] = {}
    done: list[Path] = []
    moved: list[tuple[Path, Path]] = []
    try:
        for file, temporary in staged.items():
            if file in there:
                aside[file] = _beside(file, "old")
                shutil.copy2(file, aside[file])
            done.append(file)
            temporary.replace(file)
        for old, new in moves.items():
            old.rename(new)
            moved.append((old, new))
        for file in removed:
            aside[file] = _beside(file, "old")
            file.rename(aside[file])
    except BaseException:
        for old, new in moved:
            new.rename(old)
        _put_back(done, aside)
        raise
    for kept in aside.values():
        kept.unlink()


def _put_back(done: Iterable[Path], aside: Mapping[Path, Path]) -> None:
    """Remove the files that are new, and put the copies of the others in their place."""
    for file in done:
        if file not in aside:
            file.unlink(missing_ok=True)
    for file, kept in aside.items():
        if os.path.lexists(kept):
            kept.replace(file)


def _beside(file: Path, purpose: str) -> Path:
    """Return a hidden name in the same folder, of this process alone; no record ends so."""
    return file.with_name(f".{file.name}.{os.getpid()}.{purpose}")


def _make_folders(folder: Path) -> list[Path]:
    """Make a folder with those above it; return the new ones, outermost first."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    return missing[::-1]
