"""Several files written as one: all of them, or none."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path


class AlreadyThere(Exception):  # noqa: N818 - a refusal, not a mistake of banso
    """Files that would be overwritten; nothing was written."""

    def __init__(self, files: tuple[Path, ...]) -> None:
        self.files = files
        super().__init__(", ".join(map(str, files)))


def write_all(files: Mapping[Path, bytes], *, overwrite: bool) -> None:
    """Write all files; on any failure put back what was there before, and raise it."""
    there = tuple(file for file in files if os.path.lexists(file))
    kept = tuple(file for file in there if not overwrite or file.is_dir())
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
        _replace_all(staged, frozenset(there))
    except BaseException:
        for temporary in staged.values():
            temporary.unlink(missing_ok=True)
        for folder in reversed(made):
            with suppress(OSError):
                folder.rmdir()
        raise


def _replace_all(staged: Mapping[Path, Path], there: frozenset[Path]) -> None:
    """Move each file to its place; a copy of what stood there is kept until all are done."""
    aside: dict[Path, Path] = {}
    done: list[Path] = []
    try:
        for file, temporary in staged.items():
            if file in there:
                aside[file] = _beside(file, "old")
                shutil.copy2(file, aside[file])
            done.append(file)
            temporary.replace(file)
    except BaseException:
        for file in done:
            if file not in aside:
                file.unlink(missing_ok=True)
        for file, old in aside.items():
            if os.path.lexists(old):
                old.replace(file)
        raise
    for old in aside.values():
        old.unlink()


def _beside(file: Path, purpose: str) -> Path:
    """Return a hidden name in the same folder, of this process alone; no record ends so."""
    return file.with_name(f".{file.name}.{os.getpid()}.{purpose}")


def _make_folders(folder: Path) -> list[Path]:
    """Make a folder with those above it; return the new ones, outermost first."""
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    return missing[::-1]
