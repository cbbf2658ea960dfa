"""`banso import` of damaged workbooks: they are read, or refused in words; never a bug of banso."""

from __future__ import annotations

import shutil
from pathlib import Path
from random import Random

import pytest

from tests.commands.running import PROJECT, Banso
from tests.editing.damage import damaged, sound

ROSTER = PROJECT / "tests" / "data" / "lists" / "roster"
SEEDS = 300


@pytest.mark.parametrize("first", range(0, SEEDS, 50))
def test_a_damaged_workbook_is_read_or_refused(first: int, banso: Banso, tmp_path: Path) -> None:
    roster = shutil.copytree(ROSTER, tmp_path / "roster")
    file = tmp_path / "list.xlsx"
    file.write_bytes(sound())
    arguments = ("import", file, "--period", "2", "--out", roster, "--diff")
    assert banso(*arguments).out.count("+++ b/roster/teams/2/") == 2
    for seed in range(first, first + 50):
        file.write_bytes(damaged(sound(), Random(seed)))  # noqa: S311 - for tests
        run = banso(*arguments)
        assert run.code in (0, 1, 3), (seed, run)
        assert run.code == 0 or "list.xlsx: " in run.err, (seed, run)
        assert "Traceback" not in run.err
    assert not (roster / "teams").exists()
