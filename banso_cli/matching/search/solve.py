"""The best draft, and of several as good the one with the greatest sum of tie numbers.

Prices bound what drafts are worth, and tell which teams none of the better drafts has; the best
draft is searched for among the others. Nothing of the solver's figures is told: scores are counted
anew, and bounds are sums of whole numbers.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import inf

from banso_cli.matching.case import Case, Draft
from banso_cli.matching.score import score
from banso_cli.matching.search.certificate import Certificate, of_prices, of_tree
from banso_cli.matching.search.greedy import greedy
from banso_cli.matching.search.ground import Ground, ground_of
from banso_cli.matching.search.growing import TooMany
from banso_cli.matching.search.highs import Watch
from banso_cli.matching.search.legal import possible
from banso_cli.matching.search.prices import Priced, best_team, priced, within
from banso_cli.matching.search.tree import Tree

_FIRST, _NARROW, _WIDE, _PARTS = 1, 1 / 2, 2, 200
"""How many points a team may lack where a first draft is looked for, and in two searches that are
for a good draft and no proof; the first of them is left out where the draft is as near as the
second. How many parts of all drafts these look at."""


class Contradicted(Exception):  # noqa: N818 - no error: rules and decisions leave no draft
    """No draft is legal."""


class Stopped(Exception):  # noqa: N818 - no error: time was up before there was a draft
    """There is no draft yet."""


@dataclass(frozen=True)
class Solution:
    """A draft with its score, and the proof that none exceeds it, or else a bound.

    `tied` tells that the choice among drafts of the same score is made to the end.
    """

    ground: Ground
    draft: Draft
    certificate: Certificate
    tied: bool
    priced: Priced

    @property
    def case(self) -> Case:
        """Return what was matched."""
        return self.ground.case

    @property
    def score(self) -> int:
        """Return the score of the draft."""
        return score(self.case, self.draft)

    @property
    def bound(self) -> int:
        """Return what no draft exceeds."""
        return self.certificate.bound

    @property
    def proven(self) -> bool:
        """Tell whether no draft is better."""
        return self.score == self.bound

    @property
    def at_least(self) -> Mapping[str, int]:
        """Return what it costs at least to serve each municipality that has no team."""
        return {
            town.code: self._price(at)
            for at, town in enumerate(self.ground.towns)
            if town.code not in self.draft
        }

    def _price(self, at: int) -> int:
        own, prices = self.priced, self.priced.prices
        try:
            best = best_team(self.ground, prices, at)
        except TooMany:
            return 0
        lacking: int = min([0, *self.ground.net(best, prices).tolist()])
        return max(0, self.score - (own.bound + lacking) // self.ground.point)


def solved(case: Case, watch: Watch, seed: int = 0, *, ties: bool = True) -> Solution:
    """Return the best draft that is found in time; a failure where there is none."""
    if not possible(case, watch):
        raise Contradicted
    return searched(ground_of(case, ties=ties), greedy(case), watch, seed, ties=ties)


def searched(
    ground: Ground,
    start: Draft | None,
    watch: Watch,
    seed: int = 0,
    *,
    ties: bool,
    floor: int | None = None,
) -> Solution:
    """Return the draft that is worth most, of those that have at least a floor of points."""
    if start is not None:
        watch.report(inf, score(ground.case, start))
    own = priced(ground, ground.pool(start or {}), watch, floor, seed)
    best, tree = start, None
    for points in (_FIRST, _NARROW, _WIDE, inf):
        gap = own.bound - (0 if best is None else ground.worth(best))
        if points == _NARROW and gap <= _WIDE * ground.point:
            continue
        slack = min(gap, points * ground.point)
        try:
            pool = within(ground, own, int(slack)) if watch.left else None
        except TooMany:
            pool = None
        if pool is None:
            break
        is_last = slack == gap
        growing = Tree(ground, own, pool, best, ties=ties and is_last, floor=floor)
        if points == _FIRST and not is_last:
            growing.dive(watch)
        else:
            growing.grow(watch, None if is_last else _PARTS)
        best, tree = growing.best, growing if is_last else None
        if is_last:
            break
    if best is None:
        raise Stopped
    certificate = of_prices(ground, own) if tree is None else of_tree(tree)
    return Solution(ground, best, certificate, ties and tree is not None and tree.whole, own)
