"""How a visitor finds teams: by the map, by words, by order, by an address."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from banso_cli.reports.summary import Summary
from tests.browser.conftest import Opened, Opening, numbers

FOUND = {
    "こまがね": ["41"],
    "コマガネ": ["41"],
    "ｺﾏｶﾞﾈ": ["41"],
    "駒ケ根": ["41"],
    "駒が根市": ["41"],
    "駒ヶ": ["41"],
    "長野県駒ヶ根市": ["41"],
    "南木曾": ["42"],
    "ながのけん　なぎそ": ["42"],
    "ながのけん　みなみきそ": [],
    "産業振興 環境": ["12"],
    "子育て": ["12"],
    "(": [],
    "森町": ["01"],
    "1": ["01"],
    "041": ["41"],
    "013455": ["01"],
    "13455": ["01"],
    "01345": ["01"],
    "茅部郡": ["01"],
    "Mori-machi": ["01"],
    "morimachi": ["01"],
    "nagano NAGISO": ["42"],
    "金沢国税局": ["65"],
    "継続 国交省 課長級": ["12"],
    "大船渡 国土交通省 補佐級": [],
    "大船渡 国土交通省 内閣官房 課長級": ["12"],
    "大船渡 文科省 課長補佐級": ["12"],
    "大船渡 子育て 環境 文科省": ["12"],
}
"""What is typed, and the numbers of the teams that it finds."""


def by_prefecture(summary: Summary, *names: str) -> list[str]:
    return numbers([team for team in summary.teams if team.prefecture in names])


def tab_to(opened: Opened, text: str, most: int = 120) -> None:
    """Press Tab until what has the focus shows this text."""
    for _press in range(most):
        opened.page.keyboard.press("Tab")
        if opened.page.evaluate("document.activeElement.textContent").startswith(text):
            return
    pytest.fail(f"no way to {text} by the keyboard")


def test_the_map_and_the_heads_work_by_keyboard_alone(opening: Opening, summary: Summary) -> None:
    opened = opening()
    page = opened.page
    tab_to(opened, "長野")
    page.keyboard.press("Space")
    assert opened.rows() == by_prefecture(summary, "長野県")
    assert page.evaluate("document.activeElement.ariaPressed") == "true"
    assert "97チームのうち5チーム" in page.get_by_role("status").inner_text()
    tab_to(opened, "愛知")
    page.keyboard.press("Enter")
    assert opened.rows() == by_prefecture(summary, "長野県", "愛知県")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.ariaPressed") == "false"
    tab_to(opened, "人口")
    page.keyboard.press("Enter")
    chosen = [team for team in summary.teams if team.prefecture == "長野県"]
    chosen.sort(key=lambda team: team.population or 0)
    assert opened.rows() == numbers(chosen)
    assert page.locator("[aria-sort]").get_attribute("aria-sort") == "ascending"
    page.keyboard.press("Enter")
    assert opened.rows() == numbers(chosen[::-1])
    assert page.locator("[aria-sort]").get_attribute("aria-sort") == "descending"
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"


def test_prefectures_without_teams_are_no_buttons(opening: Opening, summary: Summary) -> None:
    opened = opening()
    with_teams = [each for each in summary.prefectures if each.teams]
    assert opened.page.locator("#map .all button").count() == len(with_teams) == 38
    assert opened.page.locator("#map .all span.tile").count() == 47 - 38


def test_words_are_found_however_they_are_typed(opening: Opening) -> None:
    opened = opening()
    for asked, found in FOUND.items():
        opened.page.get_by_role("searchbox").fill(asked)
        assert opened.rows() == found, asked
        status = opened.page.get_by_role("status").inner_text()
        told = f"のうち{len(found)}チーム" if found else "当てはまるチームはありません"
        assert told in status, asked


NAMED = {
    "国交省": ("国土交通省",),
    "農水省": ("農林水産省",),
    "子ども家庭庁": ("こども家庭庁",),
    "ﾃﾞｼﾞﾀﾙ庁": ("デジタル庁",),
    "財務省": ("財務省", "金沢国税局"),
    "NEDO": ("国立研究開発法人新エネルギー・産業技術総合開発機構",),
    "外務省": ("外務省",),
    "國土交通省": ("国土交通省",),
    "⾦融庁": ("金融庁",),
}
"""What is typed, and the bodies whose teams it finds."""


@pytest.mark.parametrize("rank", ["", "課長級", "課長補佐級"])
def test_bodies_are_found_by_any_name_and_with_a_rank_in_one_person(
    opening: Opening, summary: Summary, rank: str
) -> None:
    opened = opening()
    meant = rank.replace("課長補佐級", "補佐級")
    for asked, bodies in NAMED.items():
        opened.page.get_by_role("searchbox").fill(f"{asked}　{rank}")
        wanted = [
            team
            for team in summary.teams
            if any(s.agency in bodies and s.rank == (meant or s.rank) for s in team.seats)
        ]
        assert opened.rows() == numbers(wanted), asked


def test_region_and_status_narrow_each_other(opening: Opening, summary: Summary) -> None:
    opened = opening()
    opened.page.get_by_label("地域", exact=True).select_option("東北")
    opened.page.get_by_label("新規・継続", exact=True).select_option("未収録")
    wanted = [team for team in summary.teams if team.region == "東北" and not team.label]
    assert opened.rows() == numbers(wanted)
    opened.page.get_by_role("button", name="条件を消す").click()
    assert opened.rows() == numbers(summary.teams)
    assert opened.page.evaluate("document.activeElement.id") == "words"


def test_body_and_rank_are_those_of_one_person(opening: Opening, summary: Summary) -> None:
    opened = opening()
    opened.page.get_by_label("府省庁等", exact=True).select_option("国土交通省")
    opened.page.get_by_label("役職", exact=True).select_option("課長級")
    both = ("国土交通省", "課長級")
    wanted = [t for t in summary.teams if any((s.agency, s.rank) == both for s in t.seats)]
    assert opened.rows() == numbers(wanted)
    query = parse_qs(urlsplit(opened.page.url).query)
    assert query == {"agency": [both[0]], "rank": [both[1]]}
    assert opening(url=opened.page.url).rows() == numbers(wanted)


def test_every_facet_narrows_by_what_teams_have(opening: Opening, summary: Summary) -> None:
    opened = opening()
    first = summary.teams[0]
    asked = {
        "人口": (first.population_band, lambda t: t.population_band == first.population_band),
        "支援テーマ": ("環境", lambda t: "環境" in (t.themes or ())),
        "都道府県": ("長野県", lambda t: t.prefecture == "長野県"),
        "新規・継続": ("継続", lambda t: t.label == "継続"),
    }
    for label, (name, has) in asked.items():
        opened.page.get_by_label(label, exact=True).select_option(name)
        assert opened.rows() == numbers(filter(has, summary.teams)), label
        assert f"（{label}：{name}）" in opened.page.get_by_role("status").inner_text()
        opened.page.get_by_role("button", name="条件を消す").click()


def test_kana_sort_the_names(opening: Opening, summary: Summary) -> None:
    opened = opening()
    opened.page.locator("[data-sort=name] button").click()
    shown = opened.rows()
    first, last = (summary.teams[int(number) - 1].kana for number in (shown[0], shown[-1]))
    assert first < "い"
    assert last >= "や"
    assert sorted(shown) == numbers(summary.teams)


def test_the_address_holds_what_is_asked_for(opening: Opening, address: str) -> None:
    opened = opening()
    page = opened.page
    page.get_by_role("searchbox").fill("総務省")
    page.locator("#map .all [data-code='20']").click()
    page.locator("#map .all [data-code='01']").click()
    page.get_by_role("button", name="人口").click()
    page.get_by_role("button", name="人口").click()
    query = parse_qs(urlsplit(page.url).query)
    assert query == {"q": ["総務省"], "pref": ["01,20"], "sort": ["-population"]}
    shown = opened.rows()
    assert shown
    assert opening(url=page.url).rows() == shown
    page.reload()
    assert opened.rows() == shown
    assert page.get_by_role("searchbox").input_value() == "総務省"
    assert page.locator("#map .all [aria-pressed=true]").count() == 2
    for _step in range(5):
        page.go_back()
    assert page.url == address
    assert len(opened.rows()) == 97
    page.go_forward()
    assert parse_qs(urlsplit(page.url).query) == {"q": ["総務省"]}
    assert page.get_by_role("searchbox").input_value() == "総務省"


def test_an_address_with_nonsense_shows_everything(opening: Opening, address: str) -> None:
    opened = opening(url=f"{address}?pref=02,99,x&region=%3Cb%3E&status=1&sort=age#t98")
    assert len(opened.rows()) == 97
    assert opened.complaints == []
    opened.page.get_by_label("地域", exact=True).select_option("四国")
    assert parse_qs(urlsplit(opened.page.url).query) == {"region": ["四国"]}


def test_a_link_to_a_team_shows_it_in_spite_of_the_filter(opening: Opening, address: str) -> None:
    opened = opening(url=f"{address}?pref=01#t41")
    assert opened.page.locator("#t41").is_visible()
    opened.page.locator("#map .all [data-code='01']").click()
    assert not opened.page.locator("#t91").is_visible()
    opened.page.locator(".remarks a[href='#t91']").first.click()
    opened.page.locator("#t91").wait_for(state="visible")  # the address tells of it a little later
