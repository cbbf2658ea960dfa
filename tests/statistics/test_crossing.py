"""Cross tables: what is counted, what is withheld, and what the reason gives away."""

from __future__ import annotations

from dataclasses import replace

import pytest

from banso_cli.model.team import Team
from banso_cli.statistics.crossing import PARTNERS, crossable
from banso_cli.statistics.dimensions import (
    ACTIVITY,
    AGE,
    AGENCY,
    DIMENSIONS,
    GENDER,
    MUNICIPALITY_TYPE,
    POPULATION,
    PREFECTURE,
    RANK,
    REGION,
    STATUS,
    TEAM_SIZE,
    THEME,
    TRACK,
    Dimension,
)
from banso_cli.statistics.selection import Condition
from banso_cli.statistics.table import UNRECORDED, CrossTable, TableStatus
from tests.statistics.rosters import counting, member, people, team

HOKKAIDO, IWATE, NOWHERE = "013455", "032034", "999999"
SMALL = (
    "秘匿。5名に満たない欄か、前の期とのわずかな差か、一つの区分だけの行があるため、"
    "表の全体を示さない。"
)


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
    assert notes[2] == "人口は住民基本台帳(2025-01-01)による。"
    cross = counting(teams).cross(THEME, STATUS)
    assert cross.status is TableStatus.NOT_RECORDED
    assert cross.notes == ("未収録。チームの status から集計する。",)
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
    assert cross.notes == ("未収録。members の track から集計する。",)


def test_a_personal_attribute_is_crossed_with_one_dimension_alone() -> None:
    teams = [team(at, code, people(男性=8, 女性=7)) for at, code in ((1, HOKKAIDO), (2, IWATE))]
    made = counting(teams)
    for first, second in ((RANK, GENDER), (GENDER, RANK)):
        assert made.cross(first, second).status is TableStatus.RECORDED
    assert cells(made.cross(RANK, GENDER))["補佐級"] == (16, 14)
    for by in (REGION, AGENCY, PREFECTURE, MUNICIPALITY_TYPE):
        cross = made.cross(by, GENDER)
        assert (cross.status, cross.rows) == (TableStatus.WITHHELD, ())
        assert cross.notes == (
            "秘匿。「役職」との表だけを示し、差し引きを防ぐため、ほかの表は示さない。",
        )


def test_a_small_cell_or_a_row_of_one_class_withholds_the_table() -> None:
    sound = [team(1, HOKKAIDO, people(男性=8, 女性=7))]
    for odd in (people(男性=4, 女性=9), people(女性=9)):
        heads = [member(rank="課長級", gender=each.gender) for each in odd]
        cross = counting([*sound, team(2, IWATE, heads)]).cross(RANK, GENDER)
        assert cross.status is TableStatus.WITHHELD
        assert (cross.rows, cross.columns) == ((), ())
    alone = counting([team(1, HOKKAIDO, [*people(男性=8), *people(女性=7)])])
    assert alone.cross(RANK, GENDER).status is TableStatus.RECORDED


def test_where_no_table_is_sound_the_cells_are_the_reason() -> None:
    heads = [member("環境省", "課長級", gender="女性") for _ in range(9)]
    made = counting([team(1, HOKKAIDO, people(男性=8)), team(2, IWATE, heads)])
    for by in PARTNERS:
        assert made.cross(by, GENDER).notes == (SMALL,)


def test_personal_attributes_are_not_crossed_with_one_another_or_narrowed_down() -> None:
    found = [member(gender=g, track=t) for g in ("男性", "女性") for t in ("事務官", "技官")] * 6
    made = counting([team(1, HOKKAIDO, found)])
    assert made.cross(GENDER, TRACK).status is TableStatus.WITHHELD
    assert "互いに組み合わせた" in made.cross(TRACK, GENDER).notes[0]
    part = counting([team(1, HOKKAIDO, found)], 2, Condition(REGION, "北海道"))
    assert "絞り込んだ" in part.cross(RANK, GENDER).notes[0]
    assert "絞り込んだ" in part.table(GENDER).notes[0]
    assert part.table(GENDER).status is TableStatus.WITHHELD


@pytest.mark.parametrize("by", [STATUS, TEAM_SIZE, POPULATION, THEME], ids=lambda by: by.id)
def test_what_changes_while_a_seat_stays_is_no_partner(by: Dimension) -> None:
    members = people(男性=8, 女性=7)
    made = counting([team(1, HOKKAIDO, members, status="new", themes=["観光"])])
    cross = made.cross(GENDER, by)
    assert cross.status is TableStatus.WITHHELD
    assert f"「{by.label}」と組み合わせた表は示さない。" in cross.notes[0]


def test_the_partner_of_an_earlier_period_stays_the_only_one() -> None:
    heads = [member(rank="課長級", gender="女性") for _ in range(9)]
    before = [team(1, HOKKAIDO, people(男性=9, 女性=8) + heads, period=1)]
    assert counting(before, 1).cross(RANK, GENDER).notes == (
        "秘匿。「地域別」との表だけを示し、差し引きを防ぐため、ほかの表は示さない。",
    )
    now = [team(1, HOKKAIDO, people(男性=19, 女性=28))]
    assert counting(now).cross(RANK, GENDER).status is TableStatus.RECORDED
    after = counting([*before, *now])
    assert after.cross(RANK, GENDER).status is TableStatus.WITHHELD
    assert after.cross(REGION, GENDER).status is TableStatus.RECORDED


def _ages(*counts: int) -> list[Team]:
    found = [member(age=25 + 10 * at) for at, count in enumerate(counts) for _ in range(count)]
    return [team(1, HOKKAIDO, found)]


def test_merged_classes_are_the_columns_of_a_cross() -> None:
    cross = counting(_ages(2, 9, 8)).cross(AGENCY, AGE)
    assert cross.status is TableStatus.WITHHELD
    cross = counting(_ages(2, 9, 8)).cross(AGE, RANK)
    assert cells(cross)["20代以下・30代"] == (0, 0, 0, 11, 0)
    assert cross.notes[-1] == "5名に満たない区分は、隣の区分とまとめて示す。"


def test_every_pair_of_dimensions_has_a_table() -> None:
    made = counting([team(1, HOKKAIDO, [member()], status="new", themes=["観光"])])
    for first in DIMENSIONS:
        for second in DIMENSIONS:
            if first is not second and crossable(first, second):
                cross = made.cross(first, second)
                assert cross.id == f"{first.id},{second.id}"
                missing = {"gender", "track", "age", "activity"} & {first.id, second.id}
                assert (cross.status is TableStatus.NOT_RECORDED) == bool(missing)
