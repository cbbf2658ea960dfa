"""Names of a printed list: found in other letters, for municipalities, bodies and ranks alike."""

from __future__ import annotations

import pytest

from banso_cli.intake.official_names import OfficialNames
from banso_cli.records.fields.names import AGENCY, RANK
from tests.statistics.rosters import real

NAMES = OfficialNames(real())


@pytest.mark.parametrize(
    ("printed", "name", "kept"),
    [
        ("国土交通省", "国土交通省", None),
        ("国\u2f1f交通省", "国土交通省", None),  # the source shows 土; the code is the file's
        ("ﾃﾞｼﾞﾀﾙ庁", "デジタル庁", None),
        ("經濟産業省", "経済産業省", "經濟産業省"),
        ("子ども家庭庁", "こども家庭庁", "子ども家庭庁"),
    ],
)
def test_a_body_is_found_in_other_letters(printed: str, name: str, kept: str | None) -> None:
    found = NAMES.find(AGENCY, printed)
    assert found is not None
    assert (found.what, found.printed) == (name, kept)


@pytest.mark.parametrize(
    ("printed", "name", "kept"),
    [
        ("課⾧級", "課長級", None),
        ("企画官･室長級", "企画官・室長級", None),
        ("室長級", "企画官・室長級", "室長級"),
    ],
)
def test_a_rank_is_found_in_other_letters(printed: str, name: str, kept: str | None) -> None:
    found = NAMES.find(RANK, printed)
    assert found is not None
    assert (found.what, found.printed) == (name, kept)


@pytest.mark.parametrize(
    ("printed", "name", "kept"),
    [
        ("岩\u2f3f県\u2f24船渡市", "大船渡市", None),
        ("長野県南木曾町", "南木曽町", "南木曾町"),
        ("長野県駒ケ根市", "駒ヶ根市", "駒ケ根市"),
    ],
)
def test_a_municipality_is_found_in_other_letters(
    printed: str, name: str, kept: str | None
) -> None:
    found = NAMES.municipality(printed)
    assert found is not None
    assert (found.what.name, found.printed) == (name, kept)


def test_what_no_list_has_is_none_and_told_with_what_to_do() -> None:
    assert NAMES.find(AGENCY, "建設省") is None
    assert NAMES.find(RANK, "係員級") is None
    assert NAMES.municipality("北海道鵡川町") is None
    assert NAMES.refusal(AGENCY, "建設省").help == "did you mean: 国土交通省 (successor of 建設省)"
    assert NAMES.refusal(AGENCY, "林野庁").help == "add it to agencies.yaml, with its kind"
    assert NAMES.municipality_help("北海道鵡川町") == "did you mean: 北海道むかわ町"
    unknown = "write its name of today, or add its file to municipalities/"
    assert NAMES.municipality_help("京都府京北町") == unknown
    assert NAMES.municipality_help("津島市") == unknown
    added = "add municipalities/224618-….yaml (静岡県森町)"
    assert NAMES.municipality_help("静岡県森町") == added
    both = "write one of: 北海道森町, 静岡県森町"
    assert NAMES.municipality_help("森町") == both
