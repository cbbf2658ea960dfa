"""Which teams change when one weight moves by a fifth."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from banso_cli.matching.case import Case, Draft
from banso_cli.matching.highs import Watch
from banso_cli.matching.result import WORDS
from banso_cli.matching.solve import solved
from banso_cli.records.matching_rules import MatchingRules

_FIFTHS, _LESS, _MORE = 5, 4, 6
_TOGETHER = {
    "issues": ("issues",),
    "officer_wishes": ("officer_wishes", "officer_open"),
    "agency_wishes": ("agency_wishes", "agency_open"),
}
"""Weights that earn points for one thing, and move together."""


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
