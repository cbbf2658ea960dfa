"""Rows, columns and heads of the workbook, wherever they stand."""

from __future__ import annotations

from typing import Any

import pytest

from banso_cli.files.failure import Failure
from banso_cli.intake.editable.coming_back.reading import read_editable
from tests.intake.editing_by_hand import (
    KANOYA,
    MORI,
    NAGISO,
    OFUNATO,
    ByHand,
    back,
    lines_changed,
)
from tests.intake.test_rows import VISIT


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


def test_a_title_where_values_are_written_is_told(hand: ByHand) -> None:
    page = hand.book["チーム"]
    page.insert_rows(4)
    page.cell(4, 2).value = "■ 東北"
    found = hand.taken_back()
    assert (found.changes, found.findings) == ((), ())
    assert [*map(str, found.edited.titles)] == ["チーム!B4"]


def test_a_sheet_of_another_name_is_refused(hand: ByHand) -> None:
    hand.write("チーム", MORI, 番号=9)
    hand.book["チーム"].title = "チーム一覧"
    with pytest.raises(Failure) as refused:
        hand.taken_back()
    assert "シート「チーム」がなく、同じ見出しのシート「チーム一覧」があります" in str(
        refused.value
    )
    hand.book["チーム一覧"]["F1"].value = "区分"
    assert read_editable(hand.data, "roster.xlsx").others == ("チーム一覧",)


def test_columns_and_sheets_that_go_or_come_are_told(hand: ByHand) -> None:
    hand.book["チーム"].delete_cols(10)
    hand.book.copy_worksheet(hand.book["チーム"])
    read = read_editable(hand.data, "roster.xlsx")
    assert [each.lacking for each in read.sheets] == [("推定した事項",), (), (), (), ()]
    assert read.others == ("チーム Copy",)
    assert hand.taken_back().changes == ()


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
    assert [*map(str, found.edited.ignored)] == [place]


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
