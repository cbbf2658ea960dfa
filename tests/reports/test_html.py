"""The page of HTML, read back without a browser."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import replace
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from banso_cli.reports.entries import SourceEntry
from banso_cli.reports.html import page_html
from banso_cli.reports.summary import summary_of
from tests.reports.pages import real_page, real_summary, small
from tests.reports.parsed_page import Element, parsed
from tests.statistics.rosters import real_counting, totals_counting

MOST_BYTES = 200_000
HOSTILE = "</script></style><img src=x onerror=alert(1)> \" ' & {{ 7 * 7 }}"


def policy(page: Element) -> dict[str, list[str]]:
    meta = page.one("meta", **{"http-equiv": "Content-Security-Policy"})
    directives = [each.split() for each in meta.attributes["content"].split(";")]
    return {name: sources for name, *sources in directives}


def digest(text: str) -> str:
    found = base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest())
    return f"'sha256-{found.decode('ascii')}'"


def script(page: Element) -> Element:
    """Return the script that runs; the other one holds data."""
    (found,) = (each for each in page.all("script") if not each.attributes)
    return found


def test_the_page_of_97_teams_is_small() -> None:
    assert len(real_summary().teams) == 97
    assert len(page_html(real_summary()).encode("utf-8")) < MOST_BYTES


def test_the_policy_allows_the_one_style_and_the_one_script_and_nothing_else() -> None:
    page = real_page()
    assert policy(page) == {
        "default-src": ["'none'"],
        "style-src": [digest(page.one("style").text)],
        "script-src": [digest(script(page).text)],
        "img-src": ["data:"],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
    }


def test_the_policy_comes_before_what_it_rules() -> None:
    text = page_html(real_summary())
    assert text.index("Content-Security-Policy") < text.index("<link") < text.index("<style")
    assert "\r" not in text


def test_nothing_is_fetched() -> None:
    page = real_page()
    for element in page.all("*"):
        names = set(element.attributes)
        assert names.isdisjoint({"src", "srcset", "style", "action", "background", "poster"})
        assert not [name for name in names if name.startswith("on")]
    assert [link.attributes for link in page.all("link")] == [{"rel": "icon", "href": "data:,"}]
    assert not re.search(r"@import|url\(", page.one("style").text)
    assert not re.search(r"fetch|XMLHttpRequest|import|eval|innerHTML", script(page).text)


def test_headings_go_down_one_step_at_a_time() -> None:
    levels = [int(each.tag[1]) for each in real_page().all("*") if re.fullmatch("h[1-6]", each.tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_id_is_unique_and_every_reference_leads_to_one() -> None:
    page = real_page()
    ids = [each.attributes["id"] for each in page.all("*") if "id" in each.attributes]
    assert len(ids) == len(set(ids))
    wanted = {
        name
        for each in page.all("*")
        for key in ("aria-labelledby", "aria-describedby", "for")
        for name in each.attributes.get(key, "").split()
    }
    wanted |= {
        each.attributes["href"][1:]
        for each in page.all("a")
        if each.attributes["href"].startswith("#")
    }
    assert wanted <= set(ids)


def test_what_needs_script_is_hidden_until_it_runs() -> None:
    page = real_page()
    assert "hidden" in page.one("form").attributes
    assert "hidden" in page.one("p", id="map-help").attributes
    assert "hidden" in page.one("div", **{"class": "actions"}).attributes
    assert "hidden" in page.one("p", **{"class": "more"}).attributes
    buttons = [each.attributes.get("id", "saves") for each in page.all("button")]
    assert buttons == ["reset", "saves", "saves", "more"]
    assert page.one("p", id="hits").text == ""
    assert "JavaScript" in page.one("noscript").text


def test_comparisons_remarks_sources_and_marks_are_shown() -> None:
    summary, page = real_summary(), real_page()
    cells = page.one("section", id="comparison").one("table").cells
    for each, row in zip(summary.comparisons, cells[1:], strict=True):
        counted = "…" if each.counted is None else f"{each.counted}{each.unit}"
        assert row[:3] == [each.label, f"{each.published}{each.unit}", counted]
        assert row[4] == each.note
    remarks = [each.text for each in page.one("section", id="teams").all("li")]
    for note in (*summary.assumptions, *summary.printed):
        assert f"{note.number:02} {note.municipality} {note.text}" in remarks
    sources = [*page.one("section", id="sources").all("li")]
    for source, item in zip(summary.sources, sources, strict=True):
        assert item.text.startswith(source.title)
        assert item.attributes["id"] == f"source-{source.number}"
        assert [each.attributes["href"] for each in item.all("a")] == [source.url] * bool(
            source.url
        )
    marks = page.one("section", id="marks")
    assert [each.text for each in marks.all("dt")] == [each.sign for each in summary.marks]
    assert [each.text for each in marks.all("dd")] == [each.meaning for each in summary.marks]


def test_the_same_summary_gives_the_same_page() -> None:
    assert page_html(real_summary()) == page_html(summary_of(real_counting(), 0))


def test_an_unsound_roster_is_stamped_at_the_top_in_the_title_and_on_every_sheet() -> None:
    page = parsed(page_html(replace(real_summary(), errors=3)))
    assert page.one("title").text.startswith("【不完全】")
    assert "3件のエラー" in page.one("p", **{"class": "stamp"}).text
    assert page.one("body").attributes == {"class": "incomplete"}
    assert not [*real_page().all("p", **{"class": "stamp"})]


def test_made_up_data_is_called_so() -> None:
    summary = replace(
        real_summary(),
        programme=replace(real_summary().programme, is_fictional=True),
        credit="",
    )
    page = parsed(page_html(summary))
    assert "架空データ" in page.one("p", **{"class": "fictional"}).text
    assert page.one("body").attributes == {"class": "made-up"}
    assert real_summary().credit not in page.text
    assert not [*real_page().all("p", **{"class": "fictional"})]


def test_a_first_period_stands_alone() -> None:
    page = parsed(page_html(summary_of(totals_counting(), 0)))
    assert not [*page.all("dd", **{"class": "earlier"})]
    assert not [*page.all("details")]


def test_hostile_text_stays_text() -> None:
    team = real_summary().teams[0]
    seat = replace(team.seats[0], agency=HOSTILE, rank=HOSTILE)
    team = replace(
        team,
        name=HOSTILE,
        kana=HOSTILE,
        prefecture=HOSTILE,
        region=HOSTILE,
        page="javascript:alert(1)",
        seats=(seat,),
        themes=(HOSTILE,),
    )
    sources = (
        SourceEntry(1, HOSTILE, HOSTILE, f'https://example.invalid/"{HOSTILE}', None),
        SourceEntry(2, HOSTILE, "a", "b:c", None),
    )
    page = parsed(page_html(small(teams=(team,), title=HOSTILE, sources=sources)))
    row = page.one("tr", id="t01")
    assert row.text.count(HOSTILE) == 6
    data = json.loads(page.one("script", id="data").text)
    assert data["names"]["region"] == [[HOSTILE]]
    assert data["names"]["rank"] == [[HOSTILE]]
    assert page.one("h1").text == page.one("title").text == HOSTILE
    assert not [*page.all("img")]
    assert [each.attributes["href"] for each in row.all("a")] == ["#t01", "#source-2"]
    (link,) = page.one("section", id="sources").all("a")
    assert link.attributes["href"] == sources[0].url
    assert len([*page.all("script")]) - 1 == len([*page.all("style")]) == 1


@settings(max_examples=25)
@given(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1))
def test_any_name_is_read_back(name: str) -> None:
    team = replace(real_summary().teams[0], name=name, themes=(name,))
    row = parsed(page_html(small(teams=(team,)))).one("tr", id="t01")
    assert [each.text for each in row.all("a")] == ["01", name, "[2]"]
    assert row.text.endswith(f"{name} [2]")
