"""Where a command may write that makes no records: never into a roster, never over what it read."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from banso_cli.files.failure import misused
from banso_cli.locale import _
from banso_cli.reading.locate import holds_roster
from banso_cli.records.for_editors import SCHEMA_FOLDER


def refuse_inputs(
    targets: Iterable[Path], inputs: Iterable[Path] = (), *, schemas: bool = False
) -> None:
    """Fail where a target lies in a roster or is a file that was read, links followed.

    `inputs` are files, and the roster in use where it holds no programme.yaml. `schemas` tells that
    the folder of the schemas is what is meant.
    """
    read = tuple(inputs)
    for target in targets:
        real = Path(os.path.realpath(target))
        for folder in (real, *real.parents):
            if _is_roster(folder, read) and not (
                schemas and folder / SCHEMA_FOLDER in (real, real.parent)
            ):
                raise misused(
                    _("{file} lies in the roster {folder}, where only records stand").format(
                        file=target, folder=folder
                    ),
                    _("name a file or folder outside the roster; nothing was written"),
                )
        _refuse_same(target, read)


def _is_roster(folder: Path, inputs: Iterable[Path]) -> bool:
    return holds_roster(folder) or any(
        each.is_dir() and folder.exists() and folder.samefile(each) for each in inputs
    )


def _refuse_same(target: Path, inputs: Iterable[Path]) -> None:
    """Fail for a file that was read, also under another name that the system has for it."""
    if not target.is_file():
        return
    status = target.stat()
    for each in inputs:
        files = _files(each) if status.st_nlink > 1 or each.is_file() else ()
        for file in files:
            if os.path.samestat(file.stat(), status):
                raise misused(
                    _("{file} is the file {read}, which this command reads").format(
                        file=target, read=file
                    ),
                    _("name another file; nothing was written"),
                )


def _files(read: Path) -> Iterator[Path]:
    return (file for file in (read.rglob("*") if read.is_dir() else (read,)) if file.is_file())
