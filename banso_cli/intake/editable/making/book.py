"""Makes the workbook for editing: the same teams give the same bytes."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from itertools import chain

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range_abs, xl_rowcol_to_cell
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from banso_cli.intake.editable import memory
from banso_cli.intake.editable.choices import Seat
from banso_cli.intake.editable.columns import Cell, Column, Computed, Entry
from banso_cli.intake.editable.making.guide import NAME as GUIDE
from banso_cli.intake.editable.making.guide import write_guide
from banso_cli.intake.editable.making.looks import FONT, LINE, Looks, height, looks
from banso_cli.intake.editable.memory import exported
from banso_cli.intake.editable.sheets import ID, Sheet, seats_of
from banso_cli.intake.editable.team_names import TeamName, team_name
from banso_cli.intake.editable.values import Day, Number
from banso_cli.records.periods.period import Period
from banso_cli.records.roster import Roster
from banso_cli.records.teams.team import Team

LISTS = "選択肢"
"""The hidden sheet of what can be chosen: a list within a cell's rule holds 255 letters alone."""

COMPUTED = "\n（自動）"
"""What ends the head of a column that is not read back."""

_WIDTH_OF_ID = 9
_ALLOWED = ("sort", "autofilter", "format_columns", "format_rows", "insert_rows", "insert_columns")


def workbook(roster: Roster, period: Period, teams: Sequence[Team]) -> bytes:
    """Return the workbook of these teams of a period."""
    stream = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = Workbook(stream, {**options, "default_format_properties": FONT})
    created = dt.datetime.combine(period.start, dt.time(), dt.UTC)
    book.set_properties({"author": "banso", "created": created})
    look, remembered = looks(book), exported(roster, teams)
    write_guide(book.add_worksheet(GUIDE), look, period, remembered.sheets)
    pages = [(sheet, book.add_worksheet(sheet.name)) for sheet in remembered.sheets]
    lists = _Lists(book, roster, teams)
    for sheet, page in pages:
        _write(page, sheet, look, lists)
    hidden = book.add_worksheet(memory.NAME)
    for at, line in enumerate(remembered.lines):
        for column, text in enumerate(line):
            hidden.write_string(at, column, text)
    lists.page.hide()
    hidden.hide()
    book.close()
    return stream.getvalue()


class _Lists:
    """What can be chosen, a list a column; beside the first, the teams, stand their seats."""

    def __init__(self, book: Workbook, roster: Roster, teams: Sequence[Team]) -> None:
        self.book, self.page = book, book.add_worksheet(LISTS)
        self.roster, self.teams = roster, teams
        self._names: dict[tuple[str, ...], str] = {}
        self._add(tuple(team_name(Entry(roster, team)) for team in teams))
        self._add(tuple(map(seats_of, teams)))
        self.seats = f"{LISTS}!{xl_range_abs(0, 0, len(teams) - 1, 1)}"

    def name(self, column: Column) -> str:
        """Return the name of what can be chosen in a column; empty where anything can.

        Excel keeps a rule as it is where it names a range, and in a form of its own where it has
        one of another sheet.
        """
        options = column.options(self.roster, tuple(self.teams))
        return (self._names.get(options) or self._add(options)) if options else ""

    def _add(self, texts: tuple[str, ...]) -> str:
        at, name = len(self._names), f"list_{len(self._names) + 1}"
        for row, text in enumerate(texts):
            self.page.write_string(row, at, text)
        self.book.define_name(name, f"={LISTS}!{xl_range_abs(0, at, len(texts) - 1, at)}")
        return self._names.setdefault(texts, name)


def _write(page: Worksheet, sheet: Sheet, look: Looks, lists: _Lists) -> None:
    """Write a sheet: its rows, those for what is to be added, and what keeps it in order."""
    rows = [*chain.from_iterable(sheet.rows(lists.roster, team) for team in lists.teams)]
    last = max(len(rows) + sheet.spare, 1)
    page.set_row(0, 2 * LINE + 4)
    page.set_column(0, 0, _WIDTH_OF_ID)
    page.write_string(0, 0, ID, look.head)
    for row, (record, entry) in enumerate(rows, 1):
        page.write_string(row, 0, record, look.id)
        cells = [column.cell(column.text(entry)) for column in sheet.columns]
        for at, (column, cell) in enumerate(zip(sheet.columns, cells, strict=True), 1):
            cell_look = _look(column, look) if column.is_input else look.shown
            _write_cell(page, (row, at), cell, cell_look)
        widths = (column.width for column in sheet.columns)
        page.set_row(row, max(map(height, cells, widths)))
    for at, column in enumerate(sheet.columns, 1):
        page.set_column(at, at, column.width)
        is_read = column.is_input or isinstance(column, TeamName)
        head = column.head if is_read else f"{column.head}{COMPUTED}"
        page.write_string(0, at, head, look.input_head if is_read else look.head)
        _guard(page, at, column, (1, last), lists)
    for row in range(len(rows) + 1, last + 1):
        page.write_blank(row, 0, None, look.id)
        for at, column in enumerate(sheet.columns, 1):
            _write_spare(page, (row, at), column, look, lists)
    _protect(page, sheet, last)


def _write_cell(page: Worksheet, place: tuple[int, int], cell: Cell, look: Format) -> None:
    if cell == "":
        page.write_blank(*place, None, look)
    elif isinstance(cell, int):
        page.write_number(*place, cell, look)
    elif isinstance(cell, str):
        page.write_string(*place, cell, look)
    else:
        page.write_datetime(*place, dt.datetime.combine(cell, dt.time()), look)


def _write_spare(
    page: Worksheet, place: tuple[int, int], column: Column, look: Looks, lists: _Lists
) -> None:
    """Write a cell of a row to be filled in; the seats of a team that is chosen are looked up."""
    if isinstance(column, Computed):
        team = xl_rowcol_to_cell(place[0], 1, col_abs=True)
        formula = f'=IFERROR(VLOOKUP({team},{lists.seats},2,FALSE),"")'
        page.write_formula(*place, formula, look.shown, "")
    else:
        page.write_blank(*place, None, _look(column, look))


def _look(column: Column, look: Looks) -> Format:
    own = {Seat: look.mark, Number: look.number, Day: look.day}
    return own.get(type(column), look.text)


def _guard(page: Worksheet, at: int, column: Column, rows: tuple[int, int], lists: _Lists) -> None:
    """Give the cells of a column what can be chosen, and what is told beside them."""
    first, last = rows
    source = lists.name(column)
    rule: dict[str, object] = {"validate": "list", "source": f"={source}"} if source else {}
    if column.about:
        rule |= {"input_title": column.head, "input_message": column.about}
    if rule:
        rule = {"validate": "any", "show_error": column.is_strict, **rule}
        page.data_validation(first, at, last, at, rule)


def _protect(page: Worksheet, sheet: Sheet, last: int) -> None:
    """Lock what is not to be written into, so that rows can still be sorted and filtered.

    Excel sorts no locked cell: the range of the rows may be edited, and a rule that nothing meets
    keeps ids from being typed over.
    """
    end = len(sheet.columns)
    page.freeze_panes(1, sheet.frozen)
    page.autofilter(0, 0, last, end)
    page.data_validation(
        *(1, 0, last, 0),
        {
            "validate": "custom",
            "value": "=FALSE",
            "error_title": ID,
            "error_message": "ID は行を見分けるためのものです。書き換えないでください。",
        },
    )
    page.protect("", dict.fromkeys(_ALLOWED, True))
    page.unprotect_range(xl_range_abs(1, 0, last, end).replace("$", ""), "rows")
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
