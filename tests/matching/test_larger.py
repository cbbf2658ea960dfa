"""Instances too large to be tried out: proven, checked, and as good by prices that were cut off."""

from __future__ import annotations

import pytest

from banso_cli.matching.checking.checker import Bench, faults, points_of
from banso_cli.matching.checking.proof import bound_of
from banso_cli.matching.search import prices, solve
from banso_cli.matching.search.growing import TooMany
from banso_cli.matching.search.highs import Watch
from banso_cli.matching.search.solve import solved
from tests.matching.benchmark import roster_and_case

TEAMS = 30


@pytest.mark.parametrize(("teams", "seed"), [(TEAMS, 1), (TEAMS, 2), (97, 4)])
def test_a_larger_instance_is_proven_untied_and_checked(teams: int, seed: int) -> None:
    """Of 97 teams, the fourth has a seat that is torn by the solver's tolerance alone."""
    roster, case = roster_and_case(teams, seed)
    found = solved(case, Watch(600))
    bench = Bench(roster, 3, case.programme, case.rules)
    assert faults(bench, found.draft) == []
    assert (found.proven, found.tied) == (True, True)
    assert points_of(bench, found.draft) == found.score
    assert bound_of(bench, found.certificate.document()) == found.score


def test_where_there_are_too_many_teams_a_bound_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    roster, case = roster_and_case(TEAMS, 1)

    def too_many(*_arguments: object) -> None:
        raise TooMany

    monkeypatch.setattr(solve, "within", too_many)
    found = solved(case, Watch(600))
    bench = Bench(roster, 3, case.programme, case.rules)
    assert faults(bench, found.draft) == []
    assert (found.proven, found.tied) == (False, False)
    assert bound_of(bench, found.certificate.document()) == found.bound > found.score


def test_prices_that_see_too_little_still_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    _roster, case = roster_and_case(6, 1)
    best = solved(case, Watch(600)).score
    monkeypatch.setattr(prices, "MOST_ROWS", 1)
    monkeypatch.setattr(prices, "_ROWS", 1)
    assert solved(case, Watch(600)).bound >= best
