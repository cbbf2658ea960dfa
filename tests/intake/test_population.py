"""Tables of population as they are published, and what is refused of them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from banso_cli.files.failure import Failure
from banso_cli.intake.next_period.population import Population, read_population
from banso_cli.intake.next_period.stated import Stated
from tests.intake.sheets import Rows, register, text, workbook

pytestmark = pytest.mark.usefixtures("_english")

MORI, NIKI, OFUNATO = "013455", "014079", "032034"
CODES = {MORI, NIKI, OFUNATO}
NEW_YEAR = dt.date(2027, 1, 1)
REGISTER = {
    MORI: ("北海道", "森町", 13_000),
    NIKI: ("北海道", "仁木町", "-"),
    OFUNATO: ("岩手県", "大船渡市", 32_000),
}


def read(file: Path, measure: str | None = None, date: dt.date | None = None) -> Population:
    """Read a file of which the user says this."""
    return read_population(file, Stated(measure, date), CODES)


def refused(file: Path, measure: str | None = None, date: dt.date | None = None) -> tuple[str, str]:
    """Return why a file is refused, and what to do about it."""
    with pytest.raises(Failure) as caught:
        read(file, measure, date)
    (refusal,) = caught.value.refusals
    return refusal.message, refusal.help


def one_sheet(folder: Path, rows: Rows) -> Path:
    return workbook(folder / "people.xlsx", {"Sheet1": rows})


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
