"""`banso validate`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands.running import ROSTER, Banso

KEYS = [
    *("rule", "severity", "message", "help", "path", "line", "column", "end_line", "end_column"),
    *("record", "related", "fixable"),
]
"""The keys of a finding as JSON, in their order."""


def break_theme(roster: Path) -> Path:
    """Write a theme that does not exist into a team with themes, and return its file."""
    file = next(
        f for f in sorted(roster.glob("teams/2/*.yaml")) if "themes:" in f.read_text("utf-8")
    )
    lines = file.read_text("utf-8").splitlines()
    at = next(index for index, line in enumerate(lines) if line.startswith("themes:"))
    lines[at] = "themes: [産業振輿]"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


def test_the_real_roster_is_clean(banso: Banso) -> None:
    run = banso("validate")
    assert (run.code, run.out, run.err) == (0, "97 チーム・103 市町村・0 件のエラー\n", "")


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
    assert help_line == "  help: もしかして: 産業振興"
    assert run.out.splitlines()[-1].endswith("1 件のエラー")


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
    assert banso("validate", tmp_path / "nothing").code == 3
    assert banso("validate", "--roster", tmp_path / "nothing").code == 3
    empty = banso("validate", "--roster", tmp_path)
    assert (empty.code, empty.out) == (3, "")
    assert "programme.yaml のあるフォルダーを --roster で指定してください" in empty.err
    monkeypatch.chdir(tmp_path)
    lost = banso("validate")
    assert lost.code == 3
    assert "roster/ フォルダーがありません" in lost.err
