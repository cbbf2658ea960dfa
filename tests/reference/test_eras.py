"""The eras, in which documents count the years."""

from __future__ import annotations

import datetime as dt

import pytest

from banso_cli.reference.eras import era_year


@pytest.mark.parametrize(
    ("day", "year"),
    [
        ("2026-04-01", "令和8"),
        ("2019-05-01", "令和元"),
        ("2019-04-30", "平成31"),
        ("1989-01-08", "平成元"),
        ("1989-01-07", "昭和64"),
        ("1926-12-24", "1926"),
    ],
)
def test_a_year_is_counted_by_its_era(day: str, year: str) -> None:
    assert era_year(dt.date.fromisoformat(day)) == year
