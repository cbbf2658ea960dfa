"""From a table of population as it is published to the people of municipalities, by their codes.

The workbook 住民基本台帳 has five rows of headings (人口 over 男, 女 and 計), and the sums
of prefectures and wards between municipalities. A table of 国勢調査 from e-Stat has codes of five
digits below a preamble, and a column or a row for each class.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from banso_cli.files.failure import Failure, file_refused
from banso_cli.intake.next_period.stated import Stated, is_of_a_part
from banso_cli.intake.sheets.cells import Line, Place, Sheet
from banso_cli.intake.tables import read_tables
from banso_cli.locale import _
from banso_cli.records.municipality import PopulationFigure
from banso_cli.reference.municipalities import official_municipalities
from banso_cli.rules.shape.values import is_unknown, meant_number
from banso_cli.text.meaning import folded, narrow

_CODE = re.compile(r"([0-9]{4,6})(_.*)?", re.ASCII)
_UNIT = re.compile(r"[【(\[].*")
_TOTALS = frozenset({"計", "総数", "合計", "総計", "男女計", "総人口", "人口総数", "国籍総数"})
_PART = re.compile(r"(うち)?(男性?|女性?|(日本|外国)人.*)|.*[0-9]歳.*")
"""What a row or a heading says that is not of all residents."""
_ELSE = re.compile(r"世帯|組替|増減|密度|面積|住宅|就業|従業|労働力")
"""What a table of population counts beside people, and of another day."""
_HEADED: tuple[Callable[[set[str]], bool], ...] = (
    lambda words: "人口" in words and not words.isdisjoint(_TOTALS),
    lambda words: not words.isdisjoint({"総人口", "人口総数", "人口"}),
    lambda words: "総数" in words,
    lambda words: not words.isdisjoint({"value", "値"}),
)
"""How the column of the whole population is headed, the surest first."""


@dataclass(frozen=True, slots=True)
class Population:
    """How many people live in each municipality, by its code; who is not in it is not known."""

    measure: str
    date: dt.date
    source: str
    people: Mapping[str, int]

    def figure(self, code: str) -> PopulationFigure | None:
        """Return the figure of a municipality; None where the file has none."""
        if code not in self.people:
            return None
        return PopulationFigure(
            value=self.people[code], measure=self.measure, date=self.date, source=self.source
        )


@dataclass(frozen=True, slots=True)
class _Coded:
    """A table with the column of its codes, and the rows of each municipality by its code."""

    file: str
    table: Sheet
    column: int
    rows: Mapping[str, tuple[Line, ...]]

    @property
    def head(self) -> tuple[Line, ...]:
        """Return the rows above the first municipality."""
        first = min(rows[0].number for rows in self.rows.values())
        return tuple(row for row in self.table.lines if row.number < first)

    def place(self, row: Line, column: int | None = None) -> Place:
        """Return where a cell stands, or the code of a row."""
        return self.table.place(row, self.column if column is None else column)

    def refused(self, message: str, help_line: str, **shown: object) -> Failure:
        """Return the failure that the file is not taken, whose message shows these values."""
        return file_refused(message, help_line, file=self.file, **shown)


def read_population(file: Path, given: Stated, codes: Container[str]) -> Population:
    """Read the people of municipalities with these codes; the user may have stated what it is."""
    name = file.name
    coded = _the_one(name, [each for table in read_tables(file) if (each := _coded(name, table))])
    words = (coded.table.name, *(cell for row in coded.head for cell in row.texts))
    stated = Stated.above(words, name).completed(given)
    if stated.measure is None or stated.date is None:
        raise stated.lacking()
    column = _column(coded)
    people: dict[str, int] = {}
    for code in filter(codes.__contains__, coded.rows):
        row = _row(coded, coded.rows[code])
        _confirm(coded, row, code)
        _refuse_else(coded, row)
        number = meant_number(row.text(column), "number")
        if number is not None and number.is_sure:
            people[code] = int(number.text)
    return Population(stated.measure, stated.date, stated.title, people)


def _coded(file: str, table: Sheet) -> _Coded | None:
    """Return a table by the column that has most of the official codes; None where none has any."""
    columns = product(range(table.width), (6, 5))
    found = (_rows(file, table, column, digits) for column, digits in columns)
    best = max(found, key=lambda each: len(each.rows), default=None)
    return best if best and best.rows else None


def _rows(file: str, table: Sheet, column: int, digits: int) -> _Coded:
    """Return the rows by municipality, whose codes of so many digits may have lost their zeros."""
    codes = {code[:digits]: code for code in official_municipalities()}
    rows: dict[str, tuple[Line, ...]] = {}
    for row in table.lines:
        match = _CODE.fullmatch(row.text(column))
        if match and (code := codes.get(match[1].zfill(digits))):
            rows[code] = (*rows.get(code, ()), row)
    return _Coded(file, table, column, rows)


def _the_one(name: str, found: list[_Coded]) -> _Coded:
    """Return the table with codes; of several sheets the one of all residents."""
    whole = [each for each in found if not is_of_a_part(each.table.name)] or found
    if len(whole) == 1:
        return whole[0]
    if not found:
        message = _("{file}: no column with the codes of municipalities")
        help_line = _("take the workbook 住民基本台帳 or a CSV of 国勢調査 as it is published")
        raise file_refused(message, help_line, file=name)
    message = _("{file}: several sheets have figures by municipality: {names}")
    help_line = _("leave only the sheet of all residents in the file")
    raise found[0].refused(message, help_line, names=_(", ").join(e.table.name for e in found))


def _column(coded: _Coded) -> int:
    """Return the column of the whole population, by all that heads it."""
    headed = [
        (column, words)
        for column, words in _headed(coded)
        if not any(map(_PART.fullmatch, words)) and not any(map(_is_else, words))
    ]
    for is_headed in _HEADED:
        found = [column for column, words in headed if is_headed(words)]
        if len(found) == 1:
            return found[0]
        if found:
            places = (str(coded.place(coded.head[-1], column)) for column in found)
            message = _("{file}: which column is the population is not certain: {places}")
            help_line = _("leave only the column of the total in the file")
            raise coded.refused(message, help_line, places=_(", ").join(places))
    message = _("{file}: no column is headed 人口, and 計 or 総数")
    raise coded.refused(message, _("take the file with the whole population (総計)"))


def _is_else(word: str) -> bool:
    return bool(_ELSE.search(word)) and "人口" not in word


def _refuse_else(coded: _Coded, row: Line) -> None:
    """Refuse a row that says of itself that it counts a part of the people, or something else."""
    for column, cell in enumerate(row.texts):
        word = narrow(cell)
        if _PART.fullmatch(word) or _ELSE.search(word):
            message = _("{file}: {place}: '{text}' is not the number of all residents")
            help_line = _("narrow the table to the whole population (人口, 総数)")
            raise coded.refused(message, help_line, place=coded.place(row, column), text=cell)


def _headed(coded: _Coded) -> Iterator[tuple[int, set[str]]]:
    """Yield each column with the words above it; a word goes on to the right over empty cells."""
    above: list[list[str]] = []
    for row in coded.head:
        word = ""
        above.append([word := _bare(row.text(at)) or word for at in range(coded.table.width)])
    for column in range(coded.column + 1, coded.table.width):
        yield column, {words[column] for words in above}


def _bare(cell: str) -> str:
    """Return a heading without its unit."""
    return _UNIT.sub("", narrow(cell))


def _row(coded: _Coded, rows: tuple[Line, ...]) -> Line:
    """Return the row of the total among those of a municipality, which may have one a class."""
    found = rows
    for column in range(coded.table.width) if len(rows) > 1 else ():
        cells = {row.text(column) for row in rows}
        if len(cells) > 1 and not all(map(_is_figure, cells)):
            found = tuple(row for row in found if _bare(row.text(column)) in _TOTALS)
    if len(found) == 1:
        return found[0]
    message = _("{file}: {place}: {count} rows of one municipality; which is the total?")
    help_line = _("narrow the table to one year and to the total (総数)")
    raise coded.refused(message, help_line, place=coded.place(rows[0]), count=len(rows))


def _is_figure(cell: str) -> bool:
    return not cell or is_unknown(cell) or meant_number(cell, "number") is not None


def _confirm(coded: _Coded, row: Line, code: str) -> None:
    """Demand that a row names the municipality that its code means."""
    official = official_municipalities()[code]
    if not any(folded(official.name) in folded(cell) for cell in row.texts):
        message = _(
            "{file}: {place}: the code {code} is that of {name}, which the row does not name"
        )
        shown = {"code": code, "name": official.prefecture + official.name}
        help_line = _("correct the code or the name")
        raise coded.refused(message, help_line, place=coded.place(row), **shown)
