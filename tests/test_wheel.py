"""What an installed banso brings along; needs the build backend, but no network."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from banso_cli.reports.templates import template_folder
from tests.readmes import ROOT

PACKAGE = ROOT / "banso_cli"
NEEDED = ("*.py", "*.csv", "*.json", "*.md", "*.mo", "py.typed")


@pytest.mark.skipif(importlib.util.find_spec("hatchling") is None, reason="hatchling is absent")
def test_the_wheel_has_code_templates_and_tables_and_nothing_else(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    names = set(ZipFile(wheel).namelist())
    templates = {f"banso_cli/templates/{file.name}" for file in template_folder().iterdir()}
    files = {file.relative_to(ROOT).as_posix() for each in NEEDED for file in PACKAGE.rglob(each)}
    assert sorted((templates | files) - names) == []
    assert {name.split("/")[0].partition("-")[0] for name in names} == {"banso_cli", "banso"}
