"""What a code can be: of a municipality, a ward, a prefecture, or of one that is no more."""

from __future__ import annotations

import datetime as dt
import runpy
from pathlib import Path

import pytest

from banso_cli.reference import make_municipalities
from banso_cli.reference.codes import (
    abolished_municipalities,
    city_of_ward,
    has_form,
    is_prefecture,
    is_sound,
    is_unlisted,
    may_be_municipal,
)
from banso_cli.reference.municipalities import check_digit, official_municipalities
from banso_cli.reference.prefectures import prefecture_names


def whole(five_digits: str) -> str:
    return five_digits + check_digit(five_digits)


@pytest.mark.parametrize(
    ("first", "last", "city"),
    [
        ("01101", "01110", "札幌市"),
        ("04101", "04105", "仙台市"),
        ("11101", "11110", "さいたま市"),
        ("12101", "12106", "千葉市"),
        ("14101", "14118", "横浜市"),
        ("14131", "14137", "川崎市"),
        ("14151", "14153", "相模原市"),
        ("15101", "15108", "新潟市"),
        ("22101", "22103", "静岡市"),
        ("22131", "22140", "浜松市"),  # 中央区, 浜名区, 天竜区 since 2024, after seven others
        ("23101", "23116", "名古屋市"),
        ("26101", "26111", "京都市"),
        ("27102", "27128", "大阪市"),
        ("27141", "27147", "堺市"),
        ("28101", "28111", "神戸市"),
        ("33101", "33104", "岡山市"),
        ("34101", "34108", "広島市"),
        ("40101", "40109", "北九州市"),
        ("40131", "40137", "福岡市"),
        ("43101", "43105", "熊本市"),
    ],
)
def test_the_wards_of_a_designated_city_are_known(first: str, last: str, city: str) -> None:
    for number in range(int(first), int(last) + 1):
        code = whole(f"{number:05}")
        found = city_of_ward(code)
        assert found is not None
        assert found.name == city
        assert is_sound(code)
        assert not may_be_municipal(code)


@pytest.mark.parametrize(
    "code",
    [
        "131016",  # 千代田区: a special ward is a municipality
        whole("13124"),  # after 江戸川区
        "141003",  # 横浜市 itself
        "141305",  # 川崎市 itself, after the wards of 横浜市
        "013455",
        whole("02101"),  # 青森県 has no designated city
        whole("01131"),  # too far behind 札幌市
    ],
)
def test_no_other_code_is_that_of_a_ward(code: str) -> None:
    assert city_of_ward(code) is None


def test_every_official_code_may_be_municipal_and_is_listed() -> None:
    for code in official_municipalities():
        assert may_be_municipal(code)
        assert not is_unlisted(code)
        assert not is_prefecture(code)


def test_the_codes_of_prefectures_are_known() -> None:
    for two_digits in prefecture_names():
        code = whole(f"{two_digits}000")
        assert is_prefecture(code)
        assert not may_be_municipal(code)
    assert not is_prefecture(whole("48000"))
    assert not is_prefecture("013455")


@pytest.mark.parametrize("code", ["", "01345", "0134555", "０１３４５５", "01345x", "١٢٣٤٥٦"])
def test_a_code_has_six_half_width_digits(code: str) -> None:
    assert not has_form(code)
    assert not is_sound(code)
    assert not may_be_municipal(code)


def test_a_code_that_none_has_is_unlisted_if_its_check_digit_is_right() -> None:
    assert is_unlisted("019992")
    assert not is_unlisted("019991")


def test_an_abolished_code_is_sound_and_its_successor_official() -> None:
    official = official_municipalities()
    for code, old in abolished_municipalities().items():
        assert code == old.code
        assert is_sound(code)
        assert code not in official
        assert old.successor in official
        assert official[old.successor].code[:2] == code[:2]
        assert dt.date(2010, 1, 1) <= dt.date.fromisoformat(old.abolished)
        assert old.name[-1] in "町村"
        assert not may_be_municipal(code)
        assert city_of_ward(code) is None


def test_a_table_that_cannot_be_put_in_its_place_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_self: Path, _target: Path) -> None:
        raise PermissionError

    table = tmp_path / "municipalities.csv"
    table.write_bytes(b"old")
    monkeypatch.setattr(make_municipalities, "TABLE", table)
    monkeypatch.setattr(Path, "replace", refused)
    with pytest.raises(PermissionError):
        make_municipalities.main([])
    assert {file: file.read_bytes() for file in tmp_path.iterdir()} == {table: b"old"}


def test_the_table_is_checked_from_the_command_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.argv", ["make_municipalities", "--check"])
    with pytest.raises(SystemExit, match=r"^0$"):
        runpy.run_path(make_municipalities.__file__, run_name="__main__")
