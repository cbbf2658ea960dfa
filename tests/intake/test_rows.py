"""Rows that are added, taken out, missing, moved, or of somebody's own."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from banso_cli.intake.editable.coming_back.reading import read_editable
from tests.intake.editing_by_hand import (
    AWKWARD,
    KAHOKU,
    KANOYA,
    MORI,
    NAGISO,
    OFUNATO,
    ByHand,
    back,
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


def test_missing_rows_and_sheets_take_nothing_out(hand: ByHand) -> None:
    hand.book["支援官"].delete_rows(3, 2)
    hand.book["チーム"].delete_rows(2)
    del hand.book["出典"]
    found = hand.taken_back(None)
    assert (found.changes, found.findings) == ((), ())
    assert found.edited.missing == {"チーム": 1, "支援官": 2}


def test_rows_and_columns_stand_where_they_like(hand: ByHand) -> None:
    page = hand.book["活動"]
    hand.write("活動", f"{OFUNATO}#2", 内容="視察")
    hand.add("活動", チーム="森町", **VISIT)
    rows = [[cell.value for cell in row] for row in page.iter_rows()]
    head, *body = [[*reversed(row)] for row in rows]
    without = head.index("次の予定")
    moved: list[list[Any]] = [["第2期の活動"], [], head, *reversed(body)]
    for number, row in enumerate(moved, 1):
        for at, value in enumerate(row):
            kept = None if at == without else value
            page.cell(number, at + 1).value = "私の列" if value == "次の予定" else kept
        page.row_dimensions[number].hidden = number % 2 == 0
    found = hand.taken_back(None)
    assert found.findings == ()
    assert {each.record for each in found.changes} == {MORI, OFUNATO}


def test_titles_between_the_rows_and_heads_once_more_do_not_matter(hand: ByHand) -> None:
    page = hand.book["チーム"]
    page.insert_rows(3, 2)
    page.cell(3, 1).value = "■ 東北"
    page.cell(4, 4).value = "（ここから東北）"
    hand.book["支援テーマ"].insert_rows(5)
    hand.book["支援テーマ"].cell(5, 2).value = "（ここから東北）"
    for at, cell in enumerate(page[1], 1):
        page.cell(page.max_row + at // 99 + 1 if at == 1 else page.max_row, at).value = cell.value
    found = hand.taken_back(None)
    assert (found.changes, found.findings) == ((), ())


def test_a_column_of_ones_own_is_told_and_not_read(hand: ByHand) -> None:
    page = hand.book["チーム"]
    page.cell(1, 20).value = "備考"
    page.cell(2, 20).value = "要確認"
    (own,) = [s.others for s in read_editable(hand.data, "a.xlsx").sheets if s.others]
    assert own == ("備考",)


def test_an_id_that_stands_twice_or_is_unknown_is_told(hand: ByHand) -> None:
    row = hand.add("活動", ID=f"{OFUNATO}#2", **VISIT)
    other = hand.add("活動", ID="teams/2/999999-nowhere#1", **VISIT)
    assert hand.told() == {
        hand.place("活動", row, "ID"): "同じ ID が A3 にもあります",
        hand.place("活動", other, "ID"): (
            "ID「teams/2/999999-nowhere#1」の行は、書き出したときにありません"
        ),
    }


def test_a_row_that_lost_its_id_is_no_new_row(hand: ByHand) -> None:
    hand.cell("活動", f"{OFUNATO}#1", "ID").value = None
    assert hand.told() == {"活動!A2": "このチームには同じ行がすでにあります"}


def test_a_row_that_is_added_twice_is_told(hand: ByHand) -> None:
    for named in ("森町", "01"):
        row = hand.add("活動", チーム=named, **VISIT)
    assert hand.told() == {hand.place("活動", row, "ID"): "このチームには同じ行がすでにあります"}


def test_cells_that_were_sorted_without_their_ids_are_told(hand: ByHand) -> None:
    page = hand.book["チーム"]
    first, second = ([cell.value for cell in page[row]][1:] for row in (2, 3))
    for row, values in ((2, second), (3, first)):
        for at, value in enumerate(values, 2):
            page.cell(row, at).value = value
    assert hand.told() == {
        "チーム!E2": "「大船渡市」の行ですが、ID は別のチームのものです",
        "チーム!E3": "「森町」の行ですが、ID は別のチームのものです",
    }


def test_what_is_worked_out_is_not_read(hand: ByHand) -> None:
    place = hand.write("チーム", MORI, 都道府県="青森県")
    found = hand.taken_back(None)
    assert (found.changes, found.findings) == ((), ())
    assert found.edited.ignored == [place]


def test_heads_that_are_gone_or_there_twice_are_told(hand: ByHand) -> None:
    hand.cell("活動", 1, "ID").value = None
    hand.cell("支援官", 1, "役割").value = "役職"
    assert hand.told() == {
        "支援官!F1": "列「役職」が二つあります",
        "活動!A1": "見出し「ID」の行が見つかりません",
    }


def test_the_numbers_of_seats_stay_those_of_the_members(hand: ByHand) -> None:
    file = hand.roster / f"{OFUNATO}.yaml"
    text = file.read_text("utf-8")
    members = text[text.index("  - {agency: 環境省") : text.index("activities:")]
    first = text[text.index("  # 一人目") : text.index("  - {agency: 環境省")]
    file.write_text(text.replace(first + members, members + first), encoding="utf-8")
    marked = hand.write("活動", f"{OFUNATO}#1", 席1="○")
    row = hand.add("活動", チーム="大船渡市", 席1="○", **VISIT)
    message = "書き出した後に、台帳でこのチームの席が変わっています"
    assert hand.told() == {marked: message, hand.place("活動", row, "席1"): message}


@pytest.mark.parametrize("record", [KANOYA, NAGISO])
def test_gender_track_and_age_stay_with_their_seat(hand: ByHand, record: str) -> None:
    hand.write("支援官", f"{record}#1", 役職="係長級")
    text = (hand.roster / f"{record}.yaml").read_text("utf-8")
    changes = [*lines_changed(text, hand.texts()[record])]
    assert [each[0] for each in changes] == ["-", "+"] or changes == ["+    rank: 係長級"]


def test_a_workbook_is_read_as_it_was_written(made: bytes, hand: ByHand) -> None:
    found = back(made, hand.roster)
    assert (found.changes, found.findings, found.edited.missing) == ((), (), {})
