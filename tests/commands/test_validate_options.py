"""The options of `banso validate`: forms, selection, strictness, what is new since a revision."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.commands.running import Banso


@pytest.mark.parametrize("form", ["json", "jsonl", "sarif"])
def test_forms_for_programs_are_json(form: str, banso: Banso, faulty: Path) -> None:
    run = banso("validate", "--roster", faulty, "--format", form)
    assert run.code == 1
    assert "unknown-theme" in json.dumps(json.loads(run.out))


def test_junit_is_xml(banso: Banso, faulty: Path) -> None:
    root = ET.fromstring(banso("validate", "--roster", faulty, "--format", "junit").out)  # noqa: S314
    assert root.attrib["failures"] == "1"


def test_markdown_is_a_table(banso: Banso, faulty: Path) -> None:
    out = banso("validate", "--roster", faulty, "--format", "markdown").out
    assert "| unknown-theme | themes.yaml にないテーマです |" in out
    assert "産業振輿" not in out, "of a roster that is not public"


def test_actions_get_annotations_and_a_job_summary(
    banso: Banso, faulty: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    run = banso("validate", "--roster", faulty)
    assert run.out.startswith("::error file=roster/teams/2/")
    assert "| unknown-theme | themes.yaml にないテーマです |" in summary.read_text("utf-8")
    assert banso("validate", "--roster", faulty, "--format", "text").out.count("::") == 0


def test_in_actions_a_failure_is_annotated_too(
    banso: Banso, faulty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nowhere = ("validate", "--roster", faulty / "nothing")
    assert banso(*nowhere).out == ""
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    run = banso(*nowhere)
    assert run.code == 3
    assert run.out.startswith(f"::error title=banso::フォルダー {faulty}/nothing がありません%0A")
    assert run.out.count("\n") == 1


def test_rules_are_chosen_by_id_and_family(banso: Banso, faulty: Path) -> None:
    def codes(*options: str) -> int:
        return banso("validate", "--roster", faulty, *options).code

    assert codes("--select", "unknown-theme") == 1
    assert codes("--select", "references,codes") == 1
    assert codes("--select", "codes") == 0
    assert codes("--ignore", "references") == 0
    assert codes("--ignore", "unknown-theme", "--ignore", "lists") == 0
    wrong = banso("validate", "--roster", faulty, "--select", "unknown-thme")
    assert wrong.code == 2
    assert "もしかして: unknown-theme" in wrong.err
    for typed in ("unknown_theme", "Unknown-Theme", "unknown-themes", "ｕｎｋｎｏｗｎ-theme"):
        run = banso("validate", "--roster", faulty, "--select", typed)
        assert (run.code, "もしかして: unknown-theme" in run.err) == (2, True), typed
    valueless = banso("validate", "--select")
    assert valueless.code == 2
    assert "banso validate --help" in valueless.err
    for typed in ("zzzzzz", "nope", "--strict"):
        strange = banso("validate", "--roster", faulty, "--ignore", typed)
        assert strange.code == 2
        assert "banso validate --help の --select と --ignore" in strange.err
        assert "banso rules" in strange.err
        assert "もしかして" not in strange.err
    assert "「--strict」はオプションです" in strange.err


def test_warnings_count_only_when_strict(banso: Banso, copied: Path) -> None:
    themes = copied / "themes.yaml"
    more = "\n  - id: unused\n    name: だれも使わないテーマ\n    sources: []\n"
    text = themes.read_text("utf-8").split("\nexceptions:")[0].rstrip("\n")
    themes.write_text(text + more, encoding="utf-8")
    relaxed = banso("validate", "--roster", copied)
    assert relaxed.code == 0
    assert "警告:" in relaxed.out
    assert "1 件の警告" in relaxed.out
    assert banso("validate", "--roster", copied, "--strict").code == 1


def test_at_most_so_many_are_shown(banso: Banso, copied: Path) -> None:
    for file in sorted(copied.glob("teams/2/*.yaml"))[:3]:
        text = file.read_text("utf-8")
        file.write_text(text.replace("rank: ", "rank: 謎の", 1), encoding="utf-8")
    run = banso("validate", "--roster", copied, "--max", "1")
    assert run.code == 1
    assert run.out.count("[unknown-rank]") == 1
    assert "3 件のエラー" in run.out
    assert "ほかに2件" in run.err
    assert "Traceback" not in banso("validate", "--roster", copied, "--max", "-1").err


@pytest.mark.parametrize("most", [0, 1, 2, 3])
@pytest.mark.parametrize("form", ["text", "json", "github", "junit", "markdown"])
def test_what_is_shown_does_not_change_the_totals(
    banso: Banso, copied: Path, form: str, most: int
) -> None:
    for file in sorted(copied.glob("teams/2/*.yaml"))[:3]:
        text = file.read_text("utf-8")
        file.write_text(text.replace("rank: ", "rank: 謎の", 1), encoding="utf-8")
    total = {"json": '"errors": 3', "junit": 'failures="3"'}.get(form, "3 件のエラー")
    run = banso("validate", "--roster", copied, "--format", form, "--max", most)
    assert run.code == 1
    assert total in run.out
    assert run.out.count("unknown-rank") == most
    assert (f"ほかに{3 - most}件の指摘" in run.err) == (most < 3)
