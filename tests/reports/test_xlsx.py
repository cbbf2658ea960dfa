"""The workbook: the same figures as everywhere, text as text, numbers as numbers."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from banso_cli.datasets.editions import SHEETS as CSV_SHEETS
from banso_cli.reports.summary import Summary, summary_of
from banso_cli.reports.xlsx import workbook
from banso_cli.statistics.tables.table import TableStatus
from tests.commands.running import ROSTER
from tests.reports.summaries import complete_summary
from tests.reports.workbooks import (
    DATA,
    SHEETS,
    full_summary,
    opened,
    parts,
    real_summary,
    records,
    shares_only,
    texts,
    warned,
)
from tests.statistics.rosters import totals_counting

SUMMARIES = (real_summary, full_summary, shares_only)


def test_sheets_stand_in_their_order_and_the_summary_is_open() -> None:
    book = opened(real_summary())
    assert book.sheetnames == list(SHEETS)
    assert book.active is book["概要"]
    assert {sheet.sheet_view.selection[0].activeCell for sheet in book.worksheets} == {"A1"}


def test_every_sheet_of_the_csv_form_has_its_name() -> None:
    assert {dataset.title for dataset, _records in CSV_SHEETS.values()} <= set(SHEETS)


@pytest.mark.parametrize("made", SUMMARIES)
def test_every_figure_of_the_tables_is_a_number_and_as_counted(made: Callable[[], Summary]) -> None:
    summary = made()
    rows = records(opened(summary), "統計表")
    read = {(row["表ID"], row["区分"]): row for row in rows}
    assert len(read) == len(rows)
    seen = 0
    for table in summary.tables:
        for row in table.rows:
            found = read[table.id, row.key]
            numbers = (found["数"], found["公表値"], found["応募"], found["計"])
            assert numbers == (row.count, row.published, row.applied, table.total)
            assert all(isinstance(each, int) for each in numbers if each is not None)
            assert _decimal(found["割合(%)"]) == row.share
            assert _decimal(found["公表値の割合(%)"]) == row.published_share
            seen += 1
    assert seen > 30
    for each in summary.comparisons:
        found = read["totals", each.label]
        assert (found["数"], found["公表値"], found["差"]) == (
            each.counted,
            each.published,
            each.difference,
        )


def _decimal(value: object) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def test_tables_without_figures_say_why() -> None:
    summary = real_summary()
    withheld = replace(summary.tables[0], status=TableStatus.WITHHELD, notes=("秘匿。",))
    rows = records(opened(replace(summary, tables=(withheld, *summary.tables[1:]))), "統計表")
    gender, track = rows[:2]
    assert (gender["状態"], gender["注"], gender["数"]) == ("秘匿", "秘匿。", None)
    assert (track["状態"], track["数"], track["区分"]) == ("未収録", None, None)
    assert str(track["注"]).startswith("未収録")
    only = records(opened(shares_only()), "統計表")[0]
    assert (only["状態"], only["公表値の割合(%)"], only["数"]) == ("公表値", 61.5, None)


def test_definitions_stand_once_in_the_guide() -> None:
    summary = real_summary()
    rows = records(opened(summary), "用語")
    notes = [(row["英字名"], row["内容"]) for row in rows if row["分類"] == "定義と注"]
    assert notes == [(table.id, note) for table in summary.tables for note in table.notes]
    ranks = [row for row in records(opened(summary), "統計表") if row["表ID"] == "rank"]
    assert {row["注"] for row in ranks} == {None}


def test_the_guide_names_every_sheet_and_column_source_and_word() -> None:
    summary, book = real_summary(), opened(real_summary())
    rows = records(book, "用語")
    assert [row["項目"] for row in rows if row["分類"] == "シート"] == list(SHEETS[:-1])
    for sheet in DATA:
        named = [row["項目"] for row in rows if row["分類"] == f"シート「{sheet}」の列"]
        assert named == [cell.value for cell in book[sheet][1]]
    sources = [(row["内容"], row["アドレス"]) for row in rows if row["分類"] == "出典"]
    assert sources == [(each.title, each.url or None) for each in summary.sources]
    words = {row["項目"] for row in rows if row["分類"] == "空のセルと状態の語"}
    assert {"収録", "公表値", "未収録", "秘匿", "不完全", "空のセル"} == words
    texts = {row["項目"]: row["内容"] for row in rows}
    assert texts["期の始まり"] == "2026-04-01"
    assert texts["コードと人口の出典の表示"] == summary.credit
    assert "架空データ" not in texts
    assert "不完全" not in {row["項目"] for row in rows if row["分類"] == "この文書"}


def test_teams_seats_and_themes_are_in_long_form() -> None:
    for summary in (real_summary(), full_summary()):
        book = opened(summary)
        teams = records(book, "チーム")
        assert [
            (row["番号"], row["団体コード"], row["市町村"], row["人口"], row["支援官の数"])
            for row in teams
        ] == [(t.number, t.code, t.name, t.population, len(t.seats)) for t in summary.teams]
        seats = [
            (row["番号"], row["所属府省庁等"], row["役職"]) for row in records(book, "支援官の構成")
        ]
        assert seats == [(t.number, s.agency, s.rank) for t in summary.teams for s in t.seats]
        themes = [(row["番号"], row["支援テーマ"]) for row in records(book, "支援テーマ")]
        assert themes == [(t.number, theme) for t in summary.teams for theme in t.themes or ()]


def test_published_figures_of_both_periods_and_notes_are_there() -> None:
    summary, book = real_summary(), opened(real_summary())
    figures = [
        (row["期"], row["指標"], row["公表値"], row["状態"]) for row in records(book, "支援状況")
    ]
    assert (2, "地方創生支援官", 278, "公表値") in figures
    assert (1, "地方創生支援官", 180, "公表値") in figures
    assert (1, "国の職員からの応募", None, "未収録") in figures
    assert (2, "支援官の声（現場経験）", 91, "公表値") in figures
    notes = [(row["番号"], row["注"]) for row in records(book, "注記")]
    assert notes == [(n.number, n.text) for n in (*summary.assumptions, *summary.printed)]


def test_a_period_of_totals_has_sheets_without_rows() -> None:
    book = opened(summary_of(totals_counting(), 0))
    assert records(book, "チーム") == []
    assert {row["期"] for row in records(book, "支援状況")} == {1}
    assert records(book, "一覧") == records(book, "支援官") == []
    assert "未収録。この期のチームの一覧は収めていない。" in texts(book)


def test_a_warning_stands_wherever_a_part_may_be_cut_out() -> None:
    summary = warned(complete_summary())
    book = opened(summary)
    for name in DATA:
        rows = records(book, name)
        assert {row["注意"] for row in rows} == {"架空データ（不完全）"}
    assert {row["状態"] for row in records(book, "統計表")} == {"不完全"}
    assert {row["状態"] for row in records(book, "支援状況")} == {"不完全"}
    for xml in parts(workbook(summary), "xl/worksheets/sheet").values():
        assert f"【架空データ（不完全）】{summary.title}" in xml
    about = [row for row in records(book, "用語") if row["分類"] == "この文書"]
    texts = {row["項目"]: row["内容"] for row in about}
    assert "3件のエラー" in str(texts["不完全"])
    assert "架空" in str(texts["架空データ"])


def test_nothing_personal_leaves_per_person() -> None:
    whole = "".join(
        xml for name, xml in parts(workbook(full_summary())).items() if "chart" not in name
    )
    seats = records(opened(full_summary()), "支援官の構成")
    assert not {"男性", "女性", "事務官", "技官", "35", 35} & {
        value for row in seats for value in row.values()
    }
    assert "男性" in whole  # as a class of the tables


def test_a_summary_without_xlsx_does_not_load_xlsxwriter() -> None:
    code = (
        "import sys; from banso_cli.cli import main;"
        f"main(['report', '--roster', {str(ROSTER)!r}]);"
        "assert 'xlsxwriter' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)
