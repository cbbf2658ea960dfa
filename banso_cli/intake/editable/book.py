"""Makes the workbook for editing, and its sheet はじめに: the same teams give the same bytes."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterable, Sequence
from itertools import chain

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range_abs, xl_rowcol_to_cell
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from banso_cli.intake.editable import memory
from banso_cli.intake.editable.columns import Column, Computed, Entry
from banso_cli.intake.editable.kinds import Day, Fields, Number, Seat
from banso_cli.intake.editable.looks import FONT, LINE, Looks, height
from banso_cli.intake.editable.memory import exported
from banso_cli.intake.editable.sheets import ALL_CHANGED, ID, Sheet, TeamName, seats_of, team_name
from banso_cli.records.periods.period import Period
from banso_cli.records.roster import Roster
from banso_cli.records.teams.team import Team

GUIDE = "はじめに"

_STEPS = f"""\
黄色のセルだけを直します。灰色のセルと、見出しに（自動）とある列は、直しても台帳に入りません。
分からない項目は空欄のままにします。値のあるセルを空欄にすると、その値は台帳から消えます。
支援テーマは、チームの行の空いたセルで選びます。足りなければ、下の空いた行でチームを選びます。
活動は、シートの下の空いた行に書きます。チームと形式を選び、日を書き、出席した席に ○ を付けます。\
日は 2026/6/1 でも 令和8年6月1日 でもかまいません。
継続・新規か支援テーマを直したら、その資料を「出典」の下の空いた行に書きます。どのチームも同じ\
資料なら、チームの欄で「{ALL_CHANGED}」を選べば1行で足ります。
テーマ、活動、出典を消すには、その行の黄色のセルをすべて空欄にします。\
行そのものを削除しても、台帳からは消えません。
並べ替え、絞り込み、行や列の挿入、列の移動をしてもかまいません。左端の ID は行を見分けるための\
ものです。行を写して増やしたときは、写した行の ID を消します。\
並べ替えられないときは、シートの保護を解除してください（パスワードはありません）。
氏名、電話番号、個人のメールアドレスは書きません。
保存して閉じ、banso apply （このファイルの名前） --diff で、変わるところを確かめます。\
よければ、--diff を付けずにもう一度行うと、台帳に書き込まれます。
直すところがあれば、そのセルと直し方が示され、台帳は変わりません。\
--marked （別の名前）.xlsx を付けると、指摘の列を加えたブックができます。
"""
_WIDTH = 96

LISTS = "選択肢"
"""The hidden sheet of what can be chosen: a list within a cell's rule holds 255 letters alone."""

COMPUTED = "\n（自動）"
"""What ends the head of a column that is not read back."""

_WIDTH_OF_ID = 9
_ALLOWED = ("sort", "autofilter", "format_columns", "format_rows", "insert_rows", "insert_columns")


def write_guide(page: Worksheet, look: Looks, period: Period, sheets: Iterable[Sheet]) -> None:
    """Write the steps, what the colours mean, and what a row of each sheet is."""
    page.hide_gridlines(2)
    page.set_column(0, 0, 14)
    page.set_column(1, 1, _WIDTH)
    page.write_string(0, 0, f"第{period.number}期の台帳を Excel で直す", look.title)
    rows = [
        *((str(n), step, look.step) for n, step in enumerate(_STEPS.splitlines(), 1)),
        *(("", "ここに書く", look.text), ("", "書かない（自動）", look.shown)),
        ("シート", "1行が表すもの", look.head),
    ]
    for row, (name, text, own) in enumerate(rows, 2):
        page.write_string(row, 0, name, own)
        page.write_string(row, 1, text, look.head if own is look.head else look.step)
        page.set_row(row, height(text, _WIDTH) + 3)
    for row, sheet in enumerate(sheets, len(rows) + 2):
        added = "。行を加えられます" if sheet.adds else ""
        page.write_url(row, 0, f"internal:'{sheet.name}'!A1", look.step, sheet.name)
        page.write_string(row, 1, f"{sheet.about}{added}", look.step)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(1, 0)


def workbook(roster: Roster, period: Period, teams: Sequence[Team]) -> bytes:
    """Return the workbook of these teams of a period."""
    stream = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = Workbook(stream, {**options, "default_format_properties": FONT})
    created = dt.datetime.combine(period.start, dt.time(), dt.UTC)
    book.set_properties({"author": "banso", "created": created})
    look, remembered = Looks(book), exported(roster, teams)
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
            page.write(row, at, cell, _look(column, look) if column.is_input else look.shown)
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
    return {Seat: look.mark, Number: look.number, Day: look.day}.get(type(column), look.text)


def _guard(page: Worksheet, at: int, column: Column, rows: tuple[int, int], lists: _Lists) -> None:
    """Give the cells of a column what can be chosen, and what is told beside them."""
    first, last = rows
    source = lists.name(column)
    rule: dict[str, object] = {"validate": "list", "source": f"={source}"} if source else {}
    if column.about:
        rule |= {"input_title": column.head, "input_message": column.about}
    if rule:
        rule = {"validate": "any", "show_error": not isinstance(column, Fields), **rule}
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
