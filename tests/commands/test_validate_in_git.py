"""`banso validate` in a git repository: revisions, paths, and the summary of a job."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from urllib.parse import unquote

import pytest

from banso_cli.diagnostics.markdown import LARGEST
from tests.commands.running import Banso


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


@pytest.mark.parametrize("place", ["data/jp/roster", ".", "台帳\u3000", "a b/台帳"])
def test_paths_start_at_the_top_of_the_repository(
    banso: Banso, faulty: Path, tmp_path: Path, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    top = tmp_path / "repository\u3000"
    folder = shutil.copytree(faulty, top / place)
    file = next(f for f in sorted(folder.glob("teams/2/*.yaml")) if "輿" in f.read_text("utf-8"))
    file.write_text(f"{file.read_text('utf-8')}  \n\n", encoding="utf-8")
    path = file.relative_to(top).as_posix()
    git(top, "init", "--quiet")
    monkeypatch.chdir(folder)

    def told(*options: object) -> str:
        return banso("validate", *options).out

    assert told().startswith(f"{path}:")
    assert "     1 | " not in told()
    assert "themes: [産業振輿]" in told()
    assert json.loads(told("--format", "json"))["findings"][0]["path"] == path
    assert json.loads(told("--format", "jsonl"))["path"] == path
    assert told("--format", "github").startswith(f"::error file={path},")
    assert f'name="{path}"' in told("--format", "junit")
    assert f"| {path}:" in told("--format", "markdown")
    run = json.loads(told("--format", "sarif"))["runs"][0]
    physical = run["results"][0]["locations"][0]["physicalLocation"]
    assert unquote(physical["artifactLocation"]["uri"]) == path


@pytest.mark.parametrize("place", ["data/jp/roster", ".", "台帳\u3000", "a b/台帳"])
@pytest.mark.parametrize("options", [("validate", "--fix", "--diff"), ("fmt", "--diff")])
def test_git_takes_a_difference_at_the_top_of_the_repository(
    banso: Banso, copied: Path, tmp_path: Path, place: str, options: tuple[str, ...]
) -> None:
    top = tmp_path / "repository\u3000"
    folder = shutil.copytree(copied, top / place)
    file = folder / "teams" / "2" / "013455-mori.yaml"
    text = file.read_text("utf-8")
    file.write_text(text.replace('municipality: "013455"', "municipality: 013455"), "utf-8")
    git(top, "init", "--quiet")
    patch = tmp_path / "patch"
    patch.write_bytes(banso(*options, "--roster", folder).out.encode())
    git(top, "apply", str(patch))
    assert file.read_text("utf-8") == text


def test_git_takes_what_an_import_would_change(banso: Banso, copied: Path, tmp_path: Path) -> None:
    top = tmp_path / "repository"
    folder = shutil.copytree(copied, top / "data" / "jp" / "roster")
    git(top, "init", "--quiet")
    rows = "市町村名,所属府省庁,役職\n1.北海道森町,総務省,課長級\n,財務省,補佐級\n"
    (tmp_path / "list.csv").write_text(rows, encoding="utf-8")
    arguments = ("import", tmp_path / "list.csv", "--period", "2", "--out", folder, "--overwrite")
    patch = tmp_path / "patch"
    patch.write_bytes(banso(*arguments, "--diff").out.encode())
    assert b"+++ b/data/jp/roster/teams/2/013455-mori.yaml" in patch.read_bytes()
    git(top, "apply", str(patch))
    applied = (folder / "teams" / "2" / "013455-mori.yaml").read_bytes()
    assert banso(*arguments[:4], "--out", copied, "--overwrite").code == 0
    assert (copied / "teams" / "2" / "013455-mori.yaml").read_bytes() == applied


def test_a_roster_anywhere_below_is_found_in_a_repository(
    banso: Banso, copied: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    top = tmp_path / "repository"
    daicho = top / "data" / "jp" / "daicho"
    shutil.move(copied, daicho)
    (top / "data" / "jp" / ".hidden").mkdir()
    (top / "data" / "jp" / ".hidden" / "programme.yaml").touch()
    monkeypatch.chdir(top)
    assert "roster/ フォルダーがありません" in banso("validate").err
    git(top, "init", "--quiet")
    assert banso("validate").code == 0
    shutil.copytree(daicho, top / "other")
    several = banso("validate")
    assert several.code == 2
    assert "この下に台帳がいくつもあります: data/jp/daicho, other" in several.err
    (top / "a" / "b" / "c" / "d" / "e").mkdir(parents=True)
    (top / "a" / "b" / "c" / "d" / "e" / "programme.yaml").touch()
    shutil.rmtree(top / "other")
    assert banso("validate").code == 0


@pytest.mark.parametrize("kind", ["folder", "no folder", "full"])
def test_a_summary_that_cannot_be_written_costs_nothing_else(
    banso: Banso, faulty: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    target = {"folder": tmp_path, "no folder": tmp_path / "no" / "x", "full": Path("/dev/full")}
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(target[kind]))
    run = banso("validate", "--roster", faulty)
    assert run.code == 1
    assert run.out.startswith("::error file=roster/teams/2/")
    assert "ジョブの要約に書けませんでした" in run.err


def test_a_summary_has_no_more_bytes_than_github_takes(
    banso: Banso, faulty: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = tmp_path / "summary.md"
    summary.write_bytes(b"x" * (LARGEST - 300))
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    assert banso("validate", "--roster", faulty).code == 1
    assert LARGEST - 300 < summary.stat().st_size <= LARGEST
    assert "ここに収まりません" in summary.read_text("utf-8")
    summary.write_bytes(b"x" * (LARGEST - 10))
    assert (
        "ジョブの要約に書けませんでした（もう入りません）"
        in banso("validate", "--roster", faulty).err
    )
    assert summary.stat().st_size == LARGEST - 10


def test_the_summary_tells_of_older_findings(
    banso: Banso, faulty: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(faulty.parent, "init", "--quiet")
    git(faulty.parent, "add", "--all")
    git(faulty.parent, "commit", "--quiet", "--message", "start")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    assert banso("validate", "--roster", faulty, "--since", "HEAD").code == 0
    text = (tmp_path / "summary.md").read_text("utf-8")
    assert text.endswith("\n以前からの指摘が1件あります（示していません）\n")


def test_of_two_files_the_one_of_the_change_has_the_finding(banso: Banso, copied: Path) -> None:
    git(copied.parent, "init", "--quiet")
    git(copied.parent, "add", "--all")
    git(copied.parent, "commit", "--quiet", "--message", "start")
    first, second = sorted(copied.glob("teams/2/*.yaml"))[:2]
    number = next(n for n in second.read_text("utf-8").splitlines() if n.startswith("number:"))
    lines = first.read_text("utf-8").splitlines()
    at = next(index for index, line in enumerate(lines) if line.startswith("number:"))
    lines[at] = number
    first.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert f"{second.name}:1:" in banso("validate", "--roster", copied).out
    run = banso("validate", "--roster", copied, "--since", "HEAD")
    assert f"roster/teams/2/{first.name}:{at + 1}:" in run.out.splitlines()[0]
    assert "参考: roster/teams/2/" in run.out
    assert "もう一方の場所はここです" in run.out


def test_unsafe_and_diff_go_with_fix(banso: Banso) -> None:
    run = banso("validate", "--diff")
    assert run.code == 2
    assert "--fix" in run.err
