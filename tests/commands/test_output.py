"""Where results go: the standard output, files, links to files; and what keeps them from it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path
from typing import TextIO

import pytest

from tests.commands.running import PROJECT, Banso

FULL = Path("/dev/full")
needs_links = pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
needs_full = pytest.mark.skipif(not FULL.exists(), reason="there is no device that is always full")

NO_SPACE = (
    "banso: 標準出力に書き込めません（空き容量がありません）\n"
    "  対処: それまでに書かれたものは、結果の全部ではありません\n"
)
CLOSED = NO_SPACE.replace("空き容量がありません", "閉じられています")


@contextmanager
def replaced(name: str, kind: str) -> Iterator[None]:
    """Put a stream in the place of the one that is named: one that is full, left or closed."""
    before = getattr(sys, name)
    setattr(sys, name, _stream(kind))
    try:
        yield
    finally:
        getattr(sys, name).close()
        setattr(sys, name, before)


def _stream(kind: str) -> TextIO | None:
    if kind == "full":
        return FULL.open("w")
    if kind == "closed":
        return None
    reader, writer = os.pipe()
    os.close(reader)
    return os.fdopen(writer, "w")


FULL_OR_CLOSED = [pytest.param("full", marks=needs_full), "closed"]


@pytest.mark.parametrize("kind", FULL_OR_CLOSED)
@pytest.mark.parametrize(
    "command",
    [
        "report",
        "report --format xlsx",
        "stats",
        "stats --format json",
        "validate",
        "list teams",
        "rules",
        "schema",
        "explain unknown-theme",
        "--help",
        "stats --help",
        "--version",
    ],
)
def test_an_output_that_cannot_be_written_ends_with_3(
    kind: str, command: str, banso: Banso
) -> None:
    with replaced("stdout", kind):
        run = banso(*command.split())
    assert (run.code, run.err) == (3, NO_SPACE if kind == "full" else CLOSED)


@pytest.mark.parametrize("command", ["report --format json", "--help", "stats", "list teams"])
def test_a_reader_that_leaves_at_once_is_no_failure(command: str, banso: Banso) -> None:
    with replaced("stdout", "left"):
        run = banso(*command.split())
    assert (run.code, run.err) == (0, "")


@pytest.mark.parametrize("kind", FULL_OR_CLOSED)
def test_an_output_does_not_matter_where_nothing_is_written_to_it(
    kind: str, banso: Banso, tmp_path: Path
) -> None:
    with replaced("stdout", kind):
        assert banso("report", "-o", tmp_path / "summary.md").code == 0
    assert (tmp_path / "summary.md").is_file()


@pytest.mark.parametrize("kind", [*FULL_OR_CLOSED, "left"])
def test_talk_that_nobody_hears_is_no_failure(kind: str, banso: Banso, tmp_path: Path) -> None:
    with replaced("stderr", kind):
        run = banso("report", "-o", tmp_path / "summary.md")
        assert (run.code, run.out) == (0, "")
        assert banso("nothing").code == 2


def test_a_program_may_gather_what_banso_writes(banso: Banso) -> None:
    before, sys.stdout = sys.stdout, StringIO()
    try:
        assert banso("--version").code == 0
        assert sys.stdout.getvalue().startswith("banso ")
    finally:
        sys.stdout = before


@needs_full
@pytest.mark.parametrize(
    ("command", "code"),
    [
        (f"report > {FULL}", 3),
        (f"stats --help > {FULL}", 3),
        (f"nothing 2> {FULL}", 2),
        ("stats >&-", 3),
        ("stats | (exec <&-; sleep 1)", 0),
    ],
)
def test_python_adds_nothing_of_its_own_at_the_end(command: str, code: int) -> None:
    run = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {sys.executable} -m banso_cli {command}"],  # noqa: S607 - whichever bash there is
        cwd=PROJECT,
        env={**os.environ, "BANSO_LANG": "ja"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == code
    assert run.stderr in {NO_SPACE, CLOSED, ""}


@needs_links
def test_a_link_stays_and_its_target_is_written(banso: Banso, tmp_path: Path) -> None:
    target, link = tmp_path / "published" / "summary.md", tmp_path / "link.md"
    target.parent.mkdir()
    target.write_text("古い\n", "utf-8")
    target.chmod(0o640)
    link.symlink_to("second.md")
    (tmp_path / "second.md").symlink_to(target)
    run = banso("report", "--output", link)
    assert (run.code, run.err) == (0, f"{link} に書きました\n")
    assert link.is_symlink()
    assert (tmp_path / "second.md").is_symlink()
    assert target.read_text("utf-8") == banso("report").out
    assert target.stat().st_mode & 0o777 == 0o640
    assert sorted(file.name for file in tmp_path.rglob("*")) == [
        *("link.md", "published", "second.md", "summary.md")
    ]


@needs_links
def test_a_link_to_what_is_not_there_yet_makes_it(banso: Banso, tmp_path: Path) -> None:
    link = tmp_path / "link.md"
    link.symlink_to("new.md")
    assert banso("report", "--output", link).code == 0
    assert link.is_symlink()
    assert (tmp_path / "new.md").is_file()
    link.unlink()
    link.symlink_to("nowhere/new.md")
    run = banso("report", "--output", link)
    assert run.code == 3
    assert run.err.startswith(f"banso: フォルダー {tmp_path / 'nowhere'} がありません\n")


@needs_links
def test_links_in_a_folder_stay(banso: Banso, tmp_path: Path) -> None:
    target, folder = tmp_path / "summary.md", tmp_path / "site"
    target.write_text("古い\n", "utf-8")
    folder.mkdir()
    (folder / "summary.md").symlink_to(target)
    assert banso("report", "--out-dir", folder).code == 0
    assert (folder / "summary.md").is_symlink()
    assert target.read_text("utf-8").startswith("# 地方創生伴走支援制度")
    assert banso("report", "--check", folder).code == 0


@needs_links
def test_a_link_that_leads_to_itself_is_told(banso: Banso, tmp_path: Path) -> None:
    link = tmp_path / "link.md"
    link.symlink_to("link.md")
    run = banso("report", "--output", link)
    assert run.code == 3
    assert run.err.startswith(f"banso: {link} に書き込めません（リンクが自分自身を指しています）\n")
    assert link.is_symlink()


def test_what_is_no_file_is_never_replaced(banso: Banso, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    run = banso("report", "--output", folder)
    assert run.code == 3
    assert run.err.startswith(f"banso: {folder} に書き込めません（フォルダーです）\n")
    (folder / "summary.md").mkdir()
    run = banso("report", "--out-dir", folder)
    assert run.code == 3
    assert f"{folder / 'summary.md'} に書き込めません（フォルダーです）" in run.err
    assert [file.name for file in folder.rglob("*")] == ["summary.md"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names")
def test_a_pipe_is_not_replaced(banso: Banso, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    run = banso("report", "--output", pipe)
    assert run.code == 3
    assert run.err.startswith(f"banso: {pipe} に書き込めません（通常のファイルではありません）\n")
    assert pipe.is_fifo()


def test_a_folder_under_a_file_is_told(banso: Banso, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("", "utf-8")
    there = "に書き込めません（同じ名前のものがすでにあります）\n"
    for command in (("report", "--out-dir"), ("schema", "--write")):
        run = banso(*command, file)
        assert (run.code, run.out) == (3, "")
        assert run.err.startswith(f"banso: {file} {there}")
    run = banso("init", file / "roster", "--example", "--teams", 1)
    assert run.code == 3
    assert "途中にフォルダーでないものがあります" in run.err


def test_a_name_that_no_file_can_have_is_told(banso: Banso, tmp_path: Path) -> None:
    name = tmp_path / ("長" * 200 + ".md")
    for arguments in (("report", "--output", name), ("stats", "--roster", name)):
        run = banso(*arguments)
        assert (run.code, run.out) == (3, "")
        assert "名前が長すぎます" in run.err
