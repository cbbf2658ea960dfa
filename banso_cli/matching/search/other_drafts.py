"""Other drafts: near one that was made before, and by weights of which one moves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from math import ceil
from typing import Any

from banso_cli.matching.case import Case, Draft
from banso_cli.matching.search.ground import ground_of
from banso_cli.matching.search.highs import Watch
from banso_cli.matching.search.solve import Solution, searched, solved
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
    case, least = best.case, ceil(best.score * (1 - loss))
    stays = frozenset((officer, code) for code, team in before.items() for officer in team)
    ground = ground_of(case, ties=True, kept=stays, points=best.bound - least + 1)
    near = searched(ground, best.draft, watch, ties=True, floor=least)
    return replace(best, draft=near.draft, tied=near.tied)


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
