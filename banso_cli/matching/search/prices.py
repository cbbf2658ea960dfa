"""Prices of officers, of a team and of regions, by which no draft exceeds a bound.

Each municipality has the team that is worth most less what it pays; what all of these are worth,
and what is paid, bounds every draft (the Lagrangian bound). The linear programme of teams brings it
down as far as prices can, by column generation.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from banso_cli.matching.search.ground import Ground, Pool, Prices, Whole, none, together
from banso_cli.matching.search.growing import MOST_ROWS, TooMany, teams_of
from banso_cli.matching.search.highs import Watch
from banso_cli.matching.search.master import Master

ANYTHING, NO_TEAM = -(1 << 61), -(1 << 53)
"""Less than what any team is worth, and what a municipality is worth that lacks the team that it
must have: so little that it is bad, so much that a sum of them fits into 63 bits."""

_FEW, _AMONG, _ROUNDS, _EACH, _ROWS = 10, 24, 4, 10, 30_000
"""Among how many officers teams are looked for at first and later, how often prices are adjusted
before the linear programme, how many teams of a municipality are taken, of how many looked at."""

_MOST_TEAMS = 400_000
"""How many teams that a better draft may have are held."""

_QUICKER = 4
"""By how much more teams are looked at once few are found."""

_NEAR = 1 << 14
"""What part of a point a team may be worth more than the best that is known."""


@dataclass(frozen=True)
class Priced:
    """Prices, what no team of each municipality is worth more than by them, and the bound."""

    prices: Prices
    most: Whole
    bound: int


def priced_of(ground: Ground, prices: Prices, most: Whole, floor: int = 0) -> Priced:
    """Return the bound where no team is worth more; who need not be served may have none."""
    worth = np.where(ground.musts, most, np.maximum(0, most))
    return Priced(prices, most, ground.paid(prices, floor) + int(worth.sum()))


def best_team(ground: Ground, prices: Prices, at: int) -> Pool:
    """Return the team of a municipality that is worth most, or nothing where it has none."""
    found = _some(ground, prices, at, _AMONG)
    if not len(found.towns):
        return found
    least = int(ground.net(found, prices).max())
    return _top(ground, teams_of(ground, at, prices, least), prices, 1)


def within(ground: Ground, priced: Priced, slack: int) -> Pool:
    """Return all teams that a draft may have which is at most so far below the bound."""
    pools, count = [], 0
    worth = np.where(ground.musts, priced.most, np.maximum(0, priced.most))
    for at, most in enumerate(worth.tolist()):
        pools.append(teams_of(ground, at, priced.prices, most - slack))
        count += len(pools[-1].towns)
        if count > _MOST_TEAMS:
            raise TooMany
    return together(pools)


def priced(
    ground: Ground, start: Pool, watch: Watch, floor: int | None = None, seed: int = 0
) -> Priced:
    """Return the best prices that time allows."""
    pool = together([start, *_adjusted(ground, watch)])
    master, rows = Master(ground, _once(pool), floor, seed), _ROWS
    prices = _nothing(ground)
    found = _rough(ground, prices, floor or 0)
    while watch.left and master.solve(watch, between=True):
        prices = master.prices
        watch.report(found.bound / ground.point)
        known = _known(ground, master, prices) + ground.point // _NEAR
        more, is_all = _more(ground, prices, known, rows, watch)
        if is_all:
            np.maximum.at(known, more.towns, ground.net(more, prices))
            found = min(priced_of(ground, prices, known, floor or 0), found, key=_bound)
        if not len(more.towns) and (is_all or rows == MOST_ROWS):
            break
        few = len(more.towns) < _EACH * len(known) * 4 // 5
        rows = min(_ROWS + few * _QUICKER * rows, MOST_ROWS) if len(more.towns) else MOST_ROWS
        master.add(more)
    return min(_rough(ground, prices, floor or 0), found, key=_bound)


def _bound(priced: Priced) -> int:
    return priced.bound


def _nothing(ground: Ground) -> Prices:
    nothing = np.zeros(len(ground.names), dtype=np.int64)
    return Prices(nothing, 0, np.zeros(len(ground.regions), dtype=np.int64))


def _rough(ground: Ground, prices: Prices, floor: int = 0) -> Priced:
    """Return the bound where members of a team cost each other nothing."""
    most = [ground.alone(town, prices) for town in ground.towns]
    return priced_of(ground, prices, np.array(most, dtype=np.int64), floor)


def _more(
    ground: Ground, prices: Prices, known: Whole, rows: int, watch: Watch
) -> tuple[Pool, bool]:
    """Return the best teams that are worth more than what is known, and whether all were seen."""
    pools, is_all = [none(ground.case.programme.team_size.most)], True
    for at, least in enumerate(known.tolist()):
        if not watch.left:
            return together(pools), False
        try:
            found = teams_of(ground, at, prices, least, rows=rows)
        except TooMany:
            found, is_all = teams_of(ground, at, prices, least, _AMONG), False
        pools.append(_top(ground, found, prices, _EACH))
    return together(pools), is_all


def _known(ground: Ground, master: Master, prices: Prices) -> Whole:
    """Return what the best team so far of each municipality is worth."""
    known = np.where(ground.musts, NO_TEAM, 0)
    np.maximum.at(known, master.pool.towns, ground.net(master.pool, prices))
    return known


def _adjusted(ground: Ground, watch: Watch) -> list[Pool]:
    """Return good teams by prices that rise where officers are wanted by many."""
    prices, pools, step = _nothing(ground), [], 16 * ground.point
    for _round in range(_ROUNDS if watch.left else 1):
        tops = [
            _top(ground, _some(ground, prices, at, _FEW), prices, 4)
            for at in range(len(ground.towns))
        ]
        pools += tops
        who = np.concatenate([each.members[:1].ravel() for each in tops])
        wanted = np.bincount(who, minlength=ground.nobody + 1)[: ground.nobody]
        raised = np.maximum(0, prices.officers + step * (wanted - 1))
        prices, step = Prices(raised, 0, prices.regions), step * 3 // 4
    return pools


def _some(ground: Ground, prices: Prices, at: int, among: int) -> Pool:
    """Return teams of the officers that are worth most alone, and of more where they make none."""
    while True:
        found = teams_of(ground, at, prices, ANYTHING, among)
        if len(found.towns) or among >= len(ground.towns[at].officers):
            return found
        among *= 2


def _top(ground: Ground, pool: Pool, prices: Prices, count: int) -> Pool:
    return pool.taken(np.argsort(-ground.net(pool, prices), kind="stable")[:count])


def _once(pool: Pool) -> Pool:
    """Return each team once."""
    _rows, first = np.unique(np.column_stack([pool.towns, pool.members]), axis=0, return_index=True)
    return pool.taken(np.sort(first))
