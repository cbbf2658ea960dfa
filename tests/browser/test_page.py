"""The page as a visitor meets it: what it asks for, how it finds, prints and fits."""

from __future__ import annotations

from importlib import resources
from typing import Any

import pytest

from banso_cli.reports.summary import Summary
from tests.browser.conftest import Opened, Opening, Printing, numbers

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def unfold(opened: Opened) -> None:
    """Open what is folded away."""
    for summary in opened.page.locator("details:not([open]) > summary").all()[::-1]:
        summary.click()


def has_no_sideways_scroll(opened: Opened) -> bool:
    return bool(
        opened.page.evaluate(
            "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
        )
    )


def test_nothing_but_the_page_is_asked_for(opening: Opening, address: str) -> None:
    opened = opening()
    opened.page.get_by_role("searchbox").fill("総務省")
    opened.page.locator("#map .all button").first.click()
    opened.page.wait_for_load_state("networkidle")
    assert opened.requests == opened.sent == [address]
    assert opened.complaints == []
    assert opened.page.evaluate("violations") == []


def test_the_policy_holds_back_what_an_intruder_would_add(opening: Opening, address: str) -> None:
    opened = opening()
    opened.page.evaluate(
        """() => {
          for (const [tag, key, value] of [
            ["img", "src", "https://intruder.invalid/a.png"],
            ["script", "textContent", "window.intruded = true"],
            ["style", "textContent", "body { display: none }"],
            ["link", "href", "https://intruder.invalid/a.css"],
          ]) {
            const element = document.createElement(tag);
            if (tag === "link") element.rel = "stylesheet";
            element[key] = value;
            document.body.append(element);
          }
        }"""
    )
    opened.page.wait_for_function("violations.length >= 4")
    assert opened.page.evaluate("window.intruded") is None
    assert opened.page.locator("h1").is_visible()
    assert opened.sent == [address]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_nothing(opening: Opening, width: int, scheme: str) -> None:
    opened = opening(width, color_scheme=scheme)
    unfold(opened)
    opened.page.get_by_role("button", name="長野 5").click()
    opened.page.get_by_role("radio", name="継続", exact=True).check()
    opened.settle()
    assert opened.page.locator(".narrowing").count() > 5
    assert found_by_axe(opened) == []


@pytest.mark.parametrize("width", [1280, 390])
def test_a_period_without_teams_is_sound_too(
    opening: Opening, totals_address: str, width: int
) -> None:
    opened = opening(width, url=totals_address)
    assert opened.complaints == []
    assert opened.page.locator("#teams .absent").inner_text() == "未収録"
    assert opened.page.locator(".map, form, #list").count() == 0
    assert has_no_sideways_scroll(opened)
    assert found_by_axe(opened) == []


def found_by_axe(opened: Opened) -> list[str]:
    """Return what hinders people, by the rules of axe."""
    axe = resources.files("axe_playwright_python") / "axe.min.js"
    opened.page.evaluate(axe.read_text(encoding="utf-8"))
    found = opened.page.evaluate(
        "(tags) => axe.run(document, {runOnly: tags, resultTypes: ['violations']})", RULES
    )
    assert len(found["passes"]) > 20
    return [summed_up(each) for each in found["violations"]]


def summed_up(violation: dict[str, Any]) -> str:
    """Return a violation in one line; axe's own words are many."""
    first = violation["nodes"][0]
    return f"{violation['id']}: {len(violation['nodes'])} as {first['html'][:200]}"


def test_the_first_tab_leads_past_the_head(opening: Opening) -> None:
    opened = opening()
    opened.page.keyboard.press("Tab")
    opened.page.keyboard.press("Enter")
    assert opened.page.evaluate("document.activeElement.id") == "main"


def test_everything_is_there_without_script(opening: Opening, summary: Summary) -> None:
    opened = opening(java_script_enabled=False)
    assert opened.rows() == numbers(summary.teams)
    assert not opened.page.locator("form").is_visible()
    assert opened.page.locator("#map button").count() == 0
    assert opened.page.get_by_text("長野 5", exact=True).is_visible()
    assert not opened.page.get_by_text("岩手 …", exact=True).is_visible()
    opened.page.get_by_role("radio", name="新規", exact=True).check()
    assert opened.page.get_by_text("岩手 …", exact=True).is_visible()
    assert not opened.page.get_by_text("長野 5", exact=True).is_visible()
    assert opened.page.locator("noscript p").is_visible()
    opened.page.locator("summary").last.click()
    assert opened.page.locator("table.prefectures").is_visible()


@pytest.mark.parametrize("width", [1280, 768, 390, 320])
def test_the_page_never_scrolls_sideways(opening: Opening, width: int) -> None:
    opened = opening(width)
    assert has_no_sideways_scroll(opened)
    unfold(opened)
    assert has_no_sideways_scroll(opened)


def test_the_map_is_a_grid_beside_the_list_and_on_a_phone_a_list_by_region(
    opening: Opening,
) -> None:
    desk = opening(1366)
    tiles, rows = desk.page.locator("#map ol.all"), desk.page.locator("#list")
    grid = "(map) => getComputedStyle(map).gridTemplateColumns.split(' ').length"
    assert tiles.evaluate(grid) == 7
    assert not desk.page.locator(".area:visible").count()
    map_box, list_box = tiles.bounding_box(), rows.bounding_box()
    assert map_box
    assert list_box
    assert list_box["x"] + list_box["width"] < map_box["x"]
    phone = opening(390)
    assert not phone.page.locator("#map ol.all").is_visible()
    unfold(phone)
    shown = phone.page.locator("#map ol.all > li:visible").all_text_contents()
    assert [each.strip() for each in shown[:4]] == ["北海道", "北海道 11", "東北", "岩手 3"]
    assert "青森 0" not in shown


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (390, 844)])
def test_what_is_typed_changes_what_is_seen(
    opening: Opening, summary: Summary, width: int, height: int
) -> None:
    page = opening(width).page
    page.set_viewport_size({"width": width, "height": height})
    before = page.screenshot()
    page.get_by_role("searchbox").fill("森町")
    page.wait_for_function("document.querySelectorAll('.out').length > 90")
    assert page.evaluate("scrollY") == 0
    assert page.screenshot() != before
    for place in ("#hits", "#t01 th", "#t01 li >> nth=2"):
        box = page.locator(place).bounding_box()
        assert box
        assert box["y"] + box["height"] < height, place
    assert (
        page.locator("#hits").inner_text() == f"{len(summary.teams)}チームのうち1チーム（「森町」）"
    )


def test_a_phone_shows_an_unknown_population_without_a_unit(
    opening: Opening, sparse_address: str
) -> None:
    opened = opening(390, url=sparse_address)
    behind = """(team) => {
      const cell = document.querySelector(`#t${team} td:nth-child(3)`);
      return getComputedStyle(cell, "::after").content;
    }"""
    assert opened.page.evaluate(behind, "01") == "none"
    assert opened.page.evaluate(behind, "02") == '"人"'


@pytest.mark.parametrize("width", [1280, 390])
def test_every_mark_stands_on_one_line(opening: Opening, width: int) -> None:
    lines = """[...document.querySelectorAll(".marks dt")].map((mark) => {
      const range = document.createRange();
      range.selectNodeContents(mark);
      return new Set([...range.getClientRects()].map((box) => box.top)).size;
    })"""
    assert set(opening(width).page.evaluate(lines)) == {1}


def test_nothing_moves_for_those_who_ask_for_it(opening: Opening) -> None:
    behaviour = "getComputedStyle(document.documentElement).scrollBehavior"
    assert opening(reduced_motion="no-preference").page.evaluate(behaviour) == "smooth"
    assert opening(reduced_motion="reduce").page.evaluate(behaviour) == "auto"


@pytest.mark.parametrize("script", [True, False])
def test_every_printed_sheet_of_the_list_has_its_heads(
    opening: Opening, printing: Printing, summary: Summary, *, script: bool
) -> None:
    sheets = printing(opening(390, color_scheme="dark", java_script_enabled=script))
    names = [team.name for team in summary.teams]
    start = next(at for at, sheet in enumerate(sheets) if "伴走支援自治体数の地図" in sheet)
    end = next(at for at, sheet in enumerate(sheets) if "地図の表（" in sheet)
    of_list = sheets[start + 1 : end]
    assert len(of_list) >= 3
    for sheet in of_list:
        for head in ("番号", "市町村", "人口", "新規・継続", "支援官（所属、役職）", "支援テーマ"):
            assert head in sheet, head
    whole = "\n".join(sheets)
    assert all(name in whole for name in names)
    assert "うち未収録" in whole
    assert "条件を消す" not in whole
    assert "目次" not in whole
    order = [whole.index(f"\n{each}") for each in ("支援状況", "統計", "公表値との照合")]
    assert order == sorted(order)
    assert order[1] < whole.index("支援対象団体・伴走支援チーム一覧") < order[2]
    assert all(f"\n{each}\n" in whole for each in ("新規・継続の計", "新規", "継続"))
    assert f"（{next(each.url for each in summary.sources if each.url)}）" in whole


def test_every_printed_sheet_of_an_unsound_roster_is_stamped(
    opening: Opening, printing: Printing, unsound_address: str
) -> None:
    sheets = printing(opening(url=unsound_address))
    assert len(sheets) > 5
    assert all("不完全" in sheet for sheet in sheets)
