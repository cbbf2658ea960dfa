"""What is not recorded is not taken for zero: prefectures without teams, teams without themes."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

from openpyxl import load_workbook

from banso_cli.datasets.formats.csv import Header, sheet_csv
from banso_cli.reports.data.json_report import report_json
from banso_cli.reports.html import page_html
from banso_cli.reports.markdown import summary_markdown
from banso_cli.reports.summary import Summary, summary_of
from banso_cli.reports.xlsx import workbook
from banso_cli.statistics.tables.table import Row, Table, TableStatus
from tests.reports.parsed_page import parsed
from tests.reports.summaries import (
    complete_summary,
    faulty_summary,
    real_summary,
    sheet_of,
    totals_summary,
)
from tests.statistics.rosters import real_counting


def rows_of(summary: Summary, name: str, header: Header = "ja") -> list[dict[str, str]]:
    text = sheet_csv(sheet_of(summary, name), header=header).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_period_without_teams_has_no_numbers_of_prefectures() -> None:
    rows = rows_of(totals_summary(), "prefectures")
    unknown = ("伴走支援自治体", "新規", "継続", "新規・継続の未収録")
    assert len(rows) == 47
    assert {row[heading] for row in rows for heading in unknown} == {""}
    assert {row["状態"] for row in rows} == {"未収録"}
    whole = json.loads(report_json(totals_summary()))
    numbers = ("teams", "new", "continuing", "unknown")
    assert len(whole["prefectures"]) == 47
    assert {each[name] for each in whole["prefectures"] for name in numbers} == {None}


def test_the_page_of_such_a_period_has_no_map_no_list_and_nothing_to_search() -> None:
    page = parsed(page_html(totals_summary()))
    section = page.one("section", id="teams")
    assert section.one("p", **{"class": "absent"}).text == "未収録"
    assert "この期のチームの一覧は収めていない。" in section.text
    assert not [*section.all("table"), *section.all("ol"), *section.all("form")]
    assert "0チーム" not in section.text
    names = ["支援状況", "統計", "一覧", "公表値との照合", "出典", "記号"]
    assert page.one("nav").text.split() == names


def test_where_nothing_was_published_nothing_is_compared() -> None:
    summary = replace(real_summary(), comparisons=())
    head, words = "公表値との照合", "※ 公表値は未収録。"
    assert f"## {head}\n\n{words}\n\n" in summary_markdown(summary)
    section = parsed(page_html(summary)).one("section", id="comparison")
    assert (section.one("p", **{"class": "note"}).text, [*section.all("table")]) == (words, [])
    sheet = load_workbook(io.BytesIO(workbook(summary))).worksheets[0]
    cells = [cell.value for row in sheet for cell in row if cell.value]
    assert cells[cells.index(head) + 1] == words


def test_published_numbers_of_prefectures_need_no_teams() -> None:
    table = Table(
        "prefecture",
        "都道府県別",
        "自治体",
        "市町村",
        TableStatus.PUBLISHED,
        published_total=4,
        rows=(Row("北海道", None, None, 4), Row("青森県", None, None, 0)),
    )
    page = parsed(page_html(replace(totals_summary(), tables=(table,))))
    assert page.one("section", id="teams").one("summary").text == "都道府県別"
    head, *rows = page.one("table", **{"data-table": "prefecture"}).cells
    assert head[:2] == ["区分", "公表値"]
    assert "うち未収録" not in head
    assert [row[:2] for row in rows] == [["北海道", "4"], ["青森県", "0"], ["計", "4"]]


def test_the_state_stands_beside_the_numbers_of_prefectures() -> None:
    rows = rows_of(real_summary(), "prefectures")
    assert list(rows[0].values())[3:8] == ["11", "0", "2", "9", "収録"]
    faulty = rows_of(faulty_summary(), "prefectures")
    assert {row["状態"] for row in faulty} == {"不完全"}
    new, continuing = sheet_of(real_summary(), "prefectures").columns[4:6]
    assert "「新規・継続の未収録」の数を含まない" in new.description
    assert "「新規・継続の未収録」の数を含まない" in continuing.description


def test_the_list_of_teams_tells_whose_themes_are_recorded() -> None:
    teams = rows_of(real_summary(), "teams")
    themed = {row["番号"] for row in rows_of(real_summary(), "team_themes")}
    assert {row["番号"] for row in teams if row["テーマの収録"] == "収録"} == themed == {"12"}
    assert sum(row["テーマの収録"] == "未収録" for row in teams) == 96
    everybody = rows_of(complete_summary(), "teams", "en")
    assert {row["themes_status"] for row in everybody} == {"収録"}


def test_an_unknown_population_is_marked_for_the_style() -> None:
    team = replace(real_summary().teams[0], population=None)
    row = parsed(page_html(replace(real_summary(), teams=(team,)))).one("tr", id="t01")
    assert row.one("td", **{"class": "unknown"}).text == "…"
    table = parsed(page_html(real_summary())).one("table", id="list")
    assert not [*table.all("td", **{"class": "unknown"})]


def test_a_part_of_the_teams_is_listed_and_not_counted() -> None:
    summary = summary_of(real_counting(1), 0)
    text = summary_markdown(summary)
    assert "4チーム。この期は一部のチームだけを収め、数は公表値だけを示す。" in text
    assert "| 奈良県吉野町 | … | … |" in text
    assert "- 令和7年9月8日 第1回報告会" in text
    page = parsed(page_html(summary))
    row = page.one("tr", id="t294411")
    assert [cell.text for cell in row.all("td")][:1] == ["…"]
    assert not [*page.all("details", id="map")]
    assert "奈良県吉野町 令和7年4月30日 第1回オンライン会議" in " ".join(page.text.split())
    teams = rows_of(summary, "teams")
    assert {(row["番号"], row["支援官の数"]) for row in teams} == {("", "")}
    assert {row["伴走支援自治体"] for row in rows_of(summary, "prefectures")} == {""}
    activities = rows_of(summary, "activities", "en")
    assert (len(activities), activities[0]["until"]) == (8, "2025-05-28")
