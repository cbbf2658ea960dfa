"""Tables of two dimensions at once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated

from banso_cli.statistics.tables.table import REPEATED_SUM, SUM, TableStatus


@dataclass(frozen=True, slots=True)
class CrossRow:
    """One class of the first dimension, counted by the classes of the second."""

    key: Annotated[str, "一つ目の区分の名称"]
    counts: Annotated[tuple[int, ...], "二つ目の区分ごとの数"]


@dataclass(frozen=True, slots=True)
class CrossTable:
    """Two dimensions at once; `columns` are the classes of the second.

    `total` is how many there are of what is counted. `rows_overlap` and `columns_overlap` tell that
    something may have several classes of the first dimension, or of the second: then the sums over
    them are more than there are.
    """

    id: Annotated[str, "表の ID"]
    title: Annotated[str, "表の題"]
    subject: Annotated[str, "数えるもの"]
    unit: Annotated[str, "数の単位"]
    status: Annotated[TableStatus, "表の状態"]
    columns: Annotated[tuple[str, ...], "二つ目の区分の名称"] = ()
    rows: Annotated[tuple[CrossRow, ...], "一つ目の区分ごとの行"] = ()
    notes: Annotated[tuple[str, ...], "定義と注"] = ()
    total: Annotated[int | None, "計。欄の和と異なるのは延べ数のとき"] = None
    rows_overlap: Annotated[bool, "一つの対象が一つ目の区分をいくつももつか"] = False
    columns_overlap: Annotated[bool, "一つの対象が二つ目の区分をいくつももつか"] = False

    @property
    def adds_up(self) -> Annotated[bool, "欄の和が計になるか"]:
        """Tell whether nothing is counted in several cells."""
        return not (self.rows_overlap or self.columns_overlap)

    @property
    def turned(self) -> Annotated[CrossTable, "行と列を入れ替えた表"]:
        """Return the table with the classes of the second dimension as its rows."""
        rows = tuple(
            CrossRow(column, tuple(row.counts[at] for row in self.rows))
            for at, column in enumerate(self.columns)
        )
        return replace(
            self,
            columns=tuple(row.key for row in self.rows),
            rows=rows,
            rows_overlap=self.columns_overlap,
            columns_overlap=self.rows_overlap,
        )

    @property
    def row_sums(self) -> Annotated[tuple[int, ...], "行ごとの和"]:
        """Return the sum of each row."""
        return tuple(sum(row.counts) for row in self.rows)

    @property
    def column_sums(self) -> Annotated[tuple[int, ...], "列ごとの和"]:
        """Return the sum of each column."""
        return self.turned.row_sums

    @property
    def grand_sum(self) -> Annotated[int, "すべての欄の和"]:
        """Return the sum of all cells."""
        return sum(self.row_sums)

    @property
    def row_sums_head(self) -> Annotated[str, "行ごとの和の見出し"]:
        """Return what stands over the sums of the rows."""
        return REPEATED_SUM if self.columns_overlap else SUM

    @property
    def column_sums_head(self) -> Annotated[str, "列ごとの和の見出し"]:
        """Return what stands before the sums of the columns."""
        return REPEATED_SUM if self.rows_overlap else SUM
