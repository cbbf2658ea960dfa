"""What holds of the tables of any roster."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from banso_cli.records.teams.team import Team
from banso_cli.statistics.condition import Condition
from banso_cli.statistics.crossing import crossable
from banso_cli.statistics.dimensions import DIMENSIONS, Dimension
from banso_cli.statistics.tables.arranging import Order, arranged, arranged_cross
from banso_cli.statistics.tables.sums import share_of
from banso_cli.statistics.tables.table import OTHERS, UNRECORDED, Table, TableStatus
from tests.statistics.rosters import breakdown, counting, member, published, real, team

CODES = [*(municipality.code for municipality in real().municipalities), "999999"]
RANKS = ["指定職", "課長級", "企画官・室長級", "補佐級", "係長級"]
AGENCIES = [agency.name for agency in real().agencies]
PUBLIC = [each for each in DIMENSIONS if not each.personal]

members = st.builds(
    lambda agency, rank, gender, track, age: member(
        agency, rank, gender=gender, track=track, age=age
    ),
    st.sampled_from(AGENCIES),
    st.sampled_from(RANKS),
    st.sampled_from([None, "男性", "男性", "女性", "女性", "女"]),
    st.sampled_from([None, "事務官", "技官"]),
    st.none() | st.integers(18, 75),
)
activities = st.builds(
    lambda kind: {"kind": kind, "date": "2026-06-19"},
    st.sampled_from(["online", "visit", "talk", "round_table"]),
)
dimensions = st.sampled_from(DIMENSIONS)
orders: st.SearchStrategy[Order] = st.sampled_from(["definition", "count", "name"])


@st.composite
def some_teams(draw: st.DrawFn) -> list[Team]:
    """Draw up to twelve teams of any members, themes, activities and status."""
    codes = draw(st.lists(st.sampled_from(CODES), unique=True, min_size=1, max_size=12))
    return [
        team(
            number,
            code,
            draw(st.lists(members, min_size=1, max_size=4)),
            status=draw(st.sampled_from([None, "new", "continuing"])),
            themes=draw(st.lists(st.sampled_from(["観光", "環境", "教育", OTHERS]), unique=True)),
            activities=draw(st.lists(activities, max_size=3)),
        )
        for number, code in enumerate(codes, start=1)
    ]


def _subjects(teams: list[Team]) -> Counter[str]:
    return Counter(
        teams=len(teams),
        members=sum(len(each.members) for each in teams),
        activities=sum(len(each.activities) for each in teams),
    )


def _without_activities(teams: list[Team]) -> int:
    return sum(not each.activities for each in teams)


def _counts(table: Table) -> Counter[str]:
    return Counter({row.key: row.count or 0 for row in table.rows})


@given(some_teams(), dimensions)
def test_parts_sum_to_totals(teams: list[Team], by: Dimension) -> None:
    table = counting(teams).table(by)
    if table.status is not TableStatus.RECORDED:
        withheld = table.status is TableStatus.WITHHELD
        assert (table.total, table.recorded) == (None, None)
        assert not withheld or (by.personal and table.rows == ())
        return
    assert table.total == _subjects(teams)[by.counts]
    counts = _counts(table)
    assert table.recorded == table.total - counts[UNRECORDED]
    if by.several:
        assert counts.total() >= table.total
    else:
        assert counts.total() == table.total
    unknown = counts[UNRECORDED] or (by.counts == "activities" and _without_activities(teams))
    assert all(row.share is None for row in table.rows) == bool(unknown)
    assert UNRECORDED not in counts or counts[UNRECORDED] > 0


@given(some_teams(), dimensions)
def test_shares_are_within_half_a_tenth(teams: list[Team], by: Dimension) -> None:
    table = counting(teams).table(by)
    for row in table.rows:
        if row.share is not None:
            assert table.total
            exact = Decimal(row.count or 0) * 100 / table.total
            assert abs(row.share - exact) <= Decimal("0.05")
            assert row.share.as_tuple().exponent == -1


@given(some_teams(), dimensions, dimensions)
def test_margins_of_a_cross_are_its_tables(
    teams: list[Team], first: Dimension, second: Dimension
) -> None:
    if first is second or not crossable(first, second):
        return
    made = counting(teams)
    cross = made.cross(first, second)
    if cross.status is not TableStatus.RECORDED:
        assert (cross.rows, cross.columns, cross.total) == ((), (), None)
        return
    subject = "teams" if first.counts == second.counts == "teams" else cross_subject(first, second)
    if not (first.several or second.several):
        assert cross.total == _subjects(teams)[subject]
    if first.counts == subject and not second.several:
        rows = Counter({row.key: sum(row.counts) for row in cross.rows})
        assert rows == _counts(made.table(first))
    if second.counts == subject and not first.several:
        columns = zip(*(row.counts for row in cross.rows), strict=True)
        sums = dict(zip(cross.columns, map(sum, columns), strict=True))
        assert Counter(sums) == _counts(made.table(second))
    flipped = made.cross(second, first)
    assert [row.key for row in flipped.rows] == list(cross.columns)
    assert [row.counts for row in flipped.rows] == list(
        zip(*(row.counts for row in cross.rows), strict=True)
    )


def cross_subject(first: Dimension, second: Dimension) -> str:
    """Return what a cross of members or activities with something else counts."""
    return next(each.counts for each in (first, second) if each.counts != "teams")


@given(some_teams(), st.sampled_from(PUBLIC), st.sampled_from(PUBLIC))
def test_the_classes_of_a_condition_part_the_whole(
    teams: list[Team], condition: Dimension, by: Dimension
) -> None:
    whole = counting(teams).table(by)
    same = condition.counts in {"teams", by.counts}
    if not same or condition.several or whole.status is not TableStatus.RECORDED:
        return
    classes = counting(teams).table(condition)
    if classes.status is not TableStatus.RECORDED or classes.recorded != classes.total:
        return
    parts: Counter[str] = Counter()
    for row in classes.rows:
        table = counting(teams, 2, Condition(condition, row.key)).table(by)
        if table.status is TableStatus.NOT_RECORDED:
            unknown = counting(teams, 2, Condition(condition, row.key)).of(by.counts)
            parts[UNRECORDED] += len(unknown)
        parts += _counts(table)
    assert parts == +_counts(whole)


@given(some_teams(), dimensions, orders, st.integers(1, 6))
def test_the_largest_and_the_others_sum_to_the_total(
    teams: list[Team], by: Dimension, order: Order, top: int
) -> None:
    table = counting(teams).table(by)
    found = arranged(table, order, top)
    counts = _counts(found)
    assert counts.total() == _counts(table).total()
    classes = [row for row in table.rows if row.key != UNRECORDED]
    summed = len(classes) > top + 1
    assert (OTHERS in counts) == (summed or OTHERS in _counts(table))
    assert len(counts) == len(found.rows)
    if summed:
        others = next(row for row in found.rows if row.key == OTHERS)
        kept = [row.count or 0 for row in found.rows if row.key not in {OTHERS, UNRECORDED}]
        left = [r.count or 0 for r in classes if r.key not in counts or r.key == OTHERS]
        compared = [row.count or 0 for row in classes if row.key not in counts]
        assert len(kept) == top
        assert others.count == sum(left)
        assert min(kept) >= max(compared)
        rounded = share_of(sum(left), table.total or 0)
        known = table.recorded == table.total and table.adds_up
        known = known and not (by.counts == "activities" and _without_activities(teams))
        assert others.share == (rounded if known else None)


@given(some_teams(), dimensions, orders)
def test_orders_are_permutations(teams: list[Team], by: Dimension, order: Order) -> None:
    table = counting(teams).table(by)
    found = arranged(table, order)
    assert sorted(found.rows, key=lambda row: row.key) == sorted(
        table.rows, key=lambda row: row.key
    )
    keys = [row.key for row in found.rows]
    assert UNRECORDED not in keys[:-1]
    sizes = [row.count or 0 for row in found.rows if row.key != UNRECORDED]
    assert order != "count" or sizes == sorted(sizes, reverse=True)
    names = [key for key in keys if key != UNRECORDED]
    assert order != "name" or names == sorted(names)


@given(some_teams(), st.sampled_from(PUBLIC), st.sampled_from(PUBLIC), orders, st.integers(1, 4))
def test_the_rows_of_an_arranged_cross_sum_to_its_columns(
    teams: list[Team], first: Dimension, second: Dimension, order: Order, top: int
) -> None:
    if first is second or not crossable(first, second):
        return
    cross = counting(teams).cross(first, second)
    found = arranged_cross(cross, order, top)
    assert (found.total, found.grand_sum) == (cross.total, cross.grand_sum)
    assert [sum(column) for column in zip(*(row.counts for row in found.rows), strict=True)] == [
        sum(column) for column in zip(*(row.counts for row in cross.rows), strict=True)
    ]


@given(some_teams(), st.lists(st.integers(0, 300), min_size=2, max_size=2))
def test_published_classes_stand_beside_the_counted(teams: list[Team], values: list[int]) -> None:
    genders = dict(zip(("男性", "女性"), values, strict=True))
    found = breakdown("gender", {name: (value, None) for name, value in genders.items()})
    by = next(each for each in DIMENSIONS if each.id == "gender")
    bare, table = counting(teams).table(by), published(counting(teams), found).table(by)
    shown = {row.key: row.published for row in table.rows if row.key != UNRECORDED}
    assert shown == genders
    assert table.published_total == sum(values)
    if table.status is TableStatus.RECORDED:
        assert _counts(table) == _counts(bare)
    else:
        assert table.status is TableStatus.PUBLISHED


@given(some_teams(), dimensions)
def test_no_personal_attribute_is_crossed_or_small(teams: list[Team], by: Dimension) -> None:
    made = counting(teams)
    for personal in (each for each in DIMENSIONS if each.personal):
        rows = [row for row in made.table(personal).rows if row.key != UNRECORDED]
        assert all(not 0 < (row.count or 0) < 5 for row in rows)
        if by is personal or not crossable(by, personal):
            continue
        assert made.cross(by, personal).rows == made.cross(personal, by).rows == ()
