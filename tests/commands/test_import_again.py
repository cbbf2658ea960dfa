"""`banso import` of a list over teams that have files already: what it does not say stays."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.commands.lists import KANOYA, listed, numbered, only
from tests.commands.running import Banso


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_what_people_wrote_stays_letter_by_letter(banso: Banso, copied: Path, ends: str) -> None:
    file = copied / "teams" / "2" / "462039-kanoya.yaml"
    only(copied, ["462039-kanoya"])
    further = "    url: https://example.jp/1\n  - {title: 市のページ}  # 補足\n"
    text = f"# 注記\n{numbered(file, 7)}{further}"
    text = text.replace("agency: 農林", "agency:   農林").replace("\n", ends)
    file.write_bytes(text.encode())
    arguments = ("--period", "2", "--out", copied, "--source", "試験のための一覧")
    run = banso("import", listed(copied.parent, *KANOYA), *arguments, "--overwrite")
    assert run.code == 0, run.err
    assert file.read_bytes().decode() == text.replace("number: 7", "number: 1")


def test_members_that_change_places_keep_what_is_theirs(banso: Banso, copied: Path) -> None:
    file = copied / "teams" / "2" / "462039-kanoya.yaml"
    only(copied, ["462039-kanoya"])
    first = (
        "  - agency: 農林水産省\n    rank: 指定職\n    gender: 女性\n    track: 技官\n    age: 51\n"
    )
    second = (
        "  - agency: 財務省\n    rank: 補佐級\n    gender: 男性\n    track: 事務官\n    age: 34\n"
    )
    activity = "activities:\n  - {kind: visit, date: 2026-06-01, attended: [1]}  # 一人\n"
    text = numbered(file, 1).replace("sources:", f"{activity}sources:")
    assert first + second in text
    file.write_text(text, encoding="utf-8")
    swapped = listed(copied.parent, "1.鹿児島県鹿屋市,財務省,補佐級", ",農林水産省,指定職")
    arguments = ("--period", "2", "--out", copied, "--overwrite")
    shown = banso("import", swapped, *arguments, "--diff")
    assert (shown.code, file.read_text("utf-8")) == (0, text)
    assert "+  - {kind: visit, date: 2026-06-01, attended: [2]}  # 一人\n" in shown.out
    assert not any(word in shown.out for word in ("女性", "技官", "51"))
    assert banso("import", swapped, *arguments).code == 0
    expected = text.replace(first + second, second + first).replace("[1]", "[2]")
    assert file.read_text("utf-8") == f"{expected}  - title: list.csv\n"


def test_members_that_nobody_can_tell_are_refused(banso: Banso, copied: Path) -> None:
    file = copied / "teams" / "2" / "462039-kanoya.yaml"
    only(copied, ["462039-kanoya"])
    text = numbered(file, 1)
    other = listed(copied.parent, KANOYA[0], ",総務省,補佐級")
    run = banso("import", other, "--period", "2", "--out", copied, "--overwrite")
    assert (run.code, run.out, file.read_text("utf-8")) == (1, "", text)
    assert "roster/teams/2/462039-kanoya.yaml: 「財務省 補佐級」が一覧表のどの支援官に" in run.err
    assert "members と attended を一覧表に合わせて" in run.err
    assert "男性" not in run.err


def test_who_left_is_not_put_back_by_the_list_of_the_first_day(banso: Banso, copied: Path) -> None:
    file = copied / "teams" / "2" / "462039-kanoya.yaml"
    only(copied, ["462039-kanoya"])
    former = "former:\n  - {agency: 財務省, rank: 補佐級, seat: 2, until: 2026-08-31}\n"
    today = "  - agency: 環境省\n    rank: 係長級\n    since: 2026-09-01\n"
    text = numbered(file, 1)
    start, end = text.index("  - agency: 財務省"), text.index("sources:")
    text = f"{text[:start]}{today}{former}{text[end:]}"
    file.write_text(text, encoding="utf-8")
    arguments = ("--period", "2", "--out", copied, "--overwrite")
    for second in (KANOYA[1], ",環境省,係長級"):
        run = banso("import", listed(copied.parent, KANOYA[0], second), *arguments)
        assert (run.code, run.err, file.read_text("utf-8")) == (0, "", text)
    swapped = listed(copied.parent, "1.鹿児島県鹿屋市,環境省,係長級", ",農林水産省,指定職")
    run = banso("import", swapped, *arguments)
    assert (run.code, run.out, file.read_text("utf-8")) == (1, "", text)
    assert "462039-kanoya.yaml: 期の途中で支援官が交代しています" in run.err


def test_a_list_that_says_nothing_new_writes_nothing(banso: Banso, copied: Path) -> None:
    only(copied, ["462039-kanoya"])
    numbered(copied / "teams" / "2" / "462039-kanoya.yaml", 1)
    run = banso("import", listed(copied.parent, *KANOYA), "--period", "2", "--out", copied)
    assert (run.code, run.out) == (0, "変更はありません。台帳はすでに一覧表のとおりです\n")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("462039-kanoya.yaml", "number: 1\nnumber: 2\n"),
        ("013455-mori.yaml", "number: [\n"),
        ("013455-mori.yml", "number: 1\n"),
    ],
)
def test_a_file_with_a_fault_is_not_touched(
    name: str, text: str, banso: Banso, copied: Path
) -> None:
    file = copied / "teams" / "2" / name
    only(copied, ["462039-kanoya"])
    file.write_text(text, encoding="utf-8")
    run = banso(
        "import", listed(copied.parent, *KANOYA), "--period", "2", "--out", copied, "--overwrite"
    )
    assert (run.code, run.out) == (1, "")
    assert f"対処: 先に直してください: banso validate roster/teams/2/{name}" in run.err
    assert file.read_text("utf-8") == text


def test_teams_that_the_list_lacks_are_named_and_removed_when_asked(
    banso: Banso, copied: Path
) -> None:
    only(copied, ["462039-kanoya", "013455-mori"])
    numbered(copied / "teams" / "2" / "462039-kanoya.yaml", 1)
    mori = copied / "teams" / "2" / "013455-mori.yaml"
    numbered(mori, 2)
    arguments = ("import", listed(copied.parent, *KANOYA), "--period", "2", "--out", copied)
    run = banso(*arguments)
    assert (run.code, mori.exists()) == (0, True)
    assert (
        "一覧表にないチーム（1件）:\n  02 北海道森町: roster/teams/2/013455-mori.yaml\n" in run.out
    )
    assert "--prune" in run.out
    shown = banso(*arguments, "--prune", "--diff")
    assert (shown.code, mori.exists()) == (0, True)
    assert "--- a/roster/teams/2/013455-mori.yaml\n+++ /dev/null\n" in shown.out
    run = banso(*arguments, "--prune")
    assert (run.code, mori.exists()) == (0, False)
    assert (
        "一覧表にないため削除するチーム（1件）:\n  02 北海道森町: roster/teams/2/013455-mori.yaml\n"
        in run.out
    )
    assert [file.name for file in mori.parent.iterdir()] == ["462039-kanoya.yaml"]


def test_a_new_file_is_shown_as_one(banso: Banso, copied: Path) -> None:
    only(copied, ())
    arguments = ("import", listed(copied.parent, *KANOYA), "--period", "2", "--out", copied)
    run = banso(*arguments, "--diff")
    assert run.out.startswith("--- /dev/null\n+++ b/roster/teams/2/462039-kanoya.yaml\n@@ -0,0 +1,")
    assert not list((copied / "teams" / "2").iterdir())


@pytest.mark.parametrize(("period", "code"), [("7", 2), ("3", 1)])
def test_a_period_without_a_sound_file_takes_no_list(
    period: str, code: int, banso: Banso, copied: Path
) -> None:
    (copied / "periods" / "3.yaml").write_text("number: [\n", encoding="utf-8")
    run = banso("import", listed(copied.parent, *KANOYA), "--period", period, "--out", copied)
    assert (run.code, run.out) == (code, "")
    assert f"periods/{period}.yaml" in run.err
    assert ("banso new period 7" in run.err) is (period == "7")
    assert not (copied / "teams" / period).exists()


def test_errors_of_other_files_are_told(banso: Banso, copied: Path) -> None:
    only(copied, ())
    programme = copied / "programme.yaml"
    text = programme.read_text("utf-8")
    programme.write_text(text.replace("- period: 2", "- period: 1"), "utf-8")
    run = banso("import", listed(copied.parent, *KANOYA), "--period", "2", "--out", copied)
    assert run.code == 0, run.err
    assert "件のエラーがあります。banso validate で" in run.err


def test_teams_that_break_rules_are_refused_or_excepted(banso: Banso, copied: Path) -> None:
    only(copied, ())
    same = listed(copied.parent, *KANOYA[:1], ",農林水産省,補佐級")
    arguments = ("import", same, "--period", "2", "--out", copied)
    run = banso(*arguments)
    assert (run.code, run.out) == (1, "")
    assert "[single-agency-team]" in run.err
    assert "--exception single-agency-team=" in run.err
    assert not list((copied / "teams" / "2").iterdir())
    run = banso(
        *arguments, "--exception", "single-agency-team=資料のとおり", "--exception", "team-size=x"
    )
    assert run.code == 0, run.err
    assert "規則 team-size の例外を必要とするチームはありませんでした" in run.err
    text = (copied / "teams" / "2" / "462039-kanoya.yaml").read_text("utf-8")
    assert text.endswith("exceptions:\n  - rule: single-agency-team\n    reason: 資料のとおり\n")
    alone = listed(copied.parent, *KANOYA[:1])
    run = banso("import", alone, "--period", "2", "--out", copied, "--overwrite")
    assert (run.code, "[team-size]" in run.err) == (1, True)


def test_a_team_in_the_file_of_another_is_not_overwritten(banso: Banso, copied: Path) -> None:
    only(copied, ["013455-mori"])
    folder = copied / "teams" / "2"
    other = (folder / "013455-mori.yaml").rename(folder / "462039-kanoya.yaml")
    text = other.read_text("utf-8")
    arguments = ("--period", "2", "--out", copied, "--overwrite")
    run = banso("import", listed(copied.parent, *KANOYA), *arguments)
    assert (run.code, other.read_text("utf-8")) == (1, text)
    assert "roster/teams/2/462039-kanoya.yaml には別の市町村のチームが書かれています" in run.err


def test_a_draft_is_not_overwritten(banso: Banso, copied: Path) -> None:
    file = copied / "teams" / "2" / "462039-kanoya.yaml"
    only(copied, ["462039-kanoya"])
    text = f"draft: true\n{numbered(file, 1)}"
    file.write_text(text, encoding="utf-8")
    arguments = ("--period", "2", "--out", copied, "--overwrite")
    run = banso("import", listed(copied.parent, *KANOYA), *arguments)
    assert (run.code, run.out, file.read_text("utf-8")) == (1, "", text)
    assert "teams/2/462039-kanoya.yaml はこのチームの案です" in run.err


def test_a_team_with_two_files_is_refused(banso: Banso, copied: Path) -> None:
    only(copied, ["462039-kanoya"])
    file = copied / "teams" / "2" / "462039-kanoya.yaml"
    shutil.copy(file, file.with_name("462039-other.yaml"))
    arguments = ("import", listed(copied.parent, *KANOYA), "--period", "2", "--out", copied)
    run = banso(*arguments, "--overwrite")
    assert run.code == 1
    assert "鹿児島県鹿屋市のチームのファイルが複数あります" in run.err


def test_what_cannot_be_edited_is_named(banso: Banso, copied: Path) -> None:
    only(copied, ["462039-kanoya"])
    file = copied / "teams" / "2" / "462039-kanoya.yaml"
    text = numbered(file, 7)
    arguments = ("import", listed(copied.parent, *KANOYA), "--period", "2", "--out", copied)
    for awkward, reason in (
        (text.replace("number", "? number\n", 1), "書き方"),
        (text.replace("\n", "\r\n", 1), "改行が2種類"),
    ):
        file.write_bytes(awkward.encode())
        run = banso(*arguments, "--overwrite")
        assert (run.code, file.read_bytes()) == (1, awkward.encode())
        assert "462039-kanoya.yaml を書き換えられません" in run.err
        assert reason in run.err
    target = file.rename(file.with_name("kept"))
    file.symlink_to(target)
    run = banso(*arguments, "--overwrite")
    assert (run.code, "リンク" in run.err) == (1, True), run.err


def test_a_link_is_not_removed(banso: Banso, copied: Path) -> None:
    only(copied, ["462039-kanoya", "013455-mori"])
    numbered(copied / "teams" / "2" / "462039-kanoya.yaml", 1)
    mori = copied / "teams" / "2" / "013455-mori.yaml"
    numbered(mori, 2)
    mori.symlink_to(mori.rename(mori.with_name("kept")))
    arguments = ("import", listed(copied.parent, *KANOYA), "--period", "2", "--out", copied)
    run = banso(*arguments, "--prune")
    assert (run.code, mori.is_symlink()) == (1, True)
    assert "013455-mori.yaml を書き換えられません" in run.err
