"""What a six-digit code can be, and codes that are no longer those of a municipality."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from banso_cli.reference.municipalities import (
    OfficialMunicipality,
    check_digit,
    official_municipalities,
)
from banso_cli.reference.prefectures import prefecture_names
from banso_cli.reference.tables import rows_of

_CODE = re.compile("[0-9]{6}", re.ASCII)


def has_form(code: str) -> bool:
    """Tell whether a code has six half-width digits."""
    return bool(_CODE.fullmatch(code))


def is_sound(code: str) -> bool:
    """Tell whether a code has six digits of which the last is the right check digit."""
    return has_form(code) and check_digit(code[:5]) == code[5]


def is_prefecture(code: str) -> bool:
    """Tell whether a code is that of a prefecture: its municipal digits are 000."""
    return code[:2] in prefecture_names() and code[2:5] == "000"


def may_be_municipal(code: str) -> bool:
    """Tell whether a code is sound, and neither a prefecture's, a ward's nor an abolished one."""
    if not is_sound(code):
        return False
    return not (is_prefecture(code) or city_of_ward(code) or code in abolished_municipalities())


def is_unlisted(code: str) -> bool:
    """Tell whether a code could be that of a municipality, but none has it."""
    return may_be_municipal(code) and code not in official_municipalities()


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
