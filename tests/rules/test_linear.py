"""A check takes as long as the roster is large, and not as its square."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pytest

from banso_cli.model.municipality import Municipality
from banso_cli.model.place import Places
from banso_cli.model.record import Part
from banso_cli.model.roster import Roster
from banso_cli.model.team import Team
from banso_cli.model.tree import Mapping, Span
from banso_cli.reading.folder import read_roster
from banso_cli.rules import RULES
from banso_cli.rules.rule import Rule
from tests.conftest import BASE

FEW, TIMES = 250, 8
PATIENCE = 4
"""Times longer than in proportion that a check may take: the square would be eight times."""

NOISE = 0.05
"""Seconds that are not counted."""

NOWHERE = Mapping(Span(1, 1, 1, 1))


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
        name = f"{folder}/{code}-x"
        record.found_at(Places(name, f"roster/{name}.yaml", NOWHERE, frozenset(Part.declared)))
        yield record


@cache
def roster(count: int) -> Roster:
    """Return a roster of so many teams, all of which are faulty."""
    records = [record for number in range(count) for record in numbered(number)]
    return replace(
        read_roster(BASE),
        municipalities=tuple(each for each in records if isinstance(each, Municipality)),
        teams=tuple(each for each in records if isinstance(each, Team)),
    )


def seconds(rule: Rule, count: int) -> float:
    """Return the least time of three runs."""
    found = []
    for _run in range(3):
        start = time.process_time()
        list(rule.findings(roster(count)))
        found.append(time.process_time() - start)
    return min(found)


@pytest.mark.parametrize("rule", RULES, ids=lambda each: each.id)
def test_a_rule_takes_time_in_proportion(rule: Rule) -> None:
    few = seconds(rule, FEW)
    assert seconds(rule, FEW * TIMES) <= NOISE + few * TIMES * PATIENCE
