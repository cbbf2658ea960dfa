"""The states that `banso diff` compares, and what is none."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.changes.repository import TEAM, Repository
from tests.changes.telling import Told, changes, text
from tests.commands.running import Banso
from tests.conftest import BASE

MORI, OFUNATO, KAHOKU = (
    f"teams/2/{name}" for name in ("013455-mori", "032034-ofunato", "063215-kahoku")
)


def test_a_branch_behind_main_has_changed_only_what_is_its_own(
    repository: Repository, told: Told
) -> None:
    repository.git("checkout", "--quiet", "-b", "ours")
    repository.edit(f"{OFUNATO}.yaml", "rank: 補佐級", "rank: 課長級")
    repository.commit("ours")
    repository.git("checkout", "--quiet", "main")
    repository.edit(TEAM, "rank: 課長級", "rank: 補佐級")
    repository.commit("theirs")
    repository.git("checkout", "--quiet", "ours")
    for names in ((), ("main...HEAD",), ("main...",)):
        assert [each["id"] for each in told(*names)["records"]] == [OFUNATO]
    assert [each["id"] for each in told("main", "HEAD")["records"]] == [MORI, OFUNATO]
    assert told("main...HEAD")["before"]["label"] == "main と HEAD の分岐点"


def test_a_day_is_the_last_commit_until_its_end_in_japan(
    repository: Repository, told: Told, banso: Banso, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = ("課長級", "補佐級", "係長級")
    for old, new, moment in (
        (*names[:2], "2027-03-31T23:59:59+09:00"),
        (*names[1:], "2027-04-01T00:00:00+09:00"),
    ):
        monkeypatch.setenv("TZ", "America/New_York")
        repository.edit(TEAM, f"農林水産省\n    rank: {old}", f"農林水産省\n    rank: {new}")
        repository.git("add", "--all")
        repository.git(
            *("-c", f"user.name={new}", "commit", "--quiet", "--message", new),
            *("--date", moment),
            moment=moment,
        )
    assert changes(told("2027-03-31")) == [(["members", "rank"], [1, 1], "補佐級", "係長級")]
    assert told("2027-04-01")["records"] == []
    assert told("2027-03-31")["before"]["label"] == "2027-03-31"
    run = banso("diff", "2001-01-01")
    assert (run.code, run.out) == (3, "")
    assert run.err == (
        "banso: 「2001-01-01」という台帳の状態はありません\n"
        "  対処: その日までのコミットがありません\n"
    )


def test_a_shallow_clone_says_what_to_fetch(
    repository: Repository, tmp_path: Path, banso: Banso, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.edit(TEAM, "rank: 課長級", "rank: 補佐級")
    repository.commit("later")
    clone = tmp_path / "clone"
    repository.git("clone", "--quiet", "--depth=1", repository.folder.as_uri(), str(clone))
    monkeypatch.chdir(clone)
    for name in ("HEAD~1", "2001-01-01", "HEAD~1...HEAD"):
        run = banso("diff", name)
        assert (run.code, run.out) == (3, "")
        assert "git fetch --unshallow" in run.err
    assert banso("diff").code == 0


def test_folders_are_states_too(
    repository: Repository, tmp_path: Path, banso: Banso, told: Told
) -> None:
    other = tmp_path / "other" / "roster"
    shutil.copytree(BASE, other)
    repository.edit(TEAM, "rank: 課長級", "rank: 補佐級")
    for names in ((str(other),), (str(other), "roster"), (str(other.parent), ".")):
        assert changes(told(*names)) == [(["members", "rank"], [1, 1], "課長級", "補佐級")]
    assert told(str(other), "HEAD")["records"] == []
    assert "値は変わりません" in text(banso("diff", str(other), "HEAD"))


@pytest.mark.parametrize("name", ["nothing", "2026-02-30", "--", "HEAD:roster", "..."])
def test_a_state_that_is_not_there(banso: Banso, name: str) -> None:
    run = banso("diff", "--format", "json", "--", name)
    assert run.code == (0 if name == "..." else 3)
    if run.code:
        assert run.out == ""
        assert f"「{name}」という台帳の状態はありません" in run.err


def test_usage(banso: Banso) -> None:
    assert banso("diff", "main...HEAD", "HEAD").code == 2
    assert banso("diff", "a", "b", "c").code == 2
    assert banso("diff", "--format", "html").code == 2


def test_a_revision_without_a_roster_is_no_state(repository: Repository, banso: Banso) -> None:
    repository.git("rm", "--quiet", "-r", "roster")
    repository.commit("without a roster")
    repository.git("checkout", "--quiet", "HEAD~1", "--", "roster")
    run = banso("diff", "HEAD")
    assert run.code == 3
    assert "台帳はありませんでした" in run.err


def test_without_a_main_branch_the_states_are_to_be_named(
    repository: Repository, banso: Banso
) -> None:
    repository.git("branch", "--move", "trunk")
    run = banso("diff")
    assert run.code == 3
    assert "ブランチ main がありません" in run.err
    assert banso("diff", "trunk").code == 0


def test_outside_git_folders_alone_are_states(
    tmp_path: Path, banso: Banso, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("one", "other"):
        shutil.copytree(BASE, tmp_path / "plain" / name / "roster")
    monkeypatch.chdir(tmp_path / "plain")
    assert "値は変わりません" in text(banso("diff", "one", "other"))
    run = banso("diff", "--roster", "one/roster")
    assert run.code == 3
    assert "git のリポジトリの中にありません" in run.err
