"""Reads the workbook as it comes back: rows by their ids, cells by the heads of their columns.

Where rows and columns stand, which of them are hidden, and what else stands beside them, is nothing
to it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from itertools import islice
from typing import Any, NamedTuple, TypeAlias

from openpyxl import load_workbook
from openpyxl.utils.datetime import CALENDAR_WINDOWS_1900

from banso_cli.files.failure import ExitCode, Failure
from banso_cli.intake.editable import memory
from banso_cli.intake.editable.book import COMPUTED, GUIDE, LISTS
from banso_cli.intake.editable.columns import Column, Computed, written
from banso_cli.intake.editable.coming_back.findings import MARKED, CellFinding
from banso_cli.intake.editable.memory import Memory, remembered
from banso_cli.intake.editable.sheets import ID, Sheet
from banso_cli.intake.sheets.cells import Place
from banso_cli.intake.sheets.workbook import read_by
from banso_cli.locale import _
from banso_cli.text.meaning import narrow

_ROWS_ABOVE = 100
"""Within how many rows the heads are looked for."""

Stored: TypeAlias = Callable[[Place], object]


class Found(NamedTuple):
    """What a cell holds, where it stands, and why it holds nothing that can be read."""

    value: object
    place: Place
    fault: str = ""


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A row that is not blank: its id, and its cells by the keys of their columns."""

    id: str
    cells: Mapping[str, Found]
    place_of_id: Place


@dataclass(frozen=True, slots=True)
class ReadSheet:
    """A sheet with its rows; `others` are heads that it had not, `lacking` those that are gone."""

    sheet: Sheet
    rows: tuple[ReadRow, ...]
    others: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadWorkbook:
    """What came back; sheets that are not there any more are `lacking`, `others` are not read."""

    memory: Memory
    sheets: tuple[ReadSheet, ...]
    lacking: tuple[str, ...]
    others: tuple[str, ...]
    findings: tuple[CellFinding, ...]


def read_editable(data: bytes, name: str) -> ReadWorkbook:
    """Read a workbook of this name; it is refused where it was not made by `banso export`."""
    return read_by(_read_editable, data, name)


def _read_editable(data: bytes, name: str) -> ReadWorkbook:
    book = load_workbook(BytesIO(data), read_only=True)
    if memory.NAME not in book.sheetnames:
        raise Failure(
            ExitCode.FINDINGS,
            _("{file}: no workbook that banso made for editing").format(file=name),
            _("make one: banso export; take in a published list: banso import"),
        )
    if book.epoch != CALENDAR_WINDOWS_1900:
        message = _("{file}: its days are counted from 1904").format(file=name)
        help_line = _("switch that off in Excel under File > Options > Advanced")
        raise Failure(ExitCode.FINDINGS, message, help_line)
    hidden = _rows(book[memory.NAME], values_only=True)
    found, stored = remembered([tuple(map(written, row)) for row in hidden], name), _stored(data)
    there = (each for each in found.sheets if each.name in book.sheetnames)
    read = [_sheet(book[each.name], each, stored) for each in there]
    sheets = tuple(each for each in read if isinstance(each, ReadSheet))
    findings = tuple(each for each in read if isinstance(each, CellFinding))
    lacking = tuple(each for each in found.sheets if each.name not in book.sheetnames)
    own = (GUIDE, LISTS, memory.NAME, *(each.name for each in found.sheets))
    others = tuple(name for name in book.sheetnames if name not in own)
    for each in lacking:
        _refuse_renamed(each, [(name, book[name]) for name in others])
    names = tuple(each.name for each in lacking)
    return ReadWorkbook(found, sheets, names, others, findings)


def _stored(data: bytes) -> Stored:
    """Return what tells the values that formulas had when the workbook was saved.

    They are read where there are formulas.
    """
    book = cache(lambda: load_workbook(BytesIO(data), data_only=True))
    return lambda place: book()[place.sheet][place.cell].value


def _refuse_renamed(sheet: Sheet, others: Iterable[tuple[str, Any]]) -> None:
    """Refuse a workbook in which a sheet has another name: what was edited there would be lost."""
    heads = {ID, *(_head(each.head) for each in sheet.inputs)}
    for name, page in others:
        rows = islice(_rows(page, values_only=True), _ROWS_ABOVE)
        if any(heads <= set(map(_head, row)) for row in rows):
            message = _("the sheet '{name}' has the heads of '{own}', which is not there")
            help_line = _("give it its name again: {own}").format(own=sheet.name)
            raise Failure(ExitCode.FINDINGS, message.format(name=name, own=sheet.name), help_line)


def _rows(page: Any, *, values_only: bool = False) -> Iterator[Sequence[Any]]:  # noqa: ANN401 - without a common type
    page.reset_dimensions()  # some programs write wrong ones
    return page.iter_rows(values_only=values_only)  # type: ignore[no-any-return]


def _head(value: object) -> str:
    """Return a head as it is compared: without blanks, line ends and what Excel may change."""
    return narrow(written(value))


def _sheet(
    page: Any,  # noqa: ANN401 - without a common type
    sheet: Sheet,
    stored: Stored,
) -> ReadSheet | CellFinding:
    """Return a sheet, or why it cannot be read."""
    known = {_head(f"{each.head}{end}"): each for each in sheet.columns for end in ("", COMPUTED)}
    rows = enumerate(_rows(page), 1)
    for number, cells in islice(rows, _ROWS_ABOVE):
        heads = {at: _head(cell.value) for at, cell in enumerate(cells) if cell.value is not None}
        places = {at: known[head] for at, head in heads.items() if head in known}
        ids = [at for at, head in heads.items() if head == ID]
        if len(ids) != 1 or not places:
            continue
        if twice := [at for at, each in places.items() if [*places.values()].count(each) > 1]:
            place = Place(number, sheet.name, twice[-1] + 1)
            message = _("the column '{head}' is there twice").format(head=heads[twice[-1]])
            return CellFinding(place, message, _("remove one of the two"))
        read = tuple(_read_rows(sheet.name, rows, places, ids[0], stored))
        own = (*known, ID, MARKED)
        others = tuple(h for h in heads.values() if h not in own)
        lacking = tuple(c.head for c in sheet.inputs if c not in places.values())
        return ReadSheet(sheet, read, others, lacking)
    message = _("no row has the head '{head}' of the exported sheet").format(head=ID)
    help_line = _("put the heads back as they were exported")
    return CellFinding(Place(1, sheet.name, 1), message, help_line)


def _read_rows(
    name: str,
    rows: Iterator[tuple[int, Sequence[Any]]],
    places: Mapping[int, Column],
    ids: int,
    stored: Stored,
) -> Iterator[ReadRow]:
    for number, cells in rows:
        found = {
            column.key: _found(cells[at], Place(number, name, at + 1), stored)
            for at, column in places.items()
            if at < len(cells)
            and not (isinstance(column, Computed) and getattr(cells[at], "data_type", "") == "f")
        }
        row = written(cells[ids].value) if ids < len(cells) else ""
        if row or any(written(each.value) or each.fault for each in found.values()):
            yield ReadRow(row, found, Place(number, name, ids + 1))


def _found(cell: Any, place: Place, stored: Stored) -> Found:  # noqa: ANN401 - without a common type
    value = cell.value
    if getattr(cell, "data_type", "") == "f":
        value = stored(place)
        if value is None:
            return Found(None, place, _("the formula has no stored value"))
    if getattr(cell, "data_type", "") == "e" or (
        isinstance(value, str) and value.startswith("#") and value.endswith(("!", "?", "/A"))
    ):
        return Found(None, place, _("an error of Excel stands here: {text}").format(text=value))
    return Found(value, place)
