"""The cells of the workbook: text as text, numbers as numbers, ready to filter and to print."""

from __future__ import annotations

import datetime as dt
import io
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import replace
from html import unescape

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from xlsxwriter.workbook import Workbook

from banso_cli.datasets.editions import SHEETS as CSV_SHEETS
from banso_cli.datasets.sheet import Sheet, Text
from banso_cli.reports.summary import Summary, summary_of
from banso_cli.reports.workbook.measuring import CUT, LONGEST, fitting
from banso_cli.reports.workbook.writing import looks, write_sheet
from banso_cli.reports.xlsx import workbook
from tests.commands.running import PROJECT
from tests.reports.readability import violations
from tests.reports.readable_files import grids_of_workbook
from tests.reports.summaries import sheets_of
from tests.reports.workbooks import (
    DATA,
    SHEETS,
    full_summary,
    opened,
    parts,
    real_summary,
    records,
    shares_only,
)
from tests.statistics.rosters import counting, member, team

SUMMARIES = (real_summary, full_summary, shares_only)
ELSEWHERE = {"TZ": "Asia/Tokyo", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "7"}


def test_cells_have_the_type_of_their_column() -> None:
    formats = {"string": "@", "integer": "#,##0", "number": "0.0"}
    others = {"期": "0", "番号": "0", "席": "0", "差": "+#,##0;-#,##0;0"}
    book = opened(full_summary())
    for made in sheets_of(full_summary()):
        sheet = book[CSV_SHEETS[made.name][0].title]
        for column, cells in zip(made.columns, sheet.iter_cols(min_row=2), strict=True):
            expected = others.get(column.heading, formats[column.type])
            filled = [cell for cell in cells if cell.value is not None]
            assert {cell.number_format for cell in filled} <= {expected}
            kind = "s" if column.type == "string" else "n"
            assert {cell.data_type for cell in filled} <= {kind}
    codes = [cell.value for cell in book["チーム"]["C"][1:]]
    assert codes[0] == "013455"


def test_no_cell_is_computed_and_none_of_rows_is_merged() -> None:
    for summary in (real_summary(), full_summary()):
        pages = parts(workbook(summary), "xl/worksheets/sheet").values()
        for name, xml in zip(SHEETS, pages, strict=True):
            assert not re.search(r"<(f|conditionalFormatting)\b", xml)
            assert ("<mergeCell " in xml) is (name == "概要")
            assert "<row " in xml


@pytest.mark.parametrize("made", SUMMARIES)
def test_data_sheets_are_machine_readable(made: Callable[[], Summary]) -> None:
    summary = made()
    grids = grids_of_workbook(workbook(summary))
    assert {name: violations(grids[name]) for name in DATA} == {name: [] for name in DATA}


def test_headings_are_frozen_filtered_and_repeated_in_print() -> None:
    book = opened(real_summary())
    for name in SHEETS[1:]:
        sheet = book[name]
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert sheet.print_title_rows == "$1:$1"
    wide = {sheet.title for sheet in book.worksheets if sheet.page_setup.orientation == "landscape"}
    assert wide == {"概要", "一覧", "統計表", "チーム", "用語"}


def test_every_sheet_prints_on_a4_with_its_name_and_the_number_of_the_page() -> None:
    pages = parts(workbook(real_summary()), "xl/worksheets/sheet").values()
    for name, xml in zip(SHEETS, pages, strict=True):
        assert 'paperSize="9"' in xml
        assert f"&amp;R&amp;9 {name}</oddHeader>" in xml
        assert "<oddFooter>&amp;C&amp;9 &amp;P / &amp;N</oddFooter>" in xml
        assert ('<pageSetUpPr fitToPage="1"/>' in xml) is (name != "概要")


def test_codes_get_no_green_triangle() -> None:
    found = parts(workbook(real_summary()))
    book = opened(real_summary())
    for at, name in enumerate(SHEETS[1:], 2):
        area = f'sqref="{book[name].dimensions}" numberStoredAsText="1"'
        assert area in found[f"xl/worksheets/sheet{at}.xml"]


def test_the_same_summary_gives_the_same_bytes() -> None:
    code = (
        "import sys; from tests.reports.workbooks import real_summary;"
        "from banso_cli.reports.xlsx import workbook;"
        "sys.stdout.buffer.write(workbook(real_summary()))"
    )
    data = workbook(real_summary())
    other = subprocess.run(
        [sys.executable, "-c", code],
        check=True,
        capture_output=True,
        env={**ELSEWHERE, "PYTHONPATH": str(PROJECT)},
    )
    assert other.stdout == data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {each.date_time for each in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    book = opened(real_summary())
    assert book.properties.created == dt.datetime(2026, 4, 1)  # noqa: DTZ001 - openpyxl's are naive
    assert book.properties.title == real_summary().title


def test_all_text_is_in_a_font_that_has_japanese() -> None:
    book = opened(real_summary())
    fonts = {
        cell.font.name for sheet in book.worksheets for row in sheet.iter_rows() for cell in row
    }
    assert fonts == {"Meiryo UI"}
    found = parts(workbook(real_summary()))
    assert 'script="Jpan" typeface="Meiryo UI"' in found["xl/theme/theme1.xml"]
    assert "scheme" not in found["xl/styles.xml"]


def test_text_that_looks_like_something_else_stays_text() -> None:
    hostile = ["=1+1", "@SUM(A1)", "+81", "-1", "0012", "1E5", "https://example.jp/", "&P<b>\"'"]
    seats = [member(agency, rank=agency) for agency in hostile]
    teams = [team(1, "000123", seats[:3]), team(2, "999999", seats[3:])]
    summary = summary_of(counting(teams), 1)
    book = opened(summary)
    seats_read = records(book, "支援官の構成")
    assert [row["所属府省庁等"] for row in seats_read] == hostile
    assert {cell.data_type for cell in book["支援官の構成"]["G"]} == {"s"}
    assert {row["団体コード"] for row in seats_read} == {"000123", "999999"}


def test_a_title_is_no_command_of_the_printer_and_never_too_long() -> None:
    guide = parts(workbook(replace(real_summary(), title="&P&A" + "あ" * 300)))
    header = re.findall("<oddHeader>(.*)</oddHeader>", guide["xl/worksheets/sheet1.xml"])[0]
    assert header.startswith("&amp;L&amp;9 &amp;&amp;P&amp;&amp;Aああ")
    assert len(unescape(header)) <= 255


printable = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), min_size=1, max_size=40)


@settings(max_examples=40)
@given(st.lists(printable, min_size=1, max_size=8))
@example(["_x0041_", "\t端", " 端 ", "二行\nの文", "𠮷野家", "=A1", "'quoted"])
def test_any_text_comes_back_as_it_was(texts: list[str]) -> None:
    assert _written(texts) == texts


def _written(texts: list[str]) -> list[object]:
    column = Text("note", "注", "")
    sheet = Sheet("注記", "題", "", (column,), tuple((text,) for text in texts))
    stream = io.BytesIO()
    with Workbook(stream, {"in_memory": True}) as book:
        write_sheet(book, sheet, looks(book), "", {}, landscape=False)
    read = load_workbook(io.BytesIO(stream.getvalue()))["注記"]
    return [cell.value for cell in read["A"][1:]]


def test_control_letters_leave_the_file_sound() -> None:
    assert _written(["a\x01b"]) == ["a_x0001_b"]


@pytest.mark.parametrize("text", ["あ" * LONGEST, "𠮷" * (LONGEST // 2)])
def test_text_that_fits_a_cell_is_kept(text: str) -> None:
    assert fitting(text) == text


@pytest.mark.parametrize("text", ["あ" * (LONGEST + 1), "𠮷" * LONGEST])
def test_text_that_no_cell_holds_says_that_it_is_cut(text: str) -> None:
    cut = fitting(text)
    assert cut.endswith(CUT)
    assert text.startswith(cut.removesuffix(CUT))
    assert LONGEST - 1 <= len(cut.encode("utf-16-le")) // 2 <= LONGEST
    assert _written([text]) == [cut]
