"""What bounds the label of a band names: 5千人以上1万人未満, 30代, 60代以上, 20〜29歳."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_NUMBER = r"([0-9]+(?:\.[0-9]+)?)([万千百十]?)"
_FIGURE = r"(?:[0-9]+(?:\.[0-9]+)?[万千百十]?)+"
_SHAPES = {
    "_以上": ("least",),
    "_未満": ("below",),
    "_以上_未満": ("least", "below"),
    "_以下": ("most",),
    "_以上_以下": ("least", "most"),
    "_超": ("above",),
    "_超_未満": ("above", "below"),
    "_超_以下": ("above", "most"),
    "_~": ("least",),
    "_~_未満": ("least", "below"),
    "_~_": ("least", "end"),
    "~_": ("end",),
    "_代以下": ("decade_end",),
    "~_代以下": ("decade_end",),
    "_代以上": ("least",),
    "_代~": ("least",),
    "_~_代": ("least", "decade_end"),
    "_代~_代": ("least", "decade_end"),
    "_代": ("decade",),
}
"""What the figures of a label bound, by what is written around them."""

_LEAST = {"least": 0, "decade": 0, "above": 1}
_BELOW = {"below": (0,), "end": (0, 1), "most": (1,), "decade": (10,), "decade_end": (10,)}
"""What is added to a figure, for the bounds that it may tell."""

_MYRIAD = 10_000
_TENS = {"千": 1_000, "百": 100, "十": 10}


@dataclass(frozen=True, slots=True)
class Bounds:
    """The bounds that a label names: a bound that may be any of several, empty where it is open.

    5千〜1万人 may take in 10,000 or not, as it is written by habit.
    """

    least: frozenset[int] = frozenset()
    below: frozenset[int] = frozenset()


def bounds_of(label: str) -> Bounds | None:
    """Return the bounds that a label names; None where it cannot be understood."""
    text = "".join(unicodedata.normalize("NFKC", label).replace(",", "").split())
    text = re.sub("から|[〜-]", "~", text.replace("_", " ").replace("まで", "以下"))
    figures = re.findall(_FIGURE, text)
    roles = _SHAPES.get(re.sub(f"{_FIGURE}(?:人|名|歳|才)?", "_", text))
    if roles is None or re.match("[0-9.]+~[0-9.]+[万千百十]", text):  # 1〜3万人 leaves out a 万
        return None
    named = tuple(zip(roles, map(_number, figures), strict=True))
    return Bounds(
        frozenset(number + _LEAST[role] for role, number in named if role in _LEAST),
        frozenset(number + more for role, number in named for more in _BELOW.get(role, ())),
    )


def _number(text: str) -> int:
    """Return the number that digits with 万, 千, 百 and 十 are written for: 1万5千."""
    total = 0.0
    section = 0.0
    for digits, unit in re.findall(_NUMBER, text):
        section += float(digits) * _TENS.get(unit, 1)
        if unit == "万":
            total, section = total + section * _MYRIAD, 0.0
    return round(total + section)
