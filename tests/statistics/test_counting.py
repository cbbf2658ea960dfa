"""Counting teams that are made for the purpose, and any that hypothesis thinks of."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from hypothesis import given
from hypothesis import strategies as st

from banso_cli.model.team import Member, Team
from banso_cli.statistics.dimensions import (
    AGE,
    AGENCY,
    DIMENSIONS,
    GENDER,
    POPULATION,
    RANK,
    REGION,
    STATUS,
    THEME,
    TRACK,
    dimension,
)
from banso_cli.statistics.table import UNRECORDED, Comparison, TableStatus, share_of
from tests.statistics.rosters import counting, member, real, team

CODES = [municipality.code for municipality in real().municipalities]
RANKS = ["指定職", "課長級", "企画官・室長級", "補佐級", "係長級"]
AGENCIES = [agency.name for agency in real().agencies]

members = st.builds(
    lambda agency, rank, gender, track, age: member(
        agency, rank, gender=gender, track=track, age=age
    ),
    st.sampled_from(AGENCIES),
    st.sampled_from(RANKS),
    st.sampled_from([None, "男性", "女性"]),
    st.sampled_from([None, "事務官", "技官"]),
    st.none() | st.integers(18, 75),
)


@st.composite
def some_teams(draw: st.DrawFn) -> list[Team]:
    """Draw up to twelve teams of any members, themes and status."""
    codes = draw(st.lists(st.sampled_from(CODES), unique=True, min_size=1, max_size=12))
    return [
        team(
            number,
            code,
            draw(st.lists(members, min_size=1, max_size=3)),
            status=draw(st.sampled_from([None, "new", "continuing"])),
            themes=draw(st.lists(st.sampled_from(["観光", "環境", "教育"]), unique=True)),
        )
        for number, code in enumerate(codes, start=1)
    ]


@given(some_teams())
def test_parts_sum_to_totals(teams: list[Team]) -> None:
    officers = sum(len(each.members) for each in teams)
    for each in DIMENSIONS:
        table = counting(teams).table(each)
        if table.status is TableStatus.NOT_RECORDED:
            assert (table.rows, table.total) == ((), None)
            continue
        assert table.total == (officers if each.counts == "members" else len(teams))
        if each.counts != "themes":
            assert sum(row.count or 0 for row in table.rows) == table.total
        unrecorded = [row.count for row in table.rows if row.key == UNRECORDED]
        assert all(row.share is None for row in table.rows) == bool(unrecorded)
        assert not unrecorded or unrecorded[0]


@given(some_teams(), st.sampled_from(DIMENSIONS), st.sampled_from(DIMENSIONS))
def test_margins_of_a_cross_are_its_tables(
    teams: list[Team], first: object, second: object
) -> None:
    a, b = (next(each for each in DIMENSIONS if each is found) for found in (first, second))
    if a is b or "themes" in {a.counts, b.counts}:
        return
    cross = counting(teams).cross(a, b)
    if cross.status is not TableStatus.RECORDED:
        assert (cross.rows, cross.columns, cross.total) == ((), (), None)
        return
    if a.counts == "members" or b.counts == "teams":
        rows = {row.key: row.count for row in counting(teams).table(a).rows}
        assert {row.key: sum(row.counts) for row in cross.rows} == rows
    personal = a.personal or b.personal
    assert not personal or all(n == 0 or n >= 5 for row in cross.rows for n in row.counts)


@given(st.integers(0, 10**9), st.integers(1, 10**9))
def test_shares_are_rounded_once_half_up(part: int, whole: int) -> None:
    exact = Decimal(part) * 100 / Decimal(whole)
    found = share_of(part, whole)
    assert found is not None
    assert abs(found - exact) <= Decimal("0.05000001")
    assert found == found.quantize(Decimal("0.1"))


def test_a_half_is_rounded_up() -> None:
    assert share_of(1, 2000) == Decimal("0.1")  # 0.05 %, which binary floating point rounds down
    assert share_of(1, 16) == Decimal("6.25").quantize(Decimal("0.1"), ROUND_HALF_UP)
    assert share_of(0, 0) is None


def test_a_class_without_anybody_is_shown() -> None:
    table = counting([team(1, "013455", [member()])]).table(REGION)
    assert [(row.key, row.count) for row in table.rows][:2] == [("北海道", 1), ("東北", 0)]
    assert len(table.rows) == 8


def test_personal_attributes_are_counted_where_they_are_recorded() -> None:
    people = [member(gender="女性", track="技官", age=34), member("財務省", gender="男性")]
    table = counting([team(1, "013455", people)]).table(GENDER)
    assert [(row.key, row.count, str(row.share)) for row in table.rows] == [
        ("男性", 1, "50.0"),
        ("女性", 1, "50.0"),
    ]
    ages = counting([team(1, "013455", people)]).table(AGE)
    assert [(row.key, row.count) for row in ages.rows if row.count] == [
        ("30代", 1),
        (UNRECORDED, 1),
    ]
    assert "割合は示さない" in ages.notes[-1]


def test_a_small_cell_of_a_personal_attribute_withholds_the_table() -> None:
    many = [team(n, code, [member(gender="女性")] * 3) for n, code in enumerate(CODES[:9], 1)]
    shown = counting(many).cross(RANK, GENDER)
    assert shown.status is TableStatus.RECORDED
    few = [*many, team(10, CODES[9], [member(gender="男性")])]
    withheld = counting(few).cross(RANK, GENDER)
    assert (withheld.status, withheld.rows) == (TableStatus.WITHHELD, ())
    assert "秘匿" in withheld.notes[0]
    assert counting(few).cross(RANK, AGENCY).status is TableStatus.RECORDED


def test_a_cross_without_data_says_which_field_is_missing() -> None:
    cross = counting([team(1, "013455", [member()])]).cross(RANK, TRACK)
    assert cross.status is TableStatus.NOT_RECORDED
    assert "track" in cross.notes[0]


def test_a_team_with_several_themes_counts_once_in_the_total() -> None:
    teams = [team(1, "013455", [member()], themes=["観光", "環境"]), team(2, "014079", [member()])]
    table = counting(teams).table(THEME)
    assert table.total == 2
    assert [(row.key, row.count) for row in table.rows] == [
        ("観光", 1),
        ("環境", 1),
        (UNRECORDED, 1),
    ]
    cross = counting(teams).cross(THEME, REGION)
    assert cross.total == 3
    assert "それぞれ" in cross.notes[0]
    assert counting(teams).cross(REGION, THEME).total == 3
    assert counting(teams).cross(THEME, RANK).unit == "名"


def test_what_the_lists_do_not_know_is_counted_after_them() -> None:
    teams = [team(1, "013455", [member("銀河省"), member()]), team(2, "999999", [member()])]
    agencies = [(row.key, row.count) for row in counting(teams).table(AGENCY).rows]
    assert agencies == [("総務省", 2), ("銀河省", 1)]
    assert [row.count for row in counting(teams).table(REGION).rows if row.key == UNRECORDED] == [1]


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


def test_dimensions_are_found_by_their_id() -> None:
    assert dimension("rank") is RANK
    assert dimension("Rank") is None


def test_ages_out_of_every_band_are_not_recorded() -> None:
    assert isinstance(member(age=200), Member)
    table = counting([team(1, "013455", [member(age=200)])]).table(AGE)
    assert sum(row.count or 0 for row in table.rows) == 1


def test_a_period_without_a_measure_has_no_population_classes() -> None:
    programme = counting([]).programme
    assert len(POPULATION.notes(programme, 1)) == 1
    assert "住民基本台帳(2025-01-01)" in POPULATION.notes(programme, 2)[1]
