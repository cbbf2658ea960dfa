"""The search for the best draft among teams by branch and bound, which leaves a proof behind.

The linear programme bounds what drafts are worth. Where it splits a seat, there is one part of the
drafts with the seat and one without it; a part is closed once its prices prove that nothing in it
is worth more than the best draft.
"""

from __future__ import annotations

import heapq
from math import inf, prod

import numpy as np

from banso_cli.matching.case import Draft
from banso_cli.matching.score import score
from banso_cli.matching.search.ground import FINE, Flags, Ground, Pool, Whole
from banso_cli.matching.search.highs import Watch
from banso_cli.matching.search.master import Master, Numbers
from banso_cli.matching.search.node import Node, SeatAt
from banso_cli.matching.search.prices import ANYTHING, NO_TEAM, Priced, priced_of

_FIRST, _MORE = 12, 1 / 2
"""With how many teams a municipality the linear programme begins, and how many it takes in."""

_TRIED, _AGAIN, _STEPS = 8, 4, 60
"""How many seats are tried out before a split, of these that were tried out before, and by how many
steps of the linear programme."""

_SOME, _LITTLE, _NEARLY = 1e-5, 1e-3, 0.9

_FALL, _TURNS = 1, 40
"""By how many points a seat may let the bound fall when it is taken, and how often one is left."""


class Tree:
    """The drafts of a pool of teams, and the best of them so far.

    With `ties` the best has the greatest tie sum of those with as many points.
    """

    def __init__(
        self,
        ground: Ground,
        priced: Priced,
        pool: Pool,
        best: Draft | None,
        *,
        ties: bool,
        floor: int | None = None,
    ) -> None:
        self.ground, self.priced, self.pool = ground, priced, pool
        self.ties, self.floor = ties, floor
        self.best, self.value = best, ANYTHING if best is None else ground.worth(best)
        worth = np.where(ground.musts, priced.most, np.maximum(0, priced.most))
        lacking = worth[pool.towns] - ground.net(pool, priced.prices)
        self.held = np.sort(np.argsort(lacking, kind="stable")[: _FIRST * len(worth)])
        self.master = Master(ground, pool.taken(self.held), floor)
        self.starts = np.flatnonzero(np.diff(pool.towns, prepend=-1))
        everything = np.ones(len(pool.towns), dtype=np.bool_)
        self.root = Node(everything, priced.bound, priced.prices)
        self.fallen: dict[SeatAt, float] = {}

    @property
    def goal(self) -> int:
        """Return what a better draft is worth at least, in units."""
        if self.ties or self.best is None:
            return self.value + FINE
        return (self.value // self.ground.point + 1) * self.ground.point

    @property
    def bound(self) -> int:
        """Return what no draft is worth more than, in units."""
        return max(self.goal - 1, *(leaf.bound for leaf in self.root.leaves()))

    @property
    def whole(self) -> bool:
        """Tell whether nothing is left that might be better."""
        return self.bound < self.goal

    def dive(self, watch: Watch) -> None:
        """Look for a first draft: the seat that is nearest to being taken is taken, each time."""
        node = Node(self.root.allowed, self.root.bound, self.root.prices)
        turns = 0
        while turns < _TURNS and self._relaxed(node, watch) and node.bound >= self.goal:
            value, formed = self.master.value, self.master.formed
            seats, shares = self._torn(formed)
            if not seats:
                self._improve(self.held[formed > 1 / 2])
                return
            allowed = node.allowed
            for at in np.flatnonzero(shares >= min(shares.max(), _NEARLY)).tolist():
                allowed = allowed & self._side(seats[at], is_seated=True)
            if (allowed == node.allowed).all():  # what is torn is so by the tolerance alone
                self._improve(self.held[formed > 1 / 2])
                return
            following = Node(allowed, node.bound, node.prices)
            if self._relaxed(following, watch) and self.master.value < value - _FALL:
                seat = seats[int(shares.argmax())]
                following.allowed = node.allowed & self._side(seat, is_seated=False)
                following.bound = node.bound
                turns += 1
            node = following

    def grow(self, watch: Watch, most: int | None = None) -> None:
        """Search until nothing is left, or time, or so many parts have been looked at."""
        waiting: list[tuple[int, int, Node]] = []
        node: Node | None = self.root
        count = 0
        while node is not None and watch.left and count != most:
            count += 1
            points = None if self.best is None else score(self.ground.case, self.best)
            watch.report(node.bound / self.ground.point, points)
            following = self._looked_at(node, watch)
            for other in following[1:]:
                heapq.heappush(waiting, (-other.bound, count, other))
            node = following[0] if following else None
            while node is None and waiting:
                _bound, _count, next_node = heapq.heappop(waiting)
                node = next_node if next_node.bound >= self.goal else None

    def _looked_at(self, node: Node, watch: Watch) -> list[Node]:
        """Return the sides of a part that are still open, the more promising one first."""
        if not self._relaxed(node, watch) or node.bound < self.goal:
            return []
        formed = self.master.formed
        seats, shares = self._torn(formed)
        if not seats:
            self._improve(self.held[formed > 1 / 2])
            return []
        near = np.argsort(np.round(np.abs(shares - 1 / 2), 6), kind="stable").tolist()
        self._split(node, self._likely([seats[at] for at in near]))
        still = [each for each in node.sides if each.bound >= self.goal]
        return sorted(still, key=lambda each: -each.estimate)

    def _relaxed(self, node: Node, watch: Watch) -> bool:
        """Solve the linear programme of a part, and take in the teams that it lacks."""
        self.master.allow(node.allowed[self.held])
        while True:
            if not self.master.solve(watch):
                return False
            priced, net = self._proven(node.allowed)
            if priced.bound < node.bound:
                node.bound, node.prices = priced.bound, priced.prices
            if node.bound < self.goal:
                return True
            known = np.where(self.ground.musts, NO_TEAM, 0)
            held = self.held[node.allowed[self.held]]
            np.maximum.at(known, self.pool.towns[held], net[held])
            over = np.where(node.allowed, net - known[self.pool.towns], 0)
            over[self.held] = 0
            missing = np.argsort(-over, kind="stable")[: 1 + int(_MORE * len(known))]
            missing = np.sort(missing[over[missing] > FINE])
            if not len(missing):
                return True
            self.held = np.append(self.held, missing)
            self.master.add(self.pool.taken(missing))

    def _proven(self, allowed: Flags) -> tuple[Priced, Whole]:
        """Return what the prices of this moment prove, and what teams are worth by them."""
        prices = self.master.prices
        net = self.ground.net(self.pool, prices)
        most = np.full(len(self.ground.towns), NO_TEAM)
        if len(net):
            top = np.maximum.reduceat(np.where(allowed, net, NO_TEAM), self.starts)
            most[self.pool.towns[self.starts]] = top
        return priced_of(self.ground, prices, most, self.floor or 0), net

    def _improve(self, teams: Whole) -> None:
        draft = self.ground.draft(self.pool.taken(np.sort(teams)))
        value, case = self.ground.worth(draft), self.ground.case
        is_legal = case.musts <= draft.keys() and score(case, draft) >= (self.floor or -inf)
        if is_legal and value > self.value:
            self.best, self.value = draft, value

    def _split(self, node: Node, torn: list[SeatAt]) -> None:
        """Split a part at the seat that brings the bound down most."""
        value, basis = self.master.value, self.master.solver.getBasis()
        need, most = value - self.goal / self.ground.point, -inf
        for seat in torn:
            sides = []
            for is_seated in (False, True):
                self.master.solver.setBasis(basis)
                sides.append(self._tried(node, seat, is_seated=is_seated))
            self.fallen[seat] = prod(
                min(max(value - each.estimate, 0), need) + _LITTLE for each in sides
            )
            is_closed = all(each.bound < self.goal for each in sides)
            if is_closed or self.fallen[seat] > most:
                most, node.split, node.sides = self.fallen[seat], seat, sides
            if is_closed:
                return

    def _torn(self, formed: Numbers) -> tuple[list[SeatAt], Numbers]:
        """Return the seats that are taken in part, and how much of each."""
        some, count = np.flatnonzero(formed > _SOME), len(self.ground.towns)
        members, towns = self.master.pool.members[some], self.master.pool.towns[some]
        keys, at = np.unique(members * count + towns[:, None], return_inverse=True)
        share = np.bincount(at.ravel(), np.repeat(formed[some], members.shape[1]), len(keys))
        torn = (share > _SOME) & (share < 1 - _SOME) & (keys < self.ground.nobody * count)
        return [divmod(key, count) for key in keys[torn].tolist()], share[torn]

    def _likely(self, seats: list[SeatAt]) -> list[SeatAt]:
        """Return the seats to be tried out: some that did well before, and some others."""
        known = sorted((e for e in seats if e in self.fallen), key=lambda e: -self.fallen[e])
        return [*known[:_AGAIN], *(e for e in seats if e not in self.fallen)][:_TRIED]

    def _side(self, seat: SeatAt, *, is_seated: bool) -> Flags:
        """Return the teams that may be formed with a seat, or without it."""
        has, there = (self.pool.members == seat[0]).any(axis=1), self.pool.towns == seat[1]
        found: Flags = (has == there) if is_seated else ~(has & there)
        return found

    def _tried(self, node: Node, seat: SeatAt, *, is_seated: bool) -> Node:
        """Return one side of a seat after a few steps."""
        allowed = node.allowed & self._side(seat, is_seated=is_seated)
        self.master.allow(allowed[self.held])
        self.master.tried(_STEPS)
        priced, _net = self._proven(allowed)
        low = priced if priced.bound < node.bound else node
        return Node(allowed, low.bound, low.prices, self.master.value)
