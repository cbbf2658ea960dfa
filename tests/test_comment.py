"""The comment on a pull request: this script plays GitHub's part."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
from markdown_it import MarkdownIt

from tests.changes.repository import TEAM, Repository
from tests.commands.running import PROJECT
from tests.played_github import OWN, GitHub
from tests.test_automation import DIFFERENCE, UNDONE, loaded

SCRIPT = PROJECT / ".github" / "comment.py"
MARK = "<!-- banso diff -->"


@pytest.fixture
def github() -> Iterator[GitHub]:
    server = GitHub()
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


def environment(github: GitHub) -> dict[str, str]:
    return {
        **os.environ,
        "GITHUB_API_URL": f"http://127.0.0.1:{github.server_port}",
        "GITHUB_REPOSITORY": "a/b",
        "GITHUB_TOKEN": "t",
        "PULL_REQUEST": "7",
        "no_proxy": "*",
    }


def kept(github: GitHub, text: str, *options: str) -> subprocess.CompletedProcess[str]:
    """Keep a comment of this text."""
    return subprocess.run(
        [sys.executable, SCRIPT, *options],
        input=text,
        text=True,
        encoding="utf-8",
        capture_output=True,
        check=False,
        env=environment(github),
    )


def test_a_comment_is_written_once_and_edited_in_place(github: GitHub) -> None:
    assert kept(github, "一\n").returncode == 0
    assert kept(github, "一\n").returncode == 0
    assert github.asked == ["GET /7/comments", "POST /7/comments", "GET /7/comments"]
    assert kept(github, "二").returncode == 0
    assert github.asked[-1] == "PATCH /comments/0"
    assert [each["body"] for each in github.comments] == [f"{MARK}\n二"]


def test_the_comment_is_found_by_its_author_too_on_whatever_page(github: GitHub) -> None:
    github.wrote("somebody", f"{MARK}\nforged")
    github.wrote(None, f"{MARK}\nof an account that is gone")
    github.wrote(OWN, f"another comment, quoting {MARK}")
    for number in range(150):
        github.wrote("somebody", f"{number}")
    github.wrote(OWN, f"{MARK}\r\n一")
    kept(github, "一")
    assert [each.partition(" ")[0] for each in github.asked] == ["GET", "GET"]
    kept(github, "二")
    assert [each["body"] for each in github.comments if "二" in each["body"]] == [f"{MARK}\n二"]
    assert github.comments[-1]["body"] == f"{MARK}\n二"


def test_a_comment_that_is_only_edited_is_not_begun(github: GitHub) -> None:
    assert kept(github, "二", "--edit-only").returncode == 0
    assert github.comments == []
    kept(github, "一")
    kept(github, "二", "--edit-only")
    assert [each["body"] for each in github.comments] == [f"{MARK}\n二"]


def test_what_github_does_not_take_is_told(github: GitHub) -> None:
    github.is_down = True
    run = kept(github, "一")
    assert (run.returncode, run.stderr) == (1, "")
    assert run.stdout.startswith(
        "::error::プルリクエストにコメントを書けませんでした（HTTP Error 503"
    )


HOSTILE = "@octocat <img src=x> [x](https://evil.example) `|` #1 www.evil.example"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "project")


@pytest.fixture
def base(repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a clone as the workflow has it: of the base, nothing but its last commit."""
    bin_folder = tmp_path / "bin"
    bin_folder.mkdir()
    for name, command in (("banso", "-m banso_cli"), ("python", ""), ("python3", "")):
        program = bin_folder / name
        program.write_text(f'#!/bin/sh\nexec "{sys.executable}" {command} "$@"\n', "utf-8")
        program.chmod(0o755)
    monkeypatch.setenv("PATH", str(bin_folder), prepend=os.pathsep)
    monkeypatch.setenv("PYTHONPATH", str(PROJECT))
    clone = tmp_path / "clone"
    repository.git("clone", "--quiet", "--depth=1", repository.folder.as_uri(), str(clone))
    (clone / ".github").mkdir()
    (clone / ".github" / "comment.py").write_bytes(SCRIPT.read_bytes())
    return clone


def run_by_itself(base: Path, github: GitHub, tmp_path: Path, workflow: Path = DIFFERENCE) -> str:
    """Run the last two steps of the workflow, and return what they say."""
    (job,) = loaded(workflow)["jobs"].values()
    output, said = tmp_path / "output", ""
    output.write_text("", "utf-8")
    for step in job["steps"][-2:]:
        if "if" in step and not output.read_text("utf-8").endswith("=true\n"):
            continue
        run = subprocess.run(
            ["bash", "-e", "-c", step["run"]],  # noqa: S607
            cwd=base,
            env={
                **environment(github),
                "GITHUB_ACTIONS": "true",
                "GITHUB_OUTPUT": str(output),
                "RUNNER_TEMP": str(tmp_path),
            },
            capture_output=True,
            check=False,
            text=True,
            encoding="utf-8",
        )
        assert run.returncode == 0, run.stderr
        said += run.stdout
    return said


def merge_of(repository: Repository) -> None:
    """Make the commit that GitHub makes of a pull request."""
    repository.git("checkout", "--quiet", "-B", "merging", "main")
    repository.git("merge", "--quiet", "--no-ff", "--no-edit", "fork")
    repository.git("update-ref", "refs/pull/7/merge", "HEAD")
    repository.git("checkout", "--quiet", "fork")


def test_a_pull_request_is_told_and_told_anew(
    repository: Repository, base: Path, github: GitHub, tmp_path: Path
) -> None:
    repository.git("checkout", "--quiet", "-b", "fork")
    repository.edit(TEAM, "title: 試験のための一覧", f"title: '{HOSTILE}'")
    repository.edit(TEAM, "themes: [産業振興]", "themes: ['@octocat']")
    repository.edit(TEAM, "rank: 課長級", "rank: 補佐級")
    repository.commit("change")
    merge_of(repository)
    run_by_itself(base, github, tmp_path)
    (comment,) = github.comments
    body = comment["body"]
    assert body.startswith(f"{MARK}\n## 台帳の変更: 1件の記録\n\n取り込み前（")
    assert "### 森町（北海道）第2期チーム" in body
    assert "- 1人目（農林水産省） 役職: 課長級 → 補佐級" in body
    assert "| 第2期 | 役職 | 課長級 |" in body
    assert "新しい指摘" in body
    told = body.removeprefix(MARK)
    assert "octocat" in told
    for forbidden in ("@octocat", "://", " www.", " #1"):
        assert forbidden not in told, forbidden
    page = MarkdownIt("commonmark").enable("table").render(told)
    assert not re.search("<(?:img|a)[ >]", page)
    assert "&lt;img src=x&gt; [x](https:" in page

    (repository.roster / TEAM).write_bytes((base / "roster" / TEAM).read_bytes() + b"# \n")
    repository.commit("undone but for its form")
    merge_of(repository)
    run_by_itself(base, github, tmp_path, UNDONE)
    assert github.comments == [comment]
    run_by_itself(base, github, tmp_path)
    assert "値は変わりません" in comment["body"]


def test_a_pull_request_that_no_longer_touches_the_roster_is_told_so(
    repository: Repository, base: Path, github: GitHub, tmp_path: Path
) -> None:
    repository.git("checkout", "--quiet", "-b", "fork")
    (repository.folder / "other").write_text("", "utf-8")
    repository.commit("elsewhere")
    merge_of(repository)
    run_by_itself(base, github, tmp_path, UNDONE)
    assert github.comments == []
    github.wrote(OWN, f"{MARK}\n一")
    run_by_itself(base, github, tmp_path, UNDONE)
    assert [each["body"] for each in github.comments] == [
        f"{MARK}\n## 台帳の変更: 値は変わりません"
    ]


def test_a_pull_request_that_cannot_be_merged_is_passed_over(
    base: Path, github: GitHub, tmp_path: Path
) -> None:
    assert run_by_itself(base, github, tmp_path).startswith("::notice::取り込み先と衝突")
    assert run_by_itself(base, github, tmp_path, UNDONE) == ""
    assert github.asked == []
