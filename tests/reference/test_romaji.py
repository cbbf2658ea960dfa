"""Readings in Latin letters, as the committed roster writes them."""

from __future__ import annotations

import re

import pytest

from banso_cli.reading.folder import read_roster
from banso_cli.reference.municipalities import official_municipalities
from banso_cli.reference.romaji import romaji
from tests.commands.running import ROSTER


def test_all_municipalities_of_the_roster_are_read_as_it_writes_them() -> None:
    municipalities = read_roster(ROSTER).municipalities
    assert len(municipalities) >= 103
    for each in municipalities:
        assert romaji(each.name, each.kana) == each.romaji


def test_every_official_municipality_has_a_reading() -> None:
    form = re.compile("[A-Z][a-z]+-(shi|cho|machi|son|mura|ku)")
    readings = [romaji(each.name, each.kana) for each in official_municipalities().values()]
    assert [reading for reading in readings if not form.fullmatch(reading)] == []


@pytest.mark.parametrize(
    ("name", "kana", "reading"),
    [
        ("京都市", "きょうとし", "Kyoto-shi"),
        ("倶知安町", "くっちゃんちょう", "Kutchan-cho"),
        ("札幌市", "さっぽろし", "Sapporo-shi"),
        ("松浦市", "まつうらし", "Matsuura-shi"),
        ("邑楽町", "おうらまち", "Ora-machi"),
        ("滝上町", "たきのうえちょう", "Takinoue-cho"),
        ("上越市", "じょうえつし", "Joetsu-shi"),
        ("瀬戸内市", "せとうちし", "Setouchi-shi"),
        ("高知市", "こうちし", "Kochi-shi"),
        ("豊岡市", "とよおかし", "Toyooka-shi"),
        ("曽於市", "そおし", "Soo-shi"),
        ("周防大島町", "すおうおおしまちょう", "Suooshima-cho"),
        ("新潟市", "にいがたし", "Niigata-shi"),
        ("美瑛町", "びえいちょう", "Biei-cho"),
        ("紋別市", "もんべつし", "Monbetsu-shi"),
        ("小千谷市", "おぢやし", "Ojiya-shi"),
        ("日吉津村", "ひえづそん", "Hiezu-son"),
        ("千代田区", "ちよだく", "Chiyoda-ku"),
        ("十日町市", "とおかまちし", "Tokamachi-shi"),
        ("町田市", "まちだし", "Machida-shi"),
        ("まち", "まち", "Machi"),
        ("町", "まち", "Machi"),
        ("", "", ""),
    ],
)
def test_readings(name: str, kana: str, reading: str) -> None:
    assert romaji(name, kana) == reading
