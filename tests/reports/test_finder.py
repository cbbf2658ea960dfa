"""The data of the page: names that teams are found by, letters, classes, and nothing personal."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from banso_cli.datasets.teams import TEAMS
from banso_cli.reference.bodies import short_names
from banso_cli.reports.page.finder import FACETS, finder_of
from banso_cli.reports.page.names import letters_for
from banso_cli.reports.summary import Summary, summary_of
from banso_cli.statistics.tables.table import UNRECORDED
from banso_cli.text.meaning import folded
from tests.reports.summaries import SUMMARIES, faulty_summary, real_summary, sheet_of
from tests.statistics.rosters import counting, member, team


def data_of(summary: Summary) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(finder_of(summary).data)
    return found


def others_of(summary: Summary, table: str) -> Mapping[str, tuple[str, ...]]:
    return {each.name: each.others for each in summary.names if each.table == table}


def test_bodies_are_found_by_alias_short_name_printed_spelling_and_parents() -> None:
    others = others_of(real_summary(), "agency")
    assert others["国土交通省"] == ("国交省",)
    assert others["農林水産省"] == ("農水省",)
    assert others["こども家庭庁"] == ("内閣府", "子ども家庭庁")
    assert others["金沢国税局"] == ("国税庁", "財務省")
    assert others_of(real_summary(), "rank")["補佐級"] == ("課長補佐級",)


def test_what_a_source_prints_finds_the_name() -> None:
    printed = {"agency": "総務省統計局", "rank": "主査級"}
    found = summary_of(counting([team(1, "013455", [member(printed=printed)])]), 0)
    assert "総務省統計局" in others_of(found, "agency")["総務省"]
    assert "主査級" in others_of(found, "rank")["補佐級"]


def test_every_short_name_is_of_one_body_as_rosters_write_it() -> None:
    for name, short in short_names().items():
        assert name not in short
        assert all(each and len(each) < len(name) for each in short)
    assert short_names()["厚生労働省"] == ("厚労省",)


def test_the_classes_are_those_that_teams_have_in_the_order_of_their_lists() -> None:
    facets = {each.id: each.names for each in finder_of(real_summary()).facets}
    assert [*facets] == [*FACETS]
    assert facets["rank"] == ("指定職", "課長級", "企画官・室長級", "補佐級", "係長級")
    assert facets["status"] == ("新規", "継続", UNRECORDED)
    assert facets["agency"][:3] == ("内閣官房", "人事院", "内閣府")
    assert len(facets["prefecture"]) == 38
    unknown = {each.id: each.names for each in finder_of(faulty_summary()).facets}
    assert unknown["prefecture"] == ("北海道", UNRECORDED)
    assert unknown["agency"] == ("総務省", "銀河省")


def test_the_rows_are_those_of_the_csv() -> None:
    for make in SUMMARIES.values():
        sheet, data = sheet_of(make(), TEAMS.name), data_of(make())
        assert [tuple(row) for row, *_more in data["teams"]] == [*sheet.rows]
        assert tuple(data["heads"]["teams"]) == sheet.headings()


def test_the_letters_are_those_of_the_one_table_as_far_as_they_occur() -> None:
    old, new = letters_for("南木曽町、龍ケ崎市、髙山村")
    pairs = dict(zip(old, new, strict=True))
    assert pairs["曾"] == "曽"
    assert pairs["龍"] == "竜"
    assert pairs["髙"] == "高"
    assert pairs["⼭"] == "山"
    assert "學" not in pairs
    assert all(folded(letter) == meant for letter, meant in pairs.items() if letter not in "⻯⻱")


def test_no_data_end_the_script_that_holds_them() -> None:
    hostile = replace(real_summary().teams[0], name="</script><!--")
    assert "<" not in finder_of(replace(real_summary(), teams=(hostile,))).data


def test_a_seat_has_a_body_a_rank_and_a_role_and_no_more() -> None:
    data = data_of(SUMMARIES["complete"]())
    assert set(data["names"]) == set(FACETS)
    assert {len(seat) for _row, _themes, seats, _others in data["teams"] for seat in seats} == {3}
    text = finder_of(SUMMARIES["complete"]()).data
    assert not any(word in text for word in ("男性", "女性", "事務官", "技官", "30代"))
