"""Counting teams that are made for the purpose: what is not recorded, and what notes say of it."""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from banso_cli.records.periods.programme import Programme
from banso_cli.statistics.bands import band_of
from banso_cli.statistics.cases import Case
from banso_cli.statistics.dimensions import (
    ACTIVITY,
    AGE,
    AGENCY,
    DIMENSIONS,
    GENDER,
    MUNICIPALITY_TYPE,
    POPULATION,
    RANK,
    REGION,
    STATUS,
    SUMMARY,
    TEAM_SIZE,
    THEME,
    dimension,
)
from banso_cli.statistics.tables.arranging import arranged
from banso_cli.statistics.tables.comparison import Comparison
from banso_cli.statistics.tables.sums import share_of
from banso_cli.statistics.tables.table import OTHERS, UNRECORDED, Table, TableStatus
from tests.statistics.rosters import counting, member, people, real, team

NOWHERE = "999999"
"""A code that no municipality has."""


def counts(table: Table) -> dict[str, int | None]:
    """Return the count of each class."""
    return {row.key: row.count for row in table.rows}


def test_a_half_is_rounded_up() -> None:
    assert share_of(1, 2000) == Decimal("0.1")  # 0.05 %, which binary floating point rounds down
    assert share_of(1, 16) == Decimal("6.25").quantize(Decimal("0.1"), ROUND_HALF_UP)
    assert share_of(0, 0) is None


def test_a_class_without_anybody_is_shown() -> None:
    table = counting([team(1, "013455", [member()])]).table(REGION)
    assert [(row.key, row.count) for row in table.rows][:2] == [("北海道", 1), ("東北", 0)]
    assert len(table.rows) == 8


def test_the_denominator_of_shares_is_stated() -> None:
    made = counting([team(1, "013455", [member(), member()], activities=[VISIT])])
    assert made.table(RANK).notes == ("割合は支援官2名に対するもの。",)
    assert made.table(REGION).notes[-1] == "割合は伴走支援自治体1市町村に対するもの。"
    assert made.table(ACTIVITY).notes == ("割合は活動1回に対するもの。",)


def test_personal_attributes_are_counted_where_they_are_recorded() -> None:
    table = counting([team(1, "013455", [*people(男性=7, 女性=5), member()])]).table(GENDER)
    assert counts(table) == {"男性": 7, "女性": 5, UNRECORDED: 1}
    assert (table.total, table.recorded, table.status) == (13, 12, TableStatus.RECORDED)
    assert all(row.share is None for row in table.rows)
    assert table.notes == ("13名のうち12名だけを収録。残る1名は未収録で、割合も棒も示さない。",)


def test_what_is_misspelt_for_one_person_is_counted_as_not_recorded() -> None:
    odd = member(gender="男子")
    table = counting([team(1, "013455", [*people(男性=7, 女性=5), odd])]).table(GENDER)
    assert counts(table) == {"男性": 7, "女性": 5, UNRECORDED: 1}
    alone = counting([team(1, "013455", [odd])]).table(GENDER)
    assert (alone.status, alone.rows) == (TableStatus.NOT_RECORDED, ())


def test_ages_out_of_every_band_are_not_recorded() -> None:
    made = counting([team(1, "013455", [member(age=25 + at // 6 * 10) for at in range(18)])])
    bands = made.programme.age_bands[1:]
    programme = made.programme.model_copy(update={"age_bands": bands})
    made = replace(made, programme=programme, roster=made.roster.having(Programme, (programme,)))
    table = made.table(AGE)
    assert (table.total, table.recorded) == (18, 12)
    assert counts(table)[UNRECORDED] == 6
    assert band_of(bands, None) is None


def test_small_classes_are_shown_with_a_neighbour() -> None:
    ages = [25] * 2 + [35] * 9 + [45] * 8 + [61]
    table = counting([team(1, "013455", [member(age=age) for age in ages])]).table(AGE)
    assert counts(table) == {"20代以下・30代": 11, "40代・50代・60代以上": 9}
    assert [str(row.share) for row in table.rows] == ["55.0", "45.0"]
    assert table.notes[1] == "5名に満たない区分は隣の区分とまとめ、後の期もまとめたまま示す。"
    assert "10歳ごと" in table.notes[0]


def test_a_table_that_would_tell_of_somebody_is_withheld() -> None:
    for found in (people(男性=9, 女性=4), people(男性=9)):
        table = counting([team(1, "013455", found)]).table(GENDER)
        assert (table.status, table.rows, table.total) == (TableStatus.WITHHELD, (), None)
        (note,) = table.notes
        assert note == (
            "秘匿。示すと、5名に満たない人のことか、全員が一つの区分であることが、"
            "この表、前の期との差、公表値との差のどれかから知られるおそれがある。"
        )


def test_a_team_with_several_themes_counts_once_in_the_total() -> None:
    teams = [team(1, "013455", [member()], themes=["観光", "環境"]), team(2, "014079", [member()])]
    table = counting(teams).table(THEME)
    assert (table.total, table.recorded, table.adds_up) == (2, 1, False)
    assert counts(table) == {"観光": 1, "環境": 1, UNRECORDED: 1}
    whole = counting(teams[:1]).table(THEME)
    assert [str(row.share) for row in whole.rows] == ["100.0", "100.0"]
    assert whole.notes == (
        "一つの団体が複数のテーマをもつときは、それぞれに数える。",
        "区分の和は延べ数で、計は伴走支援自治体の実数。",
        "割合は伴走支援自治体1市町村に対するもの。",
    )


def test_what_the_lists_do_not_know_is_counted_after_them() -> None:
    teams = [team(1, "013455", [member("銀河省"), member()]), team(2, NOWHERE, [member()])]
    assert counts(counting(teams).table(AGENCY)) == {"総務省": 2, "銀河省": 1}
    for by in (REGION, POPULATION, MUNICIPALITY_TYPE):
        assert counts(counting(teams).table(by))[UNRECORDED] == 1


VISIT = {"kind": "visit", "date": "2026-06-19"}
ONLINE = {"kind": "online", "date": "2026-04-30"}


def test_activities_and_sizes_of_teams() -> None:
    teams = [
        team(1, "013455", [member()] * 2, activities=[ONLINE, VISIT, VISIT]),
        team(2, "014079", [member()] * 4, activities=[ONLINE]),
    ]
    made = counting(teams)
    activities = made.table(ACTIVITY)
    assert (activities.total, activities.unit, activities.subject) == (4, "回", "活動")
    assert counts(activities) == {
        "オンライン会議": 2,
        "現地訪問": 2,
        "首長との意見交換": 0,
        "座談会": 0,
    }
    assert counts(made.table(TEAM_SIZE)) == {"2名": 1, "3名": 0, "4名": 1}
    assert counts(made.table(MUNICIPALITY_TYPE)) == {"市": 0, "町": 2, "村": 0}
    without = counting([team(1, "013455", [member()])]).table(ACTIVITY)
    assert (without.status, without.notes) == (
        TableStatus.NOT_RECORDED,
        ("未収録。",),
    )


def test_teams_without_recorded_activities_are_told_and_leave_no_share() -> None:
    teams = [
        team(1, "013455", [member()], activities=[ONLINE, VISIT]),
        team(2, "014079", [member()]),
        team(3, "032034", [member()]),
    ]
    table = counting(teams).table(ACTIVITY)
    assert (table.total, table.recorded) == (2, 2)
    assert {row.share for row in table.rows} == {None}
    coverage = "3チームのうち活動を収録したのは1チーム。残る2チームの活動は未収録で、含まない。"
    assert table.notes == (f"{coverage}割合は示さない。",)
    (others,) = (row for row in arranged(table, None, 1).rows if row.key == OTHERS)
    assert (others.count, others.share) == (1, None)
    cross = counting(teams).cross(ACTIVITY, MUNICIPALITY_TYPE)
    assert cross.notes == (coverage,)
    assert counting(teams[:1]).cross(ACTIVITY, MUNICIPALITY_TYPE).notes == ()


def test_largest_first_unless_the_order_of_the_definition_is_asked_for() -> None:
    bodies = ["財務省", "財務省", "総務省", "銀河省", "内閣府", "財務省"]
    made = counting([team(1, "013455", [member(each) for each in bodies])])
    assert [*counts(made.table(AGENCY))] == ["財務省", "内閣府", "総務省", "銀河省"]
    defined = replace(made, as_defined=True)
    assert [*counts(defined.table(AGENCY))] == ["内閣府", "総務省", "財務省", "銀河省"]
    assert defined.cross(RANK, AGENCY).columns == ("内閣府", "総務省", "財務省", "銀河省")


def test_a_class_is_read_only_of_what_has_it() -> None:
    made = counting([team(1, "013455", [member(gender="男性", track="技官", age=30)])])
    (case,) = made.of("teams")
    assert isinstance(case, Case)
    assert {each.id for each in DIMENSIONS if each.counts != "teams" and each.read(case)} == set()


def test_new_and_continuing_are_compared_once_all_are_known() -> None:
    teams = [
        team(1, "013455", [member()], status="new"),
        team(2, "014079", [member()], status="new"),
        team(3, "032034", [member()], status="continuing"),
    ]
    found = {each.figure: each.counted for each in counting(teams).comparisons()}
    assert found["municipalities_new"] == 2
    assert found["prefectures_new"] == 1
    assert found["municipalities_continuing"] == found["prefectures_continuing"] == 1
    assert counting(teams).table(STATUS).rows[0].published == 50


def test_a_comparison_without_one_of_its_figures_has_no_difference() -> None:
    assert Comparison("officers", "", "名", None, 3).difference is None
    assert Comparison("officers", "", "名", 3, None).difference is None
    assert Comparison("officers", "", "名", 3, 5).difference == 2


def test_dimensions_are_found_by_their_names() -> None:
    assert dimension("rank") is RANK
    assert dimension("Ｒank") is dimension("役職") is RANK
    assert dimension("階級") is None
    assert [each.label for each in SUMMARY] == [
        "性別",
        "事務官・技官の別",
        "役職",
        "年齢",
        "地域別",
        "人口規模別",
    ]


def test_a_period_without_a_measure_has_no_population_classes() -> None:
    programme = real().programme
    assert programme is not None
    assert len(POPULATION.notes(programme, 1)) == 1
    assert "住民基本台帳（令和7年1月1日現在）" in POPULATION.notes(programme, 2)[1]
    first = counting([team(1, "013455", [member()], period=1)], 1)
    assert first.table(POPULATION).status is TableStatus.NOT_RECORDED
