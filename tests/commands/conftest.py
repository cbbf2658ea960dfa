"""The command, and small rosters for it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.commands.running import PROJECT, Banso


@pytest.fixture
def banso(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Banso:
    """Run in the project's folder, whose roster is the real one."""
    monkeypatch.chdir(PROJECT)
    return Banso(capfdbinary)


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """Return a copy of the small valid roster of the tests."""
    return shutil.copytree(PROJECT / "tests" / "base_roster" / "roster", tmp_path / "roster")
