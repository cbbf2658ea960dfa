"""Rules of machine readability about the cells of a data file; see `readability`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from banso_cli.reference.prefectures import prefectures
from tests.reports.readable_files import Grid, Value

PROSE = frozenset(
    {"注", "内容", "説明", "次の予定", "note", "text", "description", "subject", "next"}
)
"""Headings of sentences, in which commas do not part a list."""

CLASSES = frozenset({"区分", "区分2", "key", "second_key"})
"""Headings of the names of classes, such as 3名 and 10万人以上."""

_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")
_WITH_UNIT = re.compile(
    r"[+±-]?[0-9][0-9,]*(\.[0-9]+)?\s*"
    r"(名|人|件|回|歳|円|千円|%|％|市町村|道府県|省庁等|チーム|団体|ポイント)"
)
_SEPARATED = re.compile(r"[+-]?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?")
_REMARKED = re.compile(r"[0-9][0-9,.]*\s*([*＊†※]|[(（]?注?[0-9]*[)）])")
_OTHER_DATE = re.compile(
    r"[0-9]{2,4}(/[0-9]{1,2}){1,2}|[0-9]{2,4}(\.[0-9]{1,2}){2}|([0-9]{4}年)?[0-9]{1,2}月([0-9]{1,2}日)?"
    r"|(明治|大正|昭和|平成|令和|[MTSHR])([0-9]{1,2}|元)[年.].*|[0-9]{4}-[0-9]{1,2}-[0-9]"
)
_TAKEN_FOR_A_DATE = re.compile(
    r"[0-9]{1,2}[-/][0-9]{1,4}([-/][0-9]{1,4})?|[0-9]{1,2}:[0-9]{2}"
    r"|([0-9]{1,2}[- ]?)?(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)"
    r"[a-z]*[-. ]?[0-9]{0,4}",
    re.IGNORECASE,
)
_TAKEN_FOR_A_POWER = re.compile(r"[0-9]+(\.[0-9]+)?e[+-]?[0-9]+", re.IGNORECASE)
SPACED = re.compile(r"[^\W\d_a-zA-Z]([ \u3000]+[^\W\d_a-zA-Z])+")
_OWN_LETTERS = re.compile(
    "[\u2460-\u24ff\u2776-\u2793\u2160-\u2188\u2116\u2121\u3200-\u33ff"
    "\uff61-\uff9f\ue000-\uf8ff\ufe00-\ufe0f]"
)
_MARKS = frozenset(
    {"-", "－", "―", "…", "...", "x", "X", "×", "*", "***", "NA", "N/A", "null", "None"}
)
_DITTO = frozenset({"〃", "同上", "々", "″", '"'})
_LISTED = re.compile(r"[、;；|｜]|／(?!/)")


def _cells(grid: Grid) -> Iterator[tuple[str, Value]]:
    for at, heading in enumerate(grid.head):
        yield from ((str(heading), cell) for cell in grid.column(at) if cell is not None)


def texts(grid: Grid) -> Iterator[tuple[str, str]]:
    yield from ((heading, cell) for heading, cell in _cells(grid) if isinstance(cell, str))


def _matching(grid: Grid, pattern: re.Pattern[str]) -> Iterator[str]:
    yield from (f"{head}: {cell}" for head, cell in texts(grid) if pattern.fullmatch(cell))


def _is_code(heading: Value) -> bool:
    return str(heading).endswith(("コード", "code"))


def _is_number(cell: Value, grid: Grid) -> bool:
    if isinstance(cell, str):
        return not grid.is_typed and _NUMBER.fullmatch(cell) is not None
    return True


def line_break_in_cell(grid: Grid) -> Iterator[str]:
    """A cell is one line."""
    yield from (head for head, cell in texts(grid) if len(cell.splitlines()) > 1)


def several_data_in_a_cell(grid: Grid) -> Iterator[str]:
    """A cell holds one datum: no list joined by commas, bars, or dots between known values."""
    for at, heading in enumerate(grid.head):
        known = set(grid.column(at))
        for cell in grid.column(at):
            if not isinstance(cell, str) or heading in PROSE or "://" in cell:
                continue
            parts = re.split("[・／/]", cell)
            joined = len(parts) > 1 and known.issuperset(parts)
            if joined or _LISTED.search(cell):
                yield f"{heading}: {cell}"


def unit_in_number(grid: Grid) -> Iterator[str]:
    """A unit stands in the heading or in a column of its own, never behind a number."""
    for head, cell in texts(grid):
        if head not in CLASSES and _WITH_UNIT.fullmatch(cell):
            yield f"{head}: {cell}"


def separator_in_number(grid: Grid) -> Iterator[str]:
    """A number has no separators of thousands."""
    yield from _matching(grid, _SEPARATED)


def remark_in_number(grid: Grid) -> Iterator[str]:
    """A number carries no sign of a footnote."""
    yield from _matching(grid, _REMARKED)


def full_width_number(grid: Grid) -> Iterator[str]:
    """Numbers are written in half-width digits."""
    for head, cell in texts(grid):
        plain = unicodedata.normalize("NFKC", cell)
        if plain != cell and _NUMBER.fullmatch(plain):
            yield f"{head}: {cell}"


def number_as_text(grid: Grid) -> Iterator[str]:
    """In a workbook a number is a number, not text that looks like one; codes alone are text."""
    for head, cell in texts(grid):
        if grid.is_typed and not _is_code(head) and _NUMBER.fullmatch(cell):
            yield f"{head}: {cell}"


def mixed_column(grid: Grid) -> Iterator[str]:
    """A column holds numbers or text, not both."""
    for at, heading in enumerate(grid.head):
        if not _is_code(heading):
            kinds = {_is_number(cell, grid) for cell in grid.column(at) if cell is not None}
            if len(kinds) > 1:
                yield str(heading)


def mark_for_blank(grid: Grid) -> Iterator[str]:
    """What is not known is blank, with the reason in another column: no mark stands for it."""
    yield from (f"{head}: {cell}" for head, cell in texts(grid) if cell in _MARKS)


def value_left_out(grid: Grid) -> Iterator[str]:
    """Every row repeats what it shares with the row above."""
    yield from (f"{head}: {cell}" for head, cell in texts(grid) if cell in _DITTO)


def blank_at_the_edge(grid: Grid) -> Iterator[str]:
    """No blanks before, behind or between the letters, to make them stand in line."""
    for head, cell in texts(grid):
        if cell != cell.strip() or SPACED.fullmatch(cell):
            yield f"{head}: {cell!r}"


def machine_dependent_letter(grid: Grid) -> Iterator[str]:
    """No letters that differ between machines: ① ㈱ Ⅳ ㎡, half-width kana, private ones."""
    for head, cell in (*texts(grid), *((str(head), str(head)) for head in grid.head)):
        if _OWN_LETTERS.search(cell) or unicodedata.normalize("NFC", cell) != cell:
            yield f"{head}: {cell}"


def invisible_letter(grid: Grid) -> Iterator[str]:
    """No letters that cannot be seen: tabs, control letters, marks of direction and width."""
    for head, cell in texts(grid):
        if any(unicodedata.category(letter) in {"Cc", "Cf", "Cs", "Cn"} for letter in cell):
            yield f"{head}: {cell!r}"


def date_in_other_form(grid: Grid) -> Iterator[str]:
    """A date is written by ISO 8601: 2026-04-01."""
    yield from _matching(grid, _OTHER_DATE)


def taken_for_something_else(grid: Grid) -> Iterator[str]:
    """No text that a spreadsheet turns into a date, a time or a power: 1-2, MAR1, 1E5."""
    for pattern in (_TAKEN_FOR_A_DATE, _TAKEN_FOR_A_POWER):
        yield from _matching(grid, pattern)


def code_of_other_length(grid: Grid) -> Iterator[str]:
    """A code is text with all its digits: every code of a column has as many."""
    for at, heading in enumerate(grid.head):
        codes = [cell for cell in grid.column(at) if _is_code(heading) and cell is not None]
        if any(not isinstance(cell, str) for cell in codes):
            yield f"{heading}: a number"
        if len({len(str(cell)) for cell in codes}) > 1:
            yield f"{heading}: several lengths"


def code_without_name(grid: Grid) -> Iterator[str]:
    """Beside a code stands the name that it is the code of, the same for the same code."""
    for at, heading in enumerate(grid.head):
        if _is_code(heading):
            found = [grid.column(grid.head.index(name)) for name in _heads(heading, grid)]
            if not any(_names(grid.column(at), column) for column in found):
                yield str(heading)


def _heads(heading: Value, grid: Grid) -> list[Value]:
    """Return the headings under which the names of a code may stand."""
    subject = re.sub("(コード|_?code)$", "", str(heading))
    wanted = {subject, f"{subject}名", "市町村" if subject == "団体" else subject}
    return [head for head in grid.head if head in wanted]


def _names(codes: tuple[Value, ...], column: tuple[Value, ...]) -> bool:
    pairs = {(code, name) for code, name in zip(codes, column, strict=True) if code is not None}
    return len(pairs) == len({code for code, _name in pairs}) and (any(column) or not pairs)


def short_prefecture(grid: Grid) -> Iterator[str]:
    """Prefectures are written in full, as their official names are."""
    names = {each.name for each in prefectures().values()}
    for head, cell in texts(grid):
        if head in {"都道府県", "prefecture"} and cell not in names:
            yield cell


def run_as_formula(grid: Grid) -> Iterator[str]:
    """Values stand in cells, not formulas, nor text that a spreadsheet takes for one."""
    yield from grid.formulas
    for head, cell in texts(grid):
        if cell[0] in "=+-@＝＋－＠" and not _is_number(cell, grid):
            yield f"{head}: {cell}"
