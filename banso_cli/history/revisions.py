"""The roster as it was at a revision, read from git's objects."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath

from banso_cli.files.failure import Failure
from banso_cli.history.git import Repository, cannot_tell, said
from banso_cli.locale import _

_LINK = "120000"
_FILES = frozenset({"100644", "100755", _LINK})
_MARK = "programme.yaml"
_MEMORY = Path("/dev/shm")  # noqa: S108 - in a folder of its own that nobody else may enter
"""Where Linux keeps files in memory: hundreds of small ones are written and removed at once."""

_POINTER = re.compile(rb"version \S*git-lfs\S*\noid sha256:([0-9a-f]{64})\n")


@dataclass(frozen=True, slots=True)
class _Entry:
    """A file of a commit: its path from the top of the repository, and its object."""

    path: PurePosixPath
    mode: str
    id: str


@contextmanager
def roster_at(folder: Path, revision: str) -> Iterator[Path | None]:
    """Give the roster as it was where this branch left the revision; None where it had none."""
    try:
        repository = Repository.of(folder)
        base = repository.base(revision)
        was, entries = _entries(repository, base, folder)
        memory = _MEMORY if os.access(_MEMORY, os.W_OK) else None
        with tempfile.TemporaryDirectory(dir=memory) as temporary:
            top = Path(temporary).resolve()
            above = folder.relative_to(repository.top).parts[:-1]
            earlier = top.joinpath(*above, folder.name)
            _write(repository, entries, was, folder, earlier, top)
            yield earlier if entries else None
    except Failure as failure:
        message = _("git cannot tell what the roster was at '{revision}'")
        raise Failure(failure.code, message.format(revision=revision), failure.message) from None


def _entries(
    repository: Repository, base: str, folder: Path
) -> tuple[PurePosixPath, tuple[_Entry, ...]]:
    """Return where the roster was, and its files that are checked out now, as far as they are.

    A roster whose folder has been renamed is the only one of the commit that is not there now.
    """
    prefix = PurePosixPath(folder.relative_to(repository.top).as_posix())
    found = _listed(repository, base, prefix)
    if not found:
        found = _listed(repository, base, PurePosixPath())
        gone = [e.path.parent for e in found if e.path.name == _MARK and _is_gone(repository, e)]
        if len(gone) != 1:
            return prefix, ()
        prefix = gone[0]
    absent = _not_checked_out(repository)
    return prefix, tuple(
        entry
        for entry in found
        if entry.path.is_relative_to(prefix) and os.fspath(entry.path) not in absent
    )


def _is_gone(repository: Repository, entry: _Entry) -> bool:
    return not (repository.top / entry.path).exists()


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


def _write(
    repository: Repository,
    entries: tuple[_Entry, ...],
    was: PurePosixPath,
    folder: Path,
    earlier: Path,
    top: Path,
) -> None:
    """Write the files of records; of the others, only that they are there.

    Links come last, so that nothing is written through one; they may lead to any file.
    """
    has_links = any(entry.mode == _LINK for entry in entries)
    wanted = [entry for entry in entries if has_links or entry.path.suffix == ".yaml"]
    contents = dict(zip(wanted, _contents(repository, wanted), strict=True))
    start, cut = os.fspath(earlier), len(was.parts)
    for folders in {entry.path.parts[cut:-1] for entry in entries}:
        os.makedirs(os.path.join(start, *folders), exist_ok=True)  # noqa: PTH103, PTH118 - as below
    for entry in sorted(entries, key=lambda each: each.mode == _LINK):
        inside = entry.path.parts[cut:]
        file = os.path.join(start, *inside)  # noqa: PTH118 - half of the time goes into pathlib
        data = contents.get(entry, b"")
        if entry.mode == _LINK:
            _link(Path(file), os.fsdecode(data), earlier, top)
        else:
            with open(file, "xb") as stream:  # noqa: PTH123
                stream.write(_smudged(data, folder.joinpath(*inside)))


def _link(file: Path, target: str, earlier: Path, top: Path) -> None:
    """Write a link; what it leads to outside the roster is made, empty, so that the link holds."""
    meant = Path(os.path.normpath(file.parent / target))
    if meant.is_relative_to(top) and not meant.is_relative_to(earlier):
        meant.parent.mkdir(parents=True, exist_ok=True)
        meant.touch()
    file.symlink_to(target)


def _contents(repository: Repository, entries: list[_Entry]) -> Iterator[bytes]:
    """Yield what the files hold, in their order."""
    wanted = "".join(f"{entry.id}\n" for entry in entries).encode()
    answer = repository.ask("cat-file", "--batch", given=wanted)
    at = 0
    for _entry in entries:
        head_end = answer.index(b"\n", at)
        kind = answer[at:head_end].split()[-2:]
        if kind[0] != b"blob":
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
