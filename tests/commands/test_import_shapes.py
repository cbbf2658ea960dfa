"""`banso import` of lists in other shapes: what is told, and what options change."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.commands.lists import KANOYA, LISTS, listed, only
from tests.commands.running import ROSTER, Banso

SHAPES = LISTS / "shapes"
NIKI = ("2.北海道仁木町,国土交通省,課長級", ",財務省,課長級")


def test_the_sheet_and_what_is_not_read_are_told(banso: Banso, tmp_path: Path) -> None:
    roster = shutil.copytree(ROSTER, tmp_path / "roster")
    only(roster, ())
    list_of_five = SHAPES / "x10_hidden_old_sheet_first.xlsx"
    excepted = ("--exception", "single-agency-team=試験")
    arguments = ("import", list_of_five, "--period", "2", "--out", roster, *excepted)
    for run in (banso(*arguments, "--diff"), banso(*arguments)):
        assert run.code == 0, run.err
        told = run.out if "書きました" in run.out else run.err
        assert "読んだシート: 確定版\n読まなかったシート: 旧版（非表示）\n" in told


def test_a_status_of_the_list_is_taken_over(banso: Banso, copied: Path, tmp_path: Path) -> None:
    only(copied, ("462039-kanoya",))
    file = copied / "teams" / "2" / "462039-kanoya.yaml"
    head, *rows = listed(tmp_path, *KANOYA).read_text("utf-8").splitlines()
    lines = (f"{head},区分", f"{rows[0]},新規", f"{rows[1]},")
    for status, expected in (("新規", "status: new"), ("継続", "status: continuing")):
        text = "\n".join(lines).replace("新規", status)
        (tmp_path / "list.csv").write_text(text, encoding="utf-8")
        arguments = ("import", tmp_path / "list.csv", "--period", "2", "--out", copied)
        run = banso(*arguments, "--overwrite")
        assert run.code == 0, run.err
        assert expected in file.read_text("utf-8")


def test_a_part_of_a_list_says_nothing_of_other_teams(
    banso: Banso, copied: Path, tmp_path: Path
) -> None:
    only(copied, ("462039-kanoya",))
    source = listed(tmp_path, *NIKI)
    whole = banso("import", source, "--period", "2", "--out", copied)
    assert whole.code == 1
    assert "2行目: 番号1があるはずのところに「2 北海道仁木町」があります" in whole.err
    assert "--part" in whole.err
    both = banso("import", source, "--period", "2", "--out", copied, "--part", "--prune")
    assert (both.code, both.out) == (2, "")
    part = banso("import", source, "--period", "2", "--out", copied, "--part")
    assert part.code == 0, part.err
    assert "鹿屋市" not in part.out
    assert {file.stem for file in (copied / "teams" / "2").iterdir()} == {
        "014079-niki",
        "462039-kanoya",
    }


def test_a_word_that_is_no_status_is_wrong_usage(banso: Banso) -> None:
    run = banso("import", SHAPES / "x02_merged_names.xlsx", "--period", "2", "--fill", "青")
    assert (run.code, run.out) == (2, "")
    assert "「青」は、継続、新規、またはその両方ではありません" in run.err
