"""The commits that touched files of a roster, as one `git log` tells them."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path, PurePosixPath

from banso_cli.changes.git import MARK, Object, Repository
from banso_cli.records.kinds import KINDS

JAPAN = dt.timezone(dt.timedelta(hours=9))

_LOG = (
    *("-c", "log.showRoot=true", "-c", "log.showSignature=false"),
    *("log", "-m", "--raw", "--no-abbrev", "--no-renames", "-z", "--full-history", "--date-order"),
    *("--no-color", "--encoding=UTF-8", "--format=%x01%H %P%x02%ct%x02%s", "HEAD", "--"),
)
_LISTS = frozenset(kind.files for kind in KINDS.values() if kind.is_single)


@dataclass(frozen=True, slots=True)
class Touched:
    """A file of the roster: its path within it, and its objects; None where it is not there."""

    path: str
    before: Object | None
    after: Object | None


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit, with the files that differ from each of its parents, as far as any do.

    `day` is that of Japan. Without a parent it is the first one, or the edge of a shallow clone.
    """

    name: str
    parents: int
    day: dt.date
    subject: str
    sides: tuple[tuple[Touched, ...], ...]


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
        for side in _sides(answer, folders, lambda path: path in _LISTS or is_own(path))
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


def _sides(
    answer: list[bytes], folders: tuple[PurePosixPath, ...], is_wanted: Callable[[str], bool]
) -> Iterator[Commit]:
    """Yield each commit once for each parent that it differs from."""
    parts = iter((*answer, b"\x01"))
    head, files = b"", dict[str, Touched]()
    for part in (each.lstrip(b"\n") for each in parts):
        if part.startswith(b"\x01"):
            if head:
                yield _commit(head, files)
            head, files = part, {}
        elif part.startswith(b":"):
            path = PurePosixPath(os.fsdecode(next(parts)))
            inside = (path.relative_to(e).as_posix() for e in folders if path.is_relative_to(e))
            wanted = next(filter(is_wanted, inside), None)
            if wanted:
                files[wanted] = _touched(wanted, part, files.get(wanted))


def _commit(head: bytes, files: Mapping[str, Touched]) -> Commit:
    names, seconds, subject = head[1:].split(b"\x02", 2)
    name, *parents = names.decode().split()
    day = dt.datetime.fromtimestamp(int(seconds), JAPAN).date()
    return Commit(
        name, len(parents), day, subject.decode("utf-8", "replace"), (tuple(files.values()),)
    )


def _touched(path: str, line: bytes, known: Touched | None) -> Touched:
    """Return what a line tells of a file; what is `known` of it stood in another folder."""
    modes, objects = line[1:].decode().split()[:2], line.decode().split()[2:4]
    before, after = map(Object.of, modes, objects)
    if known is None:
        return Touched(path, before, after)
    return Touched(path, known.before or before, known.after or after)
