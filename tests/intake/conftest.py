"""A small roster with its workbook, in the hands of an official."""

from __future__ import annotations

import gettext
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.intake.editing_by_hand import ByHand, exported, roster_in


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return exported(roster_in(tmp_path_factory.mktemp("made")))


@pytest.fixture
def hand(tmp_path: Path, made: bytes) -> ByHand:
    return ByHand(roster_in(tmp_path), made)


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the small roster where it is only read."""
    return roster_in(tmp_path_factory.mktemp("shared"))


@pytest.fixture(scope="module")
def _english() -> Iterator[None]:
    """Let messages be as they stand in the code."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("banso_cli.locale._translations", gettext.NullTranslations)
        yield
