"""Histories that nobody would make on purpose: what `diff`, `history` and `--rev` say of them."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest

from tests.changes.repository import TEAM, Repository
from tests.changes.telling import Told, changes, text
from tests.commands.running import Banso

OFUNATO, KAHOKU, KANOYA = (
    f"teams/2/{name}" for name in ("032034-ofunato", "063215-kahoku", "462039-kanoya")
)
RANK = "農林水産省\n    rank: "
EVENT = re.compile(r"^[0-9-]{10} [0-9a-f]{7} (.*)$", re.MULTILINE)


def subjects(banso: Banso, name: str = "森町") -> list[str]:
    """Return the subjects of the commits that changed a value of a record."""
    return EVENT.findall(text(banso("history", name)))


def rank(repository: Repository, old: str, new: str, message: str) -> None:
    """Commit another rank of the first member."""
    repository.edit(TEAM, f"{RANK}{old}", f"{RANK}{new}")
    repository.commit(message)


def branch(repository: Repository, name: str, start: str = "main") -> None:
    repository.git("checkout", "--quiet", "-B", name, start)


def test_a_criss_cross_merge_tells_each_edit_once(
    repository: Repository, banso: Banso, told: Told
) -> None:
    branch(repository, "side")
    repository.edit(TEAM, "themes: [産業振興]", "themes: [環境]")
    repository.commit("theme")
    repository.git("checkout", "--quiet", "main")
    rank(repository, "課長級", "補佐級", "rank")
    repository.git("branch", "then")
    repository.git("merge", "--quiet", "-m", "one way", "side")
    repository.git("checkout", "--quiet", "side")
    repository.git("merge", "--quiet", "-m", "other way", "then")
    repository.edit(TEAM, "number: 1", "number: 9")
    repository.commit("number")
    repository.git("checkout", "--quiet", "main")
    repository.git("merge", "--quiet", "-m", "both", "side")
    assert sorted(subjects(banso)) == ["number", "rank", "start", "theme"]
    repository.git("reset", "--quiet", "--hard", "HEAD~1")
    assert told("main", "side")["records"][0]["changes"] != []
    found = [told("main...side")["records"] for _twice in range(2)]
    assert found[0] == found[1]
    assert ["number"] in [each["path"] for each in found[0][0]["changes"]]


def test_an_octopus_tells_no_edit_twice(repository: Repository, banso: Banso) -> None:
    for name, file, old, new in (
        ("one", TEAM, "themes: [産業振興]", "themes: [環境]"),
        ("two", "municipalities/013455-mori.yaml", "name: 森町", "name: 森村"),
        ("three", f"{OFUNATO}.yaml", "number: 2", "number: 8"),
    ):
        branch(repository, name)
        repository.edit(file, old, new)
        repository.commit(name)
    repository.git("checkout", "--quiet", "main")
    repository.git("merge", "--quiet", "-m", "octopus", "one", "two", "three")
    assert sorted(subjects(banso, "013455")) == ["one", "start", "two"]
    assert subjects(banso, "大船渡市") == ["three", "start"]


def test_an_octopus_tells_what_is_its_own(repository: Repository, banso: Banso) -> None:
    for name, file in (("one", f"{OFUNATO}.yaml"), ("two", f"{KAHOKU}.yaml")):
        branch(repository, name)
        repository.edit(file, "members:", "# 一行\nmembers:")
        repository.commit(name)
    repository.git("checkout", "--quiet", "main")
    rank(repository, "課長級", "補佐級", "before")
    repository.git("merge", "--quiet", "--no-commit", "one", "two")
    repository.edit(TEAM, f"{RANK}補佐級", f"{RANK}指定職")
    repository.commit("octopus")
    events = text(banso("history", "森町")).split("\n\n")
    assert events[1].splitlines()[1:] == [
        "  森町（北海道）第2期チーム",
        "    1人目（農林水産省） 役職: 補佐級 → 指定職",
    ]


def test_a_revert_of_a_revert_is_told_each_time(
    repository: Repository, banso: Banso, told: Told
) -> None:
    rank(repository, "課長級", "補佐級", "edit")
    for _again in range(2):
        repository.git("revert", "--no-edit", "HEAD")
    assert len(subjects(banso)) == 4
    assert told("HEAD~2", "HEAD")["records"] == []
    assert changes(told("HEAD~1", "HEAD")) == [
        (["members", "rank"], [1, 1], "課長級", "補佐級"),
    ]


def test_a_municipality_that_another_has_taken_in(
    repository: Repository, banso: Banso, told: Told
) -> None:
    (repository.roster / "municipalities/063215-kahoku.yaml").unlink()
    (repository.roster / f"{KANOYA}.yaml").unlink()
    repository.git("mv", f"roster/{KAHOKU}.yaml", f"roster/{KANOYA}.yaml")
    repository.edit(f"{KANOYA}.yaml", '"063215"', '"462039"')
    repository.commit("merged")
    found = {(e["kind"], e["id_before"], e["id"]): e["change"] for e in told("HEAD~1")["records"]}
    assert found[("municipality", "municipalities/063215-kahoku", None)] == "removed"
    assert found[("team", KANOYA, KANOYA)] == "changed"
    assert found[("team", KAHOKU, None)] == "removed"
    assert subjects(banso, "063215") == ["merged", "start"]
    assert "（削除）" in text(banso("history", "063215"))


def test_a_municipality_with_another_code(repository: Repository, banso: Banso, told: Told) -> None:
    for folder in ("municipalities", "teams/2"):
        new = f"roster/{folder}/013447-mori.yaml"
        repository.git("mv", f"roster/{folder}/013455-mori.yaml", new)
        repository.edit(f"{folder}/013447-mori.yaml", '"013455"', '"013447"')
    repository.commit("code")
    found = {(e["id_before"], e["id"]): e["change"] for e in told("HEAD~1")["records"]}
    assert found == {
        ("municipalities/013455-mori", None): "removed",
        (None, "municipalities/013447-mori"): "added",
        ("teams/2/013455-mori", "teams/2/013447-mori"): "given",
    }
    assert subjects(banso, "013455") == ["code", "start"]
    assert subjects(banso, "013447") == ["code"]


def test_two_teams_that_swap_their_municipalities(repository: Repository, told: Told) -> None:
    mori, ofunato = (repository.roster / f"{name}.yaml" for name in (TEAM[:-5], OFUNATO))
    codes = '"013455"', '"032034"'
    swapped = mori.read_text("utf-8").replace(*codes), ofunato.read_text("utf-8")
    ofunato.write_text(swapped[0], "utf-8")
    mori.write_text(swapped[1].replace(*codes[::-1]), "utf-8")
    found = told()
    assert {(e["id_before"], e["id"], e["change"]) for e in found["records"]} == {
        (TEAM[:-5], TEAM[:-5], "changed"),
        (OFUNATO, OFUNATO, "changed"),
    }
    assert ["number"] in [each["path"] for each in found["records"][0]["changes"]]
    assert found["tables"] == []


def test_a_period_whose_number_was_wrong(repository: Repository, banso: Banso, told: Told) -> None:
    repository.git("mv", "roster/teams/2", "roster/teams/3")
    repository.git("mv", "roster/periods/2.yaml", "roster/periods/3.yaml")
    repository.edit("periods/3.yaml", "number: 2", "number: 3")
    repository.commit("third")
    found = told("HEAD~1")
    assert {e["change"] for e in found["records"] if e["kind"] == "team"} == {"moved"}
    assert {e["change"] for e in found["records"] if e["kind"] == "period"} == {"added", "removed"}
    assert "森町（北海道）第3期チーム（別の期へ）" in text(banso("history", "森町"))
    assert subjects(banso, "periods/2") == ["third", "start"]


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
    days = re.findall("^[0-9-]{10}", text(banso("history", "森町")), re.MULTILINE)
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


def test_a_mode_alone_and_an_empty_commit_change_nothing(
    repository: Repository, banso: Banso, told: Told
) -> None:
    repository.git("update-index", "--chmod=+x", f"roster/{TEAM}")
    repository.git("commit", "--quiet", "-m", "mode")
    repository.git("commit", "--quiet", "--allow-empty", "-m", "empty")
    assert subjects(banso) == ["start"]
    found = told("HEAD~2", "HEAD")
    assert (found["records"], found["rewritten"]) == ([], [])
