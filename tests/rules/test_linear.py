"""A check takes as long as the roster is large, and not as its square."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from types import FrameType
from typing import TypeAlias

import pytest

from banso_cli.reading.folder import read_roster
from banso_cli.records.finding import Finding, Severity
from banso_cli.records.municipality import Municipality
from banso_cli.records.roster import Roster
from banso_cli.records.teams.team import Team
from banso_cli.rules import RULES
from banso_cli.rules.rule import Rule
from tests.conftest import BASE

FEW, TIMES = 40, 4
MOST = 1.5
"""Times the steps of a proportionate rule that one may take; the square would be four times."""

Trace: TypeAlias = Callable[[FrameType, str, object], "Trace"]


def numbered(number: int) -> Iterator[Municipality | Team]:
    """Yield a municipality that no table has, and its team."""
    code = f"{number:06}"
    values = {"name": f"町{number}", "kana": "まち", "romaji": "X", "prefecture": "北海道"}
    municipality = Municipality.model_validate(
        {"code": code, **values, "population": [], "sources": []}
    )
    member = {"agency": f"省{number}", "rank": "級"}
    exceptions = [{"rule": "team-size", "reason": "x"}]
    team = Team.model_validate(
        {"number": number, "municipality": code, "members": [member], "sources": []}
        | {"exceptions": exceptions}
    )
    for record, folder in ((municipality, "municipalities"), (team, "teams/2")):
        yield record.named(f"{folder}/{code}-x")


@cache
def roster(count: int) -> Roster:
    """Return a roster of so many teams, all of which are faulty."""
    records = [record for number in range(count) for record in numbered(number)]
    municipalities = (each for each in records if isinstance(each, Municipality))
    teams = (each for each in records if isinstance(each, Team))
    return read_roster(BASE).having(Municipality, municipalities).having(Team, teams)


def steps(rule: Rule, count: int) -> int:
    """Return how many lines of banso a rule runs: the same on every machine."""
    whole = replace(roster(count))  # without what it has worked out before
    passed = 0

    def trace(_frame: FrameType, _event: str, _argument: object) -> Trace:
        nonlocal passed
        passed += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        for _finding in rule.findings(whole):
            pass
    finally:
        sys.settrace(before)
    return passed


@pytest.mark.parametrize("rule", RULES, ids=lambda each: each.id)
def test_a_rule_takes_steps_in_proportion(rule: Rule) -> None:
    steps(rule, FEW)  # what is read once, such as tables, is read
    assert steps(rule, FEW * TIMES) <= MOST * TIMES * steps(rule, FEW)


def test_a_rule_that_looks_at_all_for_each_would_be_found() -> None:
    def quadratic(roster: Roster) -> Iterator[Finding]:
        for team in roster.teams:
            if all(other.number != -1 for other in roster.teams):
                yield Finding(team.places.at("number"), "", "")

    rule = Rule("quadratic", "text", Severity.ERROR, exceptable=True, page="", check=quadratic)
    assert steps(rule, FEW * TIMES) > MOST * TIMES * steps(rule, FEW)
