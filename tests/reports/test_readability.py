"""Machine readability: every data file keeps the rules, and each rule catches its fault."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from typing import get_args

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.formatting.rule import Rule
from openpyxl.styles import PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from banso_cli.datasets.editions import TABLES
from banso_cli.datasets.formats.csv import sheet_csv
from banso_cli.records.periods.period import FigureName
from banso_cli.reports.data.tables_folder import tables_folder
from banso_cli.reports.xlsx import workbook
from banso_cli.statistics.dimensions import AGENCY, DIMENSIONS, GENDER, RANK, REGION, THEME
from banso_cli.statistics.tables.results import results_of
from tests.reports.readability import RULES, violations
from tests.reports.readable_cells import taken_for_something_else
from tests.reports.readable_files import Grid, grid_of_csv, grids_of_workbook
from tests.reports.summaries import SUMMARIES, as_csv, complete_counting, sheet_of, sheets_of
from tests.statistics.rosters import real_counting

FOR_PEOPLE = {"概要", "一覧", "支援官", "用語"}
"""The sheets of the workbook that hold no data."""

HEAD = ["期", "団体コード", "都道府県", "市町村", "人口", "日", "区分", "注"]
ROWS = [
    ["2", "013455", "北海道", "森町", "13582", "2026-04-01", "九州・沖縄", "推定による。"],
    ["2", "032034", "岩手県", "大船渡市", "", "2026-04-02", "3名", "一、二とも、出典がある。"],
    ["2", "204030", "長野県", "上田市", "-3", "", "企画官・室長級", ""],
]


def csv_of(rows: list[list[str]], head: list[str] = HEAD, end: str = "\r\n") -> bytes:
    stream = io.StringIO()
    csv.writer(stream, lineterminator=end).writerows([head, *rows])
    return stream.getvalue().encode("utf-8-sig")


def xlsx_of(change: Callable[[Worksheet], object]) -> Grid:
    """Return a sound sheet as it is read after a change."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.append(HEAD)
    for row in ROWS:
        number = {0, 4}
        sheet.append([int(c) if c and at in number else c or None for at, c in enumerate(row)])
    change(sheet)
    stream = io.BytesIO()
    book.create_sheet("図").append(["図"])
    book.save(stream)
    return grids_of_workbook(stream.getvalue())[sheet.title]


def broken(grid: Grid) -> set[str]:
    return {found.partition(":")[0] for found in violations(grid)}


def put(column: str, value: str) -> list[list[str]]:
    """Return the rows with another value in the first of them."""
    at = HEAD.index(column)
    return [[*ROWS[0][:at], value, *ROWS[0][at + 1 :]], *ROWS[1:]]


@pytest.mark.parametrize("name", SUMMARIES)
@pytest.mark.parametrize("header", ["ja", "en"])
def test_every_csv_is_readable_by_machines(name: str, header: str) -> None:
    for table in TABLES:
        sheet = sheet_of(SUMMARIES[name](), table)
        data = sheet_csv(sheet, header="ja" if header == "ja" else "en")
        assert violations(grid_of_csv(data)) == [], table


@pytest.mark.parametrize("name", SUMMARIES)
def test_every_file_of_the_folder_is_readable_by_machines(name: str) -> None:
    for file in tables_folder(SUMMARIES[name](), "cp932").files:
        if file.path.endswith(".csv"):
            assert violations(grid_of_csv(file.data, "cp932")) == [], file.path


def test_cross_tables_are_readable_by_machines() -> None:
    crosses = ((RANK, AGENCY), (REGION, THEME), (RANK, GENDER), (GENDER, RANK))
    for counting in (real_counting(), complete_counting()):
        for top in (None, 3):
            data = as_csv(results_of(counting, 0, crosses=crosses, top=top))
            assert violations(grid_of_csv(data)) == []


@pytest.mark.parametrize("name", SUMMARIES)
def test_every_data_sheet_of_the_workbook_is_readable_by_machines(name: str) -> None:
    grids = grids_of_workbook(workbook(SUMMARIES[name]()))
    data = {title: grid for title, grid in grids.items() if title not in FOR_PEOPLE}
    assert {"統計表", "チーム", "支援官の構成"} <= set(data)
    for title, grid in data.items():
        assert violations(grid) == [], title


def test_sound_files_break_no_rule() -> None:
    assert violations(grid_of_csv(csv_of(ROWS))) == []
    assert violations(xlsx_of(lambda _sheet: None)) == []


FAULTS = [
    (csv_of(put("注", "①による。")), "machine_dependent_letter"),
    (csv_of(put("市町村", "㈱森町")), "machine_dependent_letter"),
    (csv_of(put("市町村", "ﾓﾘﾏﾁ")), "machine_dependent_letter"),
    (csv_of(put("市町村", "は\u309aり町")), "machine_dependent_letter"),
    (csv_of(ROWS, [*HEAD[:5], "日㋿", *HEAD[6:]]), "machine_dependent_letter"),
    (csv_of(put("人口", "278名")), "unit_in_number mixed_column"),
    (csv_of([[*row[:4], "91%", *row[5:]] for row in ROWS]), "unit_in_number"),
    (csv_of(put("人口", "13,582")), "separator_in_number mixed_column"),
    (csv_of(put("人口", "１３５８２")), "full_width_number mixed_column"),
    (csv_of(put("人口", "13582※")), "remark_in_number mixed_column"),
    (csv_of(put("人口", "278(注1)")), "remark_in_number mixed_column"),
    (csv_of(put("人口", "…")), "mark_for_blank mixed_column"),
    (csv_of(put("人口", "-")), "mark_for_blank mixed_column run_as_formula"),
    (csv_of(put("市町村", "〃")), "value_left_out"),
    (csv_of(put("市町村", "森　町")), "blank_at_the_edge"),
    (csv_of(put("市町村", " 森町")), "blank_at_the_edge"),
    (csv_of(put("市町村", "森\n町")), "line_break_in_cell invisible_letter other_line_end"),
    (csv_of(put("市町村", "森\u200b町")), "invisible_letter"),
    (csv_of(put("市町村", "森町、上田市")), "several_data_in_a_cell"),
    (csv_of(put("市町村", "大船渡市・上田市")), "several_data_in_a_cell"),
    (csv_of(put("日", "2026/4/1")), "date_in_other_form"),
    (csv_of(put("日", "令和8年4月1日")), "date_in_other_form"),
    (csv_of(put("日", "R8.4.1")), "date_in_other_form"),
    (csv_of(put("市町村", "1-2")), "taken_for_something_else"),
    (csv_of(put("市町村", "MAR1")), "taken_for_something_else"),
    (csv_of(put("市町村", "12E3")), "taken_for_something_else"),
    (csv_of(put("市町村", "=1+1")), "run_as_formula"),
    (csv_of(put("団体コード", "13455")), "code_of_other_length"),
    (csv_of([[r[0], r[1], "", "", *r[4:]] for r in ROWS]), "code_without_name"),
    (csv_of([*put("市町村", "上田市"), ROWS[0]]), "code_without_name"),
    (csv_of(ROWS, [*HEAD[:3], "名", *HEAD[4:]]), "code_without_name"),
    (csv_of(put("都道府県", "岩手")), "short_prefecture"),
    (csv_of([*ROWS, [""] * 8]), "blank_row"),
    (csv_of([*ROWS, ["※ 出典は総務省", *[""] * 7]]), "remark_row mixed_column"),
    (csv_of([*ROWS, ["2", "", "", "計", "13579", "", "", ""]]), "total_among_data"),
    (csv_of([*ROWS, ROWS[0]]), "repeated_row"),
    (csv_of([*ROWS, ["2", "204048"]]), "row_of_other_width"),
    (csv_of(ROWS, [*HEAD[:-1], ""]), "blank_heading several_data_in_a_cell"),
    (
        csv_of([HEAD, *ROWS], ["表題", *[""] * 7]),
        "blank_heading mixed_column unit_in_number several_data_in_a_cell",
    ),
    (csv_of(ROWS, [*HEAD[:5], "区分", *HEAD[6:]]), "repeated_heading"),
    (csv_of(ROWS, [*HEAD[:4], "令和7年度", *HEAD[5:]]), "heading_that_is_a_value"),
    (csv_of(ROWS, [*HEAD[:4], "北海道", *HEAD[5:]]), "heading_that_is_a_value"),
    (csv_of(ROWS, [*HEAD[:4], "人\r\n口", *HEAD[5:]]), "heading_in_two_lines"),
    (csv_of(ROWS, [*HEAD[:4], "人　口", *HEAD[5:]]), "heading_in_two_lines"),
    (csv_of(ROWS, end="\n"), "other_line_end"),
]


@pytest.mark.parametrize(("data", "rules"), FAULTS)
def test_a_fault_in_csv_is_caught(data: bytes, rules: str) -> None:
    assert broken(grid_of_csv(data)) == set(rules.split())


def _hide_row(sheet: Worksheet) -> None:
    sheet.row_dimensions[2].hidden = True


def _hide_column(sheet: Worksheet) -> None:
    sheet.column_dimensions["C"].hidden = True


def _hide_sheet(sheet: Worksheet) -> None:
    sheet.sheet_state = "hidden"


def _colour(sheet: Worksheet) -> None:
    sheet["D2"].fill = PatternFill("solid", fgColor="0000FF")


def _colour_by_rule(sheet: Worksheet) -> None:
    sheet.conditional_formatting.add("E2:E9", Rule("cellIs", operator="lessThan", formula=["0"]))


def _comment(sheet: Worksheet) -> None:
    sheet["D2"].comment = Comment("推定", "x")


def _begin_below(sheet: Worksheet) -> None:
    sheet.insert_rows(1)


def _put(place: str, value: object) -> Callable[[Worksheet], None]:
    def change(sheet: Worksheet) -> None:
        sheet[place].value = value

    return change


CHANGES: list[tuple[Callable[[Worksheet], object], str]] = [
    (lambda sheet: sheet.merge_cells("D2:D3"), "merged_cells"),
    (_put("E4", "=E2+1"), "run_as_formula mixed_column"),
    (_put("E2", "13582"), "number_as_text mixed_column"),
    (_put("E2", "278名"), "unit_in_number mixed_column"),
    (_put("B2", 13455), "code_of_other_length"),
    (_hide_row, "hidden_part"),
    (_hide_column, "hidden_part"),
    (_hide_sheet, "hidden_part"),
    (_colour, "meaning_by_colour"),
    (_colour_by_rule, "meaning_by_colour"),
    (_comment, "comment_on_cell"),
    (_begin_below, "table_begins_late"),
]


@pytest.mark.parametrize(("change", "rules"), CHANGES)
def test_a_fault_in_a_workbook_is_caught(change: Callable[[Worksheet], object], rules: str) -> None:
    assert broken(xlsx_of(change)) >= set(rules.split())


def test_every_rule_has_a_fault_that_it_catches() -> None:
    caught = {name for _data, rules in (*FAULTS, *CHANGES) for name in rules.split()}
    assert caught == {rule.__name__ for rule in RULES}
    assert len(caught) == len(RULES) >= 30
    assert all(rule.__doc__ for rule in RULES)


def test_no_id_is_taken_for_a_date_or_a_power() -> None:
    dimensions = [each.id for each in DIMENSIONS]
    crosses = [f"{first},{second}" for first in dimensions for second in dimensions]
    sheets = sheets_of(SUMMARIES["real"]())
    names = [column.name for sheet in sheets for column in sheet.columns]
    ids = [*TABLES, *crosses, *get_args(FigureName), *names]
    grid = Grid(("id",), tuple((each,) for each in ids))
    assert list(taken_for_something_else(grid)) == []


@pytest.mark.parametrize(
    "text", ["1-2", "3/4", "1-2-3", "MAR1", "Sept2", "1-apr", "Oct-20", "10:30", "2e5", "1.5E-3"]
)
def test_what_spreadsheets_take_for_a_date_is_known(text: str) -> None:
    assert list(taken_for_something_else(Grid(("id",), ((text,),)))) == [f"id: {text}"]


def test_a_wrong_encoding_is_caught() -> None:
    with pytest.raises(UnicodeDecodeError):
        grid_of_csv(csv_of(ROWS).decode("utf-8-sig").encode("cp932"), "utf-8")
