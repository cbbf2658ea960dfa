"""How the figures of a table changed from an earlier period to this one."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated


@dataclass(frozen=True, slots=True)
class Amount:
    """A number, and what it is a part of where a share of that is known; None if not known."""

    number: Annotated[int | None, "数。知られていなければ null"]
    whole: Annotated[int | None, "計。割合を示さなければ null"] = None


@dataclass(frozen=True, slots=True)
class Change:
    """What is counted of a class, or a figure, in an earlier period and in this one."""

    key: Annotated[str, "区分か指標"]
    unit: Annotated[str, "数の単位"]
    before: Annotated[Amount, "前の期"]
    after: Annotated[Amount, "この期"]

    @property
    def difference(self) -> Annotated[int | None, "増減。どちらかが知られていなければ null"]:
        """Return how much more there is now."""
        before, after = self.before.number, self.after.number
        return None if before is None or after is None else after - before

    @property
    def rate(self) -> Annotated[Decimal | None, "増減率（%）"]:
        """Return the difference as a percentage of what there was before."""
        if self.difference is None or not self.before.number:
            return None
        return _tenths(1000 * self.difference, self.before.number)

    @property
    def points(self) -> Annotated[Decimal | None, "割合の増減（ポイント）"]:
        """Return how much larger the share is, worked out of the numbers and not of the shares."""
        (one, all_before), (two, all_after) = (
            (each.number, each.whole) for each in (self.before, self.after)
        )
        if one is None or two is None or not all_before or not all_after:
            return None
        return _tenths(1000 * (two * all_before - one * all_after), all_before * all_after)


@dataclass(frozen=True, slots=True)
class Beside:
    """Changes of one table; `note` tells why there are none, or what they are of."""

    id: Annotated[str, "表の ID"]
    title: Annotated[str, "表の題"]
    changes: Annotated[tuple[Change, ...], "行"]
    note: Annotated[str, "注。なければ空"] = ""


def _tenths(numerator: int, denominator: int) -> Decimal:
    """Return a tenth of the quotient, rounded half up once; a negative one likewise."""
    rounded = (2 * abs(numerator) + denominator) // (2 * denominator)
    return Decimal(rounded if numerator >= 0 else -rounded).scaleb(-1)
