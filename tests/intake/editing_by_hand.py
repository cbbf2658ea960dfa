"""A workbook in the hands of an official: cells by sheet, row and head, as Excel shows them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell

from banso_cli.intake.editable.book import workbook
from banso_cli.intake.editable.coming_back.reading import read_editable
from banso_cli.intake.editable.coming_back.result import TakenBack, taken_back
from banso_cli.intake.editable.memory import fitting_teams
from banso_cli.reading.folder import read_roster
from banso_cli.records.fields.record import Source
from banso_cli.records.roster import Roster
from tests.conftest import BASE

MORI, OFUNATO, KAHOKU, NAGISO, KANOYA = (
    f"teams/2/{stem}"
    for stem in ("013455-mori", "032034-ofunato", "063215-kahoku", "204234-nagiso", "462039-kanoya")
)
STATUS = "継続・新規"
SOURCE = Source(title="市のページ")

AWKWARD = """\
# 先頭の注記
number: 2  # 番号
municipality: "032034"  # 岩手県大船渡市
status:   continuing
themes: [ 産業振興,  環境 ]  # 二つ
members:
  # 一人目
  - agency: 国土交通省
    rank: 企画官・室長級
    printed: {rank: 室長級}

  - {agency: 環境省, rank: 補佐級}
activities:
  - {kind: online, date: 2026-04-30, subject: 顔合わせ}  # 初回
  # 訪問
  - kind: visit
    date: 2026-06-19
    until: 2026-06-20
    number: 1
    attended: [1, 2]
    places:
      - 役場  # 午前
      - 漁港
    sources:
      - title: 訪問の報告
        url: https://example.jp/visit
sources:
  - title: 試験のための一覧
  - {title: 市の記事, of: [themes], date: 2026-05-01}  # 確かめた
"""
"""A team in every way of writing, with comments."""


def roster_in(folder: Path) -> Path:
    """Write a small roster with one awkward file."""
    roster = shutil.copytree(BASE, folder / "roster")
    (roster / f"{OFUNATO}.yaml").write_text(AWKWARD, encoding="utf-8")
    return roster


def exported(folder: Path, number: int = 2) -> bytes:
    """Return the workbook of a period of the roster in a folder."""
    roster = read_roster(folder)
    period = roster.period(number)
    assert period is not None
    return workbook(roster, period, fitting_teams(roster, number))


class ByHand:
    """A workbook that is being edited, of the roster in a folder."""

    def __init__(self, roster: Path, data: bytes | None = None) -> None:
        self.roster = roster
        self.book: Workbook = load_workbook(BytesIO(data or exported(roster)))
        self._were: list[tuple[Cell, Any]] = []

    def cell(self, sheet: str, row: str | int, head: str) -> Cell:
        """Return a cell; a row is named by its id or, from 1, by its number."""
        page = self.book[sheet]
        at = row if isinstance(row, int) else self._row(sheet, row)
        found: Any = page.cell(at, self.heads(sheet)[head])
        return found  # type: ignore[no-any-return]

    def place(self, sheet: str, row: str | int, head: str) -> str:
        """Return where a cell stands, as findings tell it."""
        return f"{sheet}!{self.cell(sheet, row, head).coordinate}"

    def heads(self, sheet: str) -> dict[str, int]:
        """Return the columns by their heads."""
        cells = self.book[sheet][1]
        return {str(each.value).partition("\n")[0]: each.column for each in cells if each.value}

    def spare(self, sheet: str) -> int:
        """Return the first row without an id in which nothing is written yet."""
        rows = range(2, self.book[sheet].max_row + 1)
        blank = (row for row in rows if self.cell(sheet, row, "ID").value is None)
        return next(row for row in blank if not any(self._values(sheet, row)))

    def write(self, sheet: str, row: str | int, **values: object) -> str:
        """Write values by their heads; return where the last stands."""
        for head, value in values.items():
            cell = self.cell(sheet, row, head)
            self._were.append((cell, cell.value))
            cell.value = value  # type: ignore[assignment]
        return self.place(sheet, row, [*values][-1])

    def undo(self) -> None:
        """Take back all that was written: to load the workbook anew takes longer."""
        while self._were:
            cell, value = self._were.pop()
            cell.value = value

    def add(self, sheet: str, **values: object) -> int:
        """Fill in a row that is free; return its number."""
        row = self.spare(sheet)
        self.write(sheet, row, **values)
        return row

    def _values(self, sheet: str, row: int) -> Iterator[object]:
        for head in self.heads(sheet):
            value = self.cell(sheet, row, head).value
            yield None if str(value).startswith("=") else value

    @property
    def data(self) -> bytes:
        """The workbook as a file."""
        stream = BytesIO()
        self.book.save(stream)
        return stream.getvalue()

    def taken_back(self, source: Source | None = SOURCE) -> TakenBack:
        """Return what the workbook makes of the roster; nothing is written."""
        return back(self.data, self.roster, source)

    def texts(self, source: Source | None = SOURCE) -> dict[str, str]:
        """Return the files that change, as they are to be; there may be no finding."""
        found = self.taken_back(source)
        assert found.findings == ()
        return {each.record: each.after.decode() for each in found.changes}

    def told(self, source: Source | None = SOURCE) -> dict[str, str]:
        """Return what is told of which cell."""
        return {str(each.place): each.message for each in self.taken_back(source).findings}

    def _row(self, sheet: str, record: str) -> int:
        cells = (cell for row in self.book[sheet].iter_rows() for cell in row)
        return next(int(cell.row) for cell in cells if cell.value == record)


def back(data: bytes, folder: Path, source: Source | None = None) -> TakenBack:
    roster: Roster = read_roster(folder)
    return taken_back(read_editable(data, "roster.xlsx"), roster, folder, source)


def lines_changed(before: str, after: str) -> Iterator[str]:
    """Yield the lines that only one of two texts has."""
    old, new = before.splitlines(), after.splitlines()
    yield from (f"-{line}" for line in old if line not in new)
    yield from (f"+{line}" for line in new if line not in old)
