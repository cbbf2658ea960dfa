"""A draft near another one: of those that lose little, the one in which most seats stay."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from math import ceil

import numpy as np

from banso_cli.matching.case import Draft
from banso_cli.matching.highs import MILLION, Watch
from banso_cli.matching.score import score, tie_number
from banso_cli.matching.solve import Goal, Solution, attempt, draft_in, limits


def kept(best: Solution, before: Draft, loss: Fraction, watch: Watch) -> Solution:
    """Return the draft with most seats of another one, then the best, then by the tie sum.

    `loss` is the share of the best score that may be given up.
    """
    model, case = best.model, best.model.case
    floor = ceil(best.score * (1 - loss))
    slack = best.relaxed.bound - floor * MILLION
    own = model.points.astype(float)
    stays = np.zeros(len(own))
    for code, team in before.items():
        for officer in team:
            if (officer, code) in model.seats:
                stays[model.seats[officer, code]] = 1
    heavier = best.bound - floor + 1
    both = stays * heavier + own
    first = Goal(both, ((own, floor),))
    allowed = limits(model, best.relaxed.reduced, slack)
    solver, status = attempt(model, allowed, first, best.draft, (watch, 0))
    found = draft_in(model, solver) or best.draft
    numbers = np.zeros(len(own))
    for (officer, code), column in model.seats.items():
        numbers[column] = tie_number(case.period, officer, code)
    points = score(case, found)
    same = seats_kept(found, before)
    floors = ((own, points), (stays, same))
    last, ended = attempt(model, allowed, Goal(numbers, floors), found, (watch, 0))
    tied = draft_in(model, last) if status == ended == "kOptimal" else None
    if tied and score(case, tied) >= points and seats_kept(tied, before) >= same:
        found = tied
    return replace(best, draft=found, score=score(case, found), tied=tied is not None)


def seats_kept(draft: Draft, before: Draft) -> int:
    """Return how many seats of a draft another one had."""
    return sum(len({*team} & {*before.get(code, ())}) for code, team in draft.items())
