"""How many edits lead from one name to others; a transposition is one."""

from __future__ import annotations

from collections.abc import Iterable


def within_edits(name: str, others: Iterable[str], most: int) -> dict[str, int]:
    """Return those of the others that at most so many edits lead to, and how many."""
    from rapidfuzz import distance, process  # noqa: PLC0415 - only what is mistyped needs it

    scorer = distance.OSA.distance
    found = process.extract(name, list(others), scorer=scorer, limit=None, score_cutoff=most)
    return {other: int(edits) for other, edits, _at in found}
