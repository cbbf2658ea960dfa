"""Which municipality a mistaken name means: among all of Japan, and only where it is certain."""

from __future__ import annotations

import pytest

from banso_cli.reference.municipalities import official_municipalities
from banso_cli.rules.codes.municipal_names import meant_municipalities
from banso_cli.text.suggestion import perhaps, proposal
from tests.statistics.rosters import real


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("森町", ["北海道森町", "静岡県森町"]),  # both have this name
        ("静岡県森町", ["静岡県森町"]),  # not in the roster, but its own name
        ("茅部郡森町", ["北海道森町"]),
        ("岩手県滝沢村", ["岩手県滝沢市"]),  # a village that became a city
        ("岩手県大船渡町", ["岩手県大船渡市"]),
        ("静岡県清水市", []),  # now a ward; 清水町 is another
        ("秋田県仙北町", []),  # now in 大仙市; 仙北市 is another
        ("北海道鵡川町", ["北海道むかわ町"]),
        ("愛媛県津島町", []),
        ("京都府京北町", []),
        ("京都府丹波町", []),
        ("石川県能登島町", []),
        ("岩手懸大船渡市", ["岩手県大船渡市"]),
        ("秋田県大船渡市", []),  # another prefecture that exists
        ("長野県野沢温線村", ["長野県野沢温泉村"]),
        ("長野県", []),
        ("", []),
    ],
)
def test_a_name_means_what_is_certain(printed: str, names: list[str]) -> None:
    official = official_municipalities().values()
    found = meant_municipalities(printed, real().municipalities, official)
    assert [each.prefecture + each.name for each in found] == names


def test_one_that_is_not_asked_for_makes_a_slip_uncertain() -> None:
    table = official_municipalities()
    asked = [each for each in table.values() if each.name == "南会津町"]
    assert meant_municipalities("福島県南会律町", asked, ()) == tuple(asked)
    rival = asked[0]._replace(code="000000", name="南会法町", kana="みなみあいほうまち")
    assert meant_municipalities("福島県南会律町", asked, [rival]) == ()


def test_a_help_line_proposes_one_or_lists_those_that_may_be_meant() -> None:
    assert proposal(["北海道森町"]) == "もしかして: 北海道森町"
    both = proposal(["北海道森町", "静岡県森町"])
    assert both == "次のいずれかを書いてください: 北海道森町、静岡県森町"
    assert proposal([]) == ""


def test_a_successor_is_told_as_one() -> None:
    others = {"建設省": "国土交通省", "検察庁": "", "逓信省": "総務省"}
    known = [f"{number}省" for number in range(12)] + ["国土交通省", "警察庁"]
    told = "もしかして: 国土交通省（「建設省」を引き継いだ組織）"
    assert perhaps("建設省", known, {}, others) == told
    assert perhaps("検察庁", known, {}, others) == ""
    assert perhaps("検察丁", known, {}, others) == ""  # nearer to what is not in the list
    assert perhaps("逓信省", known, {}, others) == ""  # its successor is not in the list
