"""Whoever has the totals of a period and those without one team knows the team, unless withheld."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from banso_cli.example.files import made_up_files
from banso_cli.statistics.counting import Counting
from banso_cli.statistics.dimensions import PERSONAL
from banso_cli.statistics.tables.results import results_of
from banso_cli.statistics.tables.table import TableStatus
from banso_cli.statistics.tally import Tally
from banso_cli.tasks.opened.sound import sound_roster

BROKEN = b"x: [\n"
TRIED = 12


def totals(folder: Path) -> tuple[dict[str, int | None], ...]:
    """Return what the tables of the latest period count of personal attributes."""
    roster, programme, errors = sound_roster(folder, allow_invalid=True)
    counting = Counting(roster, programme, roster.periods[-1])
    tables = results_of(counting, errors, PERSONAL, totals=False).tables
    assert all(table.status is not TableStatus.RECORDED or table.rows for table in tables)
    return tuple({row.key: row.count for row in table.rows} for table in tables)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a complete roster."""
    place = tmp_path_factory.mktemp("broken") / "roster"
    for path, data in made_up_files(20, 1).items():
        file = place / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return place


def differences(folder: Path) -> Iterator[dict[str, int]]:
    """Yield what the totals without a team, whose file is broken, differ by from the whole."""
    whole = totals(folder)
    assert all(whole)
    for file in sorted((folder / "teams" / "2").iterdir())[:TRIED]:
        data = file.read_bytes()
        file.write_bytes(data + BROKEN)
        for before, after in zip(whole, totals(folder), strict=True):
            yield {key: (before.get(key) or 0) - (count or 0) for key, count in after.items()}
        file.write_bytes(data)


def test_no_difference_is_shown_while_a_file_is_broken(folder: Path) -> None:
    assert list(differences(folder)) == [{}] * (TRIED * len(PERSONAL))


def test_without_the_control_every_team_would_be_known(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Tally, "reason_to_withhold", lambda _tally, _by: "")
    for found in differences(folder):
        assert found
        assert 1 < sum(found.values()) < 5
