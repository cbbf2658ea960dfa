"""The sheet 概要: the words of the document in their order, figures as numbers, and links."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from banso_cli.reports.markdown import summary_markdown
from banso_cli.reports.summary import Summary
from banso_cli.reports.xlsx import workbook
from tests.reports.summaries import complete_summary, totals_summary
from tests.reports.workbooks import opened, parts, real_summary, records, texts, warned

SUMMARIES = (real_summary, complete_summary, totals_summary)
OWN = re.compile("シート「一覧」に")
"""What only the workbook says: where its lists are."""


def plain(markdown: str) -> str:
    """Return the words of a document without its marks."""
    text = re.sub(r"<[^<>]*>|\*\*|\\", "", markdown)
    return re.sub(r"\[(\[\d+\]|[^\[\]]*)\]\([^()]*\)", r"\1", text)


def lines_across(summary: Summary) -> list[str]:
    """Return the lines of the sheet that reach across it, without bullets."""
    sheet = opened(summary)["概要"]
    rows = sorted(each.min_row for each in sheet.merged_cells.ranges if each.coord[0] == "A")
    lines = [str(sheet.cell(row, 1).value).removeprefix("・") for row in rows]
    others = {summary.agencies.table.title, summary.themes.table.title}
    notes = {f"※ {note}" for c in (summary.agencies, summary.themes) for note in c.table.notes}
    return [line for line in lines if line not in others | notes and not OWN.search(line)]


@pytest.mark.parametrize("made", SUMMARIES)
def test_the_words_are_those_of_the_document_in_their_order(made: Callable[[], Summary]) -> None:
    document, at = plain(summary_markdown(made())), 0
    lines = lines_across(made())
    for line in lines:
        at = document.find(line.removeprefix("【架空データ】"), at)
        assert at >= 0, line
    assert len(lines) > 20


def test_emphasis_is_that_of_the_publication() -> None:
    shared = parts(workbook(real_summary()))["xl/sharedStrings.xml"]
    bold = re.findall(r"<r><rPr><b/>.*?<t[^>]*>(.*?)</t></r>", shared)
    wanted = [
        run.text
        for sentence in (*real_summary().period.outline, *real_summary().period.remarks)
        for run in sentence.runs
        if run.is_emphasised
    ]
    assert len(wanted) > 10
    assert set(wanted) < set(bold)


def test_published_figures_are_numbers_with_their_units_and_sources() -> None:
    summary = real_summary()
    sheet = opened(summary)["概要"]
    first = next(row for row in range(1, 99) if sheet.cell(row, 1).value == "公表値")
    heads = [sheet.cell(first, column).value for column in range(1, 5)]
    assert heads == ["公表値", "第2期", "第1期", "出典"]
    for row, line in enumerate(summary.figures, first + 1):
        label, now, before, source = [sheet.cell(row, column) for column in range(1, 5)]
        assert (label.value, now.value) == (line.label, line.value)
        assert now.number_format == f'#,##0"{line.unit}"'
        assert before.value == ("…" if line.earlier is None else line.earlier)
        cited = " ".join(f"[{number}]" for number in line.earlier_sources)
        assert source.value == (cited or None)
        assert (source.hyperlink is not None) is bool(cited)


def test_published_and_counted_figures_stand_beside_each_other() -> None:
    summary = real_summary()
    sheet = opened(summary)["概要"]
    first = next(row for row in range(1, 299) if sheet.cell(row, 1).value == "指標")
    for row, each in enumerate(summary.comparisons, first + 1):
        cells = [sheet.cell(row, column).value for column in range(1, 6)]
        known = ["…" if n is None else n for n in (each.published, each.counted, each.difference)]
        assert cells == [each.label, *known, each.note or None]


def test_links_lead_to_sheets_sources_and_addresses() -> None:
    summary, book = real_summary(), opened(real_summary())
    places = {
        (sheet.title, cell.coordinate): cell.hyperlink.location
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.hyperlink and cell.hyperlink.location
    }
    for location in places.values():
        name, _mark, cell = location.replace("'", "").partition("!")
        assert book[name][cell].value is not None
    named = {location.split("!")[0].strip("'") for (at, _cell), location in places.items()}
    assert {"概要", "一覧", "支援官", "統計表", "用語"} <= named
    assert {book["概要"][cell.coordinate].value for cell in book["概要"][3]} >= {"一覧", "用語"}
    addresses = {
        cell.hyperlink.target
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.hyperlink and cell.hyperlink.target
    }
    assert addresses == {
        *(team.page for team in summary.teams if team.page),
        *(source.url for source in summary.sources if source.url),
    }


def test_lists_are_as_published() -> None:
    summary, book = real_summary(), opened(real_summary())
    teams = records(book, "一覧")
    assert list(teams[0]) == [
        *("番号", "市町村", "新規・継続", "テーマ"),
        *("支援官1", "役職1", "支援官2", "役職2", "支援官3", "役職3", "出典"),
    ]
    seen = [
        (row[f"支援官{at}"], str(row[f"役職{at}"]).removesuffix(" ◆"))
        for row in teams
        for at in (1, 2, 3)
        if row[f"支援官{at}"]
    ]
    seats = [seat for team in summary.teams for seat in team.seats]
    assert seen == [(seat.agency, seat.rank) for seat in seats]
    assert (teams[0]["新規・継続"], teams[5]["新規・継続"]) == ("…", "継続")
    assert teams[11]["テーマ"] == "産業振興 × 環境 × 子育て支援"
    members = records(book, "支援官")
    assert [row["所属府省庁"] for row in members] == [seat.agency for seat in seats]
    marked = [row["役職"] for row in members if "◆" in str(row["役職"])]
    assert len(marked) == sum(seat.is_support_officer for seat in seats)


def test_made_up_and_incomplete_summaries_say_so_first() -> None:
    found = texts(opened(warned(real_summary())))
    assert found[0].startswith("【架空データ（不完全）】")
    assert found[1].startswith("不完全 — 台帳に3件のエラーが残ったまま作成した文書です。")
    assert {row["注意"] for row in records(opened(warned(real_summary())), "一覧")} == {
        "架空データ（不完全）"
    }
