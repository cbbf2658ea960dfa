"""Codes that are not, or no longer, those of a municipality."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from banso_cli.reference.municipalities import OfficialMunicipality, official_municipalities
from banso_cli.reference.tables import rows_of

_WARDS_OF_A_CITY = 30


@dataclass(frozen=True, slots=True)
class AbolishedMunicipality:
    """A municipality that was merged or became a city; `successor` is the code of what it is now.

    `abolished` is the day of the change.
    """

    code: str
    name: str
    abolished: str
    successor: str


@cache
def abolished_municipalities() -> Mapping[str, AbolishedMunicipality]:
    """Return the abolished codes since 2010 whose successor is known with certainty.

    Source: `abolished.csv`, kept by hand after 総務省「全国地方公共団体コード 改正一覧」; it is not
    complete.
    """
    rows = rows_of("abolished.csv")
    return MappingProxyType({row[0]: AbolishedMunicipality(*row) for row in rows})


def city_of_ward(code: str) -> OfficialMunicipality | None:
    """Return the designated city that a ward's code belongs to; None for any other code.

    The wards of a designated city follow its own code, whose third digit is 1 (JIS X 0402).
    """
    official = official_municipalities()
    if code in official or code[2] != "1" or code[:2] == "13":
        return None
    number = int(code[:5])
    cities = [c for c in official.values() if c.code[:3] == code[:3] and int(c.code[:5]) < number]
    if not cities or number - int(cities[-1].code[:5]) >= _WARDS_OF_A_CITY:
        return None
    return cities[-1]
