"""The command, and small rosters for it."""

from __future__ import annotations

import shutil
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest

from banso_cli import commands
from banso_cli.locale import _translations
from tests.commands.running import PROJECT, PUBLIC, Banso, break_theme

for module in walk_packages(commands.__path__, "banso_cli.commands."):
    import_module(module.name)  # help pages are translated when they are imported


@pytest.fixture
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let banso speak English: messages are then as they stand in the code."""
    monkeypatch.setenv("BANSO_LANG", "en")
    _translations.cache_clear()


@pytest.fixture
def banso(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Banso:
    """Run beside the frozen copy of the public roster."""
    monkeypatch.chdir(PUBLIC)
    return Banso(capfdbinary)


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """Return a copy of the small valid roster of the tests."""
    return shutil.copytree(PROJECT / "tests" / "base_roster" / "roster", tmp_path / "roster")


@pytest.fixture
def faulty(copied: Path) -> Path:
    """Return a roster with one error."""
    break_theme(copied)
    return copied
