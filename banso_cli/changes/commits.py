"""Commits and the files of a roster that they touched, as one `git log` tells them."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from banso_cli.changes.git import Object

JAPAN = dt.timezone(dt.timedelta(hours=9))


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


def commits_told(
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
