"""Tables: what the statistics give to every form of output."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

UNRECORDED = "未収録"
"""The class of what is not recorded: never guessed, never zero."""

OTHERS = "その他"
"""The class that gathers what a table of the largest classes leaves out."""

SUM, REPEATED_SUM = "計", "延べ計"
"""The heads of sums: of what is counted once, and of what is counted in each class that it has."""


class TableStatus(StrEnum):
    """Whether a table has figures, and whose: the roster's, or only published ones."""

    RECORDED = "recorded"
    PUBLISHED = "published"
    NOT_RECORDED = "not_recorded"
    WITHHELD = "withheld"


@dataclass(frozen=True, slots=True)
class Row:
    """One class of a table.

    `share` is the percentage of the table's total, rounded once, half up, to one decimal place;
    None where no share is stated. `published` and `published_share` are what was published,
    `applied` counts those that applied; None where they are not known.
    """

    key: Annotated[str, "区分の名称"]
    count: Annotated[int | None, "台帳から数えた数。数えられなければ none"]
    share: Annotated[Decimal | None, "割合（%）。小数第1位まで。示さなければ none"] = None
    published: Annotated[int | None, "公表値。なければ none"] = None
    published_share: Annotated[Decimal | None, "公表された割合（%）。なければ none"] = None
    applied: Annotated[int | None, "応募の数（公表値）。なければ none"] = None

    @property
    def shown(self) -> Annotated[int | None, "図に示す数。台帳の数、なければ公表値"]:
        """Return the figure that a chart shows: the roster's, else the published one."""
        return self.published if self.count is None else self.count

    @property
    def shown_share(self) -> Annotated[Decimal | None, "図に示す数の割合（%）"]:
        """Return the share that belongs to the figure shown."""
        return self.published_share if self.count is None else self.share


@dataclass(frozen=True, slots=True)
class Table:
    """One statistic: its classes in the order of the definition, and how they are defined.

    `subject` is what is counted, `total` how many of them there are: the denominator of every
    share; `recorded` is of how many the class is known. All are None where nothing is counted.
    `adds_up` tells that nothing has two classes. `published_total` and `applied_total` are the
    sums of the published classes, None where not every class has a number.
    """

    id: Annotated[str, "表の ID"]
    title: Annotated[str, "表の題"]
    subject: Annotated[str, "数えるもの"]
    unit: Annotated[str, "数の単位"]
    status: Annotated[
        TableStatus,
        "recorded（台帳の集計）、published（公表値のみ）、not_recorded（未収録）、withheld（秘匿）",
    ]
    total: Annotated[int | None, "計。割合の分母"] = None
    recorded: Annotated[int | None, "区分の分かる数"] = None
    published_total: Annotated[int | None, "公表値の計"] = None
    applied_total: Annotated[int | None, "応募の計"] = None
    rows: Annotated[tuple[Row, ...], "区分ごとの行。定義の順"] = ()
    notes: Annotated[tuple[str, ...], "定義と注"] = ()
    adds_up: Annotated[bool, "区分の和が計になるか"] = True

    @property
    def shown_total(self) -> Annotated[int | None, "図に示す数の計"]:
        """Return the total that belongs to the figures shown."""
        return self.published_total if self.status is TableStatus.PUBLISHED else self.total

    @property
    def in_shares(
        self,
    ) -> Annotated[bool, "図の棒が割合（%）か。数がなく、割合だけが公表されたとき"]:
        """Tell whether bars stand for shares: where no class has a number and some have a share."""
        classes = [row for row in self.rows if row.key != UNRECORDED]
        numbered = any(row.shown is not None for row in classes)
        return not numbered and any(row.shown_share is not None for row in classes)

    @property
    def lengths(self) -> Annotated[tuple[Decimal | None, ...], "棒の長さ。行の順。なければ none"]:
        """Return how long the bar of each row is; None for no bar, as for what is not recorded.

        Lengths are comparable with one another only within a table.
        """
        figures = (row.shown_share if self.in_shares else row.shown for row in self.rows)
        return tuple(
            None if row.key == UNRECORDED or figure is None else Decimal(figure)
            for row, figure in zip(self.rows, figures, strict=True)
        )

    @property
    def published_lengths(self) -> Annotated[tuple[Decimal | None, ...], "公表値の棒の長さ"]:
        """Return how long the bar of what was published beside each count is; None for no bar.

        A share without its number is drawn as what it would be of the roster's total.
        """
        return tuple(self._published_length(row) for row in self.rows)

    def _published_length(self, row: Row) -> Decimal | None:
        if self.status is not TableStatus.RECORDED:
            return None
        if row.published is not None:
            return Decimal(row.published)
        if row.published_share is None or self.total is None:
            return None
        return (row.published_share * self.total).scaleb(-2)

    @property
    def most(self) -> Annotated[Decimal, "棒の長さの最大"]:
        """Return the length of the longest bar of a figure shown."""
        return max((each for each in self.lengths if each is not None), default=Decimal(0))

    @property
    def has_published(self) -> Annotated[bool, "公表値を並べるか"]:
        """Tell whether a class has a published figure beside the roster's."""
        figures = (row.published for row in self.rows)
        return self.status is TableStatus.RECORDED and any(each is not None for each in figures)

    @property
    def has_published_share(self) -> Annotated[bool, "公表値の割合を並べるか"]:
        """Tell whether a class has a published share beside the roster's."""
        shares = (row.published_share for row in self.rows)
        return self.status is TableStatus.RECORDED and any(each is not None for each in shares)

    @property
    def has_applied(self) -> Annotated[bool, "応募の数があるか"]:
        """Tell whether it is known how many of a class applied."""
        return any(row.applied is not None for row in self.rows)


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


@dataclass(frozen=True, slots=True)
class Comparison:
    """A published figure beside the one that the roster counts; None where it is not known."""

    figure: Annotated[str, "指標の ID"]
    label: Annotated[str, "指標の名称"]
    unit: Annotated[str, "数の単位"]
    published: Annotated[int | None, "公表値。なければ none"]
    counted: Annotated[int | None, "台帳の集計。数えられなければ none"]
    note: Annotated[str, "注。差の理由など"] = ""

    @property
    def difference(self) -> Annotated[int | None, "台帳の集計から公表値を引いた差。なければ none"]:
        """Return how much more the roster counts than was published."""
        if self.published is None or self.counted is None:
            return None
        return self.counted - self.published


def share_of(part: int, whole: int) -> Decimal | None:
    """Return the percentage to one decimal place, rounded half up from the integers themselves."""
    if whole == 0:
        return None
    tenths = (2000 * part + whole) // (2 * whole)
    return Decimal(tenths).scaleb(-1)
