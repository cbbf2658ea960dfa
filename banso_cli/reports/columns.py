"""Columns of the data files: declared once, beside the type of each value.

A record is a frozen dataclass whose fields carry a `Heading`; its fields are the columns, in their
order. The ASCII name of a column is the name of the field.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias, get_args, get_type_hints

from banso_cli.statistics.table import TableStatus

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

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

_TYPES: dict[object, ColumnType] = {str: "string", int: "integer", Decimal: "number"}


@dataclass(frozen=True, slots=True)
class Heading:
    """How a column is headed in Japanese, what it holds, and which texts are allowed in it."""

    text: str
    description: str
    pattern: str = ""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its ASCII name, its Japanese heading, its type, and whether every row has it."""

    name: str
    heading: str
    type: ColumnType
    required: bool
    description: str
    pattern: str
    choices: tuple[str, ...]


Caution: TypeAlias = Annotated[
    str | None,
    Heading(
        "注意",
        "架空の台帳か、エラーの残る台帳（不完全）から作ったデータ。どちらでもなければ空",
        choices=CAUTIONS,
    ),
]
"""The last column of every sheet."""


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


@cache
def columns_of(record: type) -> tuple[Column, ...]:
    """Return the columns that a record declares, in the order of its fields."""
    hints = get_type_hints(record, include_extras=True)
    return tuple(_column(each.name, hints[each.name]) for each in fields(record))


def cells_of(record: DataclassInstance) -> tuple[Cell, ...]:
    """Return the values of a record in the order of its columns."""
    return tuple(getattr(record, each.name) for each in fields(record))


def _column(name: str, hint: object) -> Column:
    declared, heading = get_args(hint)
    kinds = get_args(declared) or (declared,)
    required = type(None) not in kinds
    return Column(
        name=name,
        heading=heading.text,
        type=next(_TYPES[kind] for kind in kinds if kind in _TYPES),
        required=required,
        description=heading.description,
        pattern=heading.pattern,
        choices=heading.choices,
    )


def caution_of(*, is_fictional: bool, errors: int) -> str | None:
    """Return the word that warns of made-up or incomplete data; None for sound real data."""
    made_up, incomplete, both = CAUTIONS
    if is_fictional:
        return both if errors else made_up
    return incomplete if errors else None
