"""Findings of two states of a repository are compared."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from banso_cli.history.introduced import State, introduced
from banso_cli.history.revisions import NoSuchRevision, changed_lines, roster_at
from banso_cli.model.finding import Finding
from banso_cli.model.place import Place
from banso_cli.reading.folder import read_roster
from banso_cli.rules import check

BASE = Path(__file__).parents[1] / "base_roster" / "roster"


class Repository:
    """A repository with a roster in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.roster = shutil.copytree(BASE, folder / "roster")
        self.git("init", "--quiet", "--initial-branch=main")
        self.git("config", "user.name", "banso")
        self.git("config", "user.email", "banso@example.invalid")
        self.commit("start")

    def git(self, *arguments: str) -> None:
        """Run git here."""
        subprocess.run(["git", *arguments], cwd=self.folder, check=True, capture_output=True)  # noqa: S607

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

    def new_rules(self, revision: str) -> list[str]:
        """Return record and rule of what is new since a revision."""
        now = read_roster(self.roster)
        with roster_at(self.roster, revision) as folder:
            assert folder is not None
            before = read_roster(folder)
            states = State.of(before, check(before)), State.of(now, check(now))
        return [f"{each.record} {each.rule}" for each in introduced(*states)]


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path)


TEAM = "teams/2/013455-mori.yaml"


def test_only_what_the_change_brought_is_new(repository: Repository) -> None:
    repository.edit(TEAM, "rank: ", "rank: 謎")
    repository.commit("an old fault")
    repository.edit("municipalities/014079-niki.yaml", "name: 仁木町", "name: 仁木村")
    assert repository.new_rules("HEAD") == ["municipalities/014079-niki unofficial-name"]


def test_a_line_that_moved_brings_nothing(repository: Repository) -> None:
    repository.edit(TEAM, "rank: ", "rank: 謎")
    repository.commit("an old fault")
    repository.edit(TEAM, "number: ", "# 一行\n# もう一行\nnumber: ")
    assert repository.new_rules("HEAD") == []


def test_a_second_fault_like_an_old_one_is_new(repository: Repository) -> None:
    repository.edit(TEAM, "themes: [産業振興]", "themes: [謎]")
    repository.commit("an old fault")
    repository.edit(TEAM, "themes: [謎]", "themes: [謎, 謎]")
    assert repository.new_rules("HEAD") == ["teams/2/013455-mori unknown-theme"]


def test_a_renamed_file_keeps_its_faults(repository: Repository) -> None:
    repository.edit(TEAM, "themes: [産業振興]", "themes: [謎]")
    repository.commit("an old fault")
    for folder in ("teams/2", "municipalities"):
        file = repository.roster / folder / "013455-mori.yaml"
        file.rename(file.with_name("013455-morimachi.yaml"))
    assert repository.new_rules("HEAD") == []


def test_what_others_changed_meanwhile_is_not_ours(repository: Repository) -> None:
    repository.edit(TEAM, "themes: [産業振興]", "themes: [謎]")
    repository.commit("a fault on main")
    repository.git("checkout", "--quiet", "-b", "ours")
    repository.git("checkout", "--quiet", "main")
    repository.edit(TEAM, "themes: [謎]", "themes: [産業振興]")
    repository.commit("mended on main")
    repository.git("checkout", "--quiet", "ours")
    assert repository.new_rules("main") == []


def test_a_merge_brings_only_what_is_ours(repository: Repository) -> None:
    repository.git("checkout", "--quiet", "-b", "ours")
    repository.edit("municipalities/014079-niki.yaml", "name: 仁木町", "name: 仁木村")
    repository.commit("ours")
    repository.git("checkout", "--quiet", "main")
    repository.edit(TEAM, "themes: [産業振興]", "themes: [謎]")
    repository.commit("theirs")
    repository.git("checkout", "--quiet", "ours")
    repository.git("merge", "--quiet", "--no-edit", "main")
    assert repository.new_rules("main") == ["municipalities/014079-niki unofficial-name"]


def test_a_mended_fault_elsewhere_hides_no_new_one() -> None:
    place = Place("roster/teams/2/a.yaml", 1, 1, 1, 2)
    old = Finding(place, "same", record="teams/2/a", rule="unknown-theme")
    new = Finding(place, "same", record="teams/2/b", rule="unknown-theme")
    records = frozenset({"teams/2/a", "teams/2/b"})
    assert introduced(State(records, (old,)), State(records, (new,))) == (new,)


def test_a_roster_that_was_not_there_is_none(repository: Repository) -> None:
    repository.git("mv", "roster", "other")
    repository.commit("elsewhere")
    shutil.copytree(BASE, repository.folder / "roster")
    with roster_at(repository.folder / "roster", "HEAD") as before:
        assert before is None


def test_a_roster_at_the_top_of_its_repository(repository: Repository) -> None:
    with roster_at(repository.folder, "HEAD") as before:
        assert before is not None
        assert (before / "roster" / TEAM).is_file()


def test_a_revision_that_git_does_not_know(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(NoSuchRevision), roster_at(repository.roster, "--output=x"):
        pass
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoSuchRevision), roster_at(repository.roster, "HEAD"):
        pass


def test_changed_lines_are_those_of_the_working_tree(repository: Repository) -> None:
    repository.edit(TEAM, "themes: [産業振興]", "themes: [謎]")
    path = f"roster/{TEAM}"
    text = (repository.roster / TEAM).read_text("utf-8").splitlines()
    assert changed_lines(repository.roster, "HEAD") == {path: {text.index("themes: [謎]") + 1}}
