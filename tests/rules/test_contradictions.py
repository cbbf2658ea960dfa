"""One cause, one finding: what contradicts something else is told once, where it can be mended."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from banso_cli.reading.folder import read_roster
from banso_cli.rules import check
from tests.commands.running import PROJECT

PROGRAMME, AGENCIES, THEMES = "programme.yaml", "agencies.yaml", "themes.yaml"
FIRST, SECOND = "periods/1.yaml", "periods/2.yaml"
OFUNATO, MORI = "teams/2/032034-ofunato.yaml", "teams/2/013455-mori.yaml"
Edit = tuple[str, str, str]


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copytree(PROJECT / "roster", tmp_path_factory.mktemp("real") / "roster"))


def found(folder: Path, *edits: Edit) -> list[str]:
    """Return the rules that find something after the edits, which are undone; `*` edits all."""
    before = {name: (folder / name).read_text("utf-8") for name, _old, _new in edits}
    try:
        for name, old, new in edits:
            text = (folder / name).read_text("utf-8")
            assert old in text
            (folder / name).write_text(text.replace(old, new, 1), "utf-8")
        return [finding.rule for finding in check(read_roster(folder))]
    finally:
        for name, text in before.items():
            (folder / name).write_text(text, "utf-8")


FEW = "{name: 5千人未満, below: 5000}"
COUNTED = "- figure: municipalities\n    value: 97"
CENSUS = "  - {period: 2, measure: 国勢調査, date: 2020-10-01, basis: 一}\n"
STRANGER = "  - id: medicine\n    name: 医療\n    sources:\n      - title: 一\n"
APPLIED = "- figure: municipalities_applied\n    value: 115"


@pytest.mark.parametrize(
    ("edits", "rules"),
    [
        ([(PROGRAMME, "least: 2", "least: 4")], ["impossible-bounds"]),
        ([(PROGRAMME, "most: 3", "most: 0")], ["impossible-bounds"]),
        ([(PROGRAMME, "below: 100000", "below: 0")], ["impossible-bounds"]),
        ([(PROGRAMME, FEW, FEW.replace("5000", "6000"))], ["contradicting-label"]),
        ([(PROGRAMME, "least: 5000, ", "least: 6000, ")], ["contradicting-label"]),
        ([(PROGRAMME, "least: 60}", "least: 60, below: 70}")], ["contradicting-label"]),
        ([(PROGRAMME, "{name: 30代, least: 30", "{name: 40代, least: 30")], ["repeated-name"]),
        ([(PROGRAMME, "tracks: [事務官", "tracks: [事務官, 事務官")], ["repeated-name"]),
        ([(PROGRAMME, "name: 東北", "name: 関東")], ["repeated-name"]),
        (
            [(PROGRAMME, "    prefectures: [北海道]", "    prefectures: [北海]")],
            ["unknown-prefecture"],
        ),
        ([(PROGRAMME, "date: 2025-01-01", "date: 2026-01-01")], ["missing-population"]),
        ([(PROGRAMME, "measure: 住民基本台帳", "measure: 住民台帳")], ["missing-population"]),
        ([(PROGRAMME, "- period: 2", "- period: 1")], ["period-without-measure"]),
        ([(SECOND, "coverage: teams", "coverage: totals")], ["totals-beside-teams"]),
        ([(SECOND, "value: 47", "value: 48")], ["contradicting-figures"]),
        ([(SECOND, "value: 308", "value: 277")], ["contradicting-figures"]),
        ([(SECOND, APPLIED, APPLIED.replace("115", "96"))], ["contradicting-figures"]),
        ([(SECOND, "value: 33", "value: 48")], ["contradicting-figures"]),
        ([(SECOND, "value: 33", "value: 7")], ["status-over-published"]),
        ([(SECOND, "value: 33", "value: 39")], ["contradicting-figures"]),
        ([(SECOND, COUNTED, COUNTED.replace("97", "79"))], ["published-total"]),
        ([(FIRST, "value: 60", "value: 6")], ["contradicting-figures"]),
        ([(FIRST, "value: 184", "value: 18")], ["contradicting-figures"]),
        ([(FIRST, "value: 180", "value: 18")], ["contradicting-figures"]),
        (
            [
                (
                    FIRST,
                    "- figure: prefectures\n    value: 38",
                    "- figure: prefectures\n    value: 32",
                )
            ],
            ["contradicting-figures"],
        ),
        ([(SECOND, "percent: 91", "percent: 191")], ["not-a-number"]),
        ([(OFUNATO, "of: [status]", "of: [statsu]")], ["unknown-source-field"]),
        ([(OFUNATO, "status: continuing\n", "")], ["unknown-source-field"]),
        ([(MORI, "number: 1\n", "number: 1\nstatus: new\n")], ["unsourced-field"]),
        ([(MORI, "number: 1\n", "number: 1\nthemes: [環境]\n")], ["unsourced-field"]),
        ([(MORI, "number: 1\n", "number: 0\n")], ["number-outside-list"]),
        ([(MORI, "number: 1\n", "number: 98\n")], ["number-outside-list"]),
        ([(PROGRAMME, "沖縄県]", "琉球県]")], ["unknown-prefecture"]),
        ([(THEMES, "rule: unused-theme", "rule: 不明")], ["placeholder"]),
        ([(OFUNATO, "[産業振興, 環境, 子育て支援]", "{産業振興, 環境}")], ["wrong-shape"]),
        ([(THEMES, "exceptions:\n", f"exceptions:\n{STRANGER}")], ["unknown-key"]),
        ([(PROGRAMME, "name: 課長級", "name: 補佐級")], ["repeated-name"]),
        ([(AGENCIES, "name: 人事院", "name: 不明")], ["placeholder"]),
        ([(AGENCIES, "name: 人事院", "name: 内閣官房")], ["repeated-name"]),
        (
            [(PROGRAMME, "measures_in_force:\n", f"measures_in_force:\n{CENSUS}")],
            ["repeated-entry"],
        ),
        ([(PROGRAMME, "measure: 住民基本台帳", "measure: 不明")], ["placeholder"]),
    ],
)
def test_one_cause_is_told_once(copy: Path, edits: list[Edit], rules: list[str]) -> None:
    assert found(copy, *edits) == rules


def helps(folder: Path, rule: str) -> list[str]:
    return [each.help for each in check(read_roster(folder)) if each.rule == rule]


def test_braces_for_brackets_are_told_with_the_list(copy: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(copy, tmp_path / "roster"))
    text = (folder / OFUNATO).read_text("utf-8")
    (folder / OFUNATO).write_text(
        text.replace("[産業振興, 環境,", "{産業振興, 環境}  # ["), "utf-8"
    )
    assert helps(folder, "wrong-shape") == ["「[産業振興, 環境]」と書いてください"]


@pytest.mark.parametrize(
    ("file", "old", "expected"),
    [
        (PROGRAMME, "沖縄県]", "47都道府県のいずれかの名称を書いてください"),
        ("municipalities/032034-ofunato.yaml", "岩手県\n", "「岩手県」と書いてください"),
    ],
)
def test_a_prefecture_that_there_is_not_is_not_to_be_added(
    copy: Path, tmp_path: Path, file: str, old: str, expected: str
) -> None:
    folder = Path(shutil.copytree(copy, tmp_path / "roster"))
    text = (folder / file).read_text("utf-8")
    (folder / file).write_text(text.replace(old, old.replace(old[:3], "琉球県"), 1), "utf-8")
    assert helps(folder, "unknown-prefecture") == [expected]


def test_a_number_that_is_free_is_told(copy: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(copy, tmp_path / "roster"))
    (folder / MORI).write_text(
        (folder / MORI).read_text("utf-8").replace("number: 1\n", "number: 500\n")
    )
    assert helps(folder, "number-outside-list")[0].endswith("（空いている番号: 1）")
    for number, file in enumerate(sorted((folder / "teams/2").iterdir())[:8]):
        lines = file.read_text("utf-8").splitlines(keepends=True)
        lines[1] = f"number: {600 + number}\n"
        file.write_text("".join(lines), "utf-8")
    assert set(helps(folder, "number-outside-list")) == {"公表された一覧表の番号を書いてください"}


def test_a_measure_that_no_municipality_has_comes_with_the_one_that_all_have(
    copy: Path, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(copy, tmp_path / "roster"))
    programme = folder / PROGRAMME
    programme.write_text(
        programme.read_text("utf-8").replace("date: 2025-01-01", "date: 2024-01-01")
    )
    assert "2025-01-01" in helps(folder, "missing-population")[0]
    for file in (folder / "municipalities").iterdir():
        text = file.read_text("utf-8").replace("date: 20", "date: 19")
        file.write_text(text.replace("1925", "1926" if "mori" in file.name else "1925"), "utf-8")
    first = (folder / "municipalities/013455-mori.yaml").read_text("utf-8")
    others = first.replace("2020", "1920")
    (folder / "municipalities/013455-mori.yaml").write_text(
        others.replace("date: 19", "date: 18"), "utf-8"
    )
    assert "measure" in helps(folder, "missing-population")[0]


BREAKDOWNS = """breakdowns:
  - {dimension: gender, classes: [{name: 男性, value: 200}, {name: 女性}], sources: [{title: 一}]}
  - dimension: gender
    of: applied
    classes: [{name: 男性, value: 199}, {name: 女性, value: 109}]
    sources: [{title: 一}]
  - dimension: track
    classes: [{name: 事務官, percent: 60.5}, {name: 技官}]
    sources: [{title: 一}]
"""


@pytest.mark.parametrize(
    ("old", "new", "rules"),
    [
        ("", "", ["class-without-figure", "contradicting-figures", "class-without-figure"]),
        ("value: 200}", "value: 280}", ["breakdown-total", "contradicting-figures"]),
        (
            "percent: 60.5}, {name: 技官}",
            "percent: 60.5}, {name: 技官, percent: 41}",
            ["contradicting-figures", "breakdown-total"],
        ),
        ("60.5}, {name: 技官}", "60.5}, {name: 技官, percent: 39.5}", ["contradicting-figures"]),
        ("value: 199", "value: 200", ["breakdown-total"]),
    ],
)
def test_classes_of_breakdowns(copy: Path, old: str, new: str, rules: list[str]) -> None:
    text = BREAKDOWNS.replace(old, new) if old else BREAKDOWNS
    (there,) = re.findall(
        r"^breakdowns:\n(?: .*\n)+", (copy / SECOND).read_text("utf-8"), re.MULTILINE
    )
    told = found(copy, (SECOND, there, text))
    assert [rule for rule in told if old == "" or rule != "class-without-figure"] == rules
