"""What runs by itself on a change: GitHub Actions and the hooks for pre-commit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from banso_cli.cli import Commands
from tests.commands.running import PROJECT

GITHUB = PROJECT / ".github"
WORKFLOWS = sorted(GITHUB.glob("workflows/*.y*ml"))
ACTIONS = sorted(GITHUB.glob("actions/*/action.y*ml"))
ROSTER_WORKFLOW = GITHUB / "workflows" / "roster.yml"
DIFFERENCE = GITHUB / "workflows" / "difference.yml"
UNDONE = GITHUB / "workflows" / "difference-undone.yml"
ACTION = GITHUB / "actions" / "check-roster" / "action.yml"
HOOKS = PROJECT / ".pre-commit-hooks.yaml"
PINNED = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40}", re.ASCII)


def loaded(file: Path) -> Any:  # noqa: ANN401 - any YAML
    """Return a file with every scalar as text: `on` is a truth value to PyYAML."""
    return yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - text


def steps(file: Path) -> Iterator[dict[str, Any]]:
    """Yield all steps of a workflow or of an action."""
    whole = loaded(file)
    for job in whole.get("jobs", {"": whole.get("runs")}).values():
        yield from job["steps"]


def name_of(file: Path) -> str:
    return file.relative_to(GITHUB).as_posix()


@pytest.mark.parametrize("file", [*WORKFLOWS, *ACTIONS], ids=name_of)
def test_every_action_is_local_or_pinned_and_tells_its_version(file: Path) -> None:
    used = [step["uses"] for step in steps(file) if "uses" in step]
    assert used
    for action in used:
        assert action.startswith("./.github/actions/") or PINNED.fullmatch(action), action
    for line in file.read_text(encoding="utf-8").splitlines():
        assert "@" not in line or re.search(r"@[0-9a-f]{40} # v[0-9]+\.[0-9]+\.[0-9]+$", line)


def test_an_action_has_one_pin_everywhere() -> None:
    used = {
        step["uses"] for file in (*WORKFLOWS, *ACTIONS) for step in steps(file) if "uses" in step
    }
    names = [action.partition("@")[0] for action in used]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    "file", [f for f in WORKFLOWS if f not in {DIFFERENCE, UNDONE}], ids=name_of
)
def test_a_workflow_reads_only_and_is_safe_for_forks(file: Path) -> None:
    workflow = loaded(file)
    text = file.read_text(encoding="utf-8")
    assert workflow["permissions"] == {"contents": "read"}
    assert {"pull_request_target", "workflow_run"}.isdisjoint(workflow["on"])
    assert "secrets." not in text
    assert "github.token" not in text
    for step in steps(file):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] == "false"


EVENTS = {DIFFERENCE: {"paths": ["roster/**"]}, UNDONE: {"types": ["synchronize"]}}


@pytest.mark.parametrize("file", EVENTS, ids=name_of)
def test_what_may_comment_takes_a_change_from_a_fork_for_data(file: Path) -> None:
    workflow, text = loaded(file), file.read_text(encoding="utf-8")
    assert workflow["on"] == {"pull_request_target": EVENTS[file]}
    assert workflow["permissions"] == {"contents": "read", "pull-requests": "write"}
    assert "secrets." not in text
    assert "head" not in text
    (job,) = workflow["jobs"].values()
    assert "permissions" not in job
    checkout, *others, fetch, comment = job["steps"]
    assert checkout["uses"].startswith("actions/checkout@")
    assert checkout["with"] == {
        "ref": "${{ github.event.pull_request.base.sha }}",
        "persist-credentials": "false",
    }
    assert "checkout" not in fetch["run"]
    assert "github.token" in str(comment)
    assert "github.token" not in str([checkout, *others, fetch])


def test_a_comment_is_written_by_the_banso_of_the_base() -> None:
    install = [*steps(DIFFERENCE)][2]
    assert [line.split()[-1] for line in install["run"].splitlines()[1:]] == [
        ".requirements/run.txt",
        ".",
    ]


@pytest.mark.parametrize("file", [*WORKFLOWS, *ACTIONS], ids=name_of)
def test_no_script_is_put_together_from_what_others_write(file: Path) -> None:
    assert all("${{" not in step.get("run", "") for step in steps(file))


def test_only_the_upload_on_a_push_may_write_and_it_runs_no_code() -> None:
    jobs = loaded(ROSTER_WORKFLOW)["jobs"]
    assert "permissions" not in jobs["check"]
    upload = jobs["code-scanning"]
    assert upload["permissions"] == {
        "contents": "read",
        "actions": "read",
        "security-events": "write",
    }
    assert "github.event_name == 'push'" in upload["if"]
    assert all("run" not in step for step in upload["steps"])
    assert [step["uses"].partition("@")[0] for step in upload["steps"]] == [
        "actions/checkout",
        "actions/download-artifact",
        "github/codeql-action/upload-sarif",
    ]


def test_the_check_has_the_history_that_it_compares_with() -> None:
    checkout, check, *_rest = loaded(ROSTER_WORKFLOW)["jobs"]["check"]["steps"]
    assert checkout["uses"].startswith("actions/checkout@")
    assert checkout["with"]["fetch-depth"] == "0"
    assert check["uses"] == "./.github/actions/check-roster"


def test_what_the_check_depends_on_is_checked() -> None:
    events = loaded(ROSTER_WORKFLOW)["on"]
    assert events["push"]["branches"] == ["main"]
    for event in ("push", "pull_request"):
        assert events[event]["paths"] == [
            *("roster/**", "templates/**", "banso_cli/**", "pyproject.toml", ".requirements/**"),
            *(".github/actions/check-roster/**", ".github/workflows/roster.yml"),
        ]
        for pattern in events[event]["paths"]:
            assert (PROJECT / pattern.removesuffix("/**")).exists(), pattern


def test_an_edit_of_a_list_makes_no_file_stale() -> None:
    assert "schema" not in ROSTER_WORKFLOW.read_text(encoding="utf-8")


def test_the_action_uploads_before_findings_fail_it() -> None:
    action = loaded(ACTION)
    assert action["runs"]["using"] == "composite"
    runs = [step.get("run", step.get("uses", "").partition("@")[0]) for step in steps(ACTION)]
    assert "pip install --no-deps --require-hashes" in runs[1]
    assert "--strict --format sarif" in runs[2]
    assert runs[3] == "actions/upload-artifact"
    assert 'banso validate --roster "$ROSTER" --strict ' in runs[4]
    assert all(step["shell"] == "bash" for step in steps(ACTION) if "run" in step)
    failing = [step for step in steps(ACTION) if step.get("continue-on-error") != "true"]
    assert failing[-1] is not None
    assert len(failing) == 3


def test_every_input_and_output_of_the_action_is_one() -> None:
    action, text = loaded(ACTION), ACTION.read_text(encoding="utf-8")
    assert set(re.findall(r"inputs\.([\w-]+)", text)) == set(action["inputs"])
    written = set(re.findall(r'echo "(\w+)=.*" >> "\$GITHUB_OUTPUT"', text))
    assert written == set(re.findall(r"outputs\.(\w+) ", text)) == {"file", "artifact"}


def test_the_artifact_is_the_one_that_is_registered() -> None:
    jobs = loaded(ROSTER_WORKFLOW)["jobs"]
    _checkout, fetched, upload = jobs["code-scanning"]["steps"]
    assert 'echo "artifact=banso-sarif-$GITHUB_JOB-' in ACTION.read_text("utf-8")
    assert fetched["with"]["pattern"] == "banso-sarif-check-*"
    assert "check" in jobs
    assert upload["with"]["sarif_file"] == "${{ runner.temp }}/banso.sarif"
    assert fetched["with"]["path"] == "${{ runner.temp }}"
    assert 'file="$RUNNER_TEMP/banso.sarif"' in ACTION.read_text("utf-8")


def test_the_commands_that_run_by_themselves_exist() -> None:
    known = {command.name for command in Commands(name="banso").loaded}
    texts = [file.read_text(encoding="utf-8") for file in (ROSTER_WORKFLOW, DIFFERENCE, ACTION)]
    used = {
        word
        for text in texts
        for word in re.findall(r"^ +(?:run: )?banso (\w+)", text, re.MULTILINE)
    }
    assert used == {"validate", "report", "diff"}
    assert used <= known


def test_the_hooks_check_a_roster_wherever_it_stands() -> None:
    hooks = {each["id"]: each for each in loaded(HOOKS)}
    assert set(hooks) == {"banso-validate", "banso-fmt"}
    for hook in hooks.values():
        assert (hook["language"], hook["pass_filenames"]) == ("python", "false")
        assert "files" not in hook
    validate, fmt = hooks["banso-validate"], hooks["banso-fmt"]
    assert (validate["entry"], validate["always_run"]) == ("banso validate --strict", "true")
    assert (fmt["entry"], fmt["types"]) == ("banso fmt --check", ["yaml"])
