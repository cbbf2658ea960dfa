"""Conditions: which teams, members and activities are left, and what is said of them."""

from __future__ import annotations

import pytest

from banso_cli.statistics.condition import Condition
from banso_cli.statistics.dimensions import (
    ACTIVITY,
    AGE,
    AGENCY,
    GENDER,
    MUNICIPALITY_TYPE,
    RANK,
    REGION,
    STATUS,
    TEAM_SIZE,
    THEME,
    TRACK,
    Dimension,
)
from banso_cli.statistics.tables.table import UNRECORDED, TableStatus
from tests.statistics.rosters import counting, member, people, team

ONLINE, VISIT = (
    {"kind": "online", "date": "2026-04-30"},
    {"kind": "visit", "date": "2026-06-19"},
)
TEAMS = [
    team(
        1,
        "013455",
        [member("総務省", "課長級"), member("環境省")],
        status="new",
        themes=["観光", "環境"],
        activities=[ONLINE, VISIT],
    ),
    team(2, "014079", [member("総務省"), member("財務省")], status="continuing", themes=["環境"]),
    team(3, "032034", [member("財務省", "課長級")] * 3, activities=[ONLINE]),
]


def test_a_condition_on_members_keeps_them_and_their_teams() -> None:
    made = counting(TEAMS, 2, Condition(AGENCY, "総務省"))
    assert [len(made.of(each)) for each in ("teams", "members", "activities")] == [
        2,
        2,
        2,
    ]
    assert made.table(TEAM_SIZE).rows[0].count == 2
    assert made.table(RANK).notes == (
        "所属府省庁等が総務省のものに限る。",
        "割合は支援官2名に対するもの。",
    )


def test_one_member_meets_all_conditions_on_members() -> None:
    conditions = (Condition(AGENCY, "総務省"), Condition(RANK, "課長級"))
    made = counting(TEAMS, 2, *conditions)
    assert [case.team.number for case in made.of("teams")] == [1]
    assert len(made.of("members")) == 1


def test_a_condition_on_activities_keeps_them_and_their_teams() -> None:
    made = counting(TEAMS, 2, Condition(ACTIVITY, "現地訪問"))
    assert [len(made.of(each)) for each in ("teams", "members", "activities")] == [
        1,
        2,
        1,
    ]


def test_a_condition_on_a_theme_holds_for_a_team_with_others() -> None:
    made = counting(TEAMS, 2, Condition(THEME, "環境"), Condition(REGION, "北海道"))
    assert [case.team.number for case in made.of("teams")] == [1, 2]


def test_what_a_condition_passes_over_as_not_recorded_is_told() -> None:
    notes = counting(TEAMS, 2, Condition(STATUS, "新規")).table(RANK).notes
    assert notes[:2] == (
        "新規・継続が新規のものに限る。",
        "新規・継続が未収録の1市町村は含まない。",
    )
    notes = counting(TEAMS, 2, Condition(THEME, "環境")).cross(RANK, AGENCY).notes
    assert notes == (
        "支援テーマに環境を含むものに限る。",
        "支援テーマが未収録の1市町村は含まない。",
    )


def test_tables_of_what_has_the_counted_tell_how_it_is_chosen() -> None:
    both = (Condition(AGENCY, "総務省"), Condition(RANK, "課長級"), Condition(REGION, "北海道"))
    made = counting(TEAMS, 2, *both)
    those = "所属府省庁等が総務省で、役職が課長級の支援官が一人以上いるチーム"
    assert made.table(TEAM_SIZE).notes[:2] == ("地域が北海道のものに限る。", f"{those}を数える。")
    assert made.table(ACTIVITY).notes[1] == f"{those}の活動を数える。"
    assert made.cross(STATUS, THEME).notes[1] == f"{those}を数える。"
    assert made.cross(RANK, THEME).notes[:3] == (
        "地域が北海道のものに限る。",
        "所属府省庁等が総務省のものに限る。",
        "役職が課長級のものに限る。",
    )


def test_a_condition_on_activities_tells_what_is_not_recorded() -> None:
    made = counting(TEAMS, 2, Condition(ACTIVITY, "現地訪問"))
    unknown = "活動が未収録の1チームは含まない。"
    assert made.table(ACTIVITY).notes == (
        "活動の形式が現地訪問のものに限る。",
        unknown,
        "割合は活動1回に対するもの。",
    )
    those = "活動の形式が現地訪問の活動が一回以上あるチーム"
    assert made.table(RANK).notes[:2] == (f"{those}の支援官を数える。", unknown)
    assert made.table(TEAM_SIZE).notes[:2] == (f"{those}を数える。", unknown)
    everywhere = counting(TEAMS[:1], 2, Condition(ACTIVITY, "現地訪問"))
    assert unknown not in everywhere.table(ACTIVITY).notes


def test_where_nothing_meets_the_conditions_the_figures_are_zero() -> None:
    made = counting(TEAMS, 2, Condition(MUNICIPALITY_TYPE, "村"))
    table = made.table(RANK)
    assert (table.status, table.total, table.recorded) == (TableStatus.RECORDED, 0, 0)
    assert {(row.count, row.share) for row in table.rows} == {(0, None)}
    assert table.notes == ("市・町・村の別が村のものに限る。", "条件に合うものはない。")
    assert made.table(THEME).rows == ()
    assert made.cross(RANK, REGION).total == 0
    assert made.table(ACTIVITY).total == 0
    assert made.table(GENDER).status is TableStatus.NOT_RECORDED


def test_what_is_recorded_nowhere_is_no_zero() -> None:
    teams = [team(1, "013455", [member()])]
    made = counting(teams, 2, Condition(MUNICIPALITY_TYPE, "村"))
    for by in (STATUS, THEME, ACTIVITY, GENDER):
        assert made.table(by).status is TableStatus.NOT_RECORDED
    assert made.cross(STATUS, RANK).status is TableStatus.NOT_RECORDED


def test_published_figures_are_of_the_whole_period() -> None:
    table = counting(TEAMS, 2, Condition(REGION, "北海道")).table(STATUS)
    assert {row.published for row in table.rows} == {None}
    assert table.published_total is None


@pytest.mark.parametrize("by", [GENDER, TRACK, AGE], ids=lambda by: by.id)
def test_nothing_is_narrowed_down_by_a_personal_attribute(by: Dimension) -> None:
    with pytest.raises(ValueError, match=by.id):
        Condition(by, "女性")


def test_personal_attributes_are_withheld_even_where_nothing_is_left() -> None:
    made = counting([team(1, "013455", people(男性=9, 女性=9))], 2, Condition(REGION, "四国"))
    assert made.table(GENDER).status is TableStatus.WITHHELD
    assert UNRECORDED not in made.table(GENDER).notes[0]


def test_teams_of_the_same_number_are_kept_apart() -> None:
    teams = [team(1, "013455", [member("環境省")]), team(1, "032034", [member("財務省")])]
    made = counting(teams, 2, Condition(AGENCY, "環境省"))
    assert len(made.of("teams")) == 1
