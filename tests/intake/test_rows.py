"""Rows that are added, taken out, missing, moved, or of somebody's own."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.intake.editing_by_hand import (
    AWKWARD,
    KAHOKU,
    MORI,
    OFUNATO,
    ByHand,
    lines_changed,
)

VISIT = {"形式": "現地訪問", "日": dt.date(2026, 5, 20), "回": 1}


def test_nothing_edited_is_no_edit(hand: ByHand) -> None:
    found = hand.taken_back(None)
    assert (found.changes, found.findings) == ((), ())


def test_an_activity_comes_where_its_day_belongs(hand: ByHand) -> None:
    hand.add(
        *("活動",),
        チーム="02 岩手県大船渡市",
        形式="座談会",
        日=dt.date(2026, 5, 20),
        席2="○",
        訪問先="公民館",
        出典の資料名="広報",
    )
    after = hand.texts()[OFUNATO]
    new = """\
  - kind: round_table
    date: 2026-05-20
    attended: [2]
    places:
      - 公民館
    sources:
      - title: 広報
"""
    assert after == AWKWARD.replace("  # 訪問\n", f"{new}  # 訪問\n")


@pytest.mark.parametrize(
    "named",
    [
        "01 北海道森町",
        "北海道森町",
        "森町",
        "013455",
        "13455",
        13455,
        "01345",
        1345,
        "1",
        1,
        "０１ 森町",
    ],
)
def test_a_new_row_names_its_team(hand: ByHand, named: object) -> None:
    hand.add("活動", チーム=named, **VISIT)
    assert set(hand.texts()) == {MORI}


@pytest.mark.parametrize("named", ["99 東京都", "東京都", None, "013454"])
def test_a_team_that_is_none_is_told(hand: ByHand, named: object) -> None:
    row = hand.add("活動", チーム=named, **VISIT)
    (place,) = hand.told()
    assert place == hand.place("活動", row, "チーム")


def test_themes_fill_the_free_rows_of_a_team_and_further_ones(hand: ByHand) -> None:
    hand.write("支援テーマ", f"{KAHOKU}#1", テーマ="観光")
    hand.write("支援テーマ", f"{OFUNATO}#3", テーマ="移住・定住")
    hand.add("支援テーマ", チーム="02 岩手県大船渡市", テーマ="観光")
    texts = hand.texts()
    assert "themes: [観光]\n" in texts[KAHOKU]
    assert "themes: [産業振興, 環境, 移住・定住, 観光]  # 二つ\n" in texts[OFUNATO]


def test_a_cleared_row_is_taken_out(hand: ByHand) -> None:
    file = hand.roster / f"{OFUNATO}.yaml"
    text = AWKWARD.replace("  # 初回", "").replace("  # 確かめた", "")
    file.write_text(text, encoding="utf-8")
    for head in ("形式", "日", "内容"):
        hand.write("活動", f"{OFUNATO}#1", **{head: None})
    hand.write("支援テーマ", f"{OFUNATO}#1", テーマ=None)
    hand.write("出典", f"{OFUNATO}#2", 対象="", 資料名="", 資料の日付=None)
    found = hand.taken_back()
    assert [*lines_changed(text, found.changes[0].after.decode())] == [
        "-themes: [ 産業振興,  環境 ]  # 二つ",
        "-  - {kind: online, date: 2026-04-30, subject: 顔合わせ}",
        "-  - {title: 市の記事, of: [themes], date: 2026-05-01}",
        "+themes: [環境]  # 二つ",
        "+  - title: 市のページ",
        "+    of: [themes]",
    ]
    assert found.findings == ()


def test_a_comment_is_not_lost_with_a_row(hand: ByHand) -> None:
    for head in ("形式", "日", "内容"):
        hand.write("活動", f"{OFUNATO}#1", **{head: None})
    assert hand.told() == {
        "活動!D2": f"{OFUNATO}.yaml を書き換えられません: 取り除く項目に注記（#）が付いています"
    }


def test_a_seat_is_neither_taken_out_nor_added(hand: ByHand) -> None:
    hand.write("支援官", f"{MORI}#3", 所属府省庁等=None, 役職=None)
    row = hand.book["支援官"].max_row + 1
    hand.write("支援官", row, 所属府省庁等="総務省", 役職="補佐級")
    assert hand.told() == {
        hand.place("支援官", f"{MORI}#3", "所属府省庁等"): "「所属府省庁等」がありません",
        hand.place("支援官", f"{MORI}#3", "役職"): "「役職」がありません",
        hand.place("支援官", row, "ID"): "このシートには行を加えられません",
    }


def test_a_row_without_an_end_is_told(hand: ByHand) -> None:
    activity = hand.add("活動", チーム="森町", 内容="視察")
    alone = hand.add("活動", チーム="森町")
    source = hand.add("出典", チーム="森町", URL="https://example.jp/")
    assert hand.told() == {
        hand.place("活動", activity, "形式"): "「形式」がありません",
        hand.place("活動", activity, "日"): "「日」がありません",
        hand.place("活動", alone, "チーム"): "チームのほかに何も書かれていません",
        hand.place("出典", source, "資料名"): "「資料名」がありません",
    }
