"""The commits that touched files of a roster, as one `git log` tells them."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from itertools import groupby
from pathlib import Path, PurePosixPath

from banso_cli.changes.commits import Commit, commits_told
from banso_cli.changes.git import MARK, Repository
from banso_cli.records.kinds import KINDS

_LOG = (
    *("-c", "log.showRoot=true", "-c", "log.showSignature=false"),
    *("log", "-m", "--raw", "--no-abbrev", "--no-renames", "-z", "--full-history", "--date-order"),
    *("--no-color", "--encoding=UTF-8", "--format=%x01%H %P%x02%ct%x02%s", "HEAD", "--"),
)
_LISTS = frozenset(kind.files for kind in KINDS.values() if kind.is_single)


def commits_of(
    repository: Repository, folder: Path, is_own: Callable[[str], bool]
) -> tuple[Commit, ...]:
    """Return the commits that touched files of their own, told by their paths within the roster.

    What they touched beside these are the lists, which say what names mean.
    """
    folders = _folders(repository, PurePosixPath(folder.relative_to(repository.top).as_posix()))
    within = () if PurePosixPath() in folders else map(os.fspath, folders)
    answer = repository.ask(*_LOG, *within).split(b"\0")
    sides = (
        side
        for side in commits_told(answer, folders, lambda path: path in _LISTS or is_own(path))
        if any(is_own(each.path) for each in side.sides[0])
    )
    found = [[*each] for _name, each in groupby(sides, key=lambda side: side.name)]
    return tuple(
        replace(each[0], sides=tuple(side for one in each for side in one.sides)) for each in found
    )


def _folders(repository: Repository, folder: PurePosixPath) -> tuple[PurePosixPath, ...]:
    """Return the folder of a roster, and those that it stood in before it was moved."""
    found = [folder]
    while (earlier := _moved_from(repository, found[-1])) and earlier not in found:
        found.append(earlier)
    return tuple(found)


def _moved_from(repository: Repository, folder: PurePosixPath) -> PurePosixPath | None:
    """Return the folder of the only roster that went, for good, with the commit that brought this.

    It is known by its programme.
    """
    came = ("log", "--no-renames", "--diff-filter=A", "--format=%H", "HEAD", "--")
    went = ("diff-tree", "-r", "-z", "--no-commit-id", "--name-only", "--no-renames")
    for commit in repository.ask(*came, os.fspath(folder / MARK)).decode().split():
        names = repository.ask(*went, "--diff-filter=D", commit).split(b"\0")
        gone = repository.gone(PurePosixPath(os.fsdecode(name)) for name in names)
        if gone is not None:
            return gone
    return None
