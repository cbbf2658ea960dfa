"""On instances that can be tried out wholly, the best draft is the one that trying finds."""

from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from banso_cli.example.programme import MATCHING, made_up_programme
from banso_cli.matching.case import Draft
from banso_cli.matching.checking.checker import faults, points_of
from banso_cli.matching.checking.proof import bound_of
from banso_cli.matching.checking.teams import Wrong
from banso_cli.matching.score import score, tie_number
from banso_cli.matching.search.greedy import greedy
from banso_cli.matching.search.highs import Watch
from banso_cli.matching.search.solve import Contradicted, Solution, solved
from banso_cli.records.kinds import ordered
from banso_cli.records.roster import Roster
from tests.matching.programme import model_of
from tests.matching.tiny import PERIOD, World, best_by_trying, officers, tie_sum, worlds

PROGRAMME = made_up_programme().model_copy(update={"matching": MATCHING}).named("programme")
SMALL = settings(max_examples=250, suppress_health_check=list(HealthCheck))
FEW = settings(max_examples=25, suppress_health_check=list(HealthCheck))


def found(world: World, seed: int = 0) -> Solution | None:
    try:
        return solved(world.case, Watch(60), seed)
    except Contradicted:
        return None


def normal(draft: Draft) -> dict[str, tuple[str, ...]]:
    return {code: tuple(sorted(team)) for code, team in draft.items()}


@SMALL
@given(world=worlds(PROGRAMME))
def test_the_best_draft_is_the_one_that_trying_finds(world: World) -> None:
    tried, solution = best_by_trying(world), found(world)
    if tried is None or solution is None:
        assert (tried, solution) == (None, None)
        return
    points, ties, draft = tried
    assert (solution.score, solution.proven, solution.tied) == (points, True, True)
    assert tie_sum(world.case, solution.draft) == ties
    assert normal(solution.draft) == draft


@SMALL
@given(world=worlds(PROGRAMME))
def test_the_checker_agrees_and_the_proof_holds(world: World) -> None:
    solution, bench = found(world), world.bench
    if solution is None:
        return
    assert faults(bench, solution.draft) == []
    assert points_of(bench, solution.draft) == solution.score
    assert bound_of(bench, solution.certificate.document()) == solution.score


@SMALL
@given(world=worlds(PROGRAMME), data=st.data())
def test_no_prices_prove_less_than_the_best_draft(world: World, data: st.DataObject) -> None:
    tried, solution = best_by_trying(world), found(world)
    if tried is None or solution is None:
        return
    document = solution.certificate.document()
    point = document["point"]
    for name in data.draw(st.lists(st.sampled_from(sorted(world.case.officers)), unique=True)):
        document.setdefault("officers", {})[name] = data.draw(st.integers(0, 60)) * point
    document["team"] = data.draw(st.integers(0, 200)) * point
    document["value"] = data.draw(st.integers(tried[0] - 30, tried[0] - 1)) * point
    trees: tuple[object, ...] = (document["tree"], [{}])
    for tree in trees:
        with pytest.raises(Wrong):
            bound_of(world.bench, document | {"tree": tree})


@SMALL
@given(world=worlds(PROGRAMME))
def test_serving_another_municipality_costs_no_less_than_is_said(world: World) -> None:
    solution = found(world)
    for code, least in solution.at_least.items() if solution else ():
        try:
            other = solved(world.case.decided("served", code, None), Watch(60), ties=False)
        except Contradicted:
            continue
        assert solution is not None
        assert solution.score - other.score >= least


@FEW
@given(world=worlds(PROGRAMME), data=st.data())
def test_a_further_officer_never_lowers_the_score(world: World, data: st.DataObject) -> None:
    free = world.without_decisions()
    before = found(free)
    more = data.draw(officers(99))
    after = found(World(Roster("roster", (*free.roster.records, more)), PROGRAMME))
    assert before is not None
    assert after is not None
    assert after.score >= before.score or after.case.shares != before.case.shares


@FEW
@given(world=worlds(PROGRAMME), seed=st.integers(0, 1000))
def test_the_order_of_files_changes_nothing(world: World, seed: int) -> None:
    records = list(world.roster.records)
    random.Random(seed).shuffle(records)  # noqa: S311 - any order will do
    one, other = found(world), found(World(Roster("roster", tuple(records)), PROGRAMME))
    read = found(World(Roster("roster", ordered(records)), PROGRAMME))
    assert (one and one.draft) == (other and other.draft) == (read and read.draft)


@FEW
@given(world=worlds(PROGRAMME), seed=st.integers(1, 1000))
def test_another_seed_of_the_solver_changes_nothing(world: World, seed: int) -> None:
    one, other = found(world), found(world, seed)
    assert (one and one.draft) == (other and other.draft)


@FEW
@given(world=worlds(PROGRAMME))
def test_another_solver_finds_the_same_draft(world: World) -> None:
    solution = found(world)
    if solution is None:
        return
    case = world.case
    model = model_of(case)
    size = (len(model.bounds), len(model.points))
    matrix = csr_array((model.times, (model.at_row, model.at_column)), shape=size)
    whole = np.zeros(len(model.points))
    whole[model.whole] = 1
    rows = [LinearConstraint(matrix, -np.inf, model.bounds)]
    bounds = Bounds(model.lower, model.upper)
    first = milp(-model.points, constraints=rows, integrality=whole, bounds=bounds)
    assert round(-first.fun) == solution.score
    ties = np.zeros(len(model.points))
    for (officer, code), column in model.seats.items():
        ties[column] = tie_number(PERIOD, officer, code)
    rows.append(LinearConstraint(csr_array(model.points[None, :]), solution.score - 1e-6, np.inf))
    second = milp(-ties, constraints=rows, integrality=whole, bounds=bounds)
    assert normal(model.draft(second.x)) == normal(solution.draft)
    assert tie_sum(case, solution.draft) == round(-second.fun)


@FEW
@given(world=worlds(PROGRAMME))
def test_the_first_draft_is_legal_and_no_better(world: World) -> None:
    first, solution = greedy(world.case), found(world)
    if first is not None:
        assert faults(world.bench, first) == []
        assert solution is not None
        assert score(world.case, first) <= solution.score


def test_a_tie_number_is_two_bytes_of_a_digest() -> None:
    assert tie_number(3, "R9-057", "034835") == 0x2886  # sha256sum of the text: 2886fc1f…
