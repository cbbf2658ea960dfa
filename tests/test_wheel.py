"""What an installed banso brings along; needs the build backend, but no network."""

from __future__ import annotations

import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from zipfile import ZipFile

import pytest
from babel.messages.mofile import read_mo

from banso_cli.reports.templating.templates import template_folder
from tests.readmes import ROOT

PACKAGE = ROOT / "banso_cli"
NEEDED = ("*.py", "*.csv", "*.json", "*.md", "*.mo", "py.typed")


CHECKOUT = ("pyproject.toml", "hatch_build.py", "README.md", "LICENSE", ".gitignore")

pytestmark = pytest.mark.skipif(find_spec("hatchling") is None, reason="hatchling is absent")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Return a copy of the project as git has it: without the words that are built."""
    folder = tmp_path / "checkout"
    for package in ("banso_cli", "templates"):
        built = shutil.ignore_patterns("*.mo", "__pycache__")
        shutil.copytree(ROOT / package, folder / package, ignore=built)
    for name in CHECKOUT:
        shutil.copy(ROOT / name, folder)
    return folder


def built(checkout: Path, kind: str) -> Path:
    """Return the wheel that the build backend makes."""
    build = f"from hatchling.build import {kind} as build; build('dist')"
    subprocess.run([sys.executable, "-c", build], cwd=checkout, check=True, capture_output=True)
    (wheel,) = (checkout / "dist").glob("*.whl")
    return wheel


def test_the_wheel_has_code_templates_tables_and_words_and_nothing_else(checkout: Path) -> None:
    names = set(ZipFile(built(checkout, "build_wheel")).namelist())
    templates = {f"banso_cli/templates/{file.name}" for file in template_folder().iterdir()}
    files = {file.relative_to(ROOT).as_posix() for each in NEEDED for file in PACKAGE.rglob(each)}
    assert sorted((templates | files) - names) == []
    assert {name.split("/")[0].partition("-")[0] for name in names} == {"banso_cli", "banso"}


def test_an_editable_install_builds_the_words_where_they_are_read(checkout: Path) -> None:
    built(checkout, "build_editable")
    assert words_in(checkout) == words_in(ROOT)
    assert all(words_in(ROOT).values())


def words_in(folder: Path) -> dict[Path, dict[object, object]]:
    """Return the catalogues below a folder; their bytes differ with the version of Babel."""
    files = (folder / "banso_cli").rglob("*.mo")
    return {file.relative_to(folder): messages(file) for file in files}


def messages(file: Path) -> dict[object, object]:
    """Return the translations of a catalogue by their messages."""
    with file.open("rb") as stream:
        return {each.id: each.string for each in read_mo(stream) if each.id}
