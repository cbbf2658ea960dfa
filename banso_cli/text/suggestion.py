"""もしかして: the known name that a mistaken one probably stands for."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import lru_cache
from os.path import commonprefix
from types import MappingProxyType
from typing import TypeAlias

from banso_cli.locale import _
from banso_cli.text.likeness import (
    core,
    hiragana,
    look_alike,
    parts,
    sound_alike,
    turned,
    within_edits,
)
from banso_cli.text.meaning import folded

_SHORTEST = 3
_MINISTRIES = "省庁府"
_NONE: Mapping[str, str] = MappingProxyType({})


_Meanings: TypeAlias = Mapping[str, AbstractSet[str]]
"""The names that each folded name may stand for; "" is a thing that is not in the list."""


def closest(
    name: str,
    known: Iterable[str],
    aliases: Mapping[str, str] = _NONE,
    others: Mapping[str, str] = _NONE,
) -> str:
    """Return the known name that is probably meant; empty where none is, or where two may be.

    `others` are things that exist or existed beside those known, each with its successor: a name
    that is nearest to one of them stands for the successor, if that is known, or for none.

    First come names that are equal but for width and variants, or but for a legal form; then the
    one that fewest edits lead to (a transposition is one) and that is most alike; the only one
    that the name is short for; the one that sounds alike; the only one that it is a part of.
    """
    folds, cores = _index(tuple(known), tuple(aliases.items()), tuple(others.items()))
    meant = folded(name)
    if not meant:
        return ""
    if meant in folds:
        return _only(folds[meant])
    for found in _found(meant, folds, cores, is_code=name.isascii()):
        listed = found - {""}
        if len(listed) == 1 or (found and not listed):
            return _only(listed)
    return ""


def _found(
    meant: str, folds: _Meanings, cores: _Meanings, *, is_code: bool
) -> Iterator[AbstractSet[str]]:
    """Yield what a name may stand for, from the surest way to tell to the least sure."""
    if not is_code:
        yield cores.get(core(meant), frozenset())
    yield _targets(folds, (fold for fold in folds if look_alike(meant, fold)))
    yield _targets(folds, _nearest(meant, folds, is_code=is_code))
    shortens = _begins if is_code else _shortens
    yield _targets(folds, (fold for fold in folds if shortens(meant, fold)))
    if not is_code:
        yield _targets(folds, (fold for fold in folds if _is_heard(meant, fold)))
    yield _targets(folds, (fold for fold in folds if core(meant) in parts(fold)))
    ends = _targets(folds, (fold for fold in folds if _ends(meant, fold)))
    yield ends if len(ends) == 1 else frozenset()  # 研究機構 is the end of many a body
    yield _targets(folds, (fold for fold in folds if _is_office_of(meant, fold)))


def _targets(meanings: _Meanings, folds: Iterable[str]) -> frozenset[str]:
    return frozenset(target for fold in folds for target in meanings[fold])


@lru_cache(maxsize=16)
def _index(
    known: tuple[str, ...],
    aliases: tuple[tuple[str, str], ...],
    others: tuple[tuple[str, str], ...],
) -> tuple[_Meanings, _Meanings]:
    """Return what the folded names may stand for, and what their cores may."""
    by_fold, by_core = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
    for candidate, target in (*((name, name) for name in known), *aliases):
        by_fold[folded(candidate)].add(target)
        by_core[core(folded(candidate))].add(target)
        by_core[turned(folded(candidate))].add(target)
    listed = dict(by_core)
    for other, successor in others:
        if core(folded(other)) not in listed:
            heir = _only(listed.get(core(folded(successor)), ()))
            by_fold[folded(other)].add(heir)
            by_core[core(folded(other))].add(heir)
    return by_fold, by_core


def _only(names: Collection[str]) -> str:
    return next(iter(names)) if len(names) == 1 else ""


def _nearest(meant: str, folds: Iterable[str], *, is_code: bool) -> list[str]:
    """Return the names that fewest edits lead to, and of these those that are most alike."""
    allowed = max(1, len(meant) // 3 if is_code else min(len(meant) // 4, 2))
    near = {
        fold: (edits, *_likeness(meant, fold))
        for fold, edits in within_edits(meant, folds, allowed).items()
        if edits < len(fold) and _is_evidence(meant, fold)
    }
    best = min(near.values(), default=None)
    return [fold for fold, likeness in near.items() if likeness == best]


def _is_evidence(meant: str, fold: str) -> bool:
    """Tell whether an edit may be a slip: from 復興 it makes 復旧, and from 環境 住環境."""
    is_cut = meant.startswith(fold) or fold.startswith(meant)
    return len(fold) >= _SHORTEST or is_cut or set(meant) == set(fold)


def _is_heard(meant: str, fold: str) -> bool:
    """Tell whether a name sounds like another with which it shares a letter."""
    return bool(set(hiragana(meant)) & set(hiragana(fold))) and sound_alike(meant, fold)


def _begins(name: str, other: str) -> bool:
    """Tell whether a code is the beginning of another; letters of it anywhere say nothing."""
    return len(name) >= _SHORTEST and other.startswith(name)


def _shortens(name: str, other: str) -> bool:
    """Tell whether a name keeps letters of the other, or of a part of it, in their order.

    It keeps the first, as 農水省 does; of two letters the last as well, as 農業 does, or is short
    for a ministry: 農水.
    """
    if len(name) < _SHORTEST:
        is_ministry = other[-1] in _MINISTRIES and len(name) == _SHORTEST - 1
        name += other[-1] if is_ministry and name[-1] != other[-1] else ""
    if len(name) < _SHORTEST and (len(name) < _SHORTEST - 1 or name[-1] != other[-1]):
        return False
    for part in (other, core(other), *other.split("・")):
        letters = iter(part)
        if part.startswith(name[0]) and all(letter in letters for letter in name):
            return True
    return False


def _ends(name: str, other: str) -> bool:
    """Tell whether a name is the end of another, or this of it: コミュニティ, 地域公共交通."""
    one, two = core(name), core(other)
    is_end = len(one) >= _SHORTEST and two.endswith(one)
    return is_end or (len(other) > _SHORTEST and (name.endswith(other) or one.endswith(other)))


def _is_office_of(name: str, other: str) -> bool:
    """Tell whether a name is that of an office of a ministry: 総務省統計局."""
    return other[-1] in _MINISTRIES and len(other) >= _SHORTEST and name.startswith(other)


def _likeness(one: str, other: str) -> tuple[int, int]:
    """Return how many letters two names have in common anywhere, and at their start; less is more.

    It decides between names that as many edits lead to: 京都 is rather 京都府 than 東京都.
    """
    anywhere = (Counter(one) & Counter(other)).total()
    return -anywhere, -len(commonprefix((one, other)))  # noqa: RUF071 - of letters, not of paths


def perhaps(
    name: str,
    known: Iterable[str],
    aliases: Mapping[str, str] = _NONE,
    others: Mapping[str, str] = _NONE,
) -> str:
    """Return the help line that proposes the closest known name, or all names where few."""
    known = tuple(known)
    if suggestion := closest(name, known, aliases, others):
        former = {folded(other) for other, successor in others.items() if successor}
        words = _("did you mean: {name} (successor of {former})")
        if folded(name) not in former:
            words = _("did you mean: {name}")
        return words.format(name=suggestion, former=name)
    return one_of(known)


def proposal(names: Collection[str]) -> str:
    """Return the help line that proposes a name, or those that may be meant; empty for none."""
    if len(names) == 1:
        return _("did you mean: {name}").format(name=_only(names))
    return one_of(names)


def write(name: object) -> str:
    """Return the help line that tells what to write."""
    return _("write {name}").format(name=name)


def one_of(known: Iterable[str], most: int = 12) -> str:
    """Return the help line that lists what may be written; empty where that is too much."""
    names = tuple(known)
    if not names or len(names) > most:
        return ""
    return _("write one of: {names}").format(names=_(", ").join(names))
