"""Histories that nobody would make on purpose: what is said of merges, codes and moves."""

from __future__ import annotations

from tests.changes.events import RANK, branch, rank, subjects
from tests.changes.repository import TEAM, Repository
from tests.changes.telling import Told, changes, text
from tests.commands.running import Banso

OFUNATO, KAHOKU, KANOYA = (
    f"teams/2/{name}" for name in ("032034-ofunato", "063215-kahoku", "462039-kanoya")
)


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
