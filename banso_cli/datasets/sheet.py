"""Sheets of data: each column is declared once, with its type, its words and how it is read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from operator import attrgetter
from typing import Any, Literal, TypeAlias, get_args

from banso_cli.statistics.tables.table import UNRECORDED, TableStatus

Cell: TypeAlias = str | int | Decimal | None
"""One datum; None is what is not known or does not apply."""

Source: TypeAlias = str | Callable[..., Any]
"""What gives a value of a record: its attribute, with dots on the way to it, or a function."""

ColumnType = Literal["string", "integer", "number"]
"""Text, counts, and decimal numbers such as shares."""

STATUS_WORDS = {
    TableStatus.RECORDED: "収録",
    TableStatus.PUBLISHED: "公表値",
    TableStatus.NOT_RECORDED: "未収録",
    TableStatus.WITHHELD: "秘匿",
}
INCOMPLETE = "不完全"
FICTIONAL = "架空データ"
CAUTIONS = (FICTIONAL, INCOMPLETE, f"{FICTIONAL}（{INCOMPLETE}）")


def status_word(status: TableStatus, errors: int) -> str:
    """Return the word of the column 状態; what was made in spite of errors is never sound."""
    return INCOMPLETE if errors else STATUS_WORDS[status]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its ASCII name, its Japanese heading, what it holds, and how a record gives it.

    `source` is the attribute of the record, with dots on the way to it, or what computes the cell;
    without it see `Dataset`. For the data package alone `optional` tells that cells may be blank,
    `choices` and `pattern` which texts are allowed.
    """

    type: ColumnType
    name: str
    heading: str
    description: str
    source: Source = ""
    optional: bool = False
    pattern: str = ""
    choices: tuple[str, ...] = ()


Text, Count, Share = (partial(Column, each) for each in get_args(ColumnType))
"""Columns of texts, of integers, and of percentages."""


def _read(record: object, source: Source) -> Any:  # noqa: ANN401 - of any type
    return source(record) if callable(source) else attrgetter(source)(record)


@dataclass(frozen=True, slots=True)
class Listed:
    """A column of `banso list`: a record may have several values of it, or none.

    `key` is what `--where` knows beside the heading; `source` is as in a column of a sheet, and so
    is `told` where more is shown than the value.
    """

    key: str
    heading: str
    source: Source
    shown: bool = True
    told: Source = ""

    def values(self, record: object) -> tuple[str, ...]:
        """Return what a record has; what is not recorded is no value."""
        return self._texts(record, self.source)

    def words(self, record: object) -> str:
        """Return what is shown of a record."""
        return "・".join(self._texts(record, self.told or self.source))

    def _texts(self, record: object, source: Source) -> tuple[str, ...]:
        found = _read(record, source)
        each = found if isinstance(found, tuple) else (found,)
        return tuple(str(value) for value in each if value not in {None, "", UNRECORDED})


@dataclass(frozen=True, slots=True)
class Link:
    """Columns whose values stand in the columns of the same names of another sheet."""

    columns: tuple[str, ...]
    sheet: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of data with one datum a cell: what CSV, parquet and a workbook hold."""

    name: str
    title: str
    description: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def headings(self, language: Literal["ja", "en"] = "ja") -> tuple[str, ...]:
        """Return the heads of the columns: Japanese headings or ASCII names."""
        return tuple(each.heading if language == "ja" else each.name for each in self.columns)


@dataclass(frozen=True, slots=True)
class Dataset:
    """What is described once: the sheet, and in `listed` the columns of `banso list`.

    A column without a source has the attribute of its name, of the record's part `of` where that is
    named. `key` names the columns that tell the rows apart; empty where cells of them may be blank.
    A name in `listed` is that of a column of the sheet; `spare` names columns of the list that a
    narrow terminal may leave out, in this order.
    """

    name: str
    title: str
    description: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    listed: tuple[str | Listed, ...] = ()
    spare: tuple[str, ...] = ()
    of: str = ""

    def sheet(self, title: str, records: Iterable[object], *cautions: str | None) -> Sheet:
        """Return the sheet of these records; a caution is its last column.

        The title is that of all sheets together.
        """
        return Sheet(
            name=self.name,
            title=f"{title} {self.title}".rstrip(),
            description=self.description,
            columns=(*self.columns, *(CAUTION for _each in cautions)),
            rows=tuple(
                (*(self._cell(column, record) for column in self.columns), *cautions)
                for record in records
            ),
        )

    def source(self, column: Column) -> Source:
        """Return what gives the cells of a column."""
        return column.source or (f"{self.of}.{column.name}" if self.of else column.name)

    def _cell(self, column: Column, record: object) -> Cell:
        """Return what stands in the row of a record: a date by ISO 8601, blank for empty text."""
        found: Cell | dt.date = _read(record, self.source(column))
        if isinstance(found, dt.date):
            return found.isoformat()
        return None if found == "" else found


CAUTION = Text(
    "caution",
    "注意",
    "架空の台帳か、エラーの残る台帳（不完全）から作ったデータ。どちらでもなければ空",
    lambda _record: None,
    optional=True,
    choices=CAUTIONS,
)
"""The last column of every sheet; its word is that of the whole sheet."""


def caution_of(*, is_fictional: bool, errors: int) -> str | None:
    """Return the word that warns of made-up or incomplete data; None for sound real data."""
    made_up, incomplete, both = CAUTIONS
    if is_fictional:
        return both if errors else made_up
    return incomplete if errors else None
