"""A small roster, the lists that belong to it, and messages as they stand in the code."""

import gettext
from collections.abc import Iterator
from pathlib import Path

import pytest

from banso_cli.reading.folder import read_roster
from banso_cli.records.roster import Roster


@pytest.fixture(autouse=True, scope="module")
def _english() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("banso_cli.locale._translations", gettext.NullTranslations)
        yield


@pytest.fixture(scope="session")
def lists() -> Path:
    return Path(__file__).parents[1] / "data" / "lists"


@pytest.fixture(scope="session")
def roster(lists: Path) -> Roster:
    found = read_roster(lists / "roster")
    assert found.faults == ()
    return found
