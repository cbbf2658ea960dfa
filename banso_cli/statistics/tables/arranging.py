"""Tables in another order, or with their largest classes alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any, Literal, TypeVar

from banso_cli.statistics.tables.cross_table import CrossRow, CrossTable
from banso_cli.statistics.tables.origins import ORIGINS
from banso_cli.statistics.tables.sums import share_of, sum_known
from banso_cli.statistics.tables.table import OTHERS, UNRECORDED, Row, Table

Order = Literal["definition", "count", "name"]
Class = TypeVar("Class", Row, CrossRow)


def arranged(table: Table, order: Order | None, top: int | None = None) -> Table:
    """Return the table with its classes in this order, and the largest `top` of them alone.

    What they leave out is summed as その他, whose share is computed anew from its count; a class of
    that very name is summed with it. What is not recorded stays last. Without an order, and among
    those of the same count, classes stand as they stood.
    """
    rows, left, unknown = _parted(table.rows, order, top, _figure)
    if not left:
        return replace(table, rows=(*rows, *unknown))
    notes = (*table.notes, _note(left, adds_up=table.adds_up))
    return replace(table, rows=(*rows, _others(table, left), *unknown), notes=notes)


def arranged_cross(cross: CrossTable, order: Order | None, top: int | None = None) -> CrossTable:
    """Return the cross table with its rows in this order, and the largest `top` of them alone."""
    rows, left, unknown = _parted(cross.rows, order, top, lambda row: Decimal(sum(row.counts)))
    if not left:
        return replace(cross, rows=(*rows, *unknown))
    sums = tuple(sum(counts) for counts in zip(*(row.counts for row in left), strict=True))
    others = CrossRow(OTHERS, sums)
    notes = (*cross.notes, _note(left, adds_up=not cross.rows_overlap))
    return replace(cross, rows=(*rows, others, *unknown), notes=notes)


def _figure(row: Row) -> Decimal:
    """Return what a class is ranked by: its number, or its percentage where no number is known."""
    figure = row.shown_share if row.shown is None else row.shown
    return Decimal(figure or 0)


def _parted(
    rows: Sequence[Class],
    order: Order | None,
    top: int | None,
    size: Callable[[Class], Decimal],
) -> tuple[list[Class], list[Class], list[Class]]:
    """Return the rows that are kept, in their order, those left out, and what is not recorded."""
    classes = [row for row in rows if row.key != UNRECORDED]
    kept = _largest(classes, top, size)
    left = [row for row in classes if row not in kept]
    if order == "count":
        kept.sort(key=lambda row: -size(row))
    elif order == "name":
        kept.sort(key=lambda row: row.key)
    return kept, left, [row for row in rows if row.key == UNRECORDED]


def _largest(
    rows: Sequence[Class], top: int | None, size: Callable[[Class], Decimal]
) -> list[Class]:
    """Return the largest rows; a single one left out would be その他 by another name."""
    if top is None or len(rows) <= top + 1:
        return list(rows)
    named = (row for row in rows if row.key != OTHERS)
    kept = sorted(named, key=lambda row: -size(row))[:top]
    return [row for row in rows if row in kept]


def _note(left: Sequence[Row] | Sequence[CrossRow], *, adds_up: bool) -> str:
    found = f"{OTHERS}は{len(left)}区分の{'計' if adds_up else '延べ数'}"
    if any(row.key == OTHERS for row in left):
        found += f"で、区分「{OTHERS}」を含む"
    return f"{found}。"


def _others(table: Table, rows: Sequence[Row]) -> Row:
    """Return these classes as one: sums, and shares computed anew from them."""
    figures: dict[str, Any] = {}
    for origin in ORIGINS.values():
        number = sum_known(getattr(row, origin.number) for row in rows)
        total = getattr(table, origin.total)
        has_shares = all(getattr(row, origin.share, None) is not None for row in rows)
        figures[origin.number] = number
        if table.adds_up and has_shares and number is not None and total is not None:
            figures[origin.share] = share_of(number, total)
    return Row(OTHERS, **figures)
