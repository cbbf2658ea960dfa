"""Where the roster is, and what the paths of its files start from where they are shown."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from banso_cli.yaml.place import Place

FOLDER = "roster"
"""The name of the folder that is looked for."""

_DEEPEST = 4
"""Folders below one another in which a roster is looked for."""


def rosters_from(start: Path) -> tuple[Path, ...]:
    """Return the nearest roster from a folder upwards, as git finds its repository.

    Where there is none, those below it, if it stands in a git repository: a hook runs at its top.
    """
    start = start.resolve()
    nearest = nearest_roster(start)
    if nearest is not None:
        return (nearest,)
    return tuple(_below(start)) if top_of(start) is not None else ()


def nearest_roster(start: Path) -> Path | None:
    """Return the nearest `roster/` from a folder upwards, as git finds its repository."""
    start = start.resolve()
    for folder in (start, *start.parents):
        if holds_roster(folder):
            return folder
        if (folder / FOLDER).is_dir():
            return folder / FOLDER
    return None


def holds_roster(folder: Path) -> bool:
    """Tell whether a folder is a roster, whatever its name: it holds programme.yaml."""
    return (folder / "programme.yaml").is_file()


def _below(start: Path) -> Iterator[Path]:
    """Yield the folders below that hold programme.yaml, hidden ones passed over, by their paths."""
    for where, folders, files in os.walk(start):
        folder = Path(where)
        deep = len(folder.relative_to(start).parts) >= _DEEPEST
        folders[:] = () if deep else sorted(n for n in folders if not n.startswith("."))
        if "programme.yaml" in files:
            folders.clear()
            yield folder


def top_of(folder: Path) -> Path | None:
    """Return the top of the git repository that a folder stands in; None outside any.

    Git is not asked: it may be missing, or distrust the owner of the folder.
    """
    for each in (folder, *folder.parents):
        git = each / ".git"
        if git.is_file() or os.path.lexists(git / "HEAD"):
            return each
    return None


@dataclass(frozen=True, slots=True)
class Origin:
    """What shown paths start from: the top of the git repository, as GitHub and `git apply` want.

    Outside any repository it is the folder above the roster, as in the path of a Place.
    """

    top: Path
    roster: str

    @classmethod
    def of(cls, folder: Path) -> Origin:
        """Return the origin of a roster by its folder, an absolute path without links."""
        top = top_of(folder) or folder.parent
        return cls(top, "/".join(folder.relative_to(top).parts))

    def shown(self, path: str) -> str:
        """Return a path, which begins with the name of the roster's folder, as it is shown."""
        inside = path.partition("/")[2]
        return "/".join(filter(None, (self.roster, inside)))

    def place(self, place: Place) -> Place:
        """Return a place with its path as it is shown."""
        return replace(place, path=self.shown(place.path))


def shown(file: Path, folder: Path) -> str:
    """Return the path of a file of a roster as findings show it; one outside it as it is."""
    if file == folder or not file.is_relative_to(folder):
        return str(file)
    return Origin.of(folder).shown(file.relative_to(folder.parent).as_posix())
