"""`--rev`: the roster as it was, without the tables of personal attributes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.changes.repository import TEAM, Repository
from tests.commands.running import Banso


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Return a repository in which a rank and a theme have changed since its first commit."""
    found = Repository(tmp_path / "project")
    found.edit(TEAM, "農林水産省\n    rank: 課長級", "農林水産省\n    rank: 指定職")
    found.edit(TEAM, "themes: [産業振興]", "themes: [環境]")
    found.commit("later")
    return found


def test_an_earlier_state_is_counted_and_said(repository: Repository, banso: Banso) -> None:
    now, then = (banso("stats", "--by", "rank", *more) for more in ((), ("--rev", "HEAD~1")))
    assert (now.code, then.code) == (0, 0)
    assert now.out != then.out
    commit = repository.git("rev-parse", "HEAD~1")[:7]
    assert then.err == (
        f"HEAD~1 の台帳（コミット {commit}）による。性別、事務官・技官の別、年齢は示しません\n"
    )
    assert banso("stats", "--by", "rank", "--rev", "2001-01-01").code == 3


def test_an_earlier_state_is_listed_shown_and_reported(banso: Banso) -> None:
    for command in (
        ("list", "teams", "--where", "theme=産業振興"),
        ("show", "森町"),
        ("report",),
        ("report", "--format", "csv"),
    ):
        assert banso(*command).out != banso(*command, "--rev", "HEAD~1").out
    assert "農林水産省 課長級" in banso("show", "森町", "--rev", "HEAD~1").out


def test_a_stored_report_of_an_earlier_state_is_renewed_from_it(banso: Banso) -> None:
    assert banso("report", "--rev", "HEAD~1", "--output", "a.md").code == 0
    assert banso("report", "--rev", "HEAD~1", "--check", "a.md").code == 0
    run = banso("report", "--check", "a.md")
    assert run.code == 1
    assert banso("report", "--rev", "HEAD", "--check", "a.md").err.count("--rev HEAD") == 1


def test_personal_attributes_of_an_earlier_state_are_withheld(
    banso: Banso, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert banso("init", "example", "--example", "--teams", "40").code == 0
    options = ("--by", "gender,track,age")
    assert "女性" in banso("stats", "--roster", "example", *options).out
    project = Repository(tmp_path / "another", "other")
    (tmp_path / "example").rename(project.folder / "roster")
    project.commit("example")
    monkeypatch.chdir(project.folder)
    for form in ("table", "json", "csv", "markdown"):
        then = banso("stats", "--rev", "HEAD", *options, "--format", form)
        assert (then.code, "女性" in then.out) == (0, False)
        assert "過去の台帳については示さない" in then.out
