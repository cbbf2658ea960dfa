"""A repository for every test, and banso in it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.changes.repository import Repository
from tests.changes.telling import Told
from tests.commands.running import Banso


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "project")


@pytest.fixture
def banso(
    repository: Repository,
    capfdbinary: pytest.CaptureFixture[bytes],
    monkeypatch: pytest.MonkeyPatch,
) -> Banso:
    monkeypatch.chdir(repository.folder)
    return Banso(capfdbinary)


@pytest.fixture
def told(banso: Banso) -> Told:
    """Return what `banso diff` tells as JSON."""

    def tell(*names: str) -> Any:  # noqa: ANN401 - any JSON
        run = banso("diff", *names, "--format", "json")
        assert (run.code, run.err) == (0, "")
        return json.loads(run.out)

    return tell
