"""Histories that nobody would make on purpose: what is said of files, names, days and links."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.changes.events import EVENT, RANK, branch, rank, subjects
from tests.changes.repository import TEAM, Repository
from tests.changes.telling import Told, changes, text
from tests.commands.running import Banso


def test_line_ends_of_windows_change_no_value(
    repository: Repository, banso: Banso, told: Told
) -> None:
    repository.git("config", "core.autocrlf", "false")
    files = sorted(repository.roster.rglob("*.yaml"))
    for file in files:
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    repository.commit("windows")
    found = told("HEAD~1", "HEAD")
    assert (found["records"], found["unread"], len(found["rewritten"])) == ([], [], len(files))
    assert subjects(banso) == ["start"]
    assert banso("show", "森町", "--rev", "HEAD~1").out == banso("show", "森町").out


def test_a_record_that_became_a_link_is_not_gone(
    repository: Repository, banso: Banso, told: Told
) -> None:
    file = repository.roster / TEAM
    kept = repository.roster / "teams/2/013455-morimachi.txt"
    file.rename(kept)
    file.symlink_to(kept.name)
    repository.commit("link")
    found = told("HEAD~1", "HEAD")
    assert (found["records"], found["unread"]) == ([], [])
    assert "（削除）" not in text(banso("history", "森町"))
    assert f"読めないファイル: {TEAM}" in text(banso("history", "森町"))
    file.unlink()
    kept.rename(file)
    repository.commit("file again")
    assert "（追加）" not in text(banso("history", "森町")).partition("start")[0]


def test_another_repository_within_the_roster_is_passed_over(
    repository: Repository, banso: Banso, told: Told, tmp_path: Path
) -> None:
    other = Repository(tmp_path / "other")
    add = ("-c", "protocol.file.allow=always", "submodule", "add", "--quiet")
    repository.git(*add, str(other.folder), "roster/teams/3")
    repository.commit("submodule")
    assert told("HEAD~1", "HEAD")["records"] == []
    assert subjects(banso) == ["start"]
    assert banso("stats", "--rev", "HEAD").code == 0


def test_what_names_a_commit_and_what_does_not(
    repository: Repository, banso: Banso, told: Told
) -> None:
    repository.git("tag", "--annotate", "--message", "tag", "第2期公表")
    rank(repository, "課長級", "補佐級", "edit")
    assert changes(told("第2期公表")) == changes(told("HEAD~1"))
    for name in ("HEAD^{tree}", f"HEAD:roster/{TEAM}", "main^2", "-1", "HEAD..main"):
        run = banso("diff", "--", name)
        assert (run.code, run.out) == (3, ""), name
        assert banso("stats", f"--rev={name}").code == 3, name


def test_days_are_of_japan_and_follow_the_line_of_commits(
    repository: Repository, banso: Banso
) -> None:
    for moment, old, new in (
        ("2027-03-31T14:59:59+00:00", "課長級", "補佐級"),
        ("2027-03-31T15:00:00+00:00", "補佐級", "係長級"),
        ("2027-03-30T00:00:00+00:00", "係長級", "指定職"),  # a clock that was wrong
    ):
        repository.edit(TEAM, f"{RANK}{old}", f"{RANK}{new}")
        repository.git("commit", "--quiet", "--all", "-m", new, moment=moment)
    for day, now in (("2027-03-31", "指定職"), ("2027-04-01", "指定職")):
        assert f"農林水産省 {now}" in banso("show", "森町", "--rev", day).out
    repository.git("reset", "--quiet", "--hard", "HEAD~1")
    for day, now in (("2027-03-31", "補佐級"), ("2027-04-01", "係長級")):
        run = banso("show", "森町", "--rev", day)
        assert f"農林水産省 {now}" in run.out
    days = [day for day, _subject in EVENT.findall(text(banso("history", "森町")))]
    assert days[:2] == ["2027-04-01", "2027-03-31"]


@pytest.mark.skipif(os.name == "nt", reason="such names cannot be there")
@pytest.mark.parametrize("name", ["013455-a\nb.yaml", '013455-"a"\t.yaml', "013455-森 町.yaml"])
def test_file_names_of_all_letters(
    repository: Repository, banso: Banso, told: Told, name: str
) -> None:
    repository.git("mv", f"roster/{TEAM}", f"roster/teams/2/{name}")
    repository.edit(f"teams/2/{name}", f"{RANK}課長級", f"{RANK}補佐級")
    repository.commit("a subject with \x1b[31mcolour")
    (record,) = told("HEAD~1")["records"]
    assert record["id"] == f"teams/2/{name[:-5]}"
    assert len(record["changes"]) == 1
    out = text(banso("history", "013455"))
    assert len(EVENT.findall(out)) == 2
    assert "\x1b" not in out
    assert "1人目（農林水産省） 役職: 課長級 → 補佐級" in out


@pytest.mark.skipif(os.name == "nt", reason="such names cannot be there")
def test_a_file_name_that_is_no_text(repository: Repository, banso: Banso, told: Told) -> None:
    folder = os.fsencode(repository.roster / "teams" / "2")
    Path(os.fsdecode(folder + b"/013455-\xff.yaml")).write_bytes(b"number: 1\n")
    repository.commit("no text")
    assert told("HEAD~1")["unread"] != []
    assert banso("history", "森町").code == 0
    assert banso("show", "森町", "--rev", "HEAD").code == 0


def test_a_roster_that_was_erased(repository: Repository, banso: Banso) -> None:
    repository.git("rm", "--quiet", "-r", "roster")
    repository.commit("erased")
    shutil.rmtree(repository.roster, ignore_errors=True)
    for command in (("diff", "HEAD~1", "HEAD"), ("history", "森町"), ("stats", "--rev", "HEAD~1")):
        run = banso(*command)
        assert (run.code, run.out) == (3, ""), command
        assert "Traceback" not in run.err
    repository.git("revert", "--no-edit", "HEAD")
    run = banso("diff", "HEAD~1")
    assert (run.code, run.out) == (3, "")
    assert "台帳はありませんでした" in run.err
    out = text(banso("history", "森町"))
    assert [line for line in out.splitlines() if "チーム（" in line] == [
        f"  森町（北海道）第2期チーム（{how}）" for how in ("追加", "削除", "追加")
    ]


@pytest.mark.parametrize("folder", ["data/台帳", "."])
def test_a_life_goes_on_where_the_roster_was_moved(
    repository: Repository, banso: Banso, folder: str
) -> None:
    branch(repository, "side")
    rank(repository, "課長級", "補佐級", "beside")
    repository.git("checkout", "--quiet", "main")
    (repository.folder / folder).mkdir(parents=True, exist_ok=True)
    for name in ("agencies.yaml", "municipalities", "periods", "programme.yaml", "teams"):
        repository.git("mv", f"roster/{name}", f"{folder}/{name}")
    repository.git("mv", "roster/themes.yaml", f"{folder}/themes.yaml")
    repository.roster = repository.folder / folder
    repository.edit(TEAM, "themes: [産業振興]", "themes: [環境]")
    repository.commit("moved")
    repository.git("merge", "--quiet", "--no-edit", "-m", "merge", "side")
    rank(repository, "補佐級", "指定職", "later")
    out = text(banso("history", "森町", "--roster", folder))
    assert sorted(subject for _day, subject in EVENT.findall(out)) == [
        *("beside", "later", "moved", "start")
    ]
    (event,) = (each for each in out.split("\n\n") if " moved\n" in each)
    assert event.splitlines()[2:] == ["    テーマ: － 産業振興", "    テーマ: ＋ 環境"]


def test_another_roster_that_stands_where_this_one_stood_is_not_its_past(
    repository: Repository, banso: Banso
) -> None:
    shutil.copytree(repository.roster, repository.folder / "kept")
    repository.commit("copy")
    repository.edit(TEAM, f"{RANK}課長級", f"{RANK}補佐級")
    repository.commit("of the other")
    out = text(banso("history", "森町", "--roster", "kept"))
    assert [subject for _day, subject in EVENT.findall(out)] == ["copy"]


def test_a_mode_alone_and_an_empty_commit_change_nothing(
    repository: Repository, banso: Banso, told: Told
) -> None:
    repository.git("update-index", "--chmod=+x", f"roster/{TEAM}")
    repository.git("commit", "--quiet", "-m", "mode")
    repository.git("commit", "--quiet", "--allow-empty", "-m", "empty")
    assert subjects(banso) == ["start"]
    found = told("HEAD~2", "HEAD")
    assert (found["records"], found["rewritten"]) == ([], [])
