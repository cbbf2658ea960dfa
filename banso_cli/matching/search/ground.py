"""What is to be matched, as arrays of whole numbers, and the teams that a municipality may have.

A team is worth its points, each of so many units, and the tie numbers of its seats, so that one
number ranks drafts: points first. Prices are in units too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from banso_cli.matching.case import Case, Draft, Seat
from banso_cli.matching.score import shortfall, team_parts, tie_number, worth

Whole: TypeAlias = NDArray[np.int64]
Flags: TypeAlias = NDArray[np.bool_]

FINE = 1 << 10
"""The units of a tie number: prices are rounded to one of them."""

LOCKED = 1 << 57
"""What a seat that is decided adds, so that no team without it is worth as much as is asked."""


@dataclass(frozen=True)
class Prices:
    """What is paid, in units: for each officer, for a team, to each region, to a point of score."""

    officers: Whole
    team: int
    regions: Whole
    point: int = 0


@dataclass(frozen=True)
class Town:
    """A municipality with those who may come: their points, further units, and worths by issue."""

    code: str
    region: int
    base: int
    locked: int
    officers: Whole
    seats: Whole
    more: Whole
    worths: Whole


@dataclass(frozen=True)
class Pool:
    """Teams, side by side: where, who (a row of officers, filled up with none), and what for."""

    towns: Whole
    members: Whole
    points: Whole
    values: Whole

    def taken(self, which: Flags | Whole) -> Pool:
        """Return some of the teams."""
        return Pool(self.towns[which], self.members[which], self.points[which], self.values[which])


def together(pools: list[Pool]) -> Pool:
    """Return the teams of several pools."""
    return Pool(
        np.concatenate([each.towns for each in pools]),
        np.concatenate([each.members for each in pools]),
        np.concatenate([each.points for each in pools]),
        np.concatenate([each.values for each in pools]),
    )


@dataclass(frozen=True)
class Ground:
    """A case as numbers; `point` is how many units a point has."""

    case: Case
    names: tuple[str, ...]
    bodies: Whole
    leads: Flags
    towns: tuple[Town, ...]
    regions: tuple[str, ...]
    shares: Whole
    region_at: Whole
    musts: Flags
    point: int
    ties: bool

    @property
    def nobody(self) -> int:
        """The officer that fills up the row of a small team."""
        return len(self.names)

    def draft(self, pool: Pool) -> Draft:
        """Return the draft that teams make."""
        return {
            self.towns[at].code: tuple(self.names[each] for each in who if each < self.nobody)
            for at, who in zip(pool.towns.tolist(), pool.members.tolist(), strict=True)
        }

    def pool(self, draft: Draft) -> Pool:
        """Return the teams of a draft."""
        by_code = {town.code: at for at, town in enumerate(self.towns)}
        number = {name: at for at, name in enumerate(self.names)}
        pools = [none(self.case.programme.team_size.most)]
        for code, team in draft.items():
            who = self.towns[by_code[code]].officers.tolist()
            columns = np.array([[who.index(number[each]) for each in team]], dtype=np.int64)
            pools.append(self.teams(by_code[code], columns))
        return together(pools)

    def worth(self, draft: Draft) -> int:
        """Return what a draft is worth, in units."""
        served = Counter(self.case.region[code] for code in draft)
        return int(self.pool(draft).values.sum()) - shortfall(self.case, served) * self.point

    def net(self, pool: Pool, prices: Prices) -> Whole:
        """Return what teams are worth less what they pay."""
        officers, own = np.append(prices.officers, 0), pool.values + pool.points * prices.point
        fixed: Whole = prices.regions[self.region_at[pool.towns]] - prices.team
        net: Whole = own - officers[pool.members].sum(axis=1) + fixed
        return net

    def alone(self, town: Town, prices: Prices) -> int:
        """Return what no team of a municipality is worth more than, less what it pays."""
        unit = self.point + prices.point
        own = (town.seats + town.worths.sum(axis=0)) * unit + town.more
        most = np.sort(own - prices.officers[town.officers])[::-1]
        net = np.maximum(0, most[: self.case.programme.team_size.most]).sum() - town.locked * LOCKED
        return int(net + town.base * unit - prices.team + prices.regions[town.region])

    def paid(self, prices: Prices, least: int) -> int:
        """Return what is paid together, where a draft has at least so many points."""
        paid = int(prices.officers.sum()) + prices.team * self.case.teams
        return paid - int(prices.regions @ self.shares) - prices.point * least

    def teams(self, at: int, columns: Whole) -> Pool:
        """Return teams of one size, rows of columns of a municipality, with points and values."""
        town, size = self.towns[at], columns.shape[1]
        who = town.officers[columns]
        most, less = self.case.programme.team_size.most, self.case.rules.deductions
        bodies = np.sort(self.bodies[who], axis=1)
        same = (bodies[:, 1:] == bodies[:, :-1]).sum(axis=1)
        juniors = np.maximum(0, (~self.leads[who]).sum(axis=1) - 1)
        points = town.base + town.seats[columns].sum(axis=1)
        points += town.worths[:, columns].max(axis=2).sum(axis=0)
        points -= less.same_agency * same + less.juniors * juniors
        values = points * self.point + town.more[columns].sum(axis=1) - town.locked * LOCKED
        filled = np.full((len(who), most - size), self.nobody)
        return Pool(
            np.full(len(who), at), np.hstack([np.sort(who, axis=1), filled]), points, values
        )


def none(most: int) -> Pool:
    """Return no teams."""
    nothing = np.zeros(0, dtype=np.int64)
    return Pool(nothing, np.zeros((0, most), dtype=np.int64), nothing, nothing)


def ground_of(
    case: Case, *, ties: bool, kept: frozenset[Seat] = frozenset(), points: int = 0
) -> Ground:
    """Return a case as numbers; `kept` are seats that are worth so many points more."""
    point, home = FINE << (len(case.officers) << 16).bit_length(), dict(case.locks)
    coming: dict[str, dict[str, int]] = {code: {} for code in case.towns}
    for seat in case.seats:
        officer, code = seat
        if home.get(officer, code) == code:
            tie = tie_number(case.period, officer, code) * FINE if ties else 0
            more = tie + (seat in kept) * points * point
            coming[code][officer] = more + (seat in case.locks) * LOCKED
    applied = case.officers.values()
    bodies = sorted({each.agency for each in applied})
    towns = tuple(_town(case, code, more) for code, more in coming.items())
    return Ground(
        case,
        tuple(case.officers),
        np.array([bodies.index(each.agency) for each in applied], dtype=np.int64),
        np.array([each in case.leads for each in case.officers], dtype=np.bool_),
        towns,
        tuple(case.shares),
        np.array(list(case.shares.values()), dtype=np.int64),
        np.array([each.region for each in towns], dtype=np.int64),
        np.array([each.code in case.musts for each in towns], dtype=np.bool_),
        point,
        ties,
    )


def _town(case: Case, code: str, more: Mapping[str, int]) -> Town:
    """Return a municipality with those who may come, and what their seats are worth in units."""
    number = {officer: at for at, officer in enumerate(case.officers)}
    issues = zip(case.towns[code].issues, case.weights(code), strict=True)
    worths = [
        [weight * worth(case, case.strengths[each].get(theme, 0)) for each in more]
        for theme, weight in issues
    ]
    return Town(
        code=code,
        region=list(case.shares).index(case.region[code]),
        base=team_parts(case, code, ()).total(),
        locked=sum(place == code for _officer, place in case.locks),
        officers=np.array([number[each] for each in more], dtype=np.int64),
        seats=np.array([sum(case.seats[each, code].values()) for each in more], dtype=np.int64),
        more=np.array(list(more.values()), dtype=np.int64),
        worths=np.array(worths, dtype=np.int64).reshape(len(worths), len(more)),
    )
