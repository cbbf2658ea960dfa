"""Where a prefecture lies, roughly: what is made up is put near its middle, on no real office."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from banso_cli.example.chance import Chance
from banso_cli.example.marks import source_of
from banso_cli.example.table import table
from banso_cli.records.municipality import Office

_MIDDLES: Mapping[str, tuple[int, int]] = {
    row["prefecture"]: (int(row["latitude"]), int(row["longitude"])) for row in table("positions")
}
"""Latitude and longitude by the prefecture's code, in tenths of a degree."""

_SPREAD = 999
"""How far from the middle an office may be, in ten-thousandths of a degree: about 10 km."""


def office_in(prefecture: str, chance: Chance) -> Office:
    """Return a made-up office in the prefecture with this code, to four places of a degree."""
    latitude, longitude = (
        Decimal(tenths * 1000 + chance.between(-_SPREAD, _SPREAD)).scaleb(-4)
        for tenths in _MIDDLES[prefecture]
    )
    return Office(
        latitude=latitude, longitude=longitude, source=source_of("役所・役場の位置").title
    )
