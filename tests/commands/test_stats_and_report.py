"""`banso stats` and `banso report`."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from wcwidth import wcswidth

from banso_cli.statistics.dimensions import DIMENSIONS
from tests.commands.running import PUBLIC, ROSTER, Banso, break_theme


def test_what_is_known_stands_first_in_the_order_of_the_summary(banso: Banso) -> None:
    run = banso("stats")
    titles = [line[2:].split(":")[0] for line in run.out.splitlines() if line.startswith("■ ")]
    assert titles == [
        "公表値との照合",
        "役職",
        "地域別 応募・伴走支援自治体数",
        "人口規模別 伴走支援自治体数",
        "未収録",
    ]
    assert (run.code, run.err) == (0, "")


def test_piped_tables_are_plain_and_80_columns_wide(banso: Banso) -> None:
    arguments = ("--by", "agency", "--cross", "rank,prefecture", "--cross", "population,region")
    out = banso("stats", *arguments).out + banso("stats").out
    assert "\x1b" not in out
    assert all(line == line.rstrip() for line in out.splitlines())
    assert max(wcswidth(line) for line in out.splitlines()) <= 80


def test_bars_stand_in_one_column(banso: Banso) -> None:
    lines = banso("stats", "--by", "region").out.splitlines()
    starts = {wcswidth(line.split("█")[0]) for line in lines if "█" in line}
    assert len(starts) == 1


def test_a_dimension_without_data_is_one_line(banso: Banso) -> None:
    lines = banso("stats", "--by", "gender").out.splitlines()
    assert lines == [
        "地方創生伴走支援制度 第2期（令和8年4月1日までの記録による）",
        "",
        "■ 未収録: 性別",
        "※ 概要資料は図（画像）で示し、その数は収録していない。",
        "※ 収め方: banso explain 性別",
    ]


def test_a_terminal_gets_bold_titles(banso: Banso, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout.__class__, "isatty", lambda _self: True, raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("TERM", "xterm")
    assert "\x1b[1m■ 役職" in banso("stats", "--by", "rank").out
    listed = banso("list", "themes").out
    assert "17 件" in listed


@pytest.mark.parametrize("form", ["markdown", "csv", "json"])
def test_forms_for_programs(form: str, banso: Banso) -> None:
    run = banso("stats", "--format", form, "--by", "rank", "--cross", "rank,region")
    assert run.code == 0
    assert "130" in run.out
    assert "公表値との照合" not in run.out


def test_json_without_by_holds_all_tables(banso: Banso) -> None:
    tables = json.loads(banso("stats", "--format", "json").out)["tables"]
    assert [table["id"] for table in tables] == [*(each.id for each in DIMENSIONS), "totals"]


def test_a_withheld_or_unrecorded_cross_is_one_note(banso: Banso) -> None:
    out = banso("stats", "--cross", "rank,gender").out
    assert "■ 役職 × 性別: 未収録。" in out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("stats", "--by", "agncy"), "もしかして: agency"),
        (("stats", "--by", "氏名"), "区分: 性別、事務官・技官の別、役職"),
        (("stats", "--cross", "rank"), "--cross には異なる二つの区分を書きます"),
        (("stats", "--cross", "rank,rank"), "--cross には異なる二つの区分を書きます"),
        (("stats", "--cross", "activity,rank"), "「rank」とは組み合わせられません"),
        (("stats", "--cross", "agency,activity"), "「agency」とは組み合わせられません"),
        (("stats", "--where", "prefecture"), "--where には区分と値を書きます"),
        (("stats", "--where", "prefecture=長野"), "もしかして: 長野県"),
        (("stats", "--where", "gender=女性"), "「gender」は個人の属性なので"),
        (("stats", "--top", "0"), "--top"),
        (("stats", "--sort", "数"), "「数」は選べません"),
        (("stats", "--period", "9"), "第9期は収録していません"),
        (("stats", "--period", "二"), "数を書いてください"),
        (("report", "--format", "pdf"), "「pdf」は選べません"),
    ],
)
def test_wrong_options_end_with_2(arguments: tuple[str, ...], message: str, banso: Banso) -> None:
    run = banso(*arguments)
    assert (run.code, run.out) == (2, "")
    assert message in run.err
    assert "Error" not in run.err


def test_tables_of_markdown_name_programme_and_period(banso: Banso) -> None:
    out = banso("stats", "--format", "markdown", "--cross", "region,rank").out
    state = "（令和8年4月1日までの記録による）"
    assert out.startswith(f"# 地方創生伴走支援制度 第2期\n\n{state}\n\n## 地域別 × 役職\n")
    rows = [line.strip("| ").split(" | ") for line in out.splitlines() if line.startswith("| ")]
    assert rows[0][-1] == rows[-1][0] == "計"
    assert rows[1] == ["北海道", "1", "8", "6", "14", "4", "33"]
    assert rows[-1] == ["計", "7", "41", "36", "130", "65", "279"]


def test_shares_published_alone_have_bars_in_every_form(banso: Banso, tmp_path: Path) -> None:
    roster = shutil.copytree(ROSTER, tmp_path / "roster")
    file = roster / "periods" / "2.yaml"
    classes = "[{name: 男性, percent: 80}, {name: 女性, percent: 20.0}]"
    shares = f"breakdowns:\n  - {{dimension: gender, classes: {classes}, sources: []}}\n"
    written = file.read_text("utf-8")
    (there,) = re.findall(r"^breakdowns:\n(?: .*\n)+", written, re.MULTILINE)
    file.write_text(written.replace(there, shares), "utf-8")
    arguments = ("--roster", roster)
    out = banso("stats", *arguments, "--by", "gender").out
    rows = [line.split() for line in out.splitlines() if "%" in line]
    assert rows == [["男性", "…", "80.0%", "█" * 20], ["女性", "…", "20.0%", "█" * 5]]
    for command in (("stats", "--format", "markdown"), ("report",)):
        out = banso(*command, *arguments).out
        assert f"| 男性 | … | 80.0% | {'█' * 20} |\n| 女性 | … | 20.0% | {'█' * 5} |\n" in out
    page = banso("report", "--format", "html", *arguments).out
    for width in ("80.0", "20.0"):
        head = '<svg viewBox="0 0 80.0 1" preserveAspectRatio="none" aria-hidden="true">'
        assert f'{head}<rect width="{width}" height="1"/></svg>' in page


def test_a_faulty_roster_gives_no_figure_unless_allowed(banso: Banso, copied: Path) -> None:
    break_theme(copied)
    for command in ("stats", "report"):
        refused = banso(command, "--roster", copied)
        assert (refused.code, refused.out) == (1, "")
        assert "1件のエラー" in refused.err
        assert "banso validate" in refused.err
        allowed = banso(command, "--roster", copied, "--allow-invalid")
        assert allowed.code == 0
        assert "不完全" in allowed.out


def test_without_definitions_nothing_is_counted(banso: Banso, copied: Path) -> None:
    (copied / "programme.yaml").write_text("name: [", encoding="utf-8")
    run = banso("stats", "--roster", copied, "--allow-invalid")
    assert (run.code, run.out) == (3, "")
    assert "programme.yaml" in run.err


def test_a_roster_without_teams_names_no_period(banso: Banso, copied: Path) -> None:
    file = copied / "periods" / "2.yaml"
    file.write_text(file.read_text("utf-8").replace("coverage: teams", "coverage: totals"), "utf-8")
    run = banso("stats", "--roster", copied, "--allow-invalid")
    assert run.code == 3
    assert "チームを収録した期が台帳にありません" in run.err


def test_a_report_goes_to_a_file_as_a_whole(banso: Banso, tmp_path: Path) -> None:
    target = tmp_path / "summary.md"
    run = banso("report", "--output", target)
    assert (run.code, run.out) == (0, "")
    assert target.read_text("utf-8") == banso("report").out
    assert banso("report", "--format", "csv", "-o", tmp_path / "t.csv").code == 0
    assert (tmp_path / "t.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert banso("report", "--output", tmp_path / "nowhere" / "summary.md").code == 3
    assert not (tmp_path / "nowhere").exists()
    refused = banso("report", "--output", tmp_path)
    assert refused.code == 3
    assert "書き込めません" in refused.err


ENVIRONMENTS = (
    {"TZ": "Asia/Tokyo", "LANG": "ja_JP.UTF-8", "PYTHONHASHSEED": "1"},
    {"TZ": "America/New_York", "LANG": "C", "PYTHONHASHSEED": "2", "LC_ALL": "POSIX"},
    {"TZ": "UTC", "LANG": "de_DE.ISO-8859-1", "PYTHONHASHSEED": "3", "COLUMNS": "40"},
)


def test_the_same_bytes_in_every_environment() -> None:
    """Other time zone, language, hash seed and working folder: nothing of these is in a report."""
    folders = (PUBLIC, ROSTER / "teams", ROSTER)
    outputs = set()
    for changed, folder in zip(ENVIRONMENTS, folders, strict=True):
        outputs.add(
            subprocess.run(
                [sys.executable, "-m", "banso_cli", "report"],
                env={**os.environ, **changed},
                cwd=folder,
                capture_output=True,
                check=True,
            ).stdout
        )
    assert len(outputs) == 1
    assert "地方創生伴走支援制度".encode() in outputs.pop()


def test_a_period_that_is_begun_empties_no_command(banso: Banso, copied: Path) -> None:
    before = [banso(name, "--roster", copied).out for name in ("stats", "report")]
    assert banso("new", "period", "3", "--fiscal-year", "2027", "--roster", copied).code == 0
    assert [banso(name, "--roster", copied).out for name in ("stats", "report")] == before
    assert banso("show", "1", "--roster", copied).code == 0
    assert "第3期" in banso("stats", "--period", "3", "--roster", copied).out


def test_without_a_measure_in_force_it_is_told_why_nothing_is_counted(
    banso: Banso, copied: Path
) -> None:
    programme = copied / "programme.yaml"
    programme.write_text(
        programme.read_text("utf-8").replace("{period: 2,", "{period: 1,"), "utf-8"
    )
    tables = ("--by", "population", "--cross", "population,rank", "--allow-invalid")
    out = "".join(banso("stats", *tables, "--roster", copied).out.split())
    why = "どの人口を用いるかが第2期について定められていないため、人口規模では数えない"
    assert out.count(why) == 2
    assert "市町村のpopulationから集計する" not in out
