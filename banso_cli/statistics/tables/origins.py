"""Whose figures a table can have: counted, published, of applications."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType


class Whose(StrEnum):
    """Whose figures stand in a table, in the order of their columns; the value names a legend."""

    COUNTED = "台帳の集計"
    PUBLISHED = "公表値"
    APPLICATIONS = "応募（台帳の集計）"
    APPLIED = "応募（公表値）"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where figures of one origin stand, and what they are called.

    `number` and `share` are fields of `Row`, with what they hold in data files; without `share`
    there is none. `total` is the field of `Table` with the sum.
    """

    head: str
    total: str
    number: str
    number_meaning: str
    share: str = ""
    share_meaning: str = ""


ORIGINS: Mapping[Whose, Origin] = MappingProxyType(
    {
        Whose.COUNTED: Origin(
            *("数", "total", "count", "台帳から数えた数。数えられなければ空"),
            *("share", "数の、計に対する百分率。小数第1位まで。示さなければ空"),
        ),
        Whose.APPLICATIONS: Origin(
            *("応募の集計", "applications_total", "applications"),
            "台帳の応募から数えた数。応募を収めていなければ空",
        ),
        Whose.APPLIED: Origin("応募", "applied_total", "applied", "応募の数（公表値）。なければ空"),
        Whose.PUBLISHED: Origin(
            *("公表値", "published_total", "published", "公表された数。なければ空"),
            *("published_share", "公表された百分率。なければ空"),
        ),
    }
)
"""All figures that a class can have, in the order of the data files."""
