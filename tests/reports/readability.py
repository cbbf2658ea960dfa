"""Machine readability: what can be checked of a data file without knowing what it is about.

The rules are the mechanical part of 「行政データにおける機械可読性に関するルール」 in our own
words. Each is a function that yields what is wrong, by heading and cell; its docstring is the rule.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from banso_cli.reference.prefectures import prefectures
from tests.reports.readable_cells import (
    SPACED,
    blank_at_the_edge,
    code_of_other_length,
    code_without_name,
    date_in_other_form,
    full_width_number,
    invisible_letter,
    line_break_in_cell,
    machine_dependent_letter,
    mark_for_blank,
    mixed_column,
    number_as_text,
    remark_in_number,
    run_as_formula,
    separator_in_number,
    several_data_in_a_cell,
    short_prefecture,
    taken_for_something_else,
    texts,
    unit_in_number,
    value_left_out,
)
from tests.reports.readable_files import Grid

Rule = Callable[[Grid], Iterator[str]]

_YEAR = re.compile(r"(令和|平成|昭和)?[0-9元]+年度?|[0-9.]+")
_TOTALS = frozenset({"計", "合計", "小計", "総計", "総数", "全国", "全体", "total", "Total"})


def table_begins_late(grid: Grid) -> Iterator[str]:
    """A sheet holds one table, and its head is the first row from the first cell on."""
    yield from grid.before


def blank_heading(grid: Grid) -> Iterator[str]:
    """Every column has a heading, in one row: a title above the head leaves blanks beside it."""
    yield from (f"column {at}" for at, head in enumerate(grid.head, start=1) if head is None)


def repeated_heading(grid: Grid) -> Iterator[str]:
    """No two columns have the same heading."""
    yield from sorted({str(head) for head in grid.head if head and grid.head.count(head) > 1})


def heading_that_is_a_value(grid: Grid) -> Iterator[str]:
    """Years, numbers and prefectures are data: they stand in rows, not as headings."""
    names = {each.name for each in prefectures().values()}
    for head in grid.head:
        if head is not None and (str(head) in names or _YEAR.fullmatch(str(head))):
            yield str(head)


def heading_in_two_lines(grid: Grid) -> Iterator[str]:
    """A heading is plain text: no line break, no blank at its edge, no letters spread out."""
    for head in map(str, grid.head):
        if head != head.strip() or "\n" in head or SPACED.fullmatch(head):
            yield head


def row_of_other_width(grid: Grid) -> Iterator[str]:
    """Every row has as many cells as the head."""
    width = len(grid.head)
    yield from (f"row {at}" for at, row in enumerate(grid.body, start=2) if len(row) != width)


def blank_row(grid: Grid) -> Iterator[str]:
    """No row is blank, neither between data nor below."""
    for at, row in enumerate(grid.body, start=2):
        if all(cell is None for cell in row):
            yield f"row {at}"


def remark_row(grid: Grid) -> Iterator[str]:
    """Remarks and sources stand in a column of their own, not in a row below the data."""
    for at, row in enumerate(grid.body, start=2):
        filled = [cell for cell in row if cell is not None]
        if len(filled) == 1 and len(row) > 1 and isinstance(filled[0], str):
            yield f"row {at}: {filled[0]}"


def total_among_data(grid: Grid) -> Iterator[str]:
    """A total is no row among the rows that it sums up."""
    yield from (f"{head}: {cell}" for head, cell in texts(grid) if cell in _TOTALS)


def repeated_row(grid: Grid) -> Iterator[str]:
    """No row stands twice."""
    seen = set()
    for row in grid.body:
        if row in seen and any(cell is not None for cell in row):
            yield str(row)
        seen.add(row)


def merged_cells(grid: Grid) -> Iterator[str]:
    """No cells are merged."""
    yield from grid.merged


def hidden_part(grid: Grid) -> Iterator[str]:
    """No sheet, row or column is hidden."""
    yield from grid.hidden


def meaning_by_colour(grid: Grid) -> Iterator[str]:
    """No cell below the head is coloured: what a colour would say stands in a column."""
    yield from grid.coloured


def comment_on_cell(grid: Grid) -> Iterator[str]:
    """No remark hangs on a cell, where no other program finds it."""
    yield from grid.commented


def other_line_end(grid: Grid) -> Iterator[str]:
    """Every line of a CSV file ends in CRLF."""
    if grid.breaks:
        yield f"{grid.breaks} lines"


RULES: tuple[Rule, ...] = (
    table_begins_late,
    blank_heading,
    repeated_heading,
    heading_that_is_a_value,
    heading_in_two_lines,
    row_of_other_width,
    blank_row,
    remark_row,
    total_among_data,
    repeated_row,
    line_break_in_cell,
    several_data_in_a_cell,
    unit_in_number,
    separator_in_number,
    remark_in_number,
    full_width_number,
    number_as_text,
    mixed_column,
    mark_for_blank,
    value_left_out,
    blank_at_the_edge,
    machine_dependent_letter,
    invisible_letter,
    date_in_other_form,
    taken_for_something_else,
    code_of_other_length,
    code_without_name,
    short_prefecture,
    run_as_formula,
    merged_cells,
    hidden_part,
    meaning_by_colour,
    comment_on_cell,
    other_line_end,
)


def violations(grid: Grid) -> list[str]:
    """Return what breaks a rule, each with the name of the rule."""
    return [f"{rule.__name__}: {found}" for rule in RULES for found in rule(grid)]
