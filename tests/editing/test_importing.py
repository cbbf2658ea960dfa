"""Whole lists, as text, CSV, TSV and xlsx, into team files."""

import csv
from itertools import islice
from pathlib import Path

import pytest
from openpyxl import Workbook

from banso_cli.editing.edits import new_text
from banso_cli.intake.importing import Import, Note, import_list
from banso_cli.intake.new_records import TeamFile
from banso_cli.reading.shape import read_record
from banso_cli.records.roster import Roster
from banso_cli.records.teams.team import Team
from banso_cli.yaml.events import read_text

SOURCE = "公表された一覧表"


@pytest.fixture(scope="module")
def pages(lists: Path, roster: Roster) -> Import:
    return import_list(lists / "pages.txt", 2, roster, SOURCE)


def text_of(file: TeamFile, roster: Roster) -> str:
    """Return the text of the file as it would be written."""
    return new_text(file.team, roster)


def what_counts(found: Import) -> list[tuple[object, ...]]:
    """Return all of the teams but what was assumed about them."""
    teams = (file.team for file in found.files)
    return [(t.number, t.municipality, t.printed, t.members, t.sources) for t in teams]


def test_a_list_in_pages_becomes_the_expected_files(
    lists: Path, pages: Import, roster: Roster
) -> None:
    expected = lists / "expected"
    wanted = {
        file.relative_to(expected).as_posix(): file.read_text(encoding="utf-8")
        for file in expected.rglob("*.yaml")
    }
    assert {f"{file.team.id}.yaml": text_of(file, roster) for file in pages.files} == wanted


def test_files_come_in_the_order_of_numbers_and_not_of_columns(pages: Import) -> None:
    assert [file.team.number for file in pages.files] == [1, 2, 3, 4, 5, 6]


def test_each_file_reads_back_as_the_team_that_was_meant(pages: Import, roster: Roster) -> None:
    for file in pages.files:
        reading = read_text(text_of(file, roster), f"{file.team.id}.yaml", file.team.id)
        assert reading.tree is not None
        assert read_record(Team, reading.tree, "", "") == (file.team, [])


def test_what_was_assumed_about_rows_is_told(pages: Import) -> None:
    rows = [assumption for assumption in pages.assumptions if "行" in assumption.text]
    assert rows == [
        Note(
            2,
            "岩手県大船渡市",
            "一人目の行（内閣官房・指定職）は一覧表で市町村名が空欄。次に名のあるこの団体と読んだ",
        ),
        Note(
            3,
            "長野県南木曽町",
            "最後の行（財務省・課長級）は一覧表で市町村名が空欄。上に名のあるこの団体と読んだ。"
            "次の番号の団体（4 宮崎県西米良村）も2名のため、そちらの行である可能性がある",
        ),
        Note(
            5,
            "宮崎県門川町",
            "一人目の行（総務省・企画官・室長級）は一覧表で市町村名が空欄。"
            "次に名のあるこの団体と読んだ。"
            "前の番号の団体（4 宮崎県西米良村）も2名のため、そちらの行である可能性がある",
        ),
        Note(
            5,
            "宮崎県門川町",
            "最後の行（財務省・補佐級）は一覧表で市町村名が空欄。上に名のあるこの団体と読んだ。"
            "次の番号の団体（6 長野県駒ケ根市）も2名のため、そちらの行である可能性がある",
        ),
    ]


def test_members_from_bodies_outside_the_ministries_are_assumed_to_be_officers(
    pages: Import,
) -> None:
    text = "所属が府省庁の外の団体である者を地方創生支援オフィサーと推定した"
    told = [(each.number, each.text) for each in pages.assumptions if "行" not in each.text]
    assert told == [(1, text), (4, text)]
    officers = [
        (file.team.number, member.agency)
        for file in pages.files
        for member in file.team.members
        if member.role
    ]
    body = "独立行政法人情報処理推進機構"
    assert officers == [(1, body), (4, body)]


def test_what_was_mended_is_told(pages: Import) -> None:
    body = "独立行政法人情報処理推進機構"
    assert pages.mended == (
        Note(1, "北海道森町", "室長級 → 企画官・室長級"),
        Note(1, "北海道森町", f"独立行政法人 情報処理推進機構 → {body}"),
        Note(1, "北海道森町", "課長補佐級 → 補佐級"),
        Note(1, "北海道森町", "公正取引 委員会 → 公正取引委員会"),
        Note(3, "長野県南木曽町", "南木曾町 → 南木曽町"),
        Note(4, "宮崎県西米良村", f"独立行政法人 情報処理推進機構 → {body}"),
        Note(5, "宮崎県門川町", "子ども家庭庁 → こども家庭庁"),
        Note(6, "長野県駒ヶ根市", "駒ケ根市 → 駒ヶ根市"),
    )


@pytest.mark.parametrize("name", ["teams.csv", "teams.tsv"])
def test_tables_with_other_columns_say_the_same(
    name: str, lists: Path, roster: Roster, pages: Import
) -> None:
    found = import_list(lists / name, 2, roster, SOURCE)
    assert what_counts(found) == what_counts(pages)
    first = "一人目の行（環境省・室長級）は一覧表で市町村名が空欄。次に名のあるこの団体と読んだ"
    assert found.assumptions[0] == Note(1, "北海道森町", first)


def test_a_workbook_says_the_same(
    lists: Path, roster: Roster, pages: Import, tmp_path: Path
) -> None:
    workbook = Workbook()
    workbook.worksheets[0].append(["表紙"])
    sheet = workbook.create_sheet("一覧")
    sheet.append(["第2期支援対象団体", "", "", "", 2026])
    with (lists / "teams.csv").open(encoding="cp932", newline="") as stream:
        for cells in csv.reader(stream):
            sheet.append([cell or None for cell in cells])
    workbook.save(tmp_path / "teams.XLSX")
    found = import_list(tmp_path / "teams.XLSX", 2, roster, SOURCE)
    assert what_counts(found) == what_counts(pages)


def test_the_same_list_gives_the_same_bytes(lists: Path, roster: Roster, pages: Import) -> None:
    assert import_list(lists / "pages.txt", 2, roster, SOURCE) == pages


def test_the_period_is_the_folder(lists: Path, roster: Roster) -> None:
    found = import_list(lists / "pages.txt", 3, roster, SOURCE)
    assert {file.team.period for file in found.files} == {3}


def test_line_ends_of_other_systems_and_form_feeds_do_not_matter(
    lists: Path, roster: Roster, pages: Import, tmp_path: Path
) -> None:
    text = (lists / "pages.txt").read_text(encoding="utf-8")
    text = text.replace("\n第2期", "\n\f第2期").replace("\n", "\r\n")
    (tmp_path / "pages.md").write_bytes(text.encode("utf-8-sig"))
    found = import_list(tmp_path / "pages.md", 2, roster, SOURCE)
    assert found == pages


def test_prefectures_may_hold_blanks_too(roster: Roster, tmp_path: Path) -> None:
    rows = [
        "市町村名\t所属府省庁\t役職",
        "1.長 野 県 南木 曾町\t総務省\t補佐級",
        "\t財務省\t補 佐級",
    ]
    (tmp_path / "list.txt").write_text("\n".join(rows), encoding="utf-8")
    found = import_list(tmp_path / "list.txt", 2, roster, SOURCE)
    assert [tuple(mend.text.split(" → ")) for mend in islice(found.mended, 2)] == [
        ("南木 曾町", "南木曽町"),
        ("補 佐級", "補佐級"),
    ]
