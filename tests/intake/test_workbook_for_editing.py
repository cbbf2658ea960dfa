"""The workbook that officials edit: what can be written into, chosen, sorted, and what it hides."""

from __future__ import annotations

import datetime as dt
import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from banso_cli.intake.editable.coming_back.findings import marked
from tests.intake.editing_by_hand import (
    KAHOKU,
    KANOYA,
    NAGISO,
    OFUNATO,
    ByHand,
    back,
    exported,
    roster_in,
)

SHEETS = ["はじめに", "チーム", "支援官", "支援テーマ", "活動", "出典"]


@pytest.fixture(scope="module")
def book(made: bytes) -> Workbook:
    return load_workbook(BytesIO(made))


def test_the_sheets_that_are_seen(book: Workbook) -> None:
    assert [each.title for each in book if each.sheet_state == "visible"] == SHEETS
    assert [each.title for each in book if each.sheet_state == "hidden"] == ["選択肢", "banso"]


def test_the_same_roster_gives_the_same_bytes(made: bytes, tmp_path: Path) -> None:
    assert exported(roster_in(tmp_path)) == made


def test_nothing_of_a_person_is_in_it(made: bytes) -> None:
    with zipfile.ZipFile(BytesIO(made)) as archive:
        text = b"".join(map(archive.read, archive.namelist())).decode()
    assert not re.search("女性|男性|技官|事務官|性別|年齢|gender|track", text)


def test_what_tells_of_a_person_does_not_change_what_is_remembered(
    made: bytes, tmp_path: Path
) -> None:
    roster = roster_in(tmp_path)
    file = roster / f"{KANOYA}.yaml"
    file.write_text(file.read_text("utf-8").replace("age: 51", "age: 52"), encoding="utf-8")
    assert exported(roster) == made


@pytest.mark.parametrize("sheet", SHEETS[1:])
def test_only_what_is_read_can_be_written_into(book: Workbook, sheet: str) -> None:
    page = book[sheet]
    assert page.protection.sheet
    assert not page.protection.password
    assert not page.protection.sort
    assert not page.protection.autoFilter
    assert page.auto_filter.ref == f"A1:{page.dimensions.partition(':')[2]}"
    assert page.freeze_panes
    for cell, above in zip(page[2], page[1], strict=True):
        head = str(above.value)
        is_locked = "（自動）" in head or head in {"ID", "チーム"}
        assert cell.protection.locked == is_locked, head


def test_days_are_days_numbers_numbers_and_codes_texts(book: Workbook, made: bytes) -> None:
    hand = ByHand(Path(), made)
    visit = f"{OFUNATO}#2"
    assert hand.cell("活動", visit, "日").value == dt.datetime(2026, 6, 19)  # noqa: DTZ001
    assert hand.cell("活動", visit, "回").value == 1
    assert hand.cell("チーム", OFUNATO, "団体コード").value == "032034"
    assert hand.cell("チーム", OFUNATO, "団体コード").number_format == "@"
    assert hand.cell("活動", visit, "席1").value == "○"
    assert hand.cell("活動", visit, "席3").value is None
    assert str(book["活動"].cell(4, 3).value).startswith("=IFERROR(VLOOKUP(")


def test_what_can_be_chosen_stands_on_a_hidden_sheet(book: Workbook) -> None:
    lists = {
        str(rule.formula1)
        for sheet in SHEETS[1:]
        for rule in book[sheet].data_validations.dataValidation
        if rule.type == "list"
    }
    assert all(re.fullmatch(r"=?list_[0-9]+", each) for each in lists)
    assert {each.lstrip("=") for each in lists} <= set(book.defined_names)


def test_a_file_with_faults_or_a_word_about_a_person_is_left_out(tmp_path: Path) -> None:
    roster = roster_in(tmp_path)
    file = roster / f"{OFUNATO}.yaml"
    text = file.read_text("utf-8")
    faulty = text.replace("number: 2  # 番号", "nubmer: 2")
    personal = text.replace("顔合わせ", "女性の支援官と")
    for changed in (faulty, personal, text.replace("顔合わせ", "あ" * 40_000)):
        file.write_text(changed, encoding="utf-8")
        ids = [cell.value for cell in load_workbook(BytesIO(exported(roster)))["支援官"]["A"]]
        assert f"{NAGISO}#1" in ids
        assert f"{OFUNATO}#1" not in ids


def test_a_marked_copy_tells_each_finding_in_its_row(hand: ByHand) -> None:
    hand.write("活動", f"{OFUNATO}#2", 日="いつか", 形式="出張")
    hand.write("支援テーマ", f"{OFUNATO}#3", テーマ="産業振輿")
    data = hand.data
    copy = marked(data, back(data, hand.roster).findings)
    assert copy == marked(data, back(data, hand.roster).findings)
    page = load_workbook(BytesIO(copy))["活動"]
    (column,) = [cell.column for cell in page[1] if cell.value == "指摘"]
    told = str(page.cell(3, column).value).splitlines()
    assert [line.partition("（")[0] for line in told] == [
        "D3: 「出張」はここには書けません",
        "E3: 「いつか」は日付ではありません",
    ]
    assert page["E3"].fill.fgColor.rgb == "00FFC7CE"
    again = back(copy, hand.roster).findings
    assert len(again) == 3
    twice = load_workbook(BytesIO(marked(copy, again)))["活動"]
    assert [cell.value for cell in twice[1]].count("指摘") == 1


def test_who_left_is_shown_and_not_edited(tmp_path: Path) -> None:
    roster = roster_in(tmp_path)
    file = roster / f"{KAHOKU}.yaml"
    former = "former:\n  - {agency: 環境省, rank: 補佐級, seat: 2, until: 2026-06-30}\nsources:"
    text = file.read_text("utf-8").replace("sources:", former, 1)
    file.write_text(text, encoding="utf-8")
    hand = ByHand(roster)
    cell = hand.cell("チーム", KAHOKU, "以前の支援官")
    assert cell.value == "2 環境省 補佐級（2026-06-30まで）"
    assert cell.protection.locked
    place = hand.write("チーム", KAHOKU, 以前の支援官=None)
    found = hand.taken_back()
    assert (found.changes, [*map(str, found.edited.ignored)]) == ((), [place])


def test_a_team_without_number_or_members_is_known_by_its_name(tmp_path: Path) -> None:
    roster = roster_in(tmp_path)
    for file in (roster / "teams" / "2").iterdir():
        file.unlink()
    text = 'municipality: "462039"\nactivities:\n  - {kind: online, date: 2026-04-30}\n'
    (roster / f"{KANOYA}.yaml").write_text(f"{text}sources: [{{title: 市のページ}}]\n", "utf-8")
    period = roster / "periods" / "2.yaml"
    text = period.read_text("utf-8").replace("coverage: teams", "coverage: partial")
    period.write_text(text, encoding="utf-8")
    book = load_workbook(BytesIO(exported(roster)))
    assert [book["チーム"]["B2"].value, book["活動"]["B2"].value] == [None, "鹿児島県鹿屋市"]
