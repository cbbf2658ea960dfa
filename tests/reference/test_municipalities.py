"""The municipalities agree with JIS X 0402 and with 総務省's counts."""

import re
from collections import Counter
from pathlib import Path

import pytest

from banso_cli.reference import make_municipalities
from banso_cli.reference.municipalities import check_digit, official_municipalities
from banso_cli.reference.prefectures import prefecture_names

DESIGNATED_CITIES = {
    "011002": "札幌市",
    "041009": "仙台市",
    "111007": "さいたま市",
    "121002": "千葉市",
    "141003": "横浜市",
    "141305": "川崎市",
    "141500": "相模原市",
    "151009": "新潟市",
    "221007": "静岡市",
    "221309": "浜松市",
    "231002": "名古屋市",
    "261009": "京都市",
    "271004": "大阪市",
    "271403": "堺市",
    "281000": "神戸市",
    "331007": "岡山市",
    "341002": "広島市",
    "401005": "北九州市",
    "401307": "福岡市",
    "431001": "熊本市",
}


def test_there_are_1741_municipalities_in_the_order_of_their_codes() -> None:
    municipalities = official_municipalities()

    assert len(municipalities) == 1741
    assert list(municipalities) == sorted(municipalities)


def test_no_code_stands_twice_in_the_file() -> None:
    lines = make_municipalities.TABLE.read_text(encoding="utf-8").splitlines()

    assert len({line[:6] for line in lines[1:]}) == len(lines) - 1


def test_cities_towns_villages_and_wards_are_as_many_as_there_are() -> None:
    kinds = Counter(each.name[-1] for each in official_municipalities().values())

    assert kinds == {"市": 792, "町": 743, "村": 183, "区": 23}


def test_every_code_ends_in_its_check_digit() -> None:
    assert all(code == code[:5] + check_digit(code[:5]) for code in official_municipalities())


@pytest.mark.parametrize(
    ("five_digits", "digit"), [("01100", "2"), ("13101", "6"), ("28100", "0"), ("33100", "7")]
)
def test_the_check_digit_follows_the_five_digits(five_digits: str, digit: str) -> None:
    assert check_digit(five_digits) == digit


def test_every_code_begins_with_the_code_of_its_prefecture() -> None:
    names = prefecture_names()

    assert all(
        names[each.code[:2]] == each.prefecture for each in official_municipalities().values()
    )


def test_every_prefecture_has_municipalities() -> None:
    found = {each.prefecture for each in official_municipalities().values()}

    assert found == set(prefecture_names().values())


def test_a_designated_city_stands_once_and_its_wards_do_not() -> None:
    municipalities = official_municipalities()
    wards = {each.prefecture for each in municipalities.values() if each.name.endswith("区")}

    assert {code: municipalities[code].name for code in DESIGNATED_CITIES} == DESIGNATED_CITIES
    assert wards == {"東京都"}


@pytest.mark.parametrize(
    ("code", "county", "name", "kana"),
    [
        ("013455", "茅部郡", "森町", "もりまち"),
        ("014087", "余市郡", "余市町", "よいちちょう"),
        ("072036", "", "郡山市", "こおりやまし"),
        ("103446", "北群馬郡", "榛東村", "しんとうむら"),
        ("133817", "", "三宅村", "みやけむら"),
        ("134015", "", "八丈町", "はちじょうまち"),
        ("212199", "", "郡上市", "ぐじょうし"),
        ("284815", "赤穂郡", "上郡町", "かみごおりちょう"),
        ("341002", "", "広島市", "ひろしまし"),
    ],
)
def test_the_county_is_parted_from_the_name(code: str, county: str, name: str, kana: str) -> None:
    municipality = official_municipalities()[code]

    assert (municipality.county, municipality.name, municipality.kana) == (county, name, kana)


def test_all_towns_and_villages_but_those_of_the_tokyo_islands_have_a_county() -> None:
    without = {
        each.name
        for each in official_municipalities().values()
        if each.name[-1] in "町村" and not each.county
    }

    assert without == {
        *("大島町", "利島村", "新島村", "神津島村", "三宅村"),
        *("御蔵島村", "八丈町", "青ヶ島村", "小笠原村"),
    }


@pytest.mark.parametrize(("code", "name"), [("394050", "梼原町"), ("403440", "須恵町")])
def test_two_names_are_spelled_officially(code: str, name: str) -> None:
    assert official_municipalities()[code].name == name


def test_readings_are_hiragana_and_end_as_their_names_do() -> None:
    endings = {"市": "し", "町": "(まち|ちょう)", "村": "(むら|そん)", "区": "く"}

    assert all(
        re.fullmatch(f"[ぁ-ゖ]+{endings[each.name[-1]]}", each.kana)
        for each in official_municipalities().values()
    )


def test_no_reading_holds_that_of_a_county() -> None:
    assert not [each for each in official_municipalities().values() if "ぐん" in each.kana]


def test_the_file_is_what_the_postal_data_gives() -> None:
    wanted = make_municipalities.table_text().encode()

    assert make_municipalities.TABLE.read_bytes() == wanted


def test_the_check_fails_on_an_old_file_and_leaves_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = tmp_path / "municipalities.csv"
    table.write_bytes(b"old")
    monkeypatch.setattr(make_municipalities, "TABLE", table)

    assert make_municipalities.main(["--check"]) == 1
    assert table.read_bytes() == b"old"


def test_the_file_is_replaced_and_then_passes_the_check(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = tmp_path / "municipalities.csv"
    monkeypatch.setattr(make_municipalities, "TABLE", table)

    assert make_municipalities.main([]) == 0
    assert make_municipalities.main(["--check"]) == 0
    assert list(tmp_path.iterdir()) == [table]
