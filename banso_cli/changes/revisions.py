"""The roster as it was at a revision, read from git's objects."""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path, PurePosixPath

from banso_cli.changes.git import MARK, Object, Repository, said
from banso_cli.files.failure import Failure, unreadable
from banso_cli.locale import _
from banso_cli.reading.sources import LARGEST, Unread, matching
from banso_cli.yaml.fault import FaultKind

_HIDDEN = re.compile(r"(.*/)?\.[^/]*/")
_POINTER = re.compile(rb"version \S*git-lfs\S*\noid sha256:([0-9a-f]{64})\n")


@dataclass(frozen=True, slots=True)
class Revision:
    """A roster as it was: what its files held, and where its links lead, by their paths within it.

    Of what is no record only the name is known.
    """

    name: str
    contents: Mapping[str, bytes]
    links: Mapping[str, str]

    @classmethod
    def of(cls, name: str, files: Mapping[str, Object], held: Mapping[str, bytes]) -> Revision:
        """Return a roster by the objects of its files, and what these hold by their names."""
        links = {path: os.fsdecode(held[e.name]) for path, e in files.items() if e.is_link}
        contents = {path: held.get(e.name, b"") for path, e in files.items() if path not in links}
        return cls(name, contents, links)

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
    """Return the roster as it was where this branch left the revision; None where it had none.

    What others have changed there since is not taken for a change made here.
    """
    try:
        repository = Repository.of(folder)
        base = repository.merge_base(repository.commit(revision), "HEAD")
        return roster_of(repository, base, folder)
    except Failure as failure:
        message = _("git cannot tell what the roster was at '{revision}'")
        raise Failure(failure.code, message.format(revision=revision), failure.message) from None


def roster_of(
    repository: Repository, commit: str, folder: Path, *, is_whole: bool = False
) -> Revision | None:
    """Return the roster of a commit, all of it or what a sparse checkout has; None without any."""
    was, files = _files(repository, commit, folder)
    if not is_whole:  # nobody has removed what a sparse checkout leaves out
        listing = repository.ask("ls-files", "-t", "-z").split(b"\0")
        absent = {PurePosixPath(os.fsdecode(e[2:])) for e in listing if e.startswith(b"S ")}
        files = {path: each for path, each in files.items() if path not in absent}
    if not files:
        return None
    has_links = any(each.is_link for each in files.values())  # they may lead to any file
    inside = {path.relative_to(was).as_posix(): each for path, each in files.items()}
    wanted = {
        path: each.name
        for path, each in inside.items()
        if has_links or PurePosixPath(path).suffix == ".yaml"
    }
    found = Revision.of(folder.name, inside, contents_of(repository, wanted.values()))
    contents = {
        path: _smudged(data, folder / path) if path in wanted else b""
        for path, data in found.contents.items()
    }
    return replace(found, contents=contents)


def _files(
    repository: Repository, base: str, folder: Path
) -> tuple[PurePosixPath, Mapping[PurePosixPath, Object]]:
    """Return where the roster was, and its files by their paths from the top of the repository.

    A roster whose folder has been renamed is the only one of the commit that is not there now.
    """
    prefix = PurePosixPath(folder.relative_to(repository.top).as_posix())
    found = _listed(repository, base, prefix)
    if prefix / MARK not in found:
        every = _listed(repository, base, PurePosixPath())
        gone = repository.gone(every)
        if gone is not None:
            return gone, {path: each for path, each in every.items() if path.is_relative_to(gone)}
    return prefix, found


def _listed(
    repository: Repository, base: str, prefix: PurePosixPath
) -> Mapping[PurePosixPath, Object]:
    """Return the files below a folder of a commit; other repositories in it are passed over."""
    within = () if prefix == PurePosixPath() else ("--", os.fspath(prefix))
    listing = repository.ask("ls-tree", "-r", "-z", "--full-tree", base, *within)
    found = {}
    for line in filter(None, listing.split(b"\0")):
        head, _tab, path = line.partition(b"\t")
        mode, _kind, name = head.decode().split()
        pure, each = PurePosixPath(os.fsdecode(path)), Object.of(mode, name)
        if each and ".." not in pure.parts and pure != prefix:
            found[pure] = each
    return found


def contents_of(repository: Repository, objects: Iterable[str]) -> Mapping[str, bytes]:
    """Return what files and commits hold, by the names of their objects."""
    wanted = dict.fromkeys(objects, b"")
    given = "".join(f"{each}\n" for each in wanted).encode()
    answer = repository.ask("cat-file", "--batch", given=given) if wanted else b""
    at = 0
    for name in wanted:
        head_end = answer.index(b"\n", at)
        kind = answer[at:head_end].split()[-2:]
        if kind[0] not in {b"blob", b"commit"}:
            raise unreadable(said(answer[at:head_end]))
        start, size = head_end + 1, int(kind[1])
        wanted[name] = answer[start : start + size]
        at = start + size + 1
    return wanted


def _smudged(data: bytes, now: Path) -> bytes:
    """Return what a pointer of Git LFS stands for, where that is the file that is there now."""
    pointer = _POINTER.match(data)
    if pointer is None or not now.is_file():
        return data
    present = now.read_bytes()
    return present if sha256(present).hexdigest().encode() == pointer[1] else data
