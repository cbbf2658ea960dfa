"""How people read a figure; data files have plain numbers and a word beside them instead."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from banso_cli.reference.eras import era_year

UNKNOWN = "…"
"""The mark of what is not recorded."""

NOT_APPLICABLE = "－"
"""The mark of a field that cannot have a figure."""

WITHHELD = "x"
"""The mark of what may not be shown."""

NO_DIFFERENCE = "±0"
"""The mark of a difference of nothing."""

PARTIAL = "この期は一部のチームだけを収め、数は公表値だけを示す。"
"""What is told where the list of teams is a part."""

BAR_WIDTH = 20
"""Blocks of the longest bar."""


def figure(number: int | None, unit: str = "") -> str:
    """Return a number with separators and its unit, or the mark of what is not known."""
    return UNKNOWN if number is None else f"{number:,}{unit}"


def ordinal(number: int | None, after: str = ". ") -> str:
    """Return the number of a team as the list prints it before a name; nothing if not known."""
    return "" if number is None else f"{number:02d}{after}"


def day(date: dt.date) -> str:
    """Return a day as people write it: 令和8年4月1日."""
    return f"{era_year(date)}年{date.month}月{date.day}日"


def until(newest: dt.date | None) -> str:
    """Return the words for the state of a roster that has this newest day."""
    return f"（{day(newest)}までの記録による）" if newest else ""


def percent(share: Decimal | None) -> str:
    """Return a share with its sign, or nothing where none is stated."""
    return "" if share is None else f"{share}%"


def signed(number: int | None) -> str:
    """Return a difference with its sign, ±0 for none, or the mark of what is not known."""
    if number is None:
        return UNKNOWN
    return f"{number:+,}" if number else NO_DIFFERENCE


def bar(length: Decimal | int | None, most: Decimal | int, width: int = BAR_WIDTH) -> str:
    """Return a bar of blocks, the longest bar of a table `most` being `width` blocks long.

    What is counted at all has at least one block.
    """
    if not length or not most or not width:
        return ""
    return "█" * max(1, int((2 * width * length + most) // (2 * most)))
