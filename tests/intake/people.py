"""Tables of population for the tests: how one is read, and why one is refused."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from banso_cli.files.failure import Failure
from banso_cli.intake.next_period.population import Population, read_population
from banso_cli.intake.next_period.stated import Stated
from tests.intake.sheets import Rows, workbook

MORI, NIKI, OFUNATO = "013455", "014079", "032034"
CODES = {MORI, NIKI, OFUNATO}
NEW_YEAR = dt.date(2027, 1, 1)
REGISTER = {
    MORI: ("北海道", "森町", 13_000),
    NIKI: ("北海道", "仁木町", "-"),
    OFUNATO: ("岩手県", "大船渡市", 32_000),
}


def read(file: Path, measure: str | None = None, date: dt.date | None = None) -> Population:
    """Read a file of which the user says this."""
    return read_population(file, Stated(measure, date), CODES)


def refused(file: Path, measure: str | None = None, date: dt.date | None = None) -> tuple[str, str]:
    """Return why a file is refused, and what to do about it."""
    with pytest.raises(Failure) as caught:
        read(file, measure, date)
    (refusal,) = caught.value.refusals
    return refusal.message, refusal.help


def one_sheet(folder: Path, rows: Rows) -> Path:
    return workbook(folder / "people.xlsx", {"Sheet1": rows})
