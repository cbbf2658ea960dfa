"""A small roster with applications, and the command."""

from __future__ import annotations

from pathlib import Path

import pytest

from banso_cli.example.files import made_up_files
from tests.commands.running import Banso

TEAMS = 6


@pytest.fixture
def banso(capfdbinary: pytest.CaptureFixture[bytes]) -> Banso:
    """Return the command; what reaches the file descriptors counts as its output."""
    return Banso(capfdbinary)


@pytest.fixture(scope="session")
def made_up() -> dict[str, bytes]:
    """Return the files of a small roster with applications."""
    return dict(made_up_files(TEAMS, 1, applications=True))


@pytest.fixture
def roster(made_up: dict[str, bytes], tmp_path: Path) -> Path:
    """Return the folder of a small roster with applications, which may be changed."""
    for name, data in made_up.items():
        file = tmp_path / "roster" / name.removeprefix("roster/")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return tmp_path / "roster"


DECISIONS = "applications/3/matching.yaml"


def decided(roster: Path, text: str) -> None:
    (roster / DECISIONS).write_text(text, encoding="utf-8")


def of_period(roster: Path, kind: str) -> list[Path]:
    return sorted((roster / "applications/3" / kind).glob("*.yaml"))


@pytest.fixture
def drafted(banso: Banso, roster: Path) -> Path:
    """Return the folder of a draft of the small roster."""
    run = banso("match", "--period", "3", "--roster", roster, "--output", roster.parent / "draft")
    assert (run.code, run.out) == (0, f"6チームの編成案を {roster.parent / 'draft'} に書きました\n")
    return roster.parent / "draft"
