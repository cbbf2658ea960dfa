"""Cross tables: what is counted, what is withheld, and what the reason gives away."""

from __future__ import annotations

from dataclasses import replace

import pytest

from banso_cli.statistics.crossing import crossable
from banso_cli.statistics.dimensions import (
    ACTIVITY,
    DIMENSIONS,
    GENDER,
    MUNICIPALITY_TYPE,
    POPULATION,
    RANK,
    REGION,
    STATUS,
    TEAM_SIZE,
    THEME,
    TRACK,
    Dimension,
)
from banso_cli.statistics.tables.cross_table import CrossTable
from banso_cli.statistics.tables.table import UNRECORDED, TableStatus
from tests.statistics.rosters import counting, member, team

HOKKAIDO, IWATE, NOWHERE = "013455", "032034", "999999"
GENDERS = ("男性", "女性")


def cells(cross: CrossTable) -> dict[str, tuple[int, ...]]:
    """Return the counts of each row."""
    return {row.key: row.counts for row in cross.rows}


def test_a_cross_of_members_and_teams_counts_members() -> None:
    teams = [
        team(1, HOKKAIDO, [member(rank="課長級"), member(), member()]),
        team(2, NOWHERE, [member(), member()]),
    ]
    for first, second in ((RANK, MUNICIPALITY_TYPE), (MUNICIPALITY_TYPE, RANK)):
        cross = counting(teams).cross(first, second)
        assert (cross.unit, cross.subject, cross.total, cross.adds_up) == ("名", "支援官", 5, True)
    assert cross.title == "市・町・村別 × 役職"
    assert cross.columns == ("指定職", "課長級", "企画官・室長級", "補佐級", "係長級")
    assert cells(cross) == {
        "市": (0, 0, 0, 0, 0),
        "町": (0, 1, 0, 2, 0),
        "村": (0, 0, 0, 0, 0),
        UNRECORDED: (0, 0, 0, 2, 0),
    }


def test_a_cross_states_the_definitions_of_both() -> None:
    teams = [team(1, HOKKAIDO, [member()], themes=["観光", "環境"])]
    notes = counting(teams).cross(REGION, POPULATION).notes
    assert ["八地方区分" in each for each in notes] == [True, False, False]
    assert notes[2] == "人口は住民基本台帳（令和7年1月1日現在）による。"
    cross = counting(teams).cross(THEME, STATUS)
    assert cross.status is TableStatus.NOT_RECORDED
    assert cross.notes == ("未収録。",)
    cross = counting(teams).cross(THEME, RANK)
    assert (cross.unit, cross.total, cross.adds_up) == ("名", 1, False)
    assert cross.notes == (
        "一つの団体が複数のテーマをもつときは、それぞれに数える。",
        "支援テーマの区分の和は延べ数。支援官の実数は1名。",
    )


def test_sums_of_a_cross_tell_where_something_is_counted_again() -> None:
    teams = [
        team(1, HOKKAIDO, [member(rank="課長級"), member()], themes=["観光", "環境"]),
        team(2, IWATE, [member()], themes=["環境"]),
    ]
    cross = counting(teams).cross(THEME, RANK)
    assert cells(cross) == {"環境": (0, 1, 0, 2, 0), "観光": (0, 1, 0, 1, 0)}
    assert (cross.row_sums, cross.row_sums_head) == ((3, 2), "計")
    assert (cross.column_sums, cross.column_sums_head) == ((0, 2, 0, 3, 0), "延べ計")
    assert (cross.grand_sum, cross.total) == (5, 3)
    turned = counting(teams).cross(RANK, THEME)
    assert (turned.row_sums, turned.row_sums_head) == ((0, 2, 0, 3, 0), "延べ計")
    assert (turned.column_sums, turned.column_sums_head) == ((3, 2), "計")
    same = replace(turned, id=cross.id, title=cross.title, notes=cross.notes)
    assert (same.turned, same.turned.turned) == (cross, same)
    plain = counting(teams).cross(RANK, MUNICIPALITY_TYPE)
    assert (plain.row_sums_head, plain.column_sums_head, plain.adds_up) == ("計", "計", True)
    assert plain.grand_sum == plain.total == 3


def test_a_cross_of_activities_counts_activities() -> None:
    visits = [{"kind": "visit", "date": f"2026-06-1{day}"} for day in range(3)]
    made = counting([team(1, HOKKAIDO, [member()] * 2, activities=visits)])
    cross = made.cross(TEAM_SIZE, ACTIVITY)
    assert (cross.unit, cells(cross)["2名"]) == ("回", (0, 3, 0, 0))
    assert not crossable(ACTIVITY, RANK)
    assert crossable(ACTIVITY, REGION)


def test_an_empty_cross_has_no_total() -> None:
    cross = counting([team(1, HOKKAIDO, [member()])]).cross(RANK, TRACK)
    assert (cross.status, cross.total) == (TableStatus.NOT_RECORDED, None)
    assert cross.notes == ("未収録。",)


@pytest.mark.parametrize(
    "by", [each for each in DIMENSIONS if each is not GENDER], ids=lambda by: by.id
)
def test_a_personal_attribute_is_crossed_with_nothing(by: Dimension) -> None:
    found = [member(gender=g, track=t, age=40) for g in GENDERS for t in ("事務官", "技官")] * 6
    made = counting([team(1, HOKKAIDO, found, status="new", themes=["観光"])])
    for cross in (made.cross(GENDER, by), made.cross(by, GENDER)):
        if by is ACTIVITY:
            assert cross.status is TableStatus.NOT_RECORDED
            continue
        assert (cross.status, cross.rows, cross.columns) == (TableStatus.WITHHELD, (), ())
        assert cross.notes == (
            "秘匿。性別、事務官・技官の別、年齢は、ほかの項目と組み合わせた表では示さない。",
        )


def test_every_pair_of_dimensions_has_a_table() -> None:
    made = counting([team(1, HOKKAIDO, [member()], status="new", themes=["観光"])])
    for first in DIMENSIONS:
        for second in DIMENSIONS:
            if first is not second and crossable(first, second):
                cross = made.cross(first, second)
                assert cross.id == f"{first.id},{second.id}"
                missing = {"gender", "track", "age", "activity"} & {first.id, second.id}
                assert (cross.status is TableStatus.NOT_RECORDED) == bool(missing)
