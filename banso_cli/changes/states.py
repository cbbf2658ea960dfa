"""The states of a roster that people name: a folder, a day, a revision, a merge base."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from banso_cli.changes.difference.difference import State
from banso_cli.changes.git import Repository
from banso_cli.changes.revisions import Revision, roster_of
from banso_cli.files.failure import Failure, misused, unreadable
from banso_cli.locale import _
from banso_cli.reading.locate import FOLDER, holds_roster
from banso_cli.reading.sources import Folder

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_BETWEEN = "..."


@dataclass(frozen=True, slots=True)
class Kept:
    """A state of a roster, and what it is read from."""

    state: State
    source: Folder | Revision


@dataclass(frozen=True)
class States:
    """The states of the roster in a folder, by what people call them."""

    folder: Path

    @cached_property
    def repository(self) -> Repository:
        """The repository of the folder; it is a failure that there is none."""
        return Repository.of(self.folder)

    def pair(self, names: Sequence[str]) -> tuple[Kept, Kept]:
        """Return the states before and after; without names, since this branch left the main one.

        Before `A...B` is where both parted; one name alone is compared with the working tree.
        """
        if not names:
            return self._parted(), self._now()
        first, between, second = names[0].partition(_BETWEEN)
        if not between:
            return self.named(names[0]), self.named(names[1]) if names[1:] else self._now()
        if names[1:]:
            raise misused(
                _("'{name}' names two states by itself").format(name=names[0]),
                _("leave the other one out"),
            )
        first, second = first or "HEAD", second or "HEAD"
        try:
            commits = [self._commit(each) for each in (first, second)]
            base = self.repository.merge_base(*commits)
        except Failure as failure:
            raise _absent(names[0], failure.message) from None
        return self._kept(f"{first} と {second} の分岐点", base), self._kept(second, commits[1])

    def named(self, name: str) -> Kept:
        """Return the state that is called so."""
        folder = folder_named(name)
        return self.at(name) if folder is None else Kept(State(name), Folder(folder))

    def at(self, name: str) -> Kept:
        """Return the state of a revision or of a day."""
        try:
            commit = self._commit(name)
        except Failure as failure:
            raise _absent(name, failure.message) from None
        return self._kept(name, commit)

    def _commit(self, name: str) -> str:
        day = _day(name)
        return self.repository.last_on(day) if day else self.repository.commit(name)

    def _parted(self) -> Kept:
        """Return the roster where this branch left the main one."""
        try:
            base = self.repository.merge_base("HEAD", *self.repository.main_branches())
        except Failure as failure:
            raise _absent("main", failure.message) from None
        return self._kept("main と HEAD の分岐点", base, is_whole=False)

    def _now(self) -> Kept:
        return Kept(State("いまのファイル"), Folder(self.folder))

    def _kept(self, label: str, commit: str, *, is_whole: bool = True) -> Kept:
        found = roster_of(self.repository, commit, self.folder, is_whole=is_whole)
        if found is None:
            raise _absent(label, _("there was no roster in this folder then"))
        return Kept(State(label, commit), found)


def folder_named(name: str) -> Path | None:
    """Return the roster that a name is the folder of, or of the folder above; None without one."""
    folder = Path(name)
    found = (each for each in (folder, folder / FOLDER) if holds_roster(each))
    return next((each.resolve() for each in found), None)


def _day(name: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(name) if _DAY.fullmatch(name) else None
    except ValueError:
        return None


def _absent(name: str, why: str) -> Failure:
    return unreadable(_("there is no state '{name}' of the roster").format(name=name), why)
