"""Lists of applications become files, a row an applicant."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from banso_cli.reading.folder import read_roster
from banso_cli.records.application import MunicipalityApplication, OfficerApplication
from tests.commands.running import Banso
from tests.overlays import BASE, overlaid

OFFICERS = (
    ("第3期 職員の応募", "", "", "", "", "", ""),
    (
        "応募番号",
        "所属",
        "役職",
        "得意なテーマ",
        "希望する地域",
        "希望のほかでもよいか",
        "継続したい市町村",
    ),
    (
        "R9-001",
        "総務省",
        "課長補佐級",
        "観光3、環境（1）",
        "北海道、大船渡市",
        "不可",
        "北海道森町",
    ),
    ("R9-002", "子ども家庭庁", "係長級", "", "", "", ""),
)
TOWNS = (
    ("団体コード", "継続・新規の別", "課題", "希望する府省庁等"),
    ("013455", "継続", "移住定住、観光", "国土交通省"),
    ("仁木町", "新規", "環境", ""),
)


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    """Return a copy of the base roster that has the period."""
    overlay = tmp_path / "overlay/roster/periods"
    overlay.mkdir(parents=True)
    text = "number: 3\nfiscal_year: 2027\nstart: 2027-04-01\nend: 2028-03-31\ncoverage: teams\n"
    text += "published: []\nsources:\n  - title: 試験\n"
    (overlay / "3.yaml").write_text(text, encoding="utf-8")
    return overlaid(tmp_path / "overlay", tmp_path / "copy")


def workbook(file: Path, *sheets: tuple[tuple[str, ...], ...]) -> Path:
    book = Workbook()
    for at, rows in enumerate(sheets):
        sheet = book.active if at == 0 else book.create_sheet()
        for row in rows:
            sheet.append(row)  # type: ignore[union-attr] # a new book has a sheet
    book.save(file)
    return file


def test_both_forms_become_files(banso: Banso, roster: Path, tmp_path: Path) -> None:
    file = workbook(tmp_path / "applications.xlsx", OFFICERS, TOWNS)
    shown = banso("import", file, "--period", "3", "--out", roster, "--diff")
    assert (shown.code, shown.out.count("+++ b/")) == (0, 4)
    run = banso("import", file, "--period", "3", "--out", roster)
    assert (run.code, run.out) == (0, "4件の応募を書きました\n")
    found = read_roster(roster)
    first, second = found.of(OfficerApplication)
    assert (first.agency, first.rank, first.elsewhere) == ("総務省", "補佐級", False)
    assert [(each.theme, each.strength) for each in first.themes] == [("観光", 3), ("環境", 1)]
    assert (first.wishes, first.stays) == (("北海道", "032034"), "013455")
    assert (second.agency, second.themes, second.elsewhere) == ("こども家庭庁", (), True)
    mori, niki = found.of(MunicipalityApplication)
    assert (mori.stem, mori.status, mori.issues) == (
        *("013455-mori", "continuing"),
        ("移住・定住", "観光"),
    )
    assert (niki.municipality, niki.agencies) == ("014079", ())
    assert banso("validate", "--roster", roster).code == 0
    again = banso("import", file, "--period", "3", "--out", roster)
    assert (again.code, "applications/3/officers/R9-001" in again.err) == (1, True)
    assert banso("import", file, "--period", "3", "--out", roster, "--overwrite").code == 0


def test_every_cell_that_cannot_be_taken_is_told_and_nothing_is_written(
    banso: Banso, roster: Path, tmp_path: Path
) -> None:
    wrong = (
        OFFICERS[1],
        ("森太郎", "総務庁省", "補佐級", "観光", "どこか", "たぶん", ""),
        ("R9-003", "", "補佐級", "", "", "", ""),
    )
    run = banso(
        *("import", workbook(tmp_path / "wrong.xlsx", wrong), "--period", "3", "--out", roster)
    )
    assert (run.code, run.out) == (1, "")
    for cell in (
        "Sheet!B2",
        "Sheet!D2",
        "Sheet!E2",
        "Sheet!F2",
        "Sheet!2:",
        "Sheet!3:",
    ):
        assert cell in run.err
    assert not (roster / "applications").exists()
    assert (BASE / "roster").is_dir()


def test_a_formula_without_a_value_is_no_empty_cell(
    banso: Banso, roster: Path, tmp_path: Path
) -> None:
    rows = (*OFFICERS[1:3], ("R9-002", "総務省", "係長級", "=D3", "", "", ""), ("=A4",))
    file = workbook(tmp_path / "formulas.xlsx", rows)
    run = banso("import", file, "--period", "3", "--out", roster)
    assert (run.code, run.out) == (1, "")
    assert "Sheet!D3、Sheet!A4: 数式の計算結果" in run.err
    assert not (roster / "applications").exists()


def test_what_the_rules_find_keeps_a_list_out(banso: Banso, roster: Path, tmp_path: Path) -> None:
    strong = (OFFICERS[1], ("R9-001", "総務省", "補佐級", "観光9", "", "", ""))
    run = banso(
        *("import", workbook(tmp_path / "strong.xlsx", strong), "--period", "3", "--out", roster)
    )
    assert (run.code, "strength-out-of-range" in run.err) == (1, True)
    assert not (roster / "applications").exists()


def test_what_is_not_read_is_told_and_no_applicant_stands_twice(
    banso: Banso, roster: Path, tmp_path: Path
) -> None:
    heads = ("応募番号", "氏名", "所属府省庁等", "役職", "希望する地域（3つまで）")
    rows = (heads, ("R9-001", "山田太郎", "総務省", "課長級", "北海道"))
    file = workbook(tmp_path / "one.xlsx", rows, (("メモ", "なし"),))
    run = banso("import", file, "--period", "3", "--out", roster)
    assert (run.code, run.err) == (0, "読まなかった欄やシート: Sheet!B1「氏名」、Sheet1\n")
    (found,) = read_roster(roster).of(OfficerApplication)
    assert (found.stem, found.wishes) == ("R9-001", ("北海道",))
    twice = workbook(tmp_path / "twice.xlsx", (*rows, rows[1]))
    run = banso("import", twice, "--period", "3", "--out", roster, "--overwrite")
    assert (run.code, "Sheet!3: Sheet!2 と同じ応募者です" in run.err) == (1, True)


def test_heads_of_lists_of_municipalities_are_known_too(
    banso: Banso, roster: Path, tmp_path: Path
) -> None:
    rows = (("市町村名", "区分", "課題"), ("北海道仁木町", "継続", "観光"))
    file = workbook(tmp_path / "towns.xlsx", rows)
    assert banso("import", file, "--period", "3", "--out", roster).code == 0
    (found,) = read_roster(roster).of(MunicipalityApplication)
    assert (found.municipality, found.status) == ("014079", "continuing")


def test_a_form_of_one_applicant_is_told_as_such(
    banso: Banso, roster: Path, tmp_path: Path
) -> None:
    officer = (("応募様式", ""), ("所属府省庁", "総務省"), ("役職", "課長補佐"), ("氏名", "山田"))
    town = (("団体コード", "014079"), ("課題", "観光"))
    for form, place in ((officer, "Sheet!A2"), (town, "Sheet!A1")):
        file = workbook(tmp_path / "form.xlsx", form)
        run = banso("import", file, "--period", "3", "--out", roster)
        assert (run.code, run.out) == (1, "")
        assert f"{place}: 応募者一人分の様式のようです" in run.err
        assert "banso new officer-application" in run.err
        assert "山田" not in run.err


def test_options_of_team_lists_do_not_go_with_applications(
    banso: Banso, roster: Path, tmp_path: Path
) -> None:
    file = workbook(tmp_path / "applications.xlsx", OFFICERS)
    run = banso("import", file, "--period", "3", "--out", roster, "--prune")
    assert (run.code, run.out) == (2, "")
    assert "応募の一覧表に --prune は使えません" in run.err


def test_an_application_is_written_by_a_command(banso: Banso, roster: Path) -> None:
    new = ("new", "officer-application", "R9-005", "--period", "3", "--roster", roster)
    run = banso(
        *(*new, "--agency", "総務省", "--rank", "課長補佐級", "--able", "観光3"),
        *("--able", "環境 1", "--wish", "大船渡市", "--exclude", "北海道", "--only-wished"),
    )
    assert run.code == 0
    (officer,) = read_roster(roster).of(OfficerApplication)
    assert (officer.stem, officer.rank, officer.elsewhere) == ("R9-005", "補佐級", False)
    assert [(each.theme, each.strength) for each in officer.themes] == [("観光", 3), ("環境", 1)]
    assert (officer.wishes, officer.excluded) == (("032034",), ("北海道",))
    again = banso(*new, "--agency", "総務省", "--rank", "補佐級")
    assert (again.code, "すでに" in again.err) == (1, True)
    wrong = banso(
        *new[:2], "山田", *new[3:], "--agency", "総務", "--rank", "補佐級", "--wish", "月"
    )
    assert (wrong.code, wrong.out) == (2, "")
    for told in ("所属府省庁等: ", "希望する地域: 「月」", "応募番号: "):
        assert told in wrong.err
    town = banso(
        *("new", "municipality-application", "仁木町", "--period", "3", "--roster", roster),
        *("--status", "new", "--issue", "観光", "--agency", "財務省", "--agency", "総務省"),
    )
    assert town.code == 0
    (found,) = read_roster(roster).of(MunicipalityApplication)
    assert (found.municipality, found.agencies) == ("014079", ("財務省", "総務省"))
