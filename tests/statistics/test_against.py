"""A period beside an earlier one: what is known of both, rounded once."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from banso_cli.records.teams.team import Team
from banso_cli.statistics.against import figures_against, moves_against, table_against
from banso_cli.statistics.counting import Counting
from banso_cli.statistics.dimensions import GENDER, RANK, STATUS
from banso_cli.statistics.tables.changes import Amount, Change
from tests.reports.summaries import complete_counting
from tests.statistics.rosters import real_counting


def earlier_of(counting: Counting) -> Counting:
    period = counting.roster.period(1)
    assert period is not None
    return Counting(counting.roster, counting.programme, period)


def change(before: Amount, after: Amount) -> Change:
    return Change("", "名", before, after)


def test_published_figures_stand_side_by_side() -> None:
    found = figures_against(real_counting().period, real_counting(1).period)
    lines = {each.key: (each.before.number, each.difference, each.rate) for each in found.changes}
    assert lines["地方創生支援官"] == (180, 98, Decimal("54.4"))
    assert lines["自治体からの応募"] == (184, -69, Decimal("-37.5"))
    assert lines["国の職員からの応募"] == (None, None, None)
    assert lines["うち地方創生支援オフィサー"] == (None, None, None)


def test_of_a_part_nothing_is_compared_but_what_was_published() -> None:
    ranks = table_against(real_counting(), real_counting(1), RANK)
    assert {each.before for each in ranks.changes} == {Amount(None)}
    assert ranks.changes[0].after == Amount(7, 279)
    status = table_against(real_counting(), real_counting(1), STATUS)
    assert [(each.key, each.before.number, each.after.number) for each in status.changes] == [
        ("新規", 60, 50),
        ("継続", None, 47),
    ]
    gender = table_against(real_counting(), real_counting(1), GENDER)
    assert (gender.changes, "収録していない" in gender.note) == ((), True)
    moves = moves_against(real_counting().roster, real_counting().period, real_counting(1).period)
    assert (moves.changes, moves.note[:3]) == ((), "未収録")


def test_whole_periods_tell_who_stayed_left_and_came() -> None:
    counting = complete_counting()
    earlier = earlier_of(counting)
    stayed, left, came = moves_against(counting.roster, counting.period, earlier.period).changes
    then, now = (len(counting.roster.teams_by_period[number]) for number in (1, 2))
    assert stayed.before == Amount(stayed.after.number, then)
    assert (stayed.after.number or 0) + (left.before.number or 0) == then
    assert (stayed.after.number or 0) + (came.after.number or 0) == now
    ranks = table_against(counting, earlier, RANK)
    assert all(each.points is not None for each in ranks.changes)


def test_a_team_whose_file_is_not_read_has_not_left() -> None:
    counting = complete_counting()
    gone, *others = counting.roster.teams_by_period[2]
    roster = replace(
        counting.roster.having(Team, [*counting.roster.teams_by_period[1], *others]),
        unread=frozenset({gone.id}),
    )
    moves = moves_against(roster, counting.period, earlier_of(counting).period)
    assert (moves.changes, moves.note[:3]) == ((), "未収録")


def test_points_are_of_the_numbers_and_not_of_rounded_shares() -> None:
    found = change(Amount(1, 3), Amount(1, 2))
    assert found.points == Decimal("16.7")  # the shares are 33.3 and 50.0
    assert change(Amount(1, 3), Amount(0, 0)).points is None
    assert change(Amount(0), Amount(5)).rate is None
    assert change(Amount(None, 3), Amount(5, 6)).points is None
    assert change(Amount(200), Amount(199)).rate == Decimal("-0.5")


@given(*[st.integers(1, 5000)] * 2)
def test_a_change_backwards_has_the_other_sign(before: int, after: int) -> None:
    there = change(Amount(before, 5000), Amount(after, 5000))
    back = change(Amount(after, 5000), Amount(before, 5000))
    assert there.difference is not None
    assert back.difference == -there.difference
    assert there.points is not None
    assert back.points == -there.points
    assert abs(there.points - Decimal(there.difference) / 50) <= Decimal("0.05")
