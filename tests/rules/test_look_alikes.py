"""Letters that look like ordinary ones: found where they are certainly meant, and put right."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from banso_cli.reference.letters import old_letters, radicals, readings
from banso_cli.text.meaning import as_meant, folded, in_other_letters, look_alikes, ordinary


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("\u2ee9\u2fa6\u2f63\u2ea0", "黄金生民"),
        ("\u2ed1\u2ed8\u2ec4\u2fbc", "長青西高"),
        ("\u2f38前市、神\u2f3e市、\u2fca\u2f65", "弓前市、神戸市、黒田"),
        ("We\u0431b", "We\u0431b"),  # б looks like no Latin letter
        ("W\u0435b", "Web"),
        ("\u0435-Tax", "e-Tax"),
        ("\u0410-\u0412", "\u0410-\u0412"),
        ("\u0421IO", "CIO"),
        ("\u039dTT", "NTT"),
        ("\u0421\u041e", "\u0421\u041e"),  # a word of Cyrillic letters only
        ("k\u03a9", "k\u03a9"),
        ("移住\u00b7定住", "移住・定住"),
        ("A\u00b7B", "A\u00b7B"),
        ("\u2e80", "\u2e80"),  # a radical without an ordinary letter
        ("総務省", "総務省"),
    ],
)
def test_look_alikes_are_the_ordinary_letters(text: str, meant: str) -> None:
    assert ordinary(text) == meant
    assert as_meant(text) == meant
    assert bool(look_alikes(text)) == (text != meant)


def test_every_radical_has_its_ordinary_letter() -> None:
    assert len(radicals()) == 328
    for radical, letter in radicals().items():
        assert 0x2E80 <= ord(radical) <= 0x2FD5
        assert len(letter) == 1
        assert unicodedata.name(letter).startswith("CJK UNIFIED IDEOGRAPH")
        by_unicode = unicodedata.normalize("NFKC", radical)
        assert by_unicode in {radical, letter} or folded(by_unicode) == folded(letter)


def test_old_letters_lead_to_the_letter_of_today_at_once() -> None:
    letters = old_letters()
    assert not set(letters) & set(letters.values())
    for old, letter in zip("經總產濟內圖鐵會邊澤", "経総産済内図鉄会辺沢", strict=True):
        assert letters[old] == letter


def test_readings_are_in_hiragana() -> None:
    assert readings()["振"] == ("ふる", "ふるう", "ふり", "しん")
    for known in readings().values():
        assert known
        assert all("ぁ" <= kana <= "ゖ" for reading in known for kana in reading)


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("国土交通省", "国土交通省"),
        ("國土交通省", "国土交通省"),
        ("国\u2f1f交通省", "国土交通省"),
        ("国土 交通\n省", "国土交通省"),
        ("デジタル庁", "デジタル庁"),
        ("デジ夕ル廳", "デジタル庁"),  # 夕 for タ
        ("テ゛シ゛タル庁", "デジタル庁"),
        ("ＤＡ", "デジタル庁"),
        ("国交省", ""),
        ("鹿島市", "鹿島市"),  # the very letters come before others that are alike
        ("鹿嶋\ufe00市", ""),
        ("", ""),
    ],
)
def test_a_name_in_other_letters_is_that_name(name: str, meant: str) -> None:
    known = ("国土交通省", "デジタル庁", "鹿島市", "鹿嶋市")
    assert in_other_letters(name, known, {"DA": "デジタル庁"}) == meant


@given(st.text(max_size=12))
def test_folding_and_meaning_are_settled_after_once(text: str) -> None:
    assert ordinary(ordinary(text)) == ordinary(text)
    assert len(ordinary(text)) == len(text)
