"""`banso export` and `banso apply`: a period goes into Excel and comes back."""

from __future__ import annotations

import shutil
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from tests.commands.running import Banso

MORI = "teams/2/013455-mori.yaml"


@pytest.fixture
def workbook(banso: Banso, copied: Path) -> Path:
    file = copied.parent / "roster.xlsx"
    assert banso("export", file, "--roster", copied).code == 0
    return file


def edited(file: Path, sheet: str, **cells: object) -> Path:
    book = load_workbook(file)
    for place, value in cells.items():
        book[sheet][place].value = value
    book.save(file)
    return file


def test_it_says_what_it_wrote_and_never_writes_over_a_workbook(
    banso: Banso, copied: Path, workbook: Path
) -> None:
    run = banso("export", workbook, "--roster", copied)
    assert (run.code, run.out) == (2, "")
    assert f"{workbook} はすでにあるため、何も書き込みませんでした" in run.err
    other = copied.parent / "other.xlsx"
    assert banso("export", other, "--roster", copied).out == f"{other} に書きました\n"
    assert other.read_bytes() == workbook.read_bytes()


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("export", "roster.csv"), 2, "ブックの名前は .xlsx で終わります"),
        (("export", "a.xlsx", "--period", "7"), 2, "第7期"),
        (("export", "a.xlsx", "--period", "1"), 3, "第1期には、読めるチームがありません"),
        (("export", "roster/a.xlsx"), 2, "台帳には記録のファイルしか置けません"),
        (("apply", "none.xlsx"), 3, "none.xlsx がありません"),
        (("apply", "text.xlsx"), 1, "Excel ブック（.xlsx）として読み取れません"),
        (("apply", "list.ods"), 1, "LibreOffice"),
        (("apply", "own.xlsx"), 1, "banso export が作ったブックではありません"),
        (("apply", "a.xlsx", "--url", "https://example.jp/"), 2, "--source"),
    ],
)
def test_what_cannot_be_done_is_told(
    banso: Banso,
    copied: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    code: int,
    words: str,
) -> None:
    monkeypatch.chdir(copied.parent)
    Path("text.xlsx").write_text("text", encoding="utf-8")
    book = Workbook()
    book.save("own.xlsx")
    with ZipFile("list.ods", "w") as archive:
        archive.writestr("content.xml", "")
    run = banso(*arguments)
    assert (run.code, run.out) == (code, "")
    assert words in run.err


def test_a_hidden_sheet_that_was_changed_is_refused(
    banso: Banso, copied: Path, workbook: Path
) -> None:
    run = banso("apply", edited(workbook, "banso", C3="x"), "--roster", copied)
    assert run.code == 1
    assert "隠しシート「banso」が書き換えられています" in run.err
    run = banso("apply", edited(workbook, "banso", A1="banso export 0"), "--roster", copied)
    assert "別の版の banso が作ったブックです" in run.err


def test_days_that_are_counted_from_1904_are_refused(
    banso: Banso, copied: Path, workbook: Path
) -> None:
    book = load_workbook(workbook)
    book.epoch = CALENDAR_MAC_1904
    book.save(workbook)
    run = banso("apply", workbook, "--roster", copied)
    assert run.code == 1
    assert "日付が 1904 年から数えられています" in run.err


def test_a_roster_without_the_period_is_refused(banso: Banso, copied: Path, workbook: Path) -> None:
    shutil.rmtree(copied / "teams")
    run = banso("apply", workbook, "--roster", copied)
    assert (run.code, run.out) == (3, "")
    assert "第2期には、読めるチームがありません" in run.err


def test_edits_are_shown_and_then_written(banso: Banso, copied: Path, workbook: Path) -> None:
    before = (copied / MORI).read_text("utf-8")
    edited(workbook, "チーム", J2="一人目の行は空欄")
    shown = banso("apply", workbook, "--roster", copied, "--diff")
    assert (shown.code, shown.err) == (0, "")
    assert "+assumptions:\n+  - 一人目の行は空欄\n" in shown.out
    assert (copied / MORI).read_text("utf-8") == before
    run = banso("apply", workbook, "--roster", copied)
    assert (run.code, run.out, run.err) == (0, f"roster/{MORI} に書きました\n", "")
    again = banso("apply", workbook, "--roster", copied)
    assert (again.code, again.out) == (0, "")
    assert again.err == "変更はありません。台帳のファイルはそのままです\n"


def test_what_goes_what_stays_and_what_is_not_read_is_told(
    banso: Banso, copied: Path, workbook: Path
) -> None:
    book = load_workbook(workbook)
    book["チーム"]["F2"].value = None
    book["チーム"]["D3"].value = "青森県"
    book["チーム"]["L1"].value = "備考"
    for row in range(2, 7):
        book["チーム"].cell(row, 3).value = 1
    book["支援テーマ"].delete_cols(3)
    book.create_sheet("控え")
    book["支援官"].delete_rows(2)
    del book["出典"]
    book.save(workbook)
    run = banso("apply", workbook, "--roster", copied)
    assert run.code == 0
    computed = "チーム!C2、チーム!C3、チーム!D3、チーム!C4、チーム!C5、ほか1件"
    assert run.err.splitlines() == [
        "チーム!F2: 空欄にしたので、継続・新規「継続」を台帳から消します",
        "支援官: 1 行がなくなっていますが、台帳からは消しません",
        "シート「出典」がなくなっています。台帳のその内容は変わりません",
        f"{computed}: 自動の列なので、直しても取り入れません",
        "読まないシート: 控え",
        "チーム: 読まない列: 備考",
        "支援テーマ: なくなった列（台帳のその内容は変わりません）: テーマ",
    ]


def test_all_findings_stop_all_edits(banso: Banso, copied: Path, workbook: Path) -> None:
    files = {file: file.read_bytes() for file in copied.rglob("*.yaml")}
    book = load_workbook(workbook)
    book["チーム"]["F2"].value = "新規"
    book["活動"]["E2"].value = "2025-01-01"
    book["支援官"]["D2"].value = "農水"
    book["チーム"]["J3"].value = "よい変更"
    book.save(workbook)
    copy = copied.parent / "marked.xlsx"
    run = banso("apply", workbook, "--roster", copied, "--marked", copy)
    assert (run.code, run.out) == (1, "")
    places = [line.partition(":")[0] for line in run.err.splitlines() if "!" in line]
    assert places == ["チーム!F2", "支援官!D2", "活動!E2"]
    assert "[activity-outside-period]" in run.err
    assert run.err.endswith(f"  対処: {copy} にも、行のそばに書き添えました\n")
    assert load_workbook(copy)["活動"]["E2"].value == "2025-01-01"
    assert {file: file.read_bytes() for file in copied.rglob("*.yaml")} == files


def test_the_copy_is_never_the_workbook_itself(banso: Banso, copied: Path, workbook: Path) -> None:
    edited(workbook, "活動", E2="いつか")
    before = workbook.read_bytes()
    run = banso("apply", workbook, "--roster", copied, "--marked", workbook)
    assert run.code == 2
    assert workbook.read_bytes() == before


def test_import_says_which_command_takes_it(banso: Banso, workbook: Path) -> None:
    run = banso("import", workbook, "--period", "2")
    assert run.code == 2
    assert f"対処: banso apply {workbook}" in run.err


def test_a_team_that_is_left_out_is_told(banso: Banso, copied: Path) -> None:
    file = copied / MORI
    file.write_text(file.read_text("utf-8") + "nots: 1\n", encoding="utf-8")
    run = banso("export", copied.parent / "a.xlsx", "--roster", copied)
    assert run.code == 0
    assert "除きました: 誤りがあるか、個人に関わる語のあるファイルのチーム 1 件" in run.err
