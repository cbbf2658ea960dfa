"""The commits that touched files of a roster, as one `git log` tells them."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path, PurePosixPath

from banso_cli.changes.git import Repository
from banso_cli.records.kinds import KINDS

JAPAN = dt.timezone(dt.timedelta(hours=9))

_LOG = (
    *("-c", "log.showRoot=true", "-c", "log.showSignature=false"),
    *("log", "-m", "--raw", "--no-abbrev", "--no-renames", "-z", "--full-history", "--date-order"),
    *("--no-color", "--encoding=UTF-8", "--format=%x01%H %P%x02%ct%x02%s", "HEAD", "--"),
)
_LISTS = frozenset(kind.files for kind in KINDS.values() if kind.is_single)
_FILE, _LINK = "100", "120"
"""What the modes of files and of links begin with; another repository has neither."""


@dataclass(frozen=True, slots=True)
class Object:
    """What git keeps of a file, or where a link leads to, by its name."""

    name: str
    is_link: bool


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
    prefix = PurePosixPath(folder.relative_to(repository.top).as_posix())
    within = (os.fspath(prefix),) if prefix != PurePosixPath() else ()
    answer = repository.ask(*_LOG, *within).split(b"\0")
    sides = (
        side
        for side in _sides(answer, prefix, lambda path: path in _LISTS or is_own(path))
        if any(is_own(each.path) for each in side.sides[0])
    )
    found = [[*each] for _name, each in groupby(sides, key=lambda side: side.name)]
    return tuple(
        replace(each[0], sides=tuple(side for one in each for side in one.sides)) for each in found
    )


def _sides(
    answer: list[bytes], prefix: PurePosixPath, is_wanted: Callable[[str], bool]
) -> Iterator[Commit]:
    """Yield each commit once for each parent that it differs from."""
    parts = iter(answer)
    head, files = b"", list[Touched]()
    for part in (each.lstrip(b"\n") for each in parts):
        if part.startswith(b"\x01"):
            if head:
                yield _commit(head, files)
            head, files = part, []
        elif part.startswith(b":"):
            path = PurePosixPath(os.fsdecode(next(parts)))
            inside = path.relative_to(prefix).as_posix()
            if is_wanted(inside):
                files.append(_touched(inside, part))
    if head:
        yield _commit(head, files)


def _commit(head: bytes, files: list[Touched]) -> Commit:
    names, seconds, subject = head[1:].split(b"\x02", 2)
    name, *parents = names.decode().split()
    day = dt.datetime.fromtimestamp(int(seconds), JAPAN).date()
    return Commit(name, len(parents), day, subject.decode("utf-8", "replace"), (tuple(files),))


def _touched(path: str, line: bytes) -> Touched:
    modes, objects = line[1:].decode().split()[:2], line.decode().split()[2:4]
    before, after = (
        Object(name, mode.startswith(_LINK)) if mode.startswith((_FILE, _LINK)) else None
        for mode, name in zip(modes, objects, strict=True)
    )
    return Touched(path, before, after)
