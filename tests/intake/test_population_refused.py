"""Tables of population that are refused: of a part of the people, or not certain."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tests.intake.people import MORI, NEW_YEAR, REGISTER, one_sheet, read, refused
from tests.intake.sheets import Rows, register, workbook

pytestmark = pytest.mark.usefixtures("_english")


def test_a_part_of_the_residents_is_refused(tmp_path: Path) -> None:
    for part in ("日本人住民", "外国人住民"):
        message, help_line = refused(one_sheet(tmp_path, register(REGISTER, part)))
        assert message == "people.xlsx: this is the population of a part of the residents"
        assert "総計" in help_line


def test_what_the_user_says_may_not_contradict_the_file(tmp_path: Path) -> None:
    file = one_sheet(tmp_path, register(REGISTER))
    message, help_line = refused(file, date=dt.date(2026, 1, 1))
    assert message.endswith("it says 2027-01-01, and --date 2026-01-01")
    assert help_line == "leave out --date"
    assert "it says 住民基本台帳, and --measure 国勢調査" in refused(file, "国勢調査")[0]
    assert read(file, "住民基本台帳", NEW_YEAR).people[MORI] == 13_000


def test_a_day_that_the_file_leaves_open_is_asked_for(tmp_path: Path) -> None:
    rows = register(REGISTER)
    rows[0] = ["令和9年住民基本台帳人口・世帯数（総計）"]
    file = one_sheet(tmp_path, rows)
    assert refused(file)[1] == "add --date 2026-01-01"
    rows[0] = ["令和9年13月45日住民基本台帳人口・世帯数（総計）"]
    assert refused(one_sheet(tmp_path, rows))[1] == "add --date 2026-01-01"
    assert read(file, date=NEW_YEAR).date == NEW_YEAR


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ([["市区町村名", "人口"], ["森町", 13_000]], "no column with the codes of municipalities"),
        (
            [["団体コード", "市区町村名", "人口", "人口"], [MORI, "森町", 1, 2]],
            "which column is the population is not certain: Sheet1!C1, Sheet1!D1",
        ),
        (
            [["団体コード", "市区町村名", "世帯数"], [MORI, "森町", 1]],
            "no column is headed 人口, and 計 or 総数",
        ),
        (
            [["団体コード", "市区町村名", "人口"], [MORI, "仁木町", 1]],
            "Sheet1!A2: the code 013455 is that of 北海道森町, which the row does not name",
        ),
        (
            [
                ["団体コード", "市区町村名", "年", "人口"],
                [MORI, "森町", "2015年", 1],
                [MORI, "森町", "2020年", 2],
            ],
            "Sheet1!A2: 2 rows of one municipality; which is the total?",
        ),
        (
            [["団体コード", "市区町村名", "人口"], [MORI, "森町", 1], [MORI, "森町", 1]],
            "Sheet1!A2: 2 rows of one municipality; which is the total?",
        ),
    ],
)
def test_a_table_that_cannot_be_told_is_refused_by_its_place(
    rows: Rows, message: str, tmp_path: Path
) -> None:
    file = one_sheet(tmp_path, rows)
    told, help_line = refused(file, "住民基本台帳", NEW_YEAR)
    assert told == f"people.xlsx: {message}"
    assert help_line


def test_several_sheets_of_all_residents_are_refused_by_their_names(tmp_path: Path) -> None:
    sheets = {"令和8年": register(REGISTER), "令和9年": register(REGISTER)}
    message, _help = refused(workbook(tmp_path / "people.xlsx", sheets))
    assert message.endswith("several sheets have figures by municipality: 令和8年, 令和9年")


CENSUS = "令和２年国勢調査 人口等基本集計"


@pytest.mark.parametrize(
    ("head", "row", "place"),
    [
        (("表章項目", "area_code", "地域", "value"), ("世帯数", "01345", "森町", "6500"), "A3"),
        (
            ("表章項目", "area_code", "地域", "value"),
            ("2015年（平成27年）の人口（組替）", "01345", "森町", "15947"),
            "A3",
        ),
        (("area_code", "地域", "男女", "value"), ("01345", "森町", "男", "6723"), "C3"),
        (("area_code", "地域", "国籍", "人口"), ("01345", "森町", "日本人", "14000"), "C3"),
        (("area_code", "地域", "年齢", "人口"), ("01345", "森町", "６５歳以上", "5000"), "C3"),
    ],
)
def test_a_row_of_something_else_is_refused(
    head: tuple[str, ...], row: tuple[str, ...], place: str, tmp_path: Path
) -> None:
    message, help_line = refused(one_sheet(tmp_path, [[CENSUS], head, row]))
    assert message.startswith(
        f"people.xlsx: Sheet1!{place}: '{row['ABCD'.index(place[0])]}' is not"
    )
    assert "総数" in help_line


@pytest.mark.parametrize(
    "head",
    [
        (("", "", "人口"), ("コード", "地域", "男")),
        (("", "", "世帯の種類別世帯数"), ("コード", "地域", "総数")),
        (("", "", "人口"), ("コード", "地域", "うち外国人")),
        (("", ""), ("コード", "地域", "2020年（令和2年）の人口（組替）")),
    ],
)
def test_a_column_of_something_else_is_not_read(
    head: tuple[tuple[str, ...], ...], tmp_path: Path
) -> None:
    rows: Rows = [[CENSUS], *head, ("01345", "森町", "1")]
    assert "no column is headed 人口" in refused(one_sheet(tmp_path, rows))[0]
