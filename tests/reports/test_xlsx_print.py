"""The workbook on paper: letters that can be read, even rows, and pages that end where they may."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from itertools import pairwise

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from banso_cli.reports.summary import Summary
from banso_cli.reports.workbook.blocks import PAGE
from banso_cli.reports.workbook.measuring import letters
from banso_cli.reports.workbook.printing import pages_of
from banso_cli.reports.xlsx import workbook
from tests.reports.summaries import complete_summary, totals_summary
from tests.reports.workbooks import (
    SHEETS,
    drawn_charts,
    full_summary,
    opened,
    parts,
    real_summary,
    shares_only,
    warned,
    widths_of,
)

SUMMARIES = (real_summary, full_summary, shares_only, complete_summary, totals_summary)
MADE = pytest.mark.parametrize("made", SUMMARIES)


def heights_of(sheet: Worksheet) -> list[float]:
    return [sheet.row_dimensions[row].height or 15 for row in range(1, sheet.max_row + 1)]


def breaks_of(xml: str, rows: int) -> list[int]:
    """Return the rows that begin and end the pages."""
    return [0, *map(int, re.findall(r'<brk id="(\d+)"', xml)), rows]


@MADE
def test_every_sheet_prints_in_letters_that_can_be_read(made: Callable[[], Summary]) -> None:
    data = workbook(made())
    book = load_workbook(io.BytesIO(data))
    for name, xml in zip(SHEETS, parts(data, "xl/worksheets/sheet").values(), strict=True):
        across, down = (11.69, 8.27) if 'orientation="landscape"' in xml else (8.27, 11.69)
        scale = min(1, (across - 0.8) * 96 / sum(7 * width for width in widths_of(xml).values()))
        tall = re.findall(r'fitToHeight="(\d+)"', xml)
        if name == "概要":
            assert 'scale="72"' in xml
            assert scale * 7 / 8 >= 0.8  # other fonts make columns wider by an eighth
        elif 'fitToPage="1"' in xml:
            pages = int(tall[0]) if tall else 1
            room = (down - 1.5) * 72 * pages - 30 * (pages - 1)
            scale = min(scale, room / sum(heights_of(book[name])))
        assert 10 * scale >= 7, name


@MADE
def test_no_row_is_higher_than_its_text(made: Callable[[], Summary]) -> None:
    book = opened(made())
    pages = parts(workbook(made()), "xl/worksheets/sheet").values()
    for name, xml in list(zip(SHEETS, pages, strict=True))[1:]:
        widths = widths_of(xml)
        heights = heights_of(book[name])[1:]
        for height, row in zip(
            heights, book[name].iter_rows(min_row=2, values_only=True), strict=True
        ):
            lines = height // 15
            needed = [letters(_text(value)) for value in row]
            rooms = [(7 * widths[at] - 17) * 3 // 20 for at in range(1, len(row) + 1)]
            assert all(n <= room * lines for n, room in zip(needed, rooms, strict=True)), row
            high = [n > room * (lines - 1) * 0.9 for n, room in zip(needed, rooms, strict=True)]
            breaks = [_text(value).count("\n") for value in row]
            assert lines == 1 or any(high) or max(breaks), row


def _text(value: object) -> str:
    return "" if value is None else str(value)


@MADE
def test_lines_of_the_summary_have_room(made: Callable[[], Summary]) -> None:
    sheet = opened(made())["概要"]
    widths = widths_of(
        parts(workbook(made()), "xl/worksheets/sheet1.xml")["xl/worksheets/sheet1.xml"]
    )
    ends = {each.coord.partition(":")[0]: each.max_col for each in sheet.merged_cells.ranges}
    for height, row in zip(heights_of(sheet), sheet.iter_rows(), strict=True):
        for first, cell in enumerate(row, 1):
            last = ends.get(cell.coordinate, first)
            pixels = 7 * sum(widths[at] for at in range(first, last + 1)) - 8
            needed = letters(_text(cell.value)) * 20 / 3
            assert not cell.alignment.wrap_text or needed <= pixels * (height // 15), cell.value


@MADE
def test_pages_of_the_summary_are_whole(made: Callable[[], Summary]) -> None:
    for summary in (made(), warned(made())):
        data = workbook(summary)
        sheet = load_workbook(io.BytesIO(data))["概要"]
        heights = heights_of(sheet)
        xml = parts(data, "xl/worksheets/sheet1.xml")["xl/worksheets/sheet1.xml"]
        breaks = breaks_of(xml, sheet.max_row)
        pages = [sum(heights[a:b]) for a, b in pairwise(breaks)]
        assert max(pages) <= PAGE
        assert pages[-1] > PAGE / 5
        for chart in drawn_charts(data):
            begins = max(each for each in breaks if each <= chart.first)
            assert chart.last <= min(each for each in breaks if each > begins)
        tops = [chart.first for chart in drawn_charts(data)]
        assert tops == sorted(tops)


@pytest.mark.parametrize(
    ("rows", "pages"), [(0, 1), (46, 1), (48, 1), (58, 1), (75, 2), (105, 2), (110, 3), (1000, 21)]
)
def test_a_few_rows_do_not_stand_on_a_page_of_their_own(rows: int, pages: int) -> None:
    assert pages_of([80], [15] * (rows + 1), landscape=False) == pages


def test_a_sheet_whose_letters_are_small_already_spills_rather_than_shrink() -> None:
    assert pages_of([140], [15] * 85, landscape=False) == 2


def test_the_head_of_the_page_warns_on_every_sheet() -> None:
    for xml in parts(workbook(warned(real_summary())), "xl/worksheets/sheet").values():
        assert "<oddHeader>&amp;L&amp;9 【架空データ（不完全）】" in xml


def test_a_column_without_text_is_narrow() -> None:
    sheet = parts(workbook(real_summary()))["xl/worksheets/sheet4.xml"]
    at = [cell.value for cell in opened(real_summary())["統計表"][1]].index("区分2") + 1
    assert widths_of(sheet)[at] < 8
    assert "hidden" not in sheet
