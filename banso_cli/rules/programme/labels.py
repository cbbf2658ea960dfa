"""What bounds the label of a band names: 5千人以上1万人未満, 30代, 60代以上, 20〜29歳."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_FIGURE = r"(?:[0-9]+(?:\.[0-9]+)?[万千百十]?)+"
_UNIT = "(?:人|名|歳|才)?"
_DASH = "(?:から|[~〜-])"
_SHAPES = tuple(
    re.compile(shape)
    for shape in (
        rf"(?:(?P<least>{_FIGURE}){_UNIT}以上)?(?:(?P<below>{_FIGURE}){_UNIT}未満)?",
        rf"(?:(?P<least>{_FIGURE}){_UNIT}以上)?(?P<most>{_FIGURE}){_UNIT}(?:以下|まで)",
        rf"(?P<above>{_FIGURE}){_UNIT}超(?:(?P<below>{_FIGURE}){_UNIT}未満)?",
        rf"(?P<above>{_FIGURE}){_UNIT}超(?P<most>{_FIGURE}){_UNIT}以下",
        rf"(?P<least>{_FIGURE}){_UNIT}{_DASH}(?:(?P<below>{_FIGURE}){_UNIT}未満)?",
        rf"(?P<least>{_FIGURE}){_UNIT}{_DASH}(?P<end>{_FIGURE}){_UNIT}",
        rf"{_DASH}(?P<end>{_FIGURE}){_UNIT}",
        rf"{_DASH}?(?P<decade_end>{_FIGURE})代(?:以下|まで)",
        rf"(?P<least>{_FIGURE})代(?:以上|{_DASH})",
        rf"(?P<least>{_FIGURE})代?{_DASH}(?P<decade_end>{_FIGURE})代",
        rf"(?P<decade>{_FIGURE})代",
    )
)
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
    for shape in _SHAPES:
        if text and (match := shape.fullmatch(text)):
            named = {key: _number(each) for key, each in match.groupdict().items() if each}
            return None if _is_short(text) else _bounds(named)
    return None


def _is_short(text: str) -> bool:
    """Tell whether the first figure of a range leaves out what the second has: 1〜3万人."""
    return bool(re.match(rf"[0-9.]+{_DASH}[0-9.]+[万千百十]", text))


def _bounds(named: dict[str, int]) -> Bounds:
    least, below = set[int](), set[int]()
    for key, number in named.items():
        if key in {"least", "decade"}:
            least.add(number)
        if key == "above":
            least.add(number + 1)
        if key in {"below", "end"}:
            below.add(number)
        if key in {"most", "end"}:
            below.add(number + 1)
        if key in {"decade", "decade_end"}:
            below.add(number + 10)
    return Bounds(frozenset(least), frozenset(below))


def _number(text: str) -> int:
    """Return the number that digits with 万, 千, 百 and 十 are written for: 1万5千."""
    total = 0.0
    section = 0.0
    for digits, unit in re.findall(r"([0-9]+(?:\.[0-9]+)?)([万千百十]?)", text):
        section += float(digits) * _TENS.get(unit, 1)
        if unit == "万":
            total, section = total + section * _MYRIAD, 0.0
    return round(total + section)
