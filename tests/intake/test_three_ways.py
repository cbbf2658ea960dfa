"""Exported, edited, and the roster of today: what has changed since is never written over."""

from __future__ import annotations

import pytest

from tests.intake.editing_by_hand import KAHOKU, MORI, OFUNATO, STATUS, ByHand, back


def edit(hand: ByHand, record: str, old: str, new: str) -> str:
    """Edit a file of the roster, as somebody else does meanwhile."""
    file = hand.roster / f"{record}.yaml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    return text.replace(old, new)


def test_what_changed_in_the_roster_alone_stays(hand: ByHand) -> None:
    edit(hand, MORI, "status: continuing", "status: new")
    assert hand.texts() == {}


def test_both_may_have_changed_other_values(hand: ByHand) -> None:
    text = edit(hand, OFUNATO, "顔合わせ", "初の顔合わせ")
    hand.write("活動", f"{OFUNATO}#2", 内容="視察")
    after = hand.texts()[OFUNATO]
    assert after == text.replace("    number: 1\n", "    number: 1\n    subject: 視察\n")


def test_both_may_have_changed_a_value_alike(hand: ByHand) -> None:
    edit(hand, MORI, "rank: 課長級", "rank: 係長級")
    hand.write("支援官", f"{MORI}#1", 役職="係長級")
    assert hand.texts() == {}


def test_a_value_that_changed_in_both_is_refused_with_both(hand: ByHand) -> None:
    edit(hand, MORI, "status: continuing\n", "")
    edit(hand, OFUNATO, "date: 2026-06-19", "date: 2026-06-18")
    status = hand.write("チーム", MORI, **{STATUS: "新規"})
    day = hand.write("活動", f"{OFUNATO}#2", 日="2026-06-20")
    start = "書き出した後、台帳でもブックでも変わっています: 書き出したとき"
    assert hand.told() == {
        status: f"{start}「継続」、今の台帳「」、ブック「新規」",
        day: f"{start}「2026-06-19」、今の台帳「2026-06-18」、ブック「2026-06-20」",
    }
    assert hand.taken_back().changes == ()


def test_an_entry_is_found_where_others_were_put_before_it(hand: ByHand) -> None:
    new = "activities:\n  - {kind: talk, date: 2026-04-02}\n"
    text = edit(hand, OFUNATO, "activities:\n", new)
    hand.write("活動", f"{OFUNATO}#2", 内容="視察")
    hand.write("支援テーマ", f"{OFUNATO}#3", テーマ="観光")
    after = hand.texts()[OFUNATO]
    expected = text.replace("    number: 1\n", "    number: 1\n    subject: 視察\n")
    expected = expected.replace("[ 産業振興,  環境 ]", "[産業振興, 環境, 観光]")
    assert after == f"{expected}  - title: 市のページ\n    of: [themes]\n"


def test_a_theme_is_added_behind_those_that_came_since(hand: ByHand) -> None:
    edit(hand, KAHOKU, "members:", "themes: [環境]\nmembers:")
    hand.write("支援テーマ", f"{KAHOKU}#2", テーマ="観光")
    assert "themes: [環境, 観光]\n" in hand.texts()[KAHOKU]


@pytest.mark.parametrize("gone", ["entry", "file", "fault"])
def test_what_is_gone_from_the_roster_is_told(hand: ByHand, gone: str) -> None:
    place = hand.write("活動", f"{OFUNATO}#2", 内容="視察")
    if gone == "file":
        (hand.roster / f"{OFUNATO}.yaml").unlink()
    elif gone == "fault":
        edit(hand, OFUNATO, "number: 2  # 番号", "number: 2\nnubmer: 2")
    else:
        text = (hand.roster / f"{OFUNATO}.yaml").read_text("utf-8")
        edit(
            hand, OFUNATO, text[text.index("  # 訪問") : text.index("sources:\n  - title: 試")], ""
        )
    assert hand.told() == {
        place: f"この行の内容は {OFUNATO}.yaml からなくなっているか、そのファイルに誤りがあります"
    }


def test_a_workbook_of_which_nothing_came_back_changes_nothing(hand: ByHand) -> None:
    (hand.roster / f"{OFUNATO}.yaml").unlink()
    assert back(hand.data, hand.roster).findings == ()


def test_an_edit_of_one_member_is_not_taken_for_who_came_later(hand: ByHand) -> None:
    edit(
        hand,
        OFUNATO,
        "{agency: 環境省, rank: 補佐級}",
        "{agency: 財務省, rank: 補佐級, since: 2026-07-01}",
    )
    place = hand.write("支援官", f"{OFUNATO}#2", 役職="係長級")
    assert hand.told() == {place: "書き出した後に、台帳でこのチームの席が変わっています"}
