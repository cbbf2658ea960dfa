"""The list and the maps of the page of HTML, read back without a browser."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from banso_cli.datasets.prefecture_entries import by_prefecture
from banso_cli.reports.html import page_html
from tests.reports.pages import real_page, real_summary
from tests.reports.parsed_page import Element, parsed


@pytest.mark.parametrize("kind", ["all", "new", "continuing"])
def test_every_map_has_every_prefecture_once_in_both_grids(kind: str) -> None:
    tiles = real_page().one("ol", **{"class": f"map {kind}"})
    places = [each.attributes["class"].split() for each in tiles.all("li")]
    cells = [each[:4] for each in places if each != ["area"]]
    assert len(cells) == 47
    assert len({(row, column) for row, column, _y, _x in cells}) == 47
    assert len({(y, x) for _row, _column, y, x in cells}) == 47
    for each, tile in zip(real_summary().prefectures, tiles.all("span"), strict=True):
        known = {"all": each.teams, "new": each.new, "continuing": each.continuing}[kind] or 0
        shown = "…" if kind != "all" and each.unknown and not known else str(known)
        assert tile.text == f"{each.short_name} {shown}"
        assert tile.attributes["data-name"] == each.name
        assert tile.attributes["class"] == f"tile s{min(known, 5)}"


def test_what_is_not_known_of_status_is_told_in_words_and_in_no_number() -> None:
    box = real_page().one("details", id="map")
    unknown = sum(not team.label for team in real_summary().teams)
    assert f"新規・継続が未収録の{unknown}市町村は" in box.text
    assert not re.search("[0-9]…|…[0-9]", box.text)


def test_regions_head_the_prefectures_that_have_teams() -> None:
    tiles = real_page().one("ol", **{"class": "map all"})
    heads = [each.text for each in tiles.all("li", **{"class": "area"})]
    assert heads == [each.name for each in real_summary().regions]


def test_a_period_of_unknown_status_has_one_map() -> None:
    teams = tuple(replace(team, label="") for team in real_summary().teams)
    page = parsed(page_html(replace(real_summary(), teams=teams, prefectures=by_prefecture(teams))))
    assert len([*page.one("details", id="map").all("ol")]) == 1
    assert not [*page.all("input", type="radio")]


def test_the_list_shows_every_team_without_script() -> None:
    summary, table = real_summary(), real_page().one("table", id="list")
    rows = [*table.one("tbody").all("tr")]
    for team, row in zip(summary.teams, rows, strict=True):
        assert "hidden" not in row.attributes
        number, name, people, label, seats, themes = (
            each for each in row.children if isinstance(each, Element)
        )
        assert number.one("a").attributes["href"] == f"#t{team.number:02}"
        assert (number.text, name.tag, label.text) == (f"{team.number:02}", "th", team.label or "…")
        mark = " ◇" if team.is_assumed else ""
        assert name.text == f"{team.prefecture} {team.name}{mark}{team.kana}"
        assert name.one("a").attributes["href"] == team.page
        assert people.text == f"{team.population:,}"
        assert [each.text for each in seats.all("li")] == [
            f"{seat.agency} {seat.rank}{' ◆' if seat.is_support_officer else ''}"
            for seat in team.seats
        ]
        cited = "".join(f" [{number}]" for number in team.sources)
        assert themes.text == ("、".join(team.themes or ()) or "…") + cited
        assert [each.attributes["href"] for each in themes.all("a")] == [
            f"#source-{number}" for number in team.sources
        ]
