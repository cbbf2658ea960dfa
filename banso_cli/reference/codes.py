"""What a six-digit code can be: 全国地方公共団体コード."""

import re

from banso_cli.reference.municipalities import check_digit, official_municipalities
from banso_cli.reference.prefectures import prefecture_names
from banso_cli.reference.retired import abolished_municipalities, city_of_ward

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
