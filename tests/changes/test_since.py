"""Findings of two states of a repository are compared."""

from __future__ import annotations

import shutil

from banso_cli.changes.change import introduced
from banso_cli.changes.revisions import roster_at
from banso_cli.records.finding import Finding
from banso_cli.records.roster import Roster
from banso_cli.yaml.place import Place
from tests.changes.repository import TEAM, Repository
from tests.conftest import BASE


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
    repository.edit(TEAM, "総務省\n    rank: 補佐級", "総務省\n    rank: 謎")
    repository.commit("an old fault")
    repository.edit(TEAM, "こども家庭庁\n    rank: 補佐級", "こども家庭庁\n    rank: 謎")
    assert repository.new_rules("HEAD") == ["teams/2/013455-mori unknown-rank"]


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
    old, new = (
        Finding(Place.start_of(f"roster/teams/2/{name}.yaml"), "same", rule="unknown-theme")
        for name in "ab"
    )
    roster = Roster("roster", files=("roster/teams/2/a.yaml", "roster/teams/2/b.yaml"))
    assert introduced((roster, (old,)), (roster, (new,))) == (new,)


def test_a_roster_that_was_not_there_is_none(repository: Repository) -> None:
    repository.git("mv", "roster", "other")
    repository.commit("elsewhere")
    shutil.copytree(BASE, repository.folder / "roster")
    assert roster_at(repository.folder / "roster", "HEAD") is None


def test_a_roster_at_the_top_of_its_repository(repository: Repository) -> None:
    before = roster_at(repository.folder, "HEAD")
    assert before is not None
    assert f"roster/{TEAM}" in before.files()
