"""Sums and shares of figures, known or not."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal


def sum_known(figures: Iterable[int | None]) -> int | None:
    """Return the sum; None where one of the figures is not known."""
    found = list(figures)
    known = [each for each in found if each is not None]
    return sum(known) if len(known) == len(found) else None


def share_of(part: int, whole: int) -> Decimal | None:
    """Return the percentage to one decimal place, rounded half up from the integers themselves."""
    if whole == 0:
        return None
    tenths = (2000 * part + whole) // (2 * whole)
    return Decimal(tenths).scaleb(-1)
