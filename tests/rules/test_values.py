"""What a mistaken value means: only where it has one meaning, and then as it is to be written."""

from __future__ import annotations

import datetime as dt
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from banso_cli.reading.folder import read_roster
from banso_cli.rules import check
from banso_cli.rules.shape.values import (
    Meant,
    is_unknown,
    meant_day,
    meant_number,
    meant_truth,
    no_such_day,
)
from tests.conftest import BASE

DAYS = {
    "2025-01-01": [
        *(
            "令和7年1月1日",
            "R7.1.1",
            "r7.1.1",
            "令和７年１月１日",
            "R7/1/1",
            "Ｒ７．１．１",
            "令和七年一月一日",
        ),
        *("2025/1/1", "2025.1.1", "2025年1月1日", "20250101", "２０２５－０１－０１", "2025-1-1"),
        *("２０２５年１月１日", "2025年 1月 1日", "2025‐01‐01", "2025−01−01", "2025ー01ー01"),
        *("2025年1月1日（水）", "2025年1月1日水曜日", "2025-01-01 00:00:00", "2025/01/01"),
    ],
    "2019-05-01": ["令和元年5月1日", "令和1年5月1日", "R1.5.1", "㋿元年5月1日"],
    "2019-04-30": ["平成31年4月30日", "H31.4.30"],
    "1989-01-07": ["昭和64年1月7日", "S64.1.7"],
    "2025-12-31": ["令和七年十二月三十一日", "2025年12月31日"],
}


@pytest.mark.parametrize(("day", "text"), [(day, text) for day in DAYS for text in DAYS[day]])
def test_a_day_is_told_as_it_is_to_be_written(day: str, text: str) -> None:
    assert meant_day(text) == Meant(day)
    assert no_such_day(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "1/1/2025",
        "25/1/1",
        "2025年1月",
        "1月1日",
        "昨日",
        "2026-04-01 12:30:00",
        "2025",
        "令和7年度",
    ],
)
def test_what_may_be_several_days_or_none_is_not_guessed(text: str) -> None:
    assert meant_day(text) is None
    assert no_such_day(text) == ""


def test_a_day_of_another_weekday_is_not_sure() -> None:
    assert meant_day("2025年1月1日（木）") == Meant("2025-01-01", is_sure=False)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2027-02-30", "2027-02 は28日までです。日を直してください"),
        ("2027年2月30日", "2027-02 は28日までです。日を直してください"),
        ("20270431", "2027-04 は30日までです。日を直してください"),
        ("2027-04-00", "2027-04 は30日までです。日を直してください"),
        ("2027-13-01", "月は 01 から 12 までです。月を直してください"),
        ("2027-00-01", "月は 01 から 12 までです。月を直してください"),
        ("0000-01-01", "年は1年からです。年を直してください"),
        ("平成31年5月1日", "その日はその元号の期間ではありません。元号か年を直してください"),
        ("令和1年4月30日", "その日はその元号の期間ではありません。元号か年を直してください"),
    ],
)
def test_a_day_that_does_not_exist_is_told_with_the_reason(text: str, reason: str) -> None:
    assert meant_day(text) is None
    assert no_such_day(text) == reason


NUMBERS = {
    "34728": [
        *(
            "34,728",
            "３４７２８",
            "34728人",
            "3万4728",
            "３４，７２８人",
            "34_728",
            "三万四千七百二十八",
        ),
        *("3万4,728人", "三四七二八", "34728.0", "3万4千7百2十8", "３万４７２８名"),
    ],
    "2": ["第2期", "第二期", "2期", "２", "二", "第2回", "2名", "2チーム"],
    "12": ["十二", "12回目", "第12番", "12歳"],
    "100000": ["10万", "十万", "100,000"],
    "123456789": ["1億2345万6789", "123,456,789"],
    "0": ["０", "〇"],
}


@pytest.mark.parametrize(("number", "text"), [(n, text) for n in NUMBERS for text in NUMBERS[n]])
def test_a_number_is_told_as_it_is_to_be_written(number: str, text: str) -> None:
    assert meant_number(text, "number") == Meant(number)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "-1",
            "+1",
            "1.5",
            "3.5万",
            "約3万",
            "34.728",
            "34,72",
            "1,2",
            "1234,567",
            "3万以上",
            "人",
            "",
            "1e3",
        ),
        *(
            "0x1F",
            "十千",
            "万",
            "3万2億",
            "百二百",
            "二三百一二三",
            "1万2万",
            "10,000,00",
            "1000万100000",
        ),
        *("12 13", "9" * 16, "九" * 16, "五1"),
    ],
)
def test_what_may_be_several_numbers_or_none_is_not_guessed(text: str) -> None:
    assert meant_number(text, "number") is None


def test_blanks_between_digits_and_zeros_before_them_are_not_sure() -> None:
    assert meant_number("34 728", "number") == Meant("34728", is_sure=False)
    assert meant_number("034728", "number") == Meant("34728", is_sure=False, is_guess=True)


@pytest.mark.parametrize(
    ("text", "wanted", "meant"),
    [
        ("83%", "percent", "83"),
        ("８３．５％", "percent", "83.5"),
        ("83 パーセント", "percent", "83"),
        ("191%", "percent", None),
        ("八割", "percent", None),
        ("北緯39.08度", "degrees", "39.08"),
        ("東経141.7", "degrees", "141.7"),
        ("３９．０８", "degrees", "39.08"),
        ("北緯39度4分", "degrees", None),
        ("令和8年度", "year", "2026"),
        ("令和元年度", "year", "2019"),
        ("R8", "year", "2026"),
        ("２０２６年度", "year", "2026"),
        ("2026年", "year", "2026"),
        ("来年度", "year", None),
    ],
)
def test_percentages_degrees_and_years(text: str, wanted: str, meant: str | None) -> None:
    assert meant_number(text, wanted) == (meant and Meant(meant))


@pytest.mark.parametrize("text", ["はい", "yes", "Ｙｅｓ", "TRUE", "on", "y"])
def test_what_says_yes_is_true(text: str) -> None:
    assert meant_truth(text) == Meant("true")


def test_what_says_no_is_false_and_nothing_else_is_guessed() -> None:
    assert meant_truth("いいえ") == meant_truth("No") == Meant("false")
    assert meant_truth("公開") is None


@pytest.mark.parametrize(
    "text", ["不明", "未定", "なし", "無し", "-", "―", "？", "N/A", "none", " 未定 "]
)
def test_what_says_that_nothing_is_known(text: str) -> None:
    assert is_unknown(text)
    assert not is_unknown(f"{text}1")


@given(st.dates(dt.date(2019, 5, 1), dt.date(2099, 12, 31)))
def test_every_day_of_the_era_is_found_however_it_is_written(day: dt.date) -> None:
    year = day.year - 2018
    for text in (
        f"令和{'元' if year == 1 else year}年{day.month}月{day.day}日",
        f"R{year}.{day.month}.{day.day}",
        f"{day.year}/{day.month}/{day.day}",
        day.strftime("%Y%m%d"),
    ):
        assert meant_day(text) == Meant(day.isoformat())


@given(st.integers(0, 10**9))
def test_every_number_is_found_with_its_separators(number: int) -> None:
    assert meant_number(f"{number:,}人", "number") == Meant(str(number))
    if number >= 10_000:
        assert meant_number(f"{number // 10_000:,}万{number % 10_000}", "number") in {
            Meant(str(number)),
            None if number >= 10**8 else Meant(str(number)),
        }


@given(st.text(max_size=12))
def test_whatever_is_written_nothing_breaks(text: str) -> None:
    for wanted in ("number", "year", "percent", "degrees"):
        meant_number(text, wanted)
    assert meant_day(text) is None or not no_such_day(text)
    meant_truth(text)


def test_keys_in_the_place_of_a_list_of_names_are_told(tmp_path: Path) -> None:
    roster = shutil.copytree(BASE, tmp_path / "roster")
    file = next((roster / "teams" / "2").glob("462039*.yaml"))
    lines = [line for line in file.read_text("utf-8").splitlines() if not line.startswith("themes")]
    file.write_text("\n".join([*lines, "themes: {環境: {a: b}}"]) + "\n", "utf-8")
    found = [each for each in check(read_roster(roster)) if each.rule == "wrong-shape"]
    assert [each.help for each in found] == [
        "一つごとに行を改めて「- 」を付けるか、[…, …] と書いてください"
    ]
