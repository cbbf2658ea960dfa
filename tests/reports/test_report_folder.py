"""The summary as a folder: Markdown with pictures."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from banso_cli.reports.entries import Chart
from banso_cli.reports.folder import OWN_NAMES, report_folder
from banso_cli.reports.markdown import summary_markdown
from banso_cli.reports.summary import Summary, summary_of
from banso_cli.statistics.tables.table import Table
from tests.reports.pictures import Picture
from tests.reports.tables import FULL, NOBODY, SHARES, WITHHELD
from tests.statistics.rosters import counting, member, real_counting, team, totals_counting

IMAGE = re.compile(r"!\[((?:[^\]\\]|\\.)+)\]\(([^)]+)\)")


@pytest.fixture(scope="module")
def summary() -> Summary:
    return summary_of(real_counting(), 0)


def files(summary: Summary) -> dict[str, str]:
    return {file.path: file.data.decode("utf-8") for file in report_folder(summary).files}


def test_the_folder_has_the_document_and_its_pictures(summary: Summary) -> None:
    assert list(files(summary)) == [
        "summary.md",
        *("1-gender.svg", "2-track.svg", "3-rank.svg"),
        *("4-age.svg", "5-region.svg", "6-population.svg"),
        *("status.svg", "agency.svg", "theme.svg"),
        *("map-all.svg", "map-all-narrow.svg"),
        *("map-new.svg", "map-new-narrow.svg"),
        *("map-continuing.svg", "map-continuing-narrow.svg"),
    ]


def test_every_picture_is_shown_once_with_words_for_those_who_do_not_see_it(
    summary: Summary,
) -> None:
    found = files(summary)
    document = found.pop("summary.md")
    images = IMAGE.findall(document)
    maps = re.findall(r'srcset="([^"]+)"><img src="([^"]+)" alt="([^"]+)">', document)
    shown = [path for _alt, path in images] + [path for pair in maps for path in pair[:2]]
    assert sorted(shown) == sorted(found)
    assert all(len(alt) > 10 for alt, _path in images)
    assert all("の地図。" in alt for _narrow, _path, alt in maps)
    for svg in found.values():
        assert Picture(svg).child("title")


def test_the_document_has_the_tables_without_bars_of_letters(summary: Summary) -> None:
    document, plain = files(summary)["summary.md"], summary_markdown(summary)
    assert "█" not in document
    assert "\n\n\n" not in document
    assert not re.search(r"[^ ] $", document, re.MULTILINE)
    rows = [row for row in plain.splitlines() if row.startswith("| ")]
    for row in rows:
        assert re.sub(r" █* ?\|$|(?<=\|) \|$", "", row) in document
    for table in (summary.agencies.table, summary.themes.table):
        assert f"## {table.title}" in document
        assert all(f"| {row.key} | {row.count} |" in document for row in table.rows)
    assert "| 北海道 | 11 | 0 | 2 | 9 |" in document


def test_sections_of_the_summary_keep_their_order(summary: Summary) -> None:
    headings = re.compile("^## (.+)$", re.MULTILINE)
    plain = headings.findall(summary_markdown(summary))
    found = headings.findall(files(summary)["summary.md"])
    assert [title for title in found if title in plain] == plain
    assert [title for title in found if title not in plain] == [
        "都道府県別 伴走支援自治体数",
        "所属府省庁等",
        "支援テーマ別 伴走支援自治体数",
    ]


def test_the_words_beside_a_picture_tell_the_largest_where_it_is_certain(
    summary: Summary,
) -> None:
    def words(table: Table) -> str:
        chart = Chart("", replace(table, id="agency"))
        document = files(replace(summary, agencies=chart))["summary.md"]
        alternatives = {match[2]: match[1] for match in IMAGE.finditer(document)}
        return alternatives["agency.svg"]

    ranks = next(chart for chart in summary.charts if chart.table.id == "rank")
    assert "最も多いのは補佐級 130名 46.6%。" in words(ranks.table)
    assert "最も多い" not in words(FULL), "recorded in part"
    assert "最も多い" not in words(NOBODY), "nobody at all"
    assert "最も多いのは男性 75.0%。" in words(SHARES)
    assert words(WITHHELD) == "年齢の図。秘匿。示すと知られる。"


def test_a_period_without_a_list_has_no_maps() -> None:
    found = files(summary_of(totals_counting(), 0))
    assert not [path for path in found if "map" in path]
    assert "※ 未収録。この期のチームの一覧は収めていない。" in found["summary.md"]
    assert "\n\n\n" not in found["summary.md"]
    assert len(found) == 10


def test_every_name_is_known_beforehand(summary: Summary) -> None:
    assert set(files(summary)) == OWN_NAMES
    without_maps = {name for name in OWN_NAMES if not name.startswith("map-")}
    assert set(files(summary_of(totals_counting(), 0))) == without_maps


def test_the_folder_of_a_faulty_roster_is_stamped() -> None:
    for text in files(summary_of(counting([team(1, "013455", [member()])]), 2)).values():
        assert "不完全" in text


def test_the_folder_is_the_same_each_time(summary: Summary) -> None:
    assert report_folder(summary).files == report_folder(summary_of(real_counting(), 0)).files
