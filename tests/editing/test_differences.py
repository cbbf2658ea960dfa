"""Differences are taken by `git apply`, to the byte."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from banso_cli.editing.changes import difference


def applied(patch: str, folder: Path) -> None:
    subprocess.run(["git", "apply", "-p1", "-"], input=patch.encode(), cwd=folder, check=True)  # noqa: S607


def test_there_is_none_between_equal_texts() -> None:
    assert difference("a.yaml", "一\n", "一\n") == ""
    assert difference("a.yaml", "一\n", "一\n", "a.yaml") == ""


def test_a_difference_shows_both_lines() -> None:
    assert difference("roster/a.yaml", "一\n二\n", "一\n三\n") == (
        "--- a/roster/a.yaml\n+++ b/roster/a.yaml\n@@ -1,2 +1,2 @@\n 一\n-二\n+三\n"
    )


@pytest.mark.parametrize("new_path", ["x/b.yaml", None])
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("一", "一\n"),
        ("一\n", "一"),
        ("一\n二", "三\n二"),
        ("一\r\n二\r\n", "一\n二\r\n"),
        ("一\x0c\u2028二\n", "一\x0c二\n"),
        ("一\n" * 9, "一\n" * 4 + "二\n" + "一\n" * 5),
    ],
)
def test_git_makes_one_of_the_other(
    before: str, after: str, new_path: str | None, tmp_path: Path
) -> None:
    (tmp_path / "x").mkdir()
    file = tmp_path / "x" / "a.yaml"
    file.write_bytes(before.encode())
    applied(difference("x/a.yaml", before, after, new_path), tmp_path)
    assert (tmp_path / (new_path or "x/a.yaml")).read_bytes() == after.encode()
    assert file.exists() is (new_path is None)


def test_git_moves_a_file_that_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"")
    applied(difference("a.yaml", "", "", "b.yaml"), tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["b.yaml"]
