"""What follows the filter: maps, tables, the saved files; and what never does."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Locator

from banso_cli.datasets.formats.csv import sheet_csv
from banso_cli.datasets.team_entries import TeamEntry
from banso_cli.reports.summary import Summary
from banso_cli.statistics.tables.sums import share_of
from tests.browser.conftest import Opened, Opening, numbers, stored
from tests.reports.summaries import complete_summary, sheet_of


@pytest.fixture
def complete_address(tmp_path: Path) -> str:
    """Store the page of a period in which everything is recorded; return its address."""
    return stored(complete_summary(), tmp_path)


def with_rank(teams: tuple[TeamEntry, ...], rank: str) -> list[TeamEntry]:
    return [team for team in teams if any(seat.rank == rank for seat in team.seats)]


def cells(table: Locator) -> dict[str, list[str]]:
    """Return the texts of a table that are seen, by the first of each row."""
    rows = [row.locator("th, td").locator("visible=true") for row in table.locator("tr").all()]
    texts = [[each.strip() for each in row.all_inner_texts()] for row in rows]
    return {first: others for first, *others in texts}


def table_of(opened: Opened, name: str) -> Locator:
    return opened.page.locator(f"[data-table={name}]")


def test_the_tables_follow_and_hide_what_is_published(opening: Opening, summary: Summary) -> None:
    opened = opening()
    before = cells(table_of(opened, "status"))
    opened.page.get_by_label("役職", exact=True).select_option("指定職")
    opened.settle()
    found = with_rank(summary.teams, "指定職")
    told = f"絞り込み中：{len(summary.teams)}のうち{len(found)}チームの集計"
    assert told in table_of(opened, "region").inner_text()
    regions = Counter(team.region for team in found)
    shown = cells(table_of(opened, "region"))
    for region in summary.regions:
        count = regions[region.name]
        assert shown[region.name][1:] == [str(count), f"{share_of(count, len(found))}%"]
    assert shown["計"][1] == str(len(found))
    seats = [seat for team in found for seat in team.seats]
    assert cells(table_of(opened, "rank"))["計"][1] == str(len(seats))
    assert "公表値" in str(before)
    assert "公表値" not in str(cells(table_of(opened, "status")))
    opened.page.get_by_role("button", name="条件を消す").click()
    opened.settle()
    assert cells(table_of(opened, "status")) == before
    assert opened.page.locator(".narrowing").count() == 0


def test_the_tables_of_everybody_are_counted_as_banso_counts_them(
    opening: Opening, complete_address: str
) -> None:
    opened = opening(url=complete_address)
    names = ("rank", "agency", "region", "population", "theme", "status", "team_size")
    written = {name: cells(table_of(opened, name)) for name in names}
    opened.page.evaluate(
        """() => {
          const data = JSON.parse(document.querySelector("#data").textContent);
          const teams = data.teams.map((each) => teamOf(each, data, foldingBy(data.letters)));
          for (const each of document.querySelectorAll("[data-counted]")) {
            if (!(each.dataset.table in countsBy)) continue;
            showCounts(countedTable(each, data.unrecorded), teams);
          }
        }"""
    )
    assert {name: cells(table_of(opened, name)) for name in names} == written


def test_personal_attributes_never_follow_and_say_so(
    opening: Opening, complete_address: str
) -> None:
    opened = opening(url=complete_address)
    before = {name: cells(table_of(opened, name)) for name in ("gender", "track", "age")}
    opened.page.get_by_role("searchbox").fill("総務省 課長級")
    opened.settle()
    for name, figures in before.items():
        assert cells(table_of(opened, name)) == figures
        assert "個人の属性のため、絞り込みに従わず" in table_of(opened, name).inner_text()
    assert "絞り込みに従わず" in table_of(opened, "activity").inner_text()


def test_the_maps_follow(opening: Opening, summary: Summary) -> None:
    opened = opening()
    opened.page.get_by_role("searchbox").fill("指定職")
    opened.settle()
    found = Counter(team.prefecture for team in with_rank(summary.teams, "指定職"))
    tiles = opened.page.locator("#map ol.all .tile").all_inner_texts()
    assert [int(text.split()[-1]) for text in tiles] == [found[p.name] for p in summary.prefectures]
    opened.page.get_by_role("radio", name="継続", exact=True).check()
    unknown = [team for team in with_rank(summary.teams, "指定職") if not team.label]
    assert f"未収録の{len(unknown)}市町村" in opened.page.locator(".unknown-status").inner_text()


def test_a_bar_leads_to_its_teams(opening: Opening, summary: Summary, address: str) -> None:
    opened = opening()
    link = table_of(opened, "rank").get_by_role("link", name="指定職")
    assert link.get_attribute("href") == "?rank=%E6%8C%87%E5%AE%9A%E8%81%B7#teams"
    table_of(opened, "rank").locator("svg").first.click(force=True)
    wanted = numbers(with_rank(summary.teams, "指定職"))
    assert opened.rows() == wanted
    assert opened.page.evaluate("document.activeElement.id") == "hits"
    assert opened.page.get_by_role("status").is_visible()
    assert opening(url=f"{address}{link.get_attribute('href')}").rows() == wanted


@pytest.mark.parametrize(("button", "name"), [("チーム", "teams"), ("支援官", "members")])
def test_what_is_found_is_saved_as_banso_writes_it(
    opening: Opening, complete_address: str, button: str, name: str
) -> None:
    opened = opening(url=complete_address)
    assert saved(opened, button) == sheet_csv(sheet_of(complete_summary(), name))
    opened.page.get_by_role("searchbox").fill("総務省")
    lines = saved(opened, button).decode("utf-8-sig").split("\r\n")[1:-1]
    assert {line.split(",")[1].zfill(2) for line in lines} == set(opened.rows())


def saved(opened: Opened, button: str) -> bytes:
    with opened.page.expect_download() as download:
        opened.page.get_by_role("button", name=f"CSV（{button}）").click()
    assert download.value.suggested_filename.endswith(f" {button}.csv")
    return download.value.path().read_bytes()


def test_no_saved_cell_is_run_by_a_spreadsheet(opening: Opening) -> None:
    written = opening().page.evaluate(
        """() => {
          const data = JSON.parse(document.querySelector("#data").textContent);
          const texts = { page: '＝a"', kana: "-1" };
          const row = data.columns.map((name) => texts[name] ?? -1);
          return csvOf(data, "teams", [{ row }]);
        }"""
    )
    assert written.startswith("\ufeff")
    line = written.split("\r\n")[1]
    assert ',"\'＝a""",' in line
    assert ",'-1," in line
    assert line.startswith("-1,-1,")


def test_what_a_screen_holds_is_shown_at_once_and_the_rest_when_it_is_drawn(
    opening: Opening, summary: Summary
) -> None:
    opened = opening()
    at_once = opened.page.evaluate(
        """() => {
          const words = document.querySelector("#words");
          words.value = "級";
          words.dispatchEvent(new Event("input"));
          return document.querySelectorAll("#list tbody tr:not(.out, .later)").length;
        }"""
    )
    assert at_once == 12
    assert opened.rows() == numbers(summary.teams)
    assert opened.page.url.endswith("?q=%E7%B4%9A")


def test_long_lists_stop_at_what_anybody_reads_until_asked_and_paper_has_all(
    opening: Opening, tmp_path: Path
) -> None:
    teams = tuple(
        replace(team, number=100 * page + (team.number or 0), name=f"{team.name}{page}")
        for page in range(2)
        for team in complete_summary().teams
    )
    opened = opening(url=stored(replace(complete_summary(), teams=teams), tmp_path))
    assert opened.rows() == numbers(teams[:100])
    more = opened.page.get_by_role("button", name=f"続きの{len(teams) - 100}チームも表示")
    opened.page.emulate_media(media="print")
    assert opened.rows() == numbers(teams)
    opened.page.emulate_media(media="screen")
    more.click()
    assert opened.rows() == numbers(teams)
    assert opened.page.evaluate("document.activeElement.hash") == f"#t{teams[100].number:02}"
    assert not more.is_visible()
