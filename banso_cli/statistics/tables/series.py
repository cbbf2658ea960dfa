"""Whose figures stand in a table, and in which columns: counted, published, of applications."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import Annotated


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


@dataclass(frozen=True, slots=True)
class Series:
    """The figures of one origin, in the order of the classes; `lengths` are those of their bars."""

    whose: Annotated[Whose, "だれの数か"]
    head: Annotated[str, "見出し"]
    numbers: Annotated[tuple[int | None, ...], "数。知られていなければ none"]
    shares: Annotated[tuple[Decimal | None, ...], "割合（%）。示さなければ none"]
    total: Annotated[int | None, "計。知られていなければ none"]
    lengths: Annotated[tuple[Decimal | None, ...], "棒の長さ。棒がなければ none"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column as people read it: its cells in the order of the classes, and its sum, as text.

    `series` are the figures that it shows: their numbers, or `of_shares` their shares.
    """

    head: Annotated[str, "見出し"]
    cells: Annotated[tuple[str, ...], "欄の文字。行の順"]
    series: Annotated[Series, "欄に示す数の並び"]
    of_shares: Annotated[bool, "割合の欄か。でなければ数の欄"] = False
    sum: Annotated[str, "計の文字。計のない欄では空"] = ""

    @property
    def figures(self) -> Annotated[tuple[int | Decimal | None, ...], "欄の数。行の順"]:
        """Return the figures of the cells, None where a cell has none."""
        return self.series.shares if self.of_shares else self.series.numbers

    @property
    def is_blank(self) -> Annotated[bool, "どの欄も空か"]:
        """Tell whether no cell says anything."""
        return not any(self.cells)
