"""The roster as it was at a revision, read from git's objects."""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath

from banso_cli.changes.git import Repository, cannot_tell, said
from banso_cli.files.failure import Failure
from banso_cli.locale import _
from banso_cli.reading.sources import LARGEST, Unread, matching
from banso_cli.yaml.fault import FaultKind

_LINK = "120000"
_FILES = frozenset({"100644", "100755", _LINK})
_MARK = "programme.yaml"
_HIDDEN = re.compile(r"(.*/)?\.[^/]*/")
_POINTER = re.compile(rb"version \S*git-lfs\S*\noid sha256:([0-9a-f]{64})\n")


@dataclass(frozen=True, slots=True)
class _Entry:
    """A file of a commit: its path from the top of the repository, and its object."""

    path: PurePosixPath
    mode: str
    id: str


@dataclass(frozen=True, slots=True)
class Revision:
    """A roster as it was: what its files held, and where its links lead, by their paths within it.

    Of what is no record only the name is known.
    """

    name: str
    contents: Mapping[str, bytes]
    links: Mapping[str, str]

    def files(self) -> Collection[str]:
        """Return all files, and links that lead to none or to one, but those in hidden folders."""
        links = (link for link in self.links if not self._below(link))
        return [path for path in (*self.contents, *links) if not _HIDDEN.match(path)]

    def matching(self, pattern: str) -> Collection[str]:
        """Return what a pattern is for."""
        linked = (file for link in self.links for file in self._below(link))
        return matching((*self.files(), *linked), pattern)

    def read(self, path: str) -> bytes | Unread:
        """Return what a file held, links followed; none of them may lead out of the roster."""
        for _step in range(len(self.links) + 1):
            if path in self.contents:
                data = self.contents[path]
                is_large = len(data) > LARGEST
                return Unread(FaultKind.OVERSIZED_FILE, str(len(data))) if is_large else data
            link = next((each for each in self.links if f"{path}/".startswith(f"{each}/")), "")
            target = self._target(link)
            if target.startswith(("../", "/")):
                return Unread(FaultKind.ESCAPING_LINK, self.links[link])
            path = target + path.removeprefix(link)
        return Unread(FaultKind.UNREADABLE_FILE, FileNotFoundError.__name__)

    def _below(self, link: str) -> tuple[str, ...]:
        """Return the files of the folder that a link leads to, by their paths through it."""
        inside = f"{self._target(link)}/"
        found = (path for path in (*self.contents, *self.links) if path.startswith(inside))
        return tuple(f"{link}/{path.removeprefix(inside)}" for path in found)

    def _target(self, link: str) -> str:
        """Return where a link leads to, from the roster."""
        target = posixpath.join(posixpath.dirname(link), self.links.get(link, ""))
        return posixpath.normpath(target)


def roster_at(folder: Path, revision: str) -> Revision | None:
    """Return the roster as it was where this branch left the revision; None where it had none."""
    try:
        repository = Repository.of(folder)
        return roster_of(repository, repository.base(revision), folder)
    except Failure as failure:
        message = _("git cannot tell what the roster was at '{revision}'")
        raise Failure(failure.code, message.format(revision=revision), failure.message) from None


def roster_of(
    repository: Repository, commit: str, folder: Path, *, is_whole: bool = False
) -> Revision | None:
    """Return the roster of a commit, all of it or what a sparse checkout has; None without any."""
    was, entries = _entries(repository, commit, folder)
    if not is_whole:
        absent = _not_checked_out(repository)
        entries = tuple(each for each in entries if os.fspath(each.path) not in absent)
    return _read(repository, entries, was, folder) if entries else None


def _entries(
    repository: Repository, base: str, folder: Path
) -> tuple[PurePosixPath, tuple[_Entry, ...]]:
    """Return where the roster was, and its files.

    A roster whose folder has been renamed is the only one of the commit that is not there now.
    """
    prefix = PurePosixPath(folder.relative_to(repository.top).as_posix())
    found = _listed(repository, base, prefix)
    if not any(each.path == prefix / _MARK for each in found):
        every = _listed(repository, base, PurePosixPath())
        programmes = (e.path for e in every if e.path.name == _MARK)
        gone = [path.parent for path in programmes if not (repository.top / path).exists()]
        if len(gone) == 1:
            return gone[0], tuple(each for each in every if each.path.is_relative_to(gone[0]))
    return prefix, found


def _listed(repository: Repository, base: str, prefix: PurePosixPath) -> tuple[_Entry, ...]:
    """Return the files below a folder of a commit; other repositories in it are passed over."""
    within = () if prefix == PurePosixPath() else ("--", os.fspath(prefix))
    listing = repository.ask("ls-tree", "-r", "-z", "--full-tree", base, *within)
    found = []
    for line in filter(None, listing.split(b"\0")):
        head, _tab, path = line.partition(b"\t")
        mode, _kind, name = head.decode().split()
        pure = PurePosixPath(os.fsdecode(path))
        if mode in _FILES and ".." not in pure.parts and pure != prefix:
            found.append(_Entry(pure, mode, name))
    return tuple(found)


def _not_checked_out(repository: Repository) -> frozenset[str]:
    """Return the files that a sparse checkout leaves out: nobody has removed them."""
    listing = repository.ask("ls-files", "-t", "-z")
    return frozenset(
        os.fsdecode(line[2:]) for line in listing.split(b"\0") if line.startswith(b"S ")
    )


def _read(
    repository: Repository, entries: tuple[_Entry, ...], was: PurePosixPath, folder: Path
) -> Revision:
    """Read the files of records, and where links lead; they may lead to any file."""
    has_links = any(entry.mode == _LINK for entry in entries)
    wanted = [entry for entry in entries if has_links or entry.path.suffix == ".yaml"]
    held = contents_of(repository, [entry.id for entry in wanted])
    data = dict(zip(wanted, held, strict=True))
    contents, links = {}, {}
    for entry in entries:
        path = entry.path.relative_to(was).as_posix()
        if entry.mode == _LINK:
            links[path] = os.fsdecode(data[entry])
        else:
            contents[path] = _smudged(data.get(entry, b""), folder / path)
    return Revision(folder.name, contents, links)


def contents_of(repository: Repository, objects: Sequence[str]) -> Iterator[bytes]:
    """Yield what files and commits hold, by the names of their objects, in their order."""
    wanted = "".join(f"{each}\n" for each in objects).encode()
    answer = repository.ask("cat-file", "--batch", given=wanted) if objects else b""
    at = 0
    for _object in objects:
        head_end = answer.index(b"\n", at)
        kind = answer[at:head_end].split()[-2:]
        if kind[0] not in {b"blob", b"commit"}:
            raise cannot_tell(said(answer[at:head_end]))
        start, size = head_end + 1, int(kind[1])
        yield answer[start : start + size]
        at = start + size + 1


def _smudged(data: bytes, now: Path) -> bytes:
    """Return what a pointer of Git LFS stands for, where that is the file that is there now."""
    pointer = _POINTER.match(data)
    if pointer is None or not now.is_file():
        return data
    present = now.read_bytes()
    return present if sha256(present).hexdigest().encode() == pointer[1] else data
