"""The options of `banso validate`: forms, selection, strictness, what is new since a revision."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.commands.running import Banso
from tests.commands.test_validate import break_theme


@pytest.fixture
def faulty(copied: Path) -> Path:
    """Return a roster with one error."""
    break_theme(copied)
    return copied


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
    strange = banso("validate", "--roster", faulty, "--ignore", "zzzzzz")
    assert "banso rules" in strange.err


def test_warnings_count_only_when_strict(banso: Banso, copied: Path) -> None:
    themes = copied / "themes.yaml"
    more = "\n  - id: unused\n    name: だれも使わないテーマ\n    sources: []\n"
    text = themes.read_text("utf-8").split("\nexceptions:")[0].rstrip("\n")
    themes.write_text(text + more, encoding="utf-8")
    relaxed = banso("validate", "--roster", copied)
    assert relaxed.code == 0
    assert "warning:" in relaxed.out
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


def git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=banso", "-c", "user.email=banso@example.invalid")
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)  # noqa: S607


def test_only_what_is_new_since_a_revision_is_shown(
    banso: Banso, faulty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    top = faulty.parent
    git(top, "init", "--quiet")
    git(top, "add", "--all")
    git(top, "commit", "--quiet", "--message", "start")
    run = banso("validate", "--roster", faulty, "--since", "HEAD")
    assert run.code == 0
    assert "以前からの指摘が1件" in run.err
    file = max(faulty.glob("teams/2/*.yaml"))
    file.write_text(file.read_text("utf-8").replace("rank: ", "rank: 謎の", 1), encoding="utf-8")
    new = banso("validate", "--roster", faulty, "--since", "HEAD")
    assert new.code == 1
    assert "[unknown-rank]" in new.out
    assert "[unknown-theme]" not in new.out
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert banso("validate", "--roster", faulty, "--since", "HEAD").out.startswith("::error ")


def test_a_revision_that_git_does_not_know(banso: Banso, faulty: Path) -> None:
    run = banso("validate", "--roster", faulty, "--since", "nothing")
    assert (run.code, run.out) == (3, "")
    assert "nothing" in run.err


def test_a_roster_that_is_new_has_only_new_findings(banso: Banso, faulty: Path) -> None:
    top = faulty.parent
    (top / "README").write_text("", encoding="utf-8")
    git(top, "init", "--quiet")
    git(top, "add", "README")
    git(top, "commit", "--quiet", "--message", "start")
    assert banso("validate", "--roster", faulty, "--since", "HEAD").code == 1


def test_unsafe_and_diff_go_with_fix(banso: Banso) -> None:
    run = banso("validate", "--diff")
    assert run.code == 2
    assert "--fix" in run.err
