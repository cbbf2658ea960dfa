"""A changed status or theme is not taken without its source, which is asked for once."""

from __future__ import annotations

import pytest

from banso_cli.records.fields.record import Source
from tests.intake.editing_by_hand import KAHOKU, MORI, NAGISO, OFUNATO, STATUS, ByHand

ALL = "変更したすべてのチーム"


def change(hand: ByHand) -> str:
    """Change a status and themes; return the first cell that changed."""
    first = hand.write("チーム", NAGISO, **{STATUS: "継続"})
    hand.write("支援テーマ", f"{KAHOKU}#1", テーマ="観光")
    hand.write("支援テーマ", f"{NAGISO}#2", テーマ="観光")
    return first


def test_the_source_is_asked_for_once(hand: ByHand) -> None:
    change(hand)
    (finding,) = hand.taken_back(None).findings
    assert finding.message == "継続・新規または支援テーマを変えた 2 チームの出典がありません"
    assert ALL in finding.help


def test_one_row_is_the_source_of_all_that_changed(hand: ByHand) -> None:
    change(hand)
    hand.write("活動", f"{OFUNATO}#2", 内容="視察")
    hand.add("出典", チーム=ALL, 資料名="市のページ", 対象="継続・新規、テーマ")
    texts = hand.texts(None)
    assert texts[KAHOKU].count("  - title: 市のページ\n    of: [themes]\n") == 1
    assert texts[NAGISO].count("  - title: 市のページ\n    of: [status, themes]\n") == 1
    assert "市のページ" not in texts[OFUNATO]


def test_a_row_of_a_team_is_the_source_of_that_team(hand: ByHand) -> None:
    change(hand)
    hand.add("出典", チーム="河北町", 資料名="町の記事", 対象="テーマ", 資料の日付="令和8年5月1日")
    hand.add("出典", チーム="南木曽町", 資料名="町の広報")
    texts = hand.texts(None)
    assert "  - title: 町の記事\n    date: 2026-05-01\n    of: [themes]\n" in texts[KAHOKU]
    assert texts[NAGISO].endswith("  - title: 町の広報\n")


def test_a_source_about_something_else_is_none(hand: ByHand) -> None:
    hand.write("支援テーマ", f"{KAHOKU}#1", テーマ="観光")
    hand.add("出典", チーム="河北町", 資料名="町の記事", 対象="継続・新規")
    assert len(hand.told(None)) == 1


def test_another_day_or_note_makes_no_source_of_it(hand: ByHand) -> None:
    hand.write("支援テーマ", f"{KAHOKU}#1", テーマ="観光")
    hand.write("出典", f"{KAHOKU}#1", 資料の日付="2026-05-01", 注="2ページ")
    assert len(hand.told(None)) == 1
    hand.write("出典", f"{KAHOKU}#1", 資料名="町の記事")
    assert hand.told(None) == {}


def test_a_source_of_the_command_line_stands_for_the_rest(hand: ByHand) -> None:
    change(hand)
    hand.add("出典", チーム="河北町", 資料名="町の記事", 対象="テーマ")
    source = Source(title="市のページ", url="https://example.jp/")
    texts = hand.texts(source)
    assert "市のページ" not in texts[KAHOKU]
    cited = "  - title: 市のページ\n    url: https://example.jp/\n    of: [status, themes]\n"
    assert texts[NAGISO].endswith(cited)


def test_a_source_that_is_there_stands_for_more(hand: ByHand) -> None:
    hand.write("チーム", OFUNATO, **{STATUS: "新規"})
    row = "  - {title: 市の記事, of: [themes], date: 2026-05-01}  # 確かめた"
    source = Source.model_validate({"title": "市の記事", "date": "2026-05-01"})
    after = next(iter(hand.taken_back(source).changes)).after.decode()
    assert row.replace("[themes]", "[themes, status]") in after


def test_a_source_of_the_whole_file_needs_no_second_entry(hand: ByHand) -> None:
    hand.write("支援テーマ", f"{MORI}#2", テーマ="観光")
    after = hand.texts(Source(title="試験のための一覧"))[MORI]
    assert after.count("title:") == 1


@pytest.mark.parametrize("changed", [True, False])
def test_a_source_for_all_needs_a_change(hand: ByHand, *, changed: bool) -> None:
    row = hand.add("出典", チーム=ALL, 資料名="市のページ", 対象="テーマ")
    if changed:
        hand.write("活動", f"{OFUNATO}#2", 内容="視察")
    assert hand.told(None) == {
        hand.place("出典", row, "チーム"): "この出典の対象を変更したチームがありません"
    }


def test_what_is_taken_out_needs_no_source_and_has_none(hand: ByHand) -> None:
    file = hand.roster / f"{KAHOKU}.yaml"
    sources = "sources:\n  - {title: 記事, of: [status]}\n  - {title: 表, of: [number, status]}\n"
    file.write_text(file.read_text("utf-8").replace("sources:\n", sources), encoding="utf-8")
    hand.write("チーム", KAHOKU, **{STATUS: None})
    after = hand.texts(None)[KAHOKU]
    assert "status" not in after
    assert "sources:\n  - {title: 表, of: [number]}\n  - title: 試験のための一覧\n" in after
