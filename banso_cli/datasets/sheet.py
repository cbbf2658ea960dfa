"""Sheets of data: each column is declared once, with its type, its words and how it is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from operator import attrgetter
from typing import Any, ClassVar, Literal, TypeAlias

from banso_cli.statistics.tables.table import UNRECORDED, TableStatus

Cell: TypeAlias = str | int | Decimal | None
"""One datum; None is what is not known or does not apply."""

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


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its ASCII name, its Japanese heading, what it holds, and how a record gives it.

    `source` is the attribute of the record, with dots on the way to it, or what computes the cell;
    without it the attribute has the column's name. An empty text is a blank cell. `optional` tells
    that cells may be blank, `choices` and `pattern` which texts are allowed.
    """

    type: ClassVar[ColumnType]
    name: str
    heading: str
    description: str
    source: str | Callable[..., Cell] = ""
    optional: bool = False
    pattern: str = ""
    choices: tuple[str, ...] = ()

    def cell(self, record: object) -> Cell:
        """Return what stands in the row of a record."""
        found: Cell = _read(record, self.source or self.name)
        return None if found == "" else found


def _read(record: object, source: str | Callable[..., Any]) -> Any:  # noqa: ANN401 - of any type
    return source(record) if callable(source) else attrgetter(source)(record)


class Text(Column):
    """A column of texts."""

    type = "string"


class Count(Column):
    """A column of integers."""

    type = "integer"


class Share(Column):
    """A column of percentages."""

    type = "number"


@dataclass(frozen=True, slots=True)
class Listed:
    """A column of `banso list`: a record may have several values of it, or none.

    `key` is what `--where` knows beside the heading; `source` is as in a column of a sheet, and so
    is `told` where more is shown than the value.
    """

    key: str
    heading: str
    source: str | Callable[..., Cell | tuple[object, ...]]
    shown: bool = True
    told: str | Callable[..., Cell] = ""

    def values(self, record: object) -> tuple[str, ...]:
        """Return what a record has; what is not recorded is no value."""
        return self._texts(record, self.source)

    def words(self, record: object) -> str:
        """Return what is shown of a record."""
        return "・".join(self._texts(record, self.told or self.source))

    def _texts(self, record: object, source: str | Callable[..., Any]) -> tuple[str, ...]:
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
    """A table of data with one datum a cell: what CSV, parquet and a workbook hold.

    `key` names the columns that tell the rows apart; empty where cells of them may be blank.
    """

    name: str
    title: str
    description: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    key: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()

    def headings(self, language: Literal["ja", "en"] = "ja") -> tuple[str, ...]:
        """Return the heads of the columns: Japanese headings or ASCII names."""
        return tuple(each.heading if language == "ja" else each.name for each in self.columns)


@dataclass(frozen=True, slots=True)
class Dataset:
    """What is described once: the sheet, and in `listed` the columns of `banso list`.

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
                (*(column.cell(record) for column in self.columns), *cautions) for record in records
            ),
            key=self.key,
            links=self.links,
        )

    @property
    def list_columns(self) -> tuple[Listed, ...]:
        """Return the columns of `banso list`."""
        columns = {each.name: each for each in self.columns}
        return tuple(
            each
            if isinstance(each, Listed)
            else Listed(each, columns[each].heading, columns[each].source or each)
            for each in self.listed
        )


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
