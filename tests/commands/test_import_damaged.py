"""Damaged workbooks are read as a list, or refused in words; they are never a bug of banso."""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest

from banso_cli.files.failure import Failure
from banso_cli.intake.importing import import_list
from banso_cli.reading.folder import read_roster
from tests.commands.running import PROJECT, Banso
from tests.editing.damage import damaged, sound

ROSTER = PROJECT / "tests" / "data" / "lists" / "roster"
SEEDS, AT_THE_COMMAND = 300, 25


def test_a_damaged_workbook_is_read_or_refused(tmp_path: Path) -> None:
    roster, file, data = read_roster(ROSTER), tmp_path / "list.xlsx", sound()
    file.write_bytes(data)
    assert len(import_list(file, 2, roster, "一覧").files) == 2
    for seed in range(SEEDS):
        file.write_bytes(damaged(data, Random(seed)))  # noqa: S311 - for tests
        with suppress(Failure):  # any other failure is a bug
            import_list(file, 2, roster, "一覧")


@pytest.mark.parametrize("seed", range(0, SEEDS, SEEDS // AT_THE_COMMAND))
def test_the_command_tells_the_file(seed: int, banso: Banso, tmp_path: Path) -> None:
    roster = shutil.copytree(ROSTER, tmp_path / "roster")
    file = tmp_path / "list.xlsx"
    file.write_bytes(damaged(sound(), Random(seed)))  # noqa: S311 - for tests
    run = banso("import", file, "--period", "2", "--out", roster, "--diff")
    assert run.code in (0, 1, 3), run
    assert run.code == 0 or "list.xlsx: " in run.err, run
    assert "Traceback" not in run.err
    assert not (roster / "teams").exists()
