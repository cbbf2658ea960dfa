"""`banso history` on scripted histories."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.changes.events import RANK, rank, subjects
from tests.changes.repository import TEAM, Repository
from tests.commands.running import Banso
from tests.privacy.rosters import CLASSES, sound

RENAMED = "teams/2/013455-morimachi.yaml"


def told(banso: Banso, name: str = "森町") -> str:
    run = banso("history", name)
    assert (run.code, run.err) == (0, "")
    return run.out


def test_the_newest_comes_first_with_its_day_in_japan_and_in_words(
    repository: Repository, banso: Banso
) -> None:
    repository.edit(TEAM, f"{RANK}課長級", f"{RANK}補佐級")
    repository.git("add", "--all")
    repository.git("commit", "--quiet", "-m", "直した", moment="2027-05-01T23:00:00+00:00")
    out = told(banso)
    commit = repository.git("rev-parse", "--short=7", "HEAD").strip()
    head, event, *_rest = out.split("\n\n")
    assert head == "森町（北海道）の履歴（新しい順）"
    assert event == (
        f"2027-05-02 {commit} 直した\n"
        "  森町（北海道）第2期チーム\n"
        "    1人目（農林水産省） 役職: 課長級 → 補佐級"
    )
    assert subjects(banso) == ["直した", "start"]
    assert "    テーマ: 産業振興\n" in out
    assert "banso@example.invalid" not in out


@pytest.mark.parametrize("name", ["森町", "013455", "013455-mori", TEAM, "1", "もりまち"])
def test_a_record_has_many_names(banso: Banso, name: str) -> None:
    assert told(banso, name).startswith("森町（北海道）の履歴")


def test_commits_that_change_no_value_are_counted(repository: Repository, banso: Banso) -> None:
    for number in range(2):
        repository.edit(TEAM, "number: 1", f"# {number}\nnumber: 1")
        repository.commit("form")
    repository.edit("themes.yaml", "themes:", "# 一行\nthemes:")
    repository.commit("elsewhere")
    assert subjects(banso) == ["start"]
    assert told(banso).endswith("\n\n値の変わらないコミット 2 件を省きました\n")


def test_a_merge_is_told_only_for_values_of_its_own(repository: Repository, banso: Banso) -> None:
    repository.git("checkout", "--quiet", "-b", "side")
    repository.edit(TEAM, "number: 1", "number: 1  # 森")
    repository.edit(TEAM, "themes: [産業振興]", "themes: [環境]")
    repository.commit("theme")
    repository.git("checkout", "--quiet", "main")
    rank(repository, "課長級", "補佐級", "rank")
    repository.git("merge", "--quiet", "--no-edit", "-m", "clean merge", "side")
    assert sorted(subjects(banso)) == ["rank", "start", "theme"]
    assert "省きました" not in told(banso)

    repository.git("checkout", "--quiet", "-b", "other")
    rank(repository, "補佐級", "係長級", "one")
    repository.git("checkout", "--quiet", "main")
    repository.edit(TEAM, "themes: [環境]", "themes: [環境, 産業振興]")
    rank(repository, "補佐級", "指定職", "another")
    repository.git("merge", "--quiet", "--no-commit", "--strategy=ours", "other")
    repository.edit(TEAM, f"{RANK}指定職", f"{RANK}課長級")
    repository.commit("merge with a value of its own")
    (event,) = (e for e in told(banso).split("\n\n") if "of its own" in e)
    assert event.splitlines()[1:] == [
        "  森町（北海道）第2期チーム",
        "    1人目（農林水産省） 役職: 指定職 → 課長級",
    ]


def test_a_rename_beside_an_edit_and_their_merge(repository: Repository, banso: Banso) -> None:
    repository.git("checkout", "--quiet", "-b", "side")
    for folder in ("teams/2", "municipalities"):
        old = f"roster/{folder}/013455-mori.yaml"
        repository.git("mv", old, f"roster/{folder}/013455-morimachi.yaml")
    repository.commit("rename")
    repository.git("checkout", "--quiet", "main")
    rank(repository, "課長級", "補佐級", "edit")
    repository.git("merge", "--quiet", "--no-edit", "-m", "merge", "side")
    rank(repository, "補佐級", "指定職", "later", RENAMED)
    assert sorted(subjects(banso)) == ["edit", "later", "rename", "start"]
    assert "ファイル: teams/2/013455-mori.yaml → teams/2/013455-morimachi.yaml" in told(banso)


def test_a_life_goes_on_over_periods(repository: Repository, banso: Banso) -> None:
    third = repository.roster / "teams" / "3"
    third.mkdir()
    shutil.copy(repository.roster / TEAM, third / "013455-mori.yaml")
    repository.commit("continued")
    (repository.roster / TEAM).unlink()
    repository.commit("gone")
    events = told(banso).split("\n\n")
    assert events[1].splitlines()[1] == "  森町（北海道）第2期チーム（削除）"
    assert events[2].splitlines()[1] == "  森町（北海道）第3期チーム（追加）"


def test_what_is_gone_still_has_a_history(repository: Repository, banso: Banso) -> None:
    for folder in ("teams/2", "municipalities"):
        (repository.roster / folder / "013455-mori.yaml").unlink()
    repository.commit("gone")
    assert subjects(banso, "013455") == ["gone", "start"]
    assert told(banso, "013455").startswith("森町（北海道）の履歴")
    assert "森町（北海道）（削除）" in told(banso, "013455")


def test_the_edge_of_a_shallow_clone_is_no_beginning(
    repository: Repository, tmp_path: Path, banso: Banso, monkeypatch: pytest.MonkeyPatch
) -> None:
    rank(repository, "課長級", "補佐級", "first")
    rank(repository, "補佐級", "指定職", "second")
    clone = tmp_path / "clone"
    repository.git("clone", "--quiet", "--depth=2", repository.folder.as_uri(), str(clone))
    monkeypatch.chdir(clone)
    assert subjects(banso) == ["second"]
    assert "（追加）" not in told(banso)
    assert told(banso).endswith(
        "\n\nこれより前の履歴は手元にありません（git fetch --unshallow で取り寄せられます）\n"
    )
    assert "手元にありません" in told(banso, "第2期")


def test_a_renamed_agency_is_told_once_where_the_record_has_it(
    repository: Repository, banso: Banso
) -> None:
    for file in repository.roster.rglob("*.yaml"):
        file.write_text(file.read_text("utf-8").replace("総務省", "総合省"), "utf-8")
    repository.commit("renamed")
    events = told(banso).split("\n\n")
    assert events[1].splitlines()[1:] == ["  改称: 総務省 → 総合省（1チームの1席も）"]
    assert subjects(banso, "大船渡市") == ["start"]
    assert "改称: 総務省 → 総合省\n" in told(banso, "府省庁等の一覧")


def test_lists_and_periods_have_lives_too(repository: Repository, banso: Banso) -> None:
    repository.edit("periods/2.yaml", "percent: 75", "percent: 76")
    repository.commit("a voice")
    assert subjects(banso, "第2期") == ["a voice", "start"]
    assert "支援官の声 現場の経験 割合: 75 → 76" in told(banso, "第2期")
    assert subjects(banso, "agencies") == ["start"]


def test_what_is_not_read_is_told(repository: Repository, banso: Banso) -> None:
    good = (repository.roster / TEAM).read_bytes()
    (repository.roster / TEAM).write_text("members: [", "utf-8")
    repository.commit("broken")
    (repository.roster / TEAM).write_bytes(good)
    repository.commit("mended")
    assert subjects(banso) == ["mended", "broken", "start"]
    assert told(banso).count(f"読めないファイル: {TEAM}") == 2


def test_names_that_have_no_life(repository: Repository, banso: Banso) -> None:
    run = banso("history", "総務省")
    assert (run.code, run.out) == (2, "")
    assert "それを載せる一覧を指定してください: programme、agencies、themes" in run.err
    assert banso("history", "謎町").code == 2
    run = banso("history", "999999")
    assert run.code == 2
    assert "どのコミットにもありません" in run.err
    repository.git("checkout", "--quiet", "--orphan", "empty")
    assert banso("history", "森町").code == 3


@pytest.mark.parametrize(
    "setting", ["log.showSignature=true", "log.showRoot=false", "color.ui=always"]
)
def test_what_a_user_has_set_changes_nothing(
    repository: Repository, banso: Banso, setting: str
) -> None:
    repository.git("config", *setting.split("="))
    rank(repository, "課長級", "補佐級", "edit")
    assert subjects(banso) == ["edit", "start"]


def test_a_life_tells_nothing_personal(
    repository: Repository, banso: Banso, tmp_path: Path
) -> None:
    shutil.rmtree(repository.roster)
    shutil.copytree(sound(tmp_path / "sound"), repository.roster)
    repository.commit("personal")
    for file in repository.roster.glob("teams/*/*.yaml"):
        content = file.read_text("utf-8")
        for old, new in ((CLASSES[0], "X"), (CLASSES[1], CLASSES[0]), ("X", CLASSES[1])):
            content = content.replace(old, new)
        file.write_text(content, "utf-8")
    repository.commit("others")
    out = told(banso)
    assert "（非表示）の項目" in out
    assert not any(name in out for name in CLASSES)


def test_a_merge_that_takes_one_side_or_brings_a_record_of_its_own(
    repository: Repository, banso: Banso
) -> None:
    repository.git("checkout", "--quiet", "-b", "side")
    rank(repository, "課長級", "補佐級", "side")
    repository.git("checkout", "--quiet", "main")
    repository.edit("themes.yaml", "themes:", "# 一行\nthemes:")
    repository.commit("elsewhere")
    repository.git("merge", "--quiet", "--no-commit", "side")
    third = repository.roster / "teams" / "3"
    third.mkdir()
    shutil.copy(repository.roster / TEAM, third / "013455-mori.yaml")
    repository.commit("merge with a team")
    assert subjects(banso) == ["merge with a team", "side", "start"]
    assert told(banso).split("\n\n")[1].splitlines()[1] == "  森町（北海道）第3期チーム（追加）"
