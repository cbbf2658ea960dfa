"""Where a roster is read from: a folder, what a folder is to hold, or a state kept elsewhere.

Files are known by their paths within the roster, such as `teams/2/013455-mori.yaml`.
"""

from __future__ import annotations

import glob
import os
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path
from stat import S_ISLNK, S_ISREG
from typing import NamedTuple, Protocol

from banso_cli.yaml.fault import FaultKind

LARGEST = 1_000_000
"""Bytes that a file may have; the largest record needs a hundredth of it."""

_BY_THE_WAY = re.compile(
    r"\..* | ~\$.* | \#.*\# | .*~ | .*\.sw[a-p] | (eh)?thumbs\.db | desktop\.ini | icon\r",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
"""Hidden files, locks of Office, copies of editors, and what Windows and macOS leave in folders."""


def is_by_the_way(name: str) -> bool:
    """Tell whether a file of this name was made by a program on the way: no record, no fault."""
    return _BY_THE_WAY.fullmatch(name) is not None


class Unread(NamedTuple):
    """Why a file gives no bytes: the kind of fault, and what was found."""

    kind: FaultKind
    found: str


class Source(Protocol):
    """What a roster is read from."""

    @property
    def name(self) -> str:
        """The name of the roster's folder."""

    def files(self) -> Collection[str]:
        """Return all files; what lies in hidden folders is not the roster's."""

    def matching(self, pattern: str) -> Collection[str]:
        """Return the files, or with `/` at its end the folders, that a pattern is for."""

    def read(self, path: str) -> bytes | Unread:
        """Return what a file holds."""


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder as it is now; `path` is absolute, without links. Links may lead within it."""

    path: Path
    _real_folders: dict[str, bool] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The name of the folder."""
        return self.path.name

    def files(self) -> Collection[str]:
        """Return all files but those in folders that are hidden or linked."""
        found: list[str] = []
        top = len(os.fspath(self.path)) + 1
        for where, folders, files in os.walk(self.path):
            folders[:] = [name for name in folders if not name.startswith(".")]
            above = f"{where[top:].replace(os.sep, '/')}/" if len(where) > top else ""
            found += [above + name for name in files]
        return found

    def matching(self, pattern: str) -> Collection[str]:
        """Return what a pattern is for, in linked folders too; a single name is there or not."""
        if not glob.has_magic(pattern):
            return [pattern] if (self.path / pattern).exists() else []
        found = glob.iglob(pattern, root_dir=self.path)  # noqa: PTH207 - as below
        return [path.replace(os.sep, "/") for path in found]

    def read(self, path: str) -> bytes | Unread:
        """Return what a file holds, unless it is none, lies elsewhere or is larger than any."""
        file = os.path.join(self.path, path)  # noqa: PTH118 - of thousands, pathlib takes seconds
        try:
            status = os.lstat(file)
            if S_ISLNK(status.st_mode) or not self._is_inside(os.path.dirname(file)):  # noqa: PTH120
                linked = Path(file)
                if not linked.resolve(strict=True).is_relative_to(self.path):
                    to = linked.readlink() if linked.is_symlink() else linked.parent.resolve()
                    return Unread(FaultKind.ESCAPING_LINK, str(to))
                status = linked.stat()
            if not S_ISREG(status.st_mode):  # a folder, or a pipe that would never end
                return Unread(FaultKind.UNREADABLE_FILE, IsADirectoryError.__name__)
            if status.st_size > LARGEST:
                return Unread(FaultKind.OVERSIZED_FILE, str(status.st_size))
            with open(file, "rb") as stream:  # noqa: PTH123
                return stream.read()
        except (OSError, RuntimeError) as error:  # RuntimeError: links that go round in a circle
            return Unread(FaultKind.UNREADABLE_FILE, type(error).__name__)

    def _is_inside(self, folder: str) -> bool:
        """Tell whether a folder is in the roster once links are followed; it is looked at once."""
        if folder not in self._real_folders:
            real = Path(os.path.realpath(folder))
            self._real_folders[folder] = real.is_relative_to(self.path)
        return self._real_folders[folder]


@dataclass(frozen=True, slots=True)
class Edited:
    """A source with files that are not yet written; None stands for a file that is to go."""

    before: Source
    edits: Mapping[str, bytes | None]

    @property
    def name(self) -> str:
        """The name of the folder."""
        return self.before.name

    def files(self) -> Collection[str]:
        """Return all files."""
        return ({*self.before.files()} | self.edits.keys()) - self._gone

    def matching(self, pattern: str) -> Collection[str]:
        """Return the files that a pattern is for."""
        found = {*self.before.matching(pattern), *matching(self.edits, pattern)}
        return found - self._gone

    def read(self, path: str) -> bytes | Unread:
        """Return what a file is to hold."""
        edited = self.edits.get(path)
        return self.before.read(path) if edited is None else edited

    @property
    def _gone(self) -> set[str]:
        return {path for path, data in self.edits.items() if data is None}


def matching(paths: Iterable[str], pattern: str) -> set[str]:
    """Return the paths, or with `/` at its end their folders, that a pattern is for."""
    depth = pattern.count("/")
    if pattern.endswith("/"):
        deep = (path for path in paths if path.count("/") >= depth)
        paths = {"/".join((*path.split("/")[:depth], "")) for path in deep}
    return {path for path in paths if path.count("/") == depth and fnmatchcase(path, pattern)}
