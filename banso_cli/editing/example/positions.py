"""Where a prefecture lies, roughly: what is made up is put near its middle, on no real office."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from banso_cli.editing.example.chance import Chance
from banso_cli.editing.example.marks import source_of
from banso_cli.model.municipality import Office

_MIDDLES: Mapping[str, tuple[int, int]] = MappingProxyType(
    {
        "01": (434, 1428),
        "02": (408, 1409),
        "03": (396, 1413),
        "04": (384, 1409),
        "05": (397, 1404),
        "06": (385, 1402),
        "07": (374, 1402),
        "08": (363, 1403),
        "09": (367, 1398),
        "10": (365, 1390),
        "11": (360, 1393),
        "12": (355, 1402),
        "13": (357, 1393),
        "14": (354, 1393),
        "15": (375, 1389),
        "16": (366, 1372),
        "17": (368, 1368),
        "18": (359, 1364),
        "19": (356, 1386),
        "20": (361, 1380),
        "21": (358, 1371),
        "22": (350, 1384),
        "23": (350, 1373),
        "24": (345, 1364),
        "25": (352, 1361),
        "26": (352, 1354),
        "27": (346, 1355),
        "28": (350, 1348),
        "29": (343, 1359),
        "30": (339, 1355),
        "31": (354, 1339),
        "32": (350, 1326),
        "33": (349, 1338),
        "34": (346, 1328),
        "35": (342, 1316),
        "36": (339, 1342),
        "37": (342, 1340),
        "38": (336, 1329),
        "39": (335, 1334),
        "40": (335, 1307),
        "41": (333, 1301),
        "42": (329, 1300),
        "43": (326, 1308),
        "44": (332, 1314),
        "45": (322, 1313),
        "46": (317, 1306),
        "47": (265, 1280),
    }
)
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
