"""A repository with a roster, and what banso tells of its history."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from banso_cli.changes.change import Change, introduced
from banso_cli.changes.revisions import roster_at
from banso_cli.reading.folder import read_roster
from banso_cli.reading.sources import Folder
from banso_cli.records.roster import Roster
from banso_cli.rules import check
from tests.conftest import BASE

AUTHOR = {
    f"GIT_{who}_{what}": value
    for who in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "banso"), ("EMAIL", "banso@example.invalid"))
}
"""Who makes the commits; told with each, since two settings of each repository take longer."""

TEAM = "teams/2/013455-mori.yaml"
"""A team of the base roster."""


def commit(folder: Path, moment: str) -> None:
    """Make a folder a repository with one commit of a moment."""
    git = ("git", "-c", "user.name=a", "-c", "user.email=a@example.invalid", "-C", str(folder))
    dates = {"GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment}
    for arguments in (("init", "-q", "-b", "main"), ("add", "-A"), ("commit", "-qm", "start")):
        subprocess.run([*git, *arguments], check=True, env={**os.environ, **dates})


class Repository:
    """A repository with a roster in it."""

    def __init__(self, folder: Path, roster: str = "roster") -> None:
        self.folder = folder
        self.roster = folder / roster
        shutil.copytree(BASE, self.roster, dirs_exist_ok=True)
        self.git("init", "--quiet", "--initial-branch=main")
        self.commit("start")

    def git(self, *arguments: str, moment: str = "") -> str:
        """Run git here, as whoever runs these tests from a hook would want it.

        At a `moment`, if one is given, and not now.
        """
        kept = {name: text for name, text in os.environ.items() if not name.startswith("GIT_")}
        kept |= AUTHOR | ({"GIT_COMMITTER_DATE": moment} if moment else {})
        run = subprocess.run(
            ["git", *arguments],  # noqa: S607
            cwd=self.folder,
            check=True,
            capture_output=True,
            env=kept,
        )
        return run.stdout.decode()

    def commit(self, message: str) -> None:
        """Commit everything."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", message)

    def edit(self, name: str, old: str, new: str) -> None:
        """Replace a text in a file of the roster."""
        file = self.roster / name
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")

    def before(self, revision: str) -> Roster:
        """Return the roster as it was at a revision."""
        earlier = roster_at(self.roster, revision)
        assert earlier is not None
        return read_roster(earlier)

    def new_rules(self, revision: str) -> list[str]:
        """Return record and rule of what is new since a revision."""
        now, before = read_roster(self.roster), self.before(revision)
        states = (before, check(before)), (now, check(now))
        return [f"{each.record} {each.rule}" for each in introduced(*states)]

    def change(self, revision: str = "HEAD") -> Change:
        """Return what has changed since a revision."""
        earlier, now = roster_at(self.roster, revision), Folder(self.roster)
        return Change.between(earlier, now, read_roster(now).files)
