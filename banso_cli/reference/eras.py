"""The eras of the Japanese calendar since 昭和, in which documents count the years."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple


class Era(NamedTuple):
    """An era: the letter for its name, the year before its first, its first and last day."""

    name: str
    letter: str
    before: int
    first: dt.date
    last: dt.date


ERAS = (
    Era("令和", "R", 2018, dt.date(2019, 5, 1), dt.date.max),
    Era("平成", "H", 1988, dt.date(1989, 1, 8), dt.date(2019, 4, 30)),
    Era("昭和", "S", 1925, dt.date(1926, 12, 25), dt.date(1989, 1, 7)),
)
"""The eras, the newest first."""


def era_year(date: dt.date) -> str:
    """Return the year of a day by its era (令和8, 令和元); by the common era before all of them."""
    era = next((each for each in ERAS if each.first <= date <= each.last), None)
    if era is None:
        return str(date.year)
    year = date.year - era.before
    return f"{era.name}{'元' if year == 1 else year}"
