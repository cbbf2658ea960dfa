"""The exact versions that make installs: complete, within the ranges, and without addresses."""

from __future__ import annotations

import contextlib
import re
import sys
import tomllib
from collections.abc import Iterator, Mapping
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tests.commands.running import PROJECT
from tests.conftest import SLOW

RUN, DEV = PROJECT / ".requirements" / "run.txt", PROJECT / ".requirements" / "dev.txt"
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
PYTHON = f"{sys.version_info.major}.{sys.version_info.minor}"

with (PROJECT / "pyproject.toml").open("rb") as stream:
    DECLARED: Mapping[str, Any] = tomllib.load(stream)

OF_RUN = [*DECLARED["project"]["dependencies"], *DECLARED["dependency-groups"]["build"]]
OF_DEV = [*OF_RUN, *DECLARED["project"]["optional-dependencies"]["dev"]]


def locked(text: str, python: str) -> dict[str, Version]:
    """Return the version of each package that a file names for a Python on Linux."""
    environment = {
        "python_version": python,
        "python_full_version": f"{python}.0",
        "sys_platform": "linux",
        "platform_python_implementation": "CPython",
    }
    return {
        canonicalize_name(found.name): Version(str(found.specifier).removeprefix("=="))
        for found in entries(text)
        if found.marker is None or found.marker.evaluate(environment)
    }


def entries(text: str) -> Iterator[Requirement]:
    for line in re.findall(r"^([^#\s].*?)(?: \\)?$", text, re.MULTILINE):
        yield Requirement(line)


@pytest.mark.parametrize("python", PYTHONS)
@pytest.mark.parametrize(("file", "declared"), [(RUN, OF_RUN), (DEV, OF_DEV)], ids=["run", "dev"])
def test_every_declared_package_is_locked_within_its_range(
    file: Path,
    declared: list[str],
    python: str,
) -> None:
    versions = locked(file.read_text("utf-8"), python)
    for requirement in map(Requirement, declared):
        version = versions[canonicalize_name(requirement.name)]
        assert version in requirement.specifier, f"run `make lock`: {requirement}"


@pytest.mark.parametrize("python", PYTHONS)
def test_what_runs_is_what_was_tested(python: str) -> None:
    run, dev = (locked(file.read_text("utf-8"), python) for file in (RUN, DEV))
    assert run.items() <= dev.items()
    assert len(run) < len(dev)


@pytest.mark.parametrize("file", [RUN, DEV], ids=["run", "dev"])
def test_a_file_has_hashes_and_no_address(file: Path) -> None:
    text = file.read_text("utf-8")
    assert "make lock" in text.splitlines()[1]
    assert "://" not in text
    parts = re.split(r"^(?=\S)", text, flags=re.MULTILINE)[3:]
    assert parts
    assert [part for part in parts if "--hash=sha256:" not in part] == []


def test_no_version_is_chosen_while_installing() -> None:
    """A release that appears later must not be looked at: the files name all that is needed."""
    action = PROJECT / ".github" / "actions" / "check-roster" / "action.yml"
    for file in (PROJECT / "Makefile", action):
        lines = [
            line for line in file.read_text("utf-8").splitlines() if "--require-hashes" in line
        ]
        assert lines
        assert all("--no-deps" in line for line in lines), file.name
    known = {canonicalize_name(each.name) for each in entries(DEV.read_text("utf-8"))}
    lacking = {each.name for each in needs() if canonicalize_name(each.name) not in known}
    assert lacking == set()


def needs() -> Iterator[Requirement]:
    """Yield what the packages require that are installed in their locked versions."""
    for name, version in locked(DEV.read_text("utf-8"), PYTHON).items():
        with contextlib.suppress(metadata.PackageNotFoundError):
            if metadata.version(name) == str(version):
                for each in map(Requirement, metadata.requires(name) or ()):
                    if each.marker is None or each.marker.evaluate({"extra": ""}):
                        yield each


def test_a_minor_version_that_banso_leans_on_has_an_upper_bound() -> None:
    ranges = {r.name: r.specifier for r in map(Requirement, DECLARED["project"]["dependencies"])}
    next_versions = {"typer": "0.30", "pyyaml": "6.1", "jinja2": "3.2", "openpyxl": "3.2"}
    assert [name for name, version in next_versions.items() if version in ranges[name]] == []


def test_every_supported_python_is_declared() -> None:
    classifiers = DECLARED["project"]["classifiers"]
    assert [f"Programming Language :: Python :: {python}" in classifiers for python in PYTHONS] == [
        True
    ] * len(PYTHONS)


def workflow(name: str) -> Any:  # noqa: ANN401 - any YAML
    """Return a workflow with every scalar as text: `on` is a truth value to PyYAML."""
    text = (PROJECT / ".github" / "workflows" / f"{name}.yml").read_text("utf-8")
    return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - makes text only


def test_every_push_is_tested_with_the_locked_versions_unless_it_edits_the_roster_alone() -> None:
    found = workflow("ci")
    ignored = {"paths-ignore": ["roster/**"]}
    assert found["on"] == {"push": ignored, "pull_request": ignored}
    assert found["jobs"]["test"]["strategy"]["matrix"] == {"python-version": [*PYTHONS]}
    assert found["jobs"]["test"]["steps"][-1] == {"run": "make test"}


def test_the_allowed_versions_are_tried_weekly_and_when_the_ranges_change() -> None:
    found = workflow("versions")
    assert {event: found["on"][event]["paths"] for event in ("push", "pull_request")} == {
        "push": ["pyproject.toml"],
        "pull_request": ["pyproject.toml"],
    }
    assert found["on"]["schedule"] == [{"cron": "17 18 * * 0"}]
    tried = [each["target"] for each in found["jobs"]["allowed"]["strategy"]["matrix"]["include"]]
    makefile = (PROJECT / "Makefile").read_text("utf-8")
    assert tried == ["test-newest", "test-newest-uv", "test-lowest"]
    assert f"\n{' '.join(tried)}: test-%:" in makefile


def test_other_cases_are_drawn_every_night_only() -> None:
    found = workflow("random")
    assert [*found["on"]] == ["schedule"]
    assert found["jobs"]["draw"]["steps"][-1] == {"run": "make test-random"}


def test_what_the_fast_lane_leaves_out_exists() -> None:
    tests = PROJECT / "tests"
    known = {each.relative_to(tests).with_suffix("").as_posix() for each in tests.rglob("*")}
    assert sorted(SLOW - known) == []
