"""もしかして: the known name that a mistaken one probably stands for.

Letters are folded for comparison only; nothing is ever rewritten by it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache

from banso_cli.locale import _
from banso_cli.rules.meaning import folded

_SHORTEST = 3


def closest(name: str, known: Iterable[str], aliases: Mapping[str, str] | None = None) -> str:
    """Return the known name that is probably meant; empty where none is, or where two may be.

    Names and aliases that are equal but for width and variants come first; then the one that fewest
    edits lead to (a transposition is one) and that is most alike, if there is only one such; then
    the only one that the name is short for.
    """
    by_fold = _by_fold(tuple(known), tuple((aliases or {}).items()))
    meant = folded(name)
    if not meant:
        return ""
    if meant in by_fold:
        return _only(by_fold[meant])
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    allowed = max(1, len(meant) // 3)
    found = extract(meant, list(by_fold), scorer=OSA.distance, limit=None, score_cutoff=allowed)
    near = {fold: (int(n), *_likeness(meant, fold)) for fold, n, _at in found if n < len(fold)}
    best = min(near.values(), default=None)
    nearest = _only({t for fold, n in near.items() if n == best for t in by_fold[fold]})
    if nearest:
        return nearest
    return _only({t for fold in by_fold if _shortens(meant, fold) for t in by_fold[fold]})


@lru_cache(maxsize=16)
def _by_fold(
    known: tuple[str, ...], aliases: tuple[tuple[str, str], ...]
) -> dict[str, frozenset[str]]:
    """Return the names that each folded name or alias may stand for."""
    found: dict[str, frozenset[str]] = {}
    for candidate, target in (*((name, name) for name in known), *aliases):
        fold = folded(candidate)
        found[fold] = found.get(fold, frozenset()) | {target}
    return found


def _only(names: Collection[str]) -> str:
    return next(iter(names)) if len(names) == 1 else ""


def _shortens(name: str, other: str) -> bool:
    """Tell whether a name keeps letters of the other in their order and its first: 農水省."""
    letters = iter(other)
    if len(name) < _SHORTEST or not other.startswith(name[0]):
        return False
    return all(letter in letters for letter in name)


def _likeness(one: str, other: str) -> tuple[int, int]:
    """Return how many letters two names have in common anywhere, and at their start; less is more.

    It decides between names that as many edits lead to: 京都 is rather 京都府 than 東京都.
    """
    anywhere = (Counter(one) & Counter(other)).total()
    start = next(
        (at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]),
        min(len(one), len(other)),
    )
    return -anywhere, -start


def perhaps(name: str, known: Iterable[str], aliases: Mapping[str, str] | None = None) -> str:
    """Return the help line that proposes the closest known name, or all names where few."""
    known = tuple(known)
    if suggestion := closest(name, known, aliases):
        return _("did you mean: {name}").format(name=suggestion)
    return one_of(known)


def one_of(known: Iterable[str], most: int = 12) -> str:
    """Return the help line that lists what may be written; empty where that is too much."""
    names = tuple(known)
    if not names or len(names) > most:
        return ""
    return _("write one of: {names}").format(names=_(", ").join(names))
