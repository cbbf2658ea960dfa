"""What no command writes over: a roster, and what the command reads."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

from tests.commands.running import Banso

needs_links = pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")


def state(folder: Path) -> dict[str, bytes | None]:
    """Return all that stands in a folder, with its bytes."""
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None
        for path in sorted(folder.rglob("*"))
    }


@pytest.mark.parametrize(
    "command",
    [
        "report -o roster/programme.yaml",
        "report -o roster/new.md",
        "report -o roster/teams/../summary.md",
        "report -o roster",
        "report --format xlsx -o roster/.schema/summary.xlsx",
        "report --context -o roster/themes.yaml",
        "report --out-dir roster",
        "report --out-dir roster/site",
        "report --format csv --out-dir roster/teams",
        "schema --write roster",
        "schema team --write roster/teams",
        "schema --write roster/.schema/deeper",
        "init roster/teams/9 --example",
    ],
)
def test_a_roster_is_no_target(
    command: str, banso: Banso, copied: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = state(copied.parent)
    monkeypatch.chdir(copied.parent)
    run = banso(*command.split())
    assert (run.code, run.out) == (2, "")
    assert f"は台帳 {copied} の中です" in run.err
    assert "対処: 台帳の外のファイルかフォルダーを書いてください" in run.err
    assert state(copied.parent) == before


@pytest.mark.parametrize("command", ["report --out-dir .", "report -o summary.md"])
def test_the_roster_in_which_one_stands_is_no_target(
    command: str, banso: Banso, copied: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = state(copied)
    monkeypatch.chdir(copied)
    assert banso(*command.split()).code == 2
    assert state(copied) == before


def test_another_roster_is_no_target_either(banso: Banso, copied: Path, tmp_path: Path) -> None:
    other = shutil.copytree(copied, tmp_path / "別の台帳")
    run = banso("report", "--roster", copied, "-o", other / "periods" / "1.yaml")
    assert (run.code, f"は台帳 {other} の中です" in run.err) == (2, True)


def test_a_roster_without_its_programme_is_no_target(banso: Banso, copied: Path) -> None:
    (copied / "programme.yaml").unlink()
    before = state(copied)
    assert banso("schema", "--roster", copied, "--write", copied / "teams").code == 2
    assert state(copied) == before


@needs_links
def test_links_are_followed(banso: Banso, copied: Path, tmp_path: Path) -> None:
    (tmp_path / "link.md").symlink_to(copied / "programme.yaml")
    (tmp_path / "folder").symlink_to(copied / "teams", target_is_directory=True)
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "summary.md").symlink_to(copied / "themes.yaml")
    os.link(copied / "agencies.yaml", tmp_path / "hard.md")
    before = state(tmp_path)
    for option, target in (
        *(("-o", "link.md"), ("-o", "folder/x.md"), ("-o", "hard.md")),
        *(("--out-dir", "folder"), ("--out-dir", "site")),
    ):
        run = banso("report", "--roster", copied, option, tmp_path / target)
        assert (run.code, run.out) == (2, ""), target
    assert "は、このコマンドが読むファイル" in banso(
        "report", "--roster", copied, "-o", tmp_path / "hard.md"
    ).err.replace("\n", "")
    assert state(tmp_path) == before


def test_a_template_and_its_parts_are_no_targets(banso: Banso, tmp_path: Path) -> None:
    (tmp_path / "own.txt").write_text("{% include 'part.txt' %}", "utf-8")
    (tmp_path / "part.txt").write_text("{{ title }}", "utf-8")
    (tmp_path / "other.txt").write_text("前のもの", "utf-8")
    os.link(tmp_path / "own.txt", tmp_path / "hard.txt")
    before = state(tmp_path)
    for target in ("own.txt", "part.txt", "hard.txt", "./own.txt"):
        run = banso("report", "--template", tmp_path / "own.txt", "-o", tmp_path / target)
        assert (run.code, run.out) == (2, "")
        assert "このコマンドが読むファイル" in run.err
    assert state(tmp_path) == before
    run = banso("report", "--template", tmp_path / "own.txt", "-o", tmp_path / "other.txt")
    assert run.code == 0
    assert (tmp_path / "other.txt").read_text("utf-8").startswith("地方創生伴走支援制度")


def test_the_folder_of_the_schemas_is_theirs(
    banso: Banso, copied: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert banso("schema", "--roster", copied, "--write", copied / ".schema").code == 0
    assert (copied / ".schema" / "team.schema.json").is_file()
    monkeypatch.chdir(copied)
    assert banso("schema", "team", "--write", ".schema").code == 0


def test_beside_the_roster_is_the_usual_place(banso: Banso, copied: Path) -> None:
    assert banso("report", "--roster", copied, "-o", copied.parent / "summary.md").code == 0
    assert banso("report", "--roster", copied, "--out-dir", copied.parent).code == 0
