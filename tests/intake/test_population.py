"""Tables of population as they are published."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tests.intake.people import MORI, NEW_YEAR, NIKI, OFUNATO, REGISTER, one_sheet, read, refused
from tests.intake.sheets import Rows, register, text, workbook

pytestmark = pytest.mark.usefixtures("_english")


def test_the_workbook_of_the_register_tells_measure_day_and_title(tmp_path: Path) -> None:
    rows = register(REGISTER)
    found = read(workbook(tmp_path / "people.xlsx", {"【総計】": rows}))
    assert (found.measure, found.date, found.source) == ("住民基本台帳", NEW_YEAR, rows[0][0])
    assert found.people == {MORI: 13_000, OFUNATO: 32_000}
    figure = found.figure(MORI)
    assert figure is not None
    assert (figure.value, figure.measure) == (13_000, "住民基本台帳")
    assert found.figure(NIKI) is None


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp932"])
def test_the_same_saved_as_text_with_lost_zeros_is_read(encoding: str, tmp_path: Path) -> None:
    rows = [[str(cell or "").removeprefix("0") for cell in row] for row in register(REGISTER)]
    rows[8][5] = "13,000"
    found = read(text(tmp_path / "people.csv", rows, encoding))
    assert found.people == {MORI: 13_000, OFUNATO: 32_000}


def test_the_sheet_of_all_residents_is_read_among_others(tmp_path: Path) -> None:
    sheets: dict[str, Rows] = {
        "【日本人住民】": register({MORI: ("北海道", "森町", 1)}, "日本人住民"),
        "【総計】": register(REGISTER),
        "注": [["この表について"]],
    }
    assert read(workbook(tmp_path / "people.xlsx", sheets)).people[MORI] == 13_000


def test_the_table_of_age_classes_gives_the_total_of_all(tmp_path: Path) -> None:
    rows: Rows = [
        ["令和9年住民基本台帳年齢階級別人口（市区町村別）（総計）"],
        ["団体コード", "都道府県名", "市区町村名", "性別", "総数", "0歳～4歳"],
        *([MORI, "北海道", "森町", sex, n, 3] for sex, n in (("計", 90), ("男", 40), ("女", 50))),
    ]
    assert read(one_sheet(tmp_path, rows), date=NEW_YEAR).people == {MORI: 90}


PREAMBLE = (
    ("統計名：", "国勢調査 令和２年国勢調査 人口等基本集計　（主な内容：男女・年齢）"),
    ("表番号：", "1-1-1"),
    ("表題：", "男女別人口－全国，都道府県，市区町村"),
    ("実施年月：", "2020年10月"),
    ("***", "数字が得られないもの"),
    (),
)
AREA = "全国，都道府県，市区町村"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp932"])
def test_a_table_of_the_census_with_a_column_a_class(encoding: str, tmp_path: Path) -> None:
    rows = [
        *PREAMBLE,
        ("", "", "", "", "男女 コード", "0", "1", "2"),
        (f"{AREA} コード", f"{AREA} 補助コード", AREA, "", "/男女", "総数【人】", "男", "女"),
        ("00000", "", "全国", "", "", "126,146,099", "61,349,581", "64,796,518"),
        ("01000", "", "北海道", "", "", "5,224,614", "2,465,088", "2,759,526"),
        ("01345", "", "森町", "", "", "14,338", "6,723", "7,615"),
        ("03203", "", "大船渡市", "", "", "34,728", "16,785", "17,943"),
    ]
    found = read(text(tmp_path / "FEH_00200521.csv", rows, encoding))
    assert (found.measure, found.date) == ("国勢調査", dt.date(2020, 10, 1))
    assert found.source.startswith("国勢調査 令和２年国勢調査 人口等基本集計 （主な内容")
    assert found.people == {MORI: 14_338, OFUNATO: 34_728}


def test_a_table_of_the_census_with_a_row_a_class(tmp_path: Path) -> None:
    rows = [
        ("cat01_code", "男女", "area_code", "地域", "time_code", "時間軸", "unit", "value"),
        ("0", "総数", "01345", "森町", "2020000000", "2020年", "人", "14338"),
        ("1", "男", "01345", "森町", "2020000000", "2020年", "人", "6723"),
        ("2", "女", "01345", "森町", "2020000000", "2020年", "人", "7615"),
    ]
    file = text(tmp_path / "people.csv", rows)
    found = read(file, "国勢調査", dt.date(2020, 10, 1))
    assert (found.people, found.source) == ({MORI: 14_338}, "people.csv")
    message, help_line = refused(file)
    assert "does not say which measure" in message
    assert help_line == "add --measure 住民基本台帳 --date 2026-01-01"


def test_a_preliminary_count_has_a_measure_of_its_own(tmp_path: Path) -> None:
    rows: Rows = [
        ["令和７年国勢調査 人口速報集計結果"],
        ["地域", "", "人口"],
        ["01345_森町", "", 12_852],
    ]
    found = read(one_sheet(tmp_path, rows))
    assert (found.measure, found.date) == ("国勢調査速報", dt.date(2025, 10, 1))
    assert found.people == {MORI: 12_852}


def test_the_register_with_years_over_two_rows_and_what_is_not_published(tmp_path: Path) -> None:
    rows = register(REGISTER, year="令和6年")
    rows.insert(2, [None, None, None, *["2024年"] * 4, *["2023年"] * 3])
    rows[-2][3:7] = ["***"] * 4
    found = read(one_sheet(tmp_path, rows))
    assert (found.date, found.people) == (dt.date(2024, 1, 1), {MORI: 13_000, OFUNATO: 32_000})


def test_the_main_results_of_a_census_with_its_earlier_figures(tmp_path: Path) -> None:
    rows: Rows = [
        ["令和２年国勢調査　都道府県・市区町村別の主な結果"],
        [
            "",
            "",
            "総人口（男女別）",
            "",
            "",
            "2015年（平成27年）の人口（組替）",
            "5年間の人口増減数",
        ],
        [
            "都道府県名",
            "都道府県・市区町村名",
            "総数【人】",
            "男【人】",
            "女【人】",
            "【人】",
            "【人】",
        ],
        ["00_全国", "00000_全国", 9, 4, 5, 10, -1],
        ["01_北海道", "01100_札幌市", 9, 4, 5, 10, -1],
        ["01_北海道", "01101_札幌市中央区", 9, 4, 5, 10, -1],
        ["01_北海道", "01345_森町", "14,338", "6,723", "7,615", "15,947", "-1,609"],
        ["03_岩手県", "03203_大船渡市", 34_728, 16_785, 17_943, 38_058, -3_330],
    ]
    found = read(one_sheet(tmp_path, rows))
    assert (found.date, found.people) == (
        dt.date(2020, 10, 1),
        {MORI: 14_338, OFUNATO: 34_728},
    )
