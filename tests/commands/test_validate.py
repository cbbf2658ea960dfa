"""`banso validate`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands.running import ROSTER, Banso, break_theme
from tests.conftest import BASE

KEYS = [
    *("rule", "severity", "message", "help", "path", "line", "column", "end_line", "end_column"),
    *("record", "related", "fixable"),
]
"""The keys of a finding as JSON, in their order."""


def test_the_real_roster_is_clean(banso: Banso) -> None:
    run = banso("validate")
    assert (run.code, run.out, run.err) == (0, "101 チーム・103 市町村・0 件のエラー\n", "")


def test_a_finding_has_place_line_caret_and_help(banso: Banso, copied: Path) -> None:
    file = break_theme(copied)
    run = banso("validate", "--roster", copied)
    assert run.code == 1
    first, line, caret, help_line, *_rest = run.out.splitlines()
    place = f"roster/teams/2/{file.name}"
    assert first.startswith(f"{place}:")
    assert "テーマ「産業振輿」は themes.yaml にありません [unknown-theme]" in first
    assert "themes: [産業振輿]" in line
    assert caret.endswith("^^^^^^^^")
    assert help_line == "  直し方: もしかして: 産業振興"
    *_rest, closing, advice = run.out.splitlines()
    assert closing.endswith("1 件のエラー")
    assert advice == "規則の説明は banso explain 規則名（規則名は [ ] の中にあります）"


def test_json_has_the_documented_keys(banso: Banso, copied: Path) -> None:
    break_theme(copied)
    run = banso("validate", "--roster", copied, "--format", "json")
    whole = json.loads(run.out)
    assert run.code == 1
    assert list(whole) == ["schema_version", "summary", "findings"]
    assert whole["summary"]["errors"] == 1
    (finding,) = whole["findings"]
    assert list(finding) == [
        "rule",
        "severity",
        "message",
        "help",
        "path",
        "line",
        "column",
        "end_line",
        "end_column",
        "record",
        "related",
        "fixable",
    ]


def test_only_findings_in_the_paths_are_shown(banso: Banso, copied: Path) -> None:
    file = break_theme(copied)
    assert banso("validate", file).code == 1
    assert banso("validate", copied / "teams").code == 1
    assert banso("validate", copied).code == 1
    other = banso("validate", copied / "municipalities")
    assert (other.code, other.out.count("\n")) == (0, 1)


def test_the_roster_is_found_from_any_folder_below(
    banso: Banso, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = banso("validate").out
    for folder in (ROSTER, ROSTER / "teams" / "2"):
        monkeypatch.chdir(folder)
        assert banso("validate").out == expected


def test_what_cannot_be_read_ends_with_3(
    banso: Banso, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert banso("validate", "--roster", tmp_path / "nothing").code == 3
    empty = banso("validate", "--roster", tmp_path)
    assert (empty.code, empty.out) == (3, "")
    assert "programme.yaml のあるフォルダーを --roster で指定してください" in empty.err
    monkeypatch.chdir(tmp_path)
    lost = banso("validate")
    assert lost.code == 3
    assert "roster/ フォルダーがありません" in lost.err


@pytest.mark.parametrize("command", ["validate", "fmt"])
def test_what_is_not_of_the_roster_is_refused(
    banso: Banso, copied: Path, tmp_path: Path, command: str
) -> None:
    (copied / "README.md").touch()
    (copied / ".DS_Store").touch()
    (copied / "teams" / "3").mkdir()
    other = copied.parent / "other.yaml"
    other.touch()
    for path, words in (
        (tmp_path / "nothing", f"{tmp_path / 'nothing'} がありません"),
        (other, f"{other} は台帳 {copied} の外にあります"),
        ("README.md", f"README.md は台帳 {copied} の外にあります"),
        ("/etc/passwd", f"/etc/passwd は台帳 {copied} の外にあります"),
        (copied / "README.md", "README.md は台帳のファイルではありません"),
        (copied / ".DS_Store", ".DS_Store は台帳のファイルではありません"),
        (copied / "teams" / "3", "teams/3 は台帳のファイルではありません"),
        (copied / "teams" / "nothing.yaml", "nothing.yaml がありません"),
    ):
        run = banso(command, copied / "programme.yaml", path, "--roster", copied)
        assert (run.code, run.out) == (2, ""), path
        assert words in run.err, path


def test_a_path_elsewhere_is_outside_the_roster_here(
    banso: Banso, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, copied: Path
) -> None:
    (tmp_path / "elsewhere").touch()
    monkeypatch.chdir(copied)
    for path in (tmp_path / "elsewhere", "/etc/passwd"):
        run = banso("validate", path)
        assert (run.code, run.out) == (2, "")
        assert "の外にあります" in run.err


def test_files_are_named_in_every_way(
    banso: Banso, copied: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = break_theme(copied)
    (copied.parent / "link").symlink_to(copied)
    link = copied / "teams" / "2" / "link.yaml"
    link.symlink_to(file.name)
    monkeypatch.chdir(copied / "teams")
    for path in (
        "2",
        f"2/{file.name}",
        "..",
        "../..",
        "../../link",
        f"../../link/teams/2/{file.name}",
    ):
        assert f"{file.name}:" in banso("validate", path).out, path
    assert "link.yaml:" in banso("validate", link).out
    assert f"{file.name}:" not in banso("validate", link, "--ignore", "programme").out
    (copied / "teams" / "x.yml").touch()
    assert "wrong-suffix" in banso("validate", copied / "teams" / "x.yml").out
    (copied / "programme.yaml").unlink()
    assert "missing-file" in banso("validate", copied, "--roster", copied).out


def test_a_file_that_is_named_may_be_renamed_by_mending(banso: Banso, copied: Path) -> None:
    wrong = copied / "teams" / "2" / "013455-x.yaml"
    (copied / "teams" / "2" / "013455-mori.yaml").rename(wrong)
    assert banso("validate", wrong).code == 1
    run = banso("validate", "--fix", "--unsafe", wrong)
    assert run.code == 0
    assert "013455-mori.yaml" in run.err
    assert not wrong.exists()


def test_files_of_programs_are_neither_records_nor_findings(banso: Banso, copied: Path) -> None:
    names = ("._x.yaml", ".#x.yaml", ".DS_Store", "Thumbs.db", "desktop.ini", "x.yaml~", "x~")
    for name in (*names, "~$x.xlsx", ".x.yaml.swp", "x.swp", "#x.yaml#", "ehthumbs.db", "Icon\r"):
        for folder in ("", "teams", "teams/2", "municipalities", "periods"):
            (copied / folder / name).write_bytes(b"\0\1")
    expected = banso("validate", "--roster", BASE).out
    run = banso("validate", "--strict", "--roster", copied)
    assert (run.code, run.out) == (0, expected)
    assert banso("fmt", "--check", "--roster", copied).code == 0
    (copied / "teams" / "2" / "x.bak").touch()
    assert "stray-file" in banso("validate", "--roster", copied).out
