"""What was assumed goes, or is told, once the workbook decides what it is about."""

from __future__ import annotations

import pytest

from banso_cli.intake.assumptions import OFFICERS, status_by_period_before
from tests.intake.editing_by_hand import KAHOKU, STATUS, ByHand

BY_PERIOD = status_by_period_before(2)["new"]
OTHER = "最後の行は一覧表で市町村名が空欄"


def assuming(hand: ByHand, *texts: str) -> ByHand:
    """Return a new workbook of the roster in which a team has these assumptions."""
    file = hand.roster / f"{KAHOKU}.yaml"
    before, sources, after = file.read_text("utf-8").partition("sources:")
    lines = "".join(f"  - {text}\n" for text in texts)
    file.write_text(f"{before}assumptions:\n{lines}{sources}{after}", encoding="utf-8")
    return ByHand(hand.roster)


@pytest.mark.parametrize("status", ["継続", None])
def test_a_status_that_is_decided_is_assumed_no_more(hand: ByHand, status: str | None) -> None:
    edited = assuming(hand, BY_PERIOD, OTHER)
    place = edited.write("チーム", KAHOKU, **{STATUS: status})
    text = edited.texts()[KAHOKU]
    assert BY_PERIOD not in text
    assert OTHER in text
    assert edited.taken_back().told == (
        f"{place}: 値を直したので、次の推定した事項を消します: {BY_PERIOD}",
    )


def test_a_status_that_stays_is_assumed_as_before(hand: ByHand) -> None:
    edited = assuming(hand, BY_PERIOD)
    edited.write("支援テーマ", f"{KAHOKU}#1", テーマ="観光")
    assert BY_PERIOD in edited.texts()[KAHOKU]
    assert edited.taken_back().told == ()


def test_what_was_assumed_of_members_is_told(hand: ByHand) -> None:
    edited = assuming(hand, OTHER)
    place = edited.write("支援官", f"{KAHOKU}#1", 役職="係長級")
    assert OTHER in edited.texts()[KAHOKU]
    question = "支援官を直しました。次の推定した事項が今も正しいか、確かめてください"
    assert edited.taken_back().told == (f"{place}: {question}: {OTHER}",)
    edited.write("チーム", KAHOKU, 推定した事項="確かめた")
    assert edited.taken_back().told == ()


def test_nobody_is_assumed_to_have_a_role_that_is_cleared(hand: ByHand) -> None:
    edited = assuming(hand, OFFICERS)
    place = edited.write("支援官", f"{KAHOKU}#1", 役職="係長級")
    assert OFFICERS not in edited.texts()[KAHOKU]
    assert edited.taken_back().told == (
        f"{place}: 値を直したので、次の推定した事項を消します: {OFFICERS}",
    )
