"""Other drafts: near one that was made before, and by weights of which one moves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from math import ceil
from typing import Any

import numpy as np

from banso_cli.matching.case import Case, Draft
from banso_cli.matching.highs import MILLION, Watch
from banso_cli.matching.part import Floor, limits, part_of
from banso_cli.matching.score import score
from banso_cli.matching.solve import Solution, best_draft, solved, tie_numbers
from banso_cli.matching.told import WORDS
from banso_cli.records.periods.matching_rules import MatchingRules

_FIFTHS, _LESS, _MORE = 5, 4, 6
_TOGETHER = {
    "issues": ("issues",),
    "officer_wishes": ("officer_wishes", "officer_open"),
    "agency_wishes": ("agency_wishes", "agency_open"),
}
"""Weights that earn points for one thing, and move together."""


def kept(best: Solution, before: Draft, loss: Fraction, watch: Watch) -> Solution:
    """Return the draft with most seats of another one, then the best, then by the tie sum.

    `loss` is the share of the best score that may be given up.
    """
    model, case = best.model, best.model.case
    least = ceil(best.score * (1 - loss))
    own, stays = model.points.astype(float), np.zeros(len(model.points))
    for code, team in before.items():
        for officer in team:
            if (officer, code) in model.seats:
                stays[model.seats[officer, code]] = 1
    allowed = limits(model, best.relaxed.reduced, best.relaxed.bound - least * MILLION)
    both = stays * (best.bound - least + 1) + own
    part = part_of(model, allowed, both, [Floor(own, least)], whole=True)
    found, done, _value = best_draft(part, (watch, 0), best.draft)
    found = found or best.draft
    points, same = score(case, found), seats_kept(found, before)
    floors = [Floor(own, points), Floor(stays, same)]
    part = part_of(model, allowed, tie_numbers(model), floors, whole=True)
    last, ended, _value = best_draft(part, (watch, 0), found)
    tied = done and ended and last is not None
    if last and score(case, last) >= points and seats_kept(last, before) >= same:
        found = last
    else:
        tied = False
    return replace(best, draft=found, score=score(case, found), tied=tied)


def seats_kept(draft: Draft, before: Draft) -> int:
    """Return how many seats of a draft another one had."""
    return sum(len({*team} & {*before.get(code, ())}) for code, team in draft.items())


def changed_teams(case: Case, draft: Draft, watch: Watch) -> tuple[tuple[str, int, int], ...]:
    """Return for each weight how many teams differ when it is a fifth less, and a fifth more."""
    return tuple(
        (
            word,
            _changed(case, draft, key, _LESS, watch),
            _changed(case, draft, key, _MORE, watch),
        )
        for key, word in WORDS.items()
    )


def _changed(case: Case, draft: Draft, key: str, fifths: int, watch: Watch) -> int:
    rules = moved(case.rules, key, fifths)
    other = solved(replace(case, rules=rules), Watch(watch.limit)).draft
    towns = draft.keys() | other.keys()
    return sum(set(draft.get(each, ())) != set(other.get(each, ())) for each in towns)


def moved(rules: MatchingRules, key: str, fifths: int) -> MatchingRules:
    """Return the rules with all weights in fifths, so that they stay whole, one of them moved."""
    keys = _TOGETHER.get(key, (key,))
    parts = {
        name: part.model_copy(update=dict(_weights(part, name, keys, fifths)))
        for name, part in (("points", rules.points), ("deductions", rules.deductions))
    }
    return rules.model_copy(update=parts)


def _weights(part: Any, name: str, keys: tuple[str, ...], fifths: int) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - points or deductions
    for own in type(part).model_fields:
        if own != "strengths" or name != "points":
            yield own, _times(getattr(part, own), fifths if own in keys else _FIFTHS)


def _times(value: Any, factor: int) -> Any:  # noqa: ANN401 - a weight, or lists of them
    return (
        tuple(_times(each, factor) for each in value)
        if isinstance(value, tuple)
        else value * factor
    )
