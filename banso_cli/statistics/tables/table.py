"""Tables: what the statistics give to every form of output."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from banso_cli.statistics.tables.origins import ORIGINS, Whose
from banso_cli.statistics.tables.series import Column, Series
from banso_cli.statistics.tables.words import NOT_APPLICABLE, figure, percent

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
    `applied` counts those that applied; None where they are not known. `applications` counts them
    from the roster, where it has their applications.
    """

    key: Annotated[str, "区分の名称"]
    count: Annotated[int | None, "台帳から数えた数。数えられなければ none"]
    share: Annotated[Decimal | None, "割合（%）。小数第1位まで。示さなければ none"] = None
    published: Annotated[int | None, "公表値。なければ none"] = None
    published_share: Annotated[Decimal | None, "公表された割合（%）。なければ none"] = None
    applied: Annotated[int | None, "応募の数（公表値）。なければ none"] = None
    applications: Annotated[int | None, "台帳の応募から数えた数。収めていなければ none"] = None

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
    published totals, `applications_total` that of the applications, None where they are not known.
    `has_applied` sets those that applied beside the count, known or not. `is_partial` tells that it
    is known of a part alone: no bar is drawn from a part.
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
    applied_total: Annotated[int | None, "応募の計（公表値）"] = None
    rows: Annotated[tuple[Row, ...], "区分ごとの行。定義の順"] = ()
    notes: Annotated[tuple[str, ...], "定義と注"] = ()
    adds_up: Annotated[bool, "区分の和が計になるか"] = True
    has_applied: Annotated[bool, "応募の数を並べて示すか"] = False
    is_partial: Annotated[bool, "収録が一部だけか。そうなら台帳の数の棒はない"] = False
    applications_total: Annotated[int | None, "台帳の応募から数えた計"] = None

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
        """Return how long the bar of each row is, where a row has one bar; None for none.

        It is that of the table's own figures, and of the published ones where these are partial.
        Lengths are comparable with one another only within a table.
        """
        return self.published_lengths if self.is_partial else self._own_lengths()

    def _own_lengths(self) -> tuple[Decimal | None, ...]:
        """Return the bars of the table's own figures: none of a part, and none of a remainder."""
        figures = (row.shown_share if self.in_shares else row.shown for row in self.rows)
        return tuple(
            None if figure is None or self.is_partial or self._is_gathered(row) else Decimal(figure)
            for row, figure in zip(self.rows, figures, strict=True)
        )

    def _is_gathered(self, row: Row) -> bool:
        """Tell whether a row gathers what has no class of its own, and so has no bar."""
        return row.key == UNRECORDED or (row.key == OTHERS and not self.adds_up)

    @property
    def published_lengths(self) -> Annotated[tuple[Decimal | None, ...], "公表値の棒の長さ"]:
        """Return how long the bar of what was published beside each count is; None for no bar.

        A share without its number is drawn as what it would be of the roster's total.
        """
        return tuple(self._published_length(row) for row in self.rows)

    def _published_length(self, row: Row) -> Decimal | None:
        if self.status is not TableStatus.RECORDED or self._is_gathered(row):
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
    def series(self) -> Annotated[tuple[Series, ...], "数の並び。図と表に示すもの"]:
        """Return the figures that are shown: first the table's own, then what is known beside."""
        own = Whose.PUBLISHED if self.status is TableStatus.PUBLISHED else Whose.COUNTED
        others = (self._series(each, is_own=False) for each in Whose if each is not Whose.COUNTED)
        beside = (each for each in others if each.whose is not own)
        return (
            self._series(own, is_own=True),
            *(each for each in beside if self._has_numbers(each) or _known(each.shares)),
        )

    def _has_numbers(self, each: Series) -> bool:
        """Tell whether a series has a column of numbers, be it of unknown ones."""
        is_wanted = each.whose is Whose.APPLIED and self.has_applied and bool(self.rows)
        return (is_wanted and self.applications_total is None) or _known(each.numbers)

    def _series(self, whose: Whose, *, is_own: bool) -> Series:
        origin = ORIGINS[whose]
        is_counted = whose is Whose.APPLIED and self.applications_total is not None
        numbers = tuple(getattr(row, origin.number) for row in self.rows)
        shares = tuple(getattr(row, origin.share, None) for row in self.rows)
        lengths = tuple(None if each is None else Decimal(each) for each in numbers)
        if is_own:
            lengths = self._own_lengths()
        elif whose is Whose.PUBLISHED:
            lengths = self.published_lengths
        elif self.in_shares or is_counted:
            lengths = (None,) * len(numbers)
        total = getattr(self, origin.total)
        head = f"{origin.head}の公表値" if is_counted else origin.head
        return Series(whose, head, numbers, shares, total, lengths)

    @property
    def columns(self) -> Annotated[tuple[Column, ...], "表の欄。区分の欄の右に並ぶもの"]:
        """Return the columns beside the classes: first number and share of the table's own."""
        own, *others = self.series
        return (
            Column(own.head, tuple(map(figure, own.numbers)), own, sum=figure(own.total)),
            Column("割合", tuple(map(percent, own.shares)), own, of_shares=True),
            *(column for each in others for column in self._beside(each)),
        )

    def _beside(self, each: Series) -> Iterator[Column]:
        """Yield the columns of figures that the class of what is not recorded cannot have."""
        if self._has_numbers(each):
            cells = self._cells(map(figure, each.numbers))
            yield Column(each.head, cells, each, sum=figure(each.total))
        if _known(each.shares):
            cells = self._cells(map(percent, each.shares))
            yield Column(f"{each.head}の割合", cells, each, of_shares=True)

    def _cells(self, texts: Iterator[str]) -> tuple[str, ...]:
        return tuple(
            NOT_APPLICABLE if row.key == UNRECORDED else text
            for row, text in zip(self.rows, texts, strict=True)
        )


def _known(figures: tuple[int | Decimal | None, ...]) -> bool:
    return any(each is not None for each in figures)
