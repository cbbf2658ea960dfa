"""The steps of the action, run by bash as GitHub runs them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.changes.repository import Repository
from tests.test_automation import ACTION, ROSTER_WORKFLOW, loaded, steps

FAULT = ("themes: [産業振興]", "themes: [謎]")
TEAM = "teams/2/013455-mori.yaml"
OTHER = "teams/2/032034-ofunato.yaml"


@dataclass(frozen=True)
class Ran:
    """What a step did."""

    code: int
    out: str
    err: str


class Runner:
    """A checkout, and the environment that GitHub gives to a step."""

    def __init__(self, repository: Repository, temporary: Path) -> None:
        self.repository = repository
        self.summary = temporary / "summary.md"
        self.output = temporary / "output"
        kept = {n: t for n, t in os.environ.items() if not n.startswith(("GIT", "RUNNER"))}
        self.environment = kept | {
            "GITHUB_ACTIONS": "true",
            "GITHUB_JOB": "check",
            "GITHUB_OUTPUT": str(self.output),
            "GITHUB_STEP_SUMMARY": str(self.summary),
            "RUNNER_TEMP": str(temporary),
            "BANSO_LANG": "ja",
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        }

    def run(self, step: dict[str, Any], **given: str) -> Ran:
        """Run a step; what it takes from expressions is given."""
        run = subprocess.run(
            ["bash", "--noprofile", "--norc", "-euo", "pipefail", "-c", step["run"]],  # noqa: S607
            cwd=self.repository.folder,
            env=self.environment | dict.fromkeys(step.get("env", ()), "") | given,
            capture_output=True,
            check=False,
        )
        return Ran(run.returncode, run.stdout.decode(), run.stderr.decode())

    def check(self, **given: str) -> Ran:
        """Run the step that checks the roster."""
        return self.run(STEPS["Check the roster"], **{"ROSTER": "roster", **given})


STEPS = {step["name"]: step for step in steps(ACTION) if "run" in step}


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    """Return a checkout of a change: `origin/main` is what it is made for."""
    repository = Repository(tmp_path / "repository")
    repository.edit(OTHER, "rank: ", "rank: 謎の")
    repository.commit("an old fault")
    repository.git("update-ref", "refs/remotes/origin/main", "HEAD")
    repository.git("checkout", "--quiet", "-b", "change")
    (tmp_path / "temporary").mkdir()
    return Runner(repository, tmp_path / "temporary")


def test_a_pull_request_is_compared_with_what_it_is_made_for(runner: Runner) -> None:
    runner.repository.edit(TEAM, *FAULT)
    runner.repository.commit("change")
    ran = runner.check(GITHUB_BASE_REF="main")
    assert ran.code == 1
    assert ran.out.startswith(f"::error file=roster/{TEAM},")
    assert "unknown-rank" not in ran.out
    assert "以前からの指摘が" in ran.err
    assert "unknown-theme" in runner.summary.read_text("utf-8")


def test_a_change_that_brings_nothing_passes(runner: Runner) -> None:
    assert runner.check(GITHUB_BASE_REF="main").code == 0


def test_a_push_is_checked_as_a_whole(runner: Runner) -> None:
    ran = runner.check()
    assert ran.code == 1
    assert "unknown-rank" in ran.out


def test_a_revision_that_is_named_is_taken(runner: Runner) -> None:
    assert runner.check(SINCE="HEAD").code == 0
    assert runner.check(SINCE="HEAD~1").code == 1
    assert runner.check(SINCE="nothing").code == 3


def test_without_the_history_all_is_checked_and_it_is_said(runner: Runner) -> None:
    runner.repository.git("update-ref", "-d", "refs/remotes/origin/main")
    ran = runner.check(GITHUB_BASE_REF="main")
    assert ran.code == 1
    assert ran.out.startswith("::notice::")
    assert "fetch-depth: 0" in ran.out
    assert f"::error file=roster/{OTHER}," in ran.out


def test_a_roster_with_a_blank_in_its_name(runner: Runner) -> None:
    runner.repository.git("mv", "roster", "my roster")
    runner.repository.commit("renamed")
    assert runner.check(GITHUB_BASE_REF="main", ROSTER="my roster").code == 0
    ran = runner.check(ROSTER="my roster")
    assert ran.out.startswith(f"::error file=my roster/{OTHER},")


def test_all_findings_are_written_as_sarif_under_a_name_of_its_own(runner: Runner) -> None:
    step = STEPS["Write the findings as SARIF"]
    names = set()
    for roster, index in (("roster", "0"), ("roster", "1"), ("./roster", "0"), ("roster", "")):
        ran = runner.run(step, ROSTER=roster, JOB_INDEX=index)
        assert ran.code == 0, ran.err
        told = dict(line.split("=", 1) for line in runner.output.read_text().splitlines())
        assert "unknown-rank" in Path(told["file"]).read_text("utf-8")
        assert told["artifact"].startswith("banso-sarif-check-")
        names.add(told["artifact"])
    assert len(names) == 3


def test_a_summary_that_cannot_be_written_costs_nothing_else(runner: Runner) -> None:
    ran = runner.check(GITHUB_STEP_SUMMARY="/nonexistent/summary")
    assert ran.code == 1
    assert ran.out.startswith("::error file=roster/")


def test_a_list_is_edited_in_the_browser_and_passes(runner: Runner) -> None:
    repository = runner.repository
    themes = repository.roster / "themes.yaml"
    text = themes.read_text("utf-8")
    entry = "  - id: onsen\n    name: 温泉\n    sources: []\n"
    themes.write_text(text.replace("themes:\n", f"themes:\n{entry}", 1), encoding="utf-8")
    repository.edit(TEAM, "themes: [産業振興]", "themes: [産業振興, 温泉]")
    repository.commit("a theme")
    assert runner.check(GITHUB_BASE_REF="main").code == 0


def test_the_report_is_shown_and_old_faults_stop_nothing(runner: Runner) -> None:
    job = loaded(ROSTER_WORKFLOW)["jobs"]["check"]["steps"]
    step = next(each for each in job if each.get("name") == "Render the published summary")
    assert runner.run(step).code == 0
    shutil.rmtree(runner.repository.roster)
    shutil.copytree(Path(__file__).parent / "base_roster" / "roster", runner.repository.roster)
    assert runner.run(step).code == 0
    assert "概要" in runner.summary.read_text("utf-8")
    ran = runner.run(step, GITHUB_STEP_SUMMARY="/nonexistent/summary")
    assert (ran.code, ran.out.startswith("::notice::")) == (0, True)
    shutil.rmtree(runner.repository.roster)
    assert runner.run(step).code == 1
