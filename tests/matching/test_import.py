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


def test_what_the_rules_find_keeps_a_list_out(banso: Banso, roster: Path, tmp_path: Path) -> None:
    strong = (OFFICERS[1], ("R9-001", "総務省", "補佐級", "観光9", "", "", ""))
    run = banso(
        *("import", workbook(tmp_path / "strong.xlsx", strong), "--period", "3", "--out", roster)
    )
    assert (run.code, "strength-out-of-range" in run.err) == (1, True)
    assert not (roster / "applications").exists()
