"""Whoever holds all tables and the list of teams finds out nothing about a single person."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import pytest

from banso_cli.model.roster import Roster
from banso_cli.model.team import Member
from banso_cli.statistics import crossing, disclosure, tally
from banso_cli.statistics.dimensions import (
    AGE,
    DIMENSIONS,
    GENDER,
    RANK,
    REGION,
    STATUS,
    TRACK,
)
from banso_cli.statistics.disclosure import Group, Seats
from banso_cli.statistics.selection import Condition
from banso_cli.statistics.table import TableStatus
from tests.statistics.attacker import PARTS_MEMBERS, Attack
from tests.statistics.joint_attack import joint_finds
from tests.statistics.rosters import counting, member, of_roster, people, real, team
from tests.statistics.skewed import Skewed

HOKKAIDO, IWATE = "013455", "032034"


def attacks(roster: Roster, *periods: int) -> list[Attack]:
    """Return the attacks on each attribute by each period alone and by all of them."""
    alone = [(of_roster(roster, period),) for period in periods]
    together = tuple(each for (each,) in alone)
    return [
        Attack(countings, attribute)
        for attribute in (GENDER, TRACK, AGE)
        for countings in dict.fromkeys([*map(tuple, alone), together])
        if all(each.recorded(attribute) for each in countings)
    ]


@pytest.mark.parametrize("seed", range(40))
def test_nothing_is_found_by_the_tables_of_one_period(seed: int) -> None:
    for attack in attacks(Skewed(seed, 1).roster(), 2):
        assert attack.finds() == []


@pytest.mark.parametrize("seed", range(20))
def test_nothing_is_found_of_two_attributes_together(seed: int) -> None:
    made = of_roster(Skewed(seed, 1).roster(), 2)
    for first, second in itertools.combinations((GENDER, TRACK, AGE), 2):
        assert joint_finds(made, first, second) == []


@pytest.mark.parametrize("seed", range(16))
def test_nothing_is_found_by_the_tables_of_two_periods(seed: int) -> None:
    for attack in attacks(Skewed(seed, 2).roster(), 1, 2):
        assert attack.finds() == []


def test_the_rosters_by_chance_meet_every_case() -> None:
    met: Counter[str] = Counter()
    for seed in range(40):
        made = of_roster(Skewed(seed, 1).roster(), 2)
        for attribute in (each for each in (GENDER, TRACK, AGE) if made.recorded(each)):
            met[made.table(attribute).status] += 1
            met["merged"] += any(len(group) > 1 for group in made.groups(attribute) or ())
            met["in part"] += made.recorded(attribute) < len(made.selection.of("members"))
            crosses = [made.cross(attribute, each) for each in PARTS_MEMBERS]
            shown = [each for each in crosses if each.status is TableStatus.RECORDED]
            assert len(shown) <= 1
            met["crossed"] += len(shown)
    assert min(met[each] for each in ("recorded", "withheld", "merged", "in part", "crossed")) > 4


def test_without_disclosure_control_much_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crossing, "may_be_shown", lambda *_: True)
    monkeypatch.setattr(tally, "grouped", _each_class_alone)
    for seed in range(3):
        roster = Skewed(seed, 1).roster()
        assert all(attack.finds() for attack in attacks(roster, 2))
    met = (joint_finds(of_roster(Skewed(seed, 1).roster(), 2), GENDER, AGE) for seed in range(9))
    assert any(met)


def _each_class_alone(classes: Sequence[str], *_others: object) -> tuple[Group, ...]:
    return tuple((key,) for key in classes)


def aged(age: int, rank: str, count: int) -> list[Member]:
    """Return members of one age and rank."""
    return [member(rank=rank, age=age) for _ in range(count)]


def test_two_cross_tables_would_tell_of_whoever_is_in_both(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody of the 課長級 is in the fifties, nobody in 岩手県 in the thirties: one is both."""
    teams = [
        team(1, HOKKAIDO, [*aged(35, "課長級", 5), *aged(45, "課長級", 4), *aged(45, "補佐級", 5)]),
        team(2, IWATE, [*aged(45, "課長級", 1), *aged(45, "補佐級", 5), *aged(55, "補佐級", 5)]),
    ]
    made = counting(teams)
    assert made.cross(RANK, AGE).status is TableStatus.RECORDED
    assert made.cross(REGION, AGE).status is TableStatus.WITHHELD
    assert Attack((made,), AGE).finds() == []
    monkeypatch.setattr(crossing, "_shown_partner", lambda _tally: None)
    assert made.cross(REGION, AGE).status is TableStatus.RECORDED
    found = Attack((made,), AGE).finds()
    assert any("課長級" in each and "岩手県" in each and "age=40代" in each for each in found)


def before_and_after(before: list[Member], after: list[Member], status: str = "new") -> Roster:
    """Return a roster whose 北海道 team stays; others leave from 岩手県 or come there."""
    stay = people(男性=10, 女性=10)
    teams = [
        team(1, HOKKAIDO, stay, period=1, status="new"),
        team(2, IWATE, before, period=1, status="new"),
        team(1, HOKKAIDO, stay, status="continuing"),
        team(2, IWATE, after, status=status),
    ]
    kept = (each for each in teams if each.members)
    return replace(real(), teams=tuple(kept))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ([], people(女性=6)),
        (people(女性=6), []),
        (people(女性=1), []),
        ([], people(男性=4, 女性=9)),
    ],
    ids=["all that came", "all that left", "the one that left", "few that came"],
)
def test_the_difference_of_periods_would_tell_of_whoever_came_or_left(
    monkeypatch: pytest.MonkeyPatch, before: list[Member], after: list[Member]
) -> None:
    monkeypatch.setattr(crossing, "PARTNERS", ())
    roster = before_and_after(before, after)
    for attack in attacks(roster, 1, 2):
        assert attack.finds() == []
    assert of_roster(roster, 2).table(GENDER).status is TableStatus.WITHHELD
    monkeypatch.setattr(tally, "grouped", _without_earlier_periods)
    together = attacks(roster, 1, 2)[-1]
    assert together.finds()


def _without_earlier_periods(
    classes: Sequence[str], now: Seats, threshold: int, *_earlier: object
) -> tuple[Group, ...] | None:
    return disclosure.grouped(classes, now, threshold)


def test_a_cross_by_status_would_tell_of_whoever_left(monkeypatch: pytest.MonkeyPatch) -> None:
    """All of the first period less those who continue are those who left."""
    roster = before_and_after(people(女性=1), people(男性=15, 女性=16))
    attack = attacks(roster, 1, 2)[-1]
    assert attack.countings[1].cross(STATUS, GENDER).status is TableStatus.WITHHELD
    assert attack.finds() == []
    monkeypatch.setattr(crossing, "PARTNERS", (STATUS,))
    assert attack.countings[1].cross(STATUS, GENDER).status is TableStatus.RECORDED
    assert Attack(attack.countings, GENDER).finds()


def test_no_condition_shows_a_personal_attribute() -> None:
    roster = Skewed(4, 1).roster()
    made = of_roster(roster, 2)
    assert made.recorded(GENDER)
    public = [each for each in DIMENSIONS if not each.personal]
    for by in public:
        for key in made.counts(by):
            part = of_roster(roster, 2, Condition(by, key))
            for attribute in (GENDER, TRACK, AGE):
                assert part.table(attribute).rows == ()
                assert all(part.cross(attribute, each).rows == () for each in (RANK, REGION))


def test_the_reason_tells_nothing_of_a_table_that_another_shuts_out() -> None:
    """Of ten seats in a region all or half may be women: the reason is the same."""
    notes = set()
    for women in range(11):
        some = people(男性=10 - women, 女性=women)
        made = counting([team(1, HOKKAIDO, people(男性=20, 女性=20)), team(2, IWATE, some)])
        assert made.cross(RANK, GENDER).status is TableStatus.RECORDED
        notes.add(made.cross(REGION, GENDER).notes)
    assert len(notes) == 1
