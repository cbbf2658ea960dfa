"""What is read from a cell, in all the ways in which Excel and people write it."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.intake.editing_by_hand import (
    AWKWARD,
    KAHOKU,
    MORI,
    NAGISO,
    OFUNATO,
    STATUS,
    ByHand,
    lines_changed,
)

MOOD = "このファイルに「気分」という項目はありません"


def changed(hand: ByHand, record: str = OFUNATO) -> list[str]:
    text = (hand.roster / f"{record}.yaml").read_text(encoding="utf-8")
    texts = hand.texts()
    assert set(texts) <= {record}
    return [*lines_changed(text, texts.get(record, text))]


@pytest.mark.parametrize(
    "written",
    [
        dt.datetime(2026, 6, 18),  # noqa: DTZ001 - as Excel has it
        dt.date(2026, 6, 18),
        46191,
        46191.0,
        "46191",
        "2026-06-18",
        "2026/6/18",
        "令和8年6月18日",
        "Ｒ８．６．１８",
        "２０２６年６月１８日",
        " 2026-06-18　",
    ],
)
def test_a_day_in_any_form(hand: ByHand, written: object) -> None:
    hand.write("活動", f"{OFUNATO}#2", 日=written)
    assert changed(hand) == ["-    date: 2026-06-19", "+    date: 2026-06-18"]


@pytest.mark.parametrize(
    ("head", "written", "message"),
    [
        ("日", "6月の末", "「6月の末」は日付ではありません"),
        ("日", "2026-06-31", "「2026-06-31」という日はありません"),
        ("日", dt.datetime(2026, 6, 18, 10, 30), "「2026-06-18T10:30:00」は日付ではありません"),  # noqa: DTZ001
        ("回", "一度目か", "「一度目か」は数ではありません"),
        ("回", dt.datetime(2026, 1, 2), "「2026-01-02」は数ではありません"),  # noqa: DTZ001
        ("形式", "出張", "「出張」はここには書けません"),
        ("席1", "たぶん", "「たぶん」はここには書けません"),
        ("内容", "#REF!", "Excel のエラー値です: #REF!"),
        ("内容", "=1+1", "式の計算結果が保存されていません"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_cell(
    hand: ByHand, head: str, written: object, message: str
) -> None:
    place = hand.write("活動", f"{OFUNATO}#2", **{head: written})
    assert hand.told() == {place: message}


@pytest.mark.parametrize("written", ["３", 3, 3.0, "3回", "第3回", "三"])
def test_a_number_in_any_form(hand: ByHand, written: object) -> None:
    hand.write("活動", f"{OFUNATO}#2", 回=written)
    found = hand.taken_back()
    assert "    number: 3\n" in found.changes[0].after.decode()


@pytest.mark.parametrize("written", ["総務省", "　総務省 ", "総\n務省", "総務省\u200b"])
def test_a_name_is_known_in_other_letters(hand: ByHand, written: str) -> None:
    hand.write("支援官", f"{OFUNATO}#2", 所属府省庁等=written)
    assert changed(hand) == [
        "-  - {agency: 環境省, rank: 補佐級}",
        "+  - {agency: 総務省, rank: 補佐級}",
    ]


def test_an_alias_is_written_as_the_name(hand: ByHand) -> None:
    hand.write("支援テーマ", f"{OFUNATO}#3", テーマ="移住定住")
    assert "+themes: [産業振興, 環境, 移住・定住]  # 二つ" in changed(hand)


def test_an_unknown_name_is_told_with_what_was_meant(hand: ByHand) -> None:
    place = hand.write("支援テーマ", f"{OFUNATO}#3", テーマ="産業振輿")
    (finding,) = hand.taken_back().findings
    assert (str(finding.place), finding.help) == (place, "もしかして: 産業振興")


@pytest.mark.parametrize("written", ["新規", "新規支援", "new"])
def test_a_choice_by_its_word(hand: ByHand, written: str) -> None:
    hand.write("チーム", OFUNATO, **{STATUS: written})
    after = hand.taken_back().changes[0].after.decode()
    assert "status:   new\n" in after


@pytest.mark.parametrize("written", ["○", "〇", "◯", "o", "1", 1, True, "✓", "出席"])
def test_a_mark_by_any_sign(hand: ByHand, written: object) -> None:
    hand.write("活動", f"{OFUNATO}#1", 席2=written)
    (old, new) = changed(hand)
    assert old.startswith("-  - {kind: online")
    assert new == (
        "+  - {kind: online, date: 2026-04-30, subject: 顔合わせ, attended: [2]}  # 初回"
    )


@pytest.mark.parametrize("written", [None, "", " ", "　", "×", "-", 0, False])
def test_no_mark_by_any_sign(hand: ByHand, written: object) -> None:
    hand.write("活動", f"{OFUNATO}#2", 席1=written)
    assert changed(hand) == ["-    attended: [1, 2]", "+    attended: [2]"]


@pytest.mark.parametrize("written", [None, "", "　", "未定", "不明", "－"])
def test_a_cleared_cell_takes_the_value_out_and_is_told(hand: ByHand, written: object) -> None:
    hand.write("活動", f"{OFUNATO}#2", 終わりの日=written)
    assert changed(hand) == ["-    until: 2026-06-20"]
    (cell,) = [each for each in hand.taken_back().edited.cells if not each.after]
    assert (cell.column.head, cell.before) == ("終わりの日", "2026-06-20")


def test_a_cell_that_must_hold_something_is_not_cleared(hand: ByHand) -> None:
    places = [
        hand.write("活動", f"{OFUNATO}#2", 日=None),
        hand.write("支援官", f"{OFUNATO}#1", 役職="　"),
        hand.write("チーム", MORI, 番号=None),
    ]
    assert hand.told() == {
        places[2]: "チームに番号がありません [unnumbered-team]",
        places[1]: "「役職」がありません",
        places[0]: "「日」がありません",
    }


def test_lists_have_a_line_for_each_entry(hand: ByHand) -> None:
    hand.write("活動", f"{OFUNATO}#2", 訪問先="役場_x000D_\n\r\n 朝市 \n漁港")
    hand.write("チーム", NAGISO, 推定した事項="国の機関でない所属の者をオフィサーと読んだ\n追記")
    texts = hand.texts()
    assert "      - 役場  # 午前\n      - 朝市\n      - 漁港\n" in texts[OFUNATO]
    assert (
        "assumptions:\n  - 国の機関でない所属の者をオフィサーと読んだ\n  - 追記\n" in texts[NAGISO]
    )


def test_what_a_source_is_about_is_written_in_japanese(hand: ByHand) -> None:
    cell = hand.cell("出典", f"{OFUNATO}#2", "対象")
    assert cell.value == "テーマ"
    cell.value = "継続・新規、テーマ"
    assert changed(hand)[1] == (
        "+  - {title: 市の記事, of: [status, themes], date: 2026-05-01}  # 確かめた"
    )
    cell.value = "気分"
    assert hand.told() == {hand.place("出典", f"{OFUNATO}#2", "対象"): MOOD}


def test_the_printed_form_comes_and_goes(hand: ByHand) -> None:
    hand.write("支援官", f"{OFUNATO}#1", **{"役職（原文）": None})
    hand.write("支援官", f"{OFUNATO}#2", **{"所属（原文）": "環境庁"})
    hand.write("チーム", OFUNATO, **{"市町村名（原文）": "大舩渡市"})
    assert changed(hand) == [
        "-    printed: {rank: 室長級}",
        "-  - {agency: 環境省, rank: 補佐級}",
        "+printed: {municipality: 大舩渡市}",
        "+  - {agency: 環境省, rank: 補佐級, printed: {agency: 環境庁}}",
    ]


def test_the_source_of_an_activity_is_edited_beside_it(hand: ByHand) -> None:
    hand.write("活動", f"{OFUNATO}#1", 出典の資料名="議事の概要")
    hand.write("活動", f"{OFUNATO}#2", **{"出典の資料名": None, "出典の URL": None})
    after = hand.texts()[OFUNATO]
    assert "顔合わせ, sources: [{title: 議事の概要}]}  # 初回" in after
    assert "訪問の報告" not in after


def test_what_only_looks_otherwise_is_no_edit(hand: ByHand) -> None:
    hand.write("チーム", KAHOKU, 番号="３")
    hand.write("支援官", f"{OFUNATO}#2", 役職="補佐級 ")
    hand.write("活動", f"{OFUNATO}#2", 日="令和8年6月19日", 回="1")
    assert hand.texts() == {}


def test_the_comments_and_all_other_lines_stay(hand: ByHand) -> None:
    hand.write("活動", f"{OFUNATO}#1", 内容="顔合わせと説明")
    after = hand.texts()[OFUNATO]
    assert after == AWKWARD.replace("顔合わせ}", "顔合わせと説明}")
