"""The official names, readings and codes of Japan's municipalities."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from banso_cli.reference.tables import rows_of

_WEIGHTS = (6, 5, 4, 3, 2)


class OfficialMunicipality(NamedTuple):
    """A city, town or village, or one of Tokyo's 23 special wards.

    `code` has six digits, the last of them a check digit. `county` is the 郡,
    empty where there is none. `kana` is the reading of `name` in hiragana.
    """

    code: str
    prefecture: str
    county: str
    name: str
    kana: str


@cache
def official_municipalities() -> Mapping[str, OfficialMunicipality]:
    """Return all 1,741 municipalities by code, in the order of their codes.

    The wards of designated cities and the six villages of 北方領土 are not in it.
    Source: `municipalities.csv`, which `make_municipalities` writes.
    """
    municipalities = map(OfficialMunicipality._make, rows_of("municipalities.csv"))
    return MappingProxyType({each.code: each for each in municipalities})


def check_digit(five_digits: str) -> str:
    """Return the sixth digit of a municipality's code.

    The weighted sum of the five digits is taken from the next multiple of 11, as
    総務省「全国地方公共団体コード」 lays down; of 10 and 11 the last digit counts.
    """
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, five_digits, strict=True))
    return str((11 - total % 11) % 10)
