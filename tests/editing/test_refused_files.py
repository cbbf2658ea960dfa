"""Files and rosters that give no list at all are refused as a whole."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from banso_cli.files.failure import Failure, Refusal
from banso_cli.intake.importing import import_list
from banso_cli.records.agency import AgencyList
from banso_cli.records.fields.record import Record
from banso_cli.records.periods.programme import Programme
from banso_cli.records.roster import Roster

HEADING = "市町村名\t所属府省庁\t役職"
MORI = "01.北海道森町\t総務省\t補佐級"


def refusals(file: Path, roster: Roster) -> tuple[Refusal, ...]:
    with pytest.raises(Failure) as refused:
        import_list(file, 2, roster, "一覧表")
    return refused.value.refusals


@pytest.mark.parametrize(
    ("lines", "name", "expected"),
    [
        (
            ["市町村名\t役職", MORI],
            "list.txt",
            (
                "list.txt: no heading row; line 1 comes nearest, but lacks 所属府省庁"
                " (the headings of the list are 市町村名, 所属府省庁, 役職)"
            ),
        ),
        ([HEADING, ""], "list.txt", "list.txt: no rows below the heading ()"),
        (
            [f"{HEADING}\t役職", f"{MORI}\t補佐級"],
            "list.txt",
            (
                "line 1: the headings of 市町村名 / 所属府省庁 / 役職 do not go together"
                " (give each team one name, and each member one body and one rank)"
            ),
        ),
        (
            ["市町村名,所属府省庁,役職", '01.北海道森町,"総務省,補佐級', ",財務省,補佐級"],
            "list.csv",
            (
                "line 2: the quotation marks do not close"
                " (double a quotation mark that is part of a cell, and put the cell in quotes)"
            ),
        ),
        (
            [HEADING],
            "list.pdf",
            (
                "list.pdf: files of this type are not read"
                " (write one of: .txt, .md, .tsv, .csv, .xlsx, .xlsm)"
            ),
        ),
        (
            [HEADING],
            "list.xlsx",
            (
                "list.xlsx: its name is that of a workbook, but it is a text"
                " (rename it so that it ends in .csv)"
            ),
        ),
        (
            ["\0\1"],
            "list.xlsx",
            "list.xlsx: not an Excel workbook (.xlsx) (save it anew as .xlsx or as CSV)",
        ),
    ],
)
def test_a_file_that_is_no_list_is_named(
    lines: list[str], name: str, expected: str, roster: Roster, tmp_path: Path
) -> None:
    (tmp_path / name).write_text("\n".join(lines), encoding="utf-8")
    found = refusals(tmp_path / name, roster)
    assert [f"{each.message} ({each.help})" for each in found] == [expected]


def test_a_workbook_without_the_headings_is_no_list(roster: Roster, tmp_path: Path) -> None:
    Workbook().save(tmp_path / "empty.xlsx")
    found = refusals(tmp_path / "empty.xlsx", roster)
    assert [each.message for each in found] == ["empty.xlsx: no heading row"]


def test_rows_of_a_workbook_are_named_by_their_number(roster: Roster, tmp_path: Path) -> None:
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    for cells in ([], HEADING.split("\t"), [None, None, None], MORI.split("\t"), [None, "財務省"]):
        sheet.append(cells)
    workbook.save(tmp_path / "list.xlsx")
    found = refusals(tmp_path / "list.xlsx", roster)
    assert [each.message for each in found] == ["Sheet!B5: ' | 財務省' lacks 役職"]


def test_other_encodings_are_refused(roster: Roster, tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_bytes(f"{HEADING}\n{MORI}".encode("euc_jp") + b"\x8f\xff\x81")
    found = refusals(tmp_path / "list.txt", roster)
    assert found == (
        Refusal(0, "list.txt: neither UTF-8 nor Shift_JIS (CP932)", "save the file in UTF-8"),
    )


def test_a_file_that_is_not_there_is_refused(roster: Roster, tmp_path: Path) -> None:
    found = refusals(tmp_path / "list.txt", roster)
    assert found == (Refusal(0, "list.txt: cannot be read (there is no such file or folder)"),)


@pytest.mark.parametrize(
    ("part", "file"), [(Programme, "programme.yaml"), (AgencyList, "agencies.yaml")]
)
def test_a_roster_without_its_lists_is_refused(
    part: type[Record], file: str, lists: Path, roster: Roster
) -> None:
    found = refusals(lists / "pages.txt", roster.having(part, ()))
    assert found == (
        Refusal(0, f"the roster has no {file} that can be read", "see what `banso validate` says"),
    )
