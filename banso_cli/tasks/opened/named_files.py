"""Files and folders of a roster that the user names on the command line."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from banso_cli.files.failure import misused
from banso_cli.files.reasons import cannot_read
from banso_cli.locale import _
from banso_cli.records.roster import Roster


@dataclass(frozen=True, slots=True)
class Within:
    """The files and folders that the user names; none stand for all."""

    parent: Path
    named: tuple[Path, ...] = ()

    @classmethod
    def of(cls, folder: Path, wanted: Iterable[Path]) -> Within:
        """Return what is named of the roster in a folder, by absolute paths."""
        return cls(folder.parent, tuple(_inside(path, folder) for path in wanted))

    def holds(self, path: str) -> bool:
        """Tell whether a path, which begins with the name of the roster's folder, is among them."""
        file = self.parent / path
        return not self.named or any(file.is_relative_to(each) for each in self.named)


def existing(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return paths that the user names as absolute ones; that one does not exist is a failure."""
    named = {path.absolute(): path for path in paths}  # fails where the working folder is gone
    for path, given in named.items():
        if not os.path.lexists(path):
            raise misused(_("there is no {path}").format(path=given))
    return tuple(named)


def files_in(roster: Roster, folder: Path, wanted: Iterable[Path]) -> Within:
    """Return what tells whether a path of the roster lies within the files and folders named.

    That one of them holds nothing which belongs to the roster is a failure: what is not looked at
    must not seem to be without faults.
    """
    known = (*roster.files, *(fault.place.path for fault in roster.faults))
    within = Within.of(folder, wanted)
    for path in within.named:
        if not any((folder.parent / file).is_relative_to(path) for file in known):
            raise misused(
                _("{path} is no file of the roster").format(path=path)
                if path.is_relative_to(folder) or folder.is_relative_to(path)
                else _("{path} is outside the roster {folder}").format(path=path, folder=folder),
                _("name files or folders of one roster, and another roster by --roster DIR"),
            )
    return within


def refuse_special(file: Path) -> None:
    """Fail for a pipe or a device, which might be waited for without end."""
    if file.exists() and not file.is_file() and not file.is_dir():
        raise cannot_read(file, _("it is no ordinary file"))


def _inside(path: Path, folder: Path) -> Path:
    """Return a path with its links followed, but for a link that is itself a file of the roster."""
    kept = path.parent.resolve() / path.name
    return kept if path.is_symlink() and kept.is_relative_to(folder) else path.resolve()
