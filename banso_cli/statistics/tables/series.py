"""What stands in the columns of a table: figures of one origin, and their text."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from banso_cli.statistics.tables.origins import Whose


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
