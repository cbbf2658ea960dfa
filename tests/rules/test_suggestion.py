"""もしかして: which known name a mistaken one stands for."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from banso_cli.reference.municipalities import official_municipalities
from banso_cli.reference.prefectures import prefecture_names
from banso_cli.text.meaning import folded
from banso_cli.text.suggestion import closest, one_of, perhaps

PREFECTURES = tuple(prefecture_names().values())
RANKS = ("指定職", "課長級", "企画官・室長級", "補佐級", "係長級")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("南木曾町", "南木曽町"),
        ("駒ケ根市", "駒ヶ根市"),
        ("駒が根市", "駒ヶ根市"),
        ("龍ヶ崎市", "竜ケ崎市"),
        ("髙﨑市", "高崎市"),
        ("葛󠄀城市", "葛城市"),
        ("ＮＴＴ", "ntt"),
        ("ﾃﾞｼﾞﾀﾙ庁", "デジタル庁"),
        (" 国土　交通省\n", "国土交通省"),
        ("テ\u3099シ\u3099タル庁", "デジタル庁"),
    ],
)
def test_variant_letters_width_and_blanks_are_folded(one: str, other: str) -> None:
    assert folded(one) == folded(other)


def test_letters_that_tell_names_apart_are_not_folded() -> None:
    names = {each.name for each in official_municipalities().values()}
    counts = Counter(folded(name) for name in names)
    alike = {name for name in names if counts[folded(name)] > 1}
    assert alike == {"鹿島市", "鹿嶋市"}  # two towns, of which neither is proposed for the other
    assert closest("鹿 嶋 市", alike) == ""


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("補佐", "補佐級"),
        ("課長補佐級", "補佐級"),
        ("室長級", "企画官・室長級"),
        ("課長級 ", "課長級"),
        ("補佐急", "補佐級"),
        ("級補佐", ""),
        ("大臣", ""),
        ("", ""),
    ],
)
def test_the_closest_name_is_proposed_aliases_first(name: str, meant: str) -> None:
    aliases = {"室長級": "企画官・室長級", "課長補佐級": "補佐級"}
    assert closest(name, RANKS, aliases) == meant


@pytest.mark.parametrize("prefecture", PREFECTURES)
def test_a_prefecture_without_its_last_letter_is_that_prefecture(prefecture: str) -> None:
    assert closest(prefecture[:-1], PREFECTURES) == prefecture


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("農水省", "農林水産省"),
        ("国交省", "国土交通省"),
        ("経産省", "経済産業省"),
        ("情報処理推進機構", "独立行政法人情報処理推進機構"),
        ("通信推進機構", ""),  # the first letter is another
        ("水省", ""),
        ("独立機構", ""),  # short for two
    ],
)
def test_what_is_short_for_one_name_is_that_name(name: str, meant: str) -> None:
    bodies = (
        "農林水産省",
        "国土交通省",
        "経済産業省",
        "独立行政法人情報処理推進機構",
        "独立行政法人都市再生機構",
    )
    assert closest(name, bodies) == meant


@given(st.text(max_size=8), st.lists(st.text(min_size=1, max_size=6), max_size=6))
def test_only_known_names_are_proposed(name: str, known: list[str]) -> None:
    assert closest(name, known) in {*known, ""}
    assert closest(name, [*known, name]) in {each for each in (*known, name) if folded(each)} | {""}


def test_the_help_proposes_one_name_or_lists_them_where_they_are_few() -> None:
    assert perhaps("補佐", RANKS) == "もしかして: 補佐級"
    assert perhaps("大臣", RANKS) == (
        "次のいずれかを書いてください: 指定職、課長級、企画官・室長級、補佐級、係長級"
    )
    assert perhaps("大臣", (str(number) for number in range(13))) == ""
    assert one_of([]) == ""
    assert one_of(iter("ab"), most=1) == ""
