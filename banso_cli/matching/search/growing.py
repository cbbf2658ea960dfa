"""The teams of a municipality that are worth enough, all of them, found by letting them grow."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from banso_cli.matching.search.ground import (
    LOCKED,
    Ground,
    Pool,
    Prices,
    Town,
    Whole,
    none,
    together,
)

MOST_ROWS = 4_000_000
"""How many teams, begun or whole, are looked at for a municipality."""


class TooMany(Exception):  # noqa: N818 - no error: prices that tell too little apart
    """A municipality has too many teams that are worth as much as was asked."""


def teams_of(
    ground: Ground,
    at: int,
    prices: Prices,
    least: int,
    among: int | None = None,
    rows: int = MOST_ROWS,
) -> Pool:
    """Return the teams of a municipality that are worth so much less what they pay.

    Officers are added one by one in the order of what they are worth alone, which no team exceeds;
    `among` takes the first so many of them. A failure where more than so many `rows` of teams,
    begun or whole, are to be looked at.
    """
    town, most = ground.towns[at], ground.case.programme.team_size.most
    unit = ground.point + prices.point
    own = town.seats * unit + town.more - prices.officers[town.officers]
    worths = town.worths * unit
    alone = own + worths.sum(axis=0)
    order = np.argsort(-alone, kind="stable")[:among]
    growing = _Growing(ground, town, order, alone[order], worths[:, order], rows)
    opening = int(town.base * unit - prices.team + prices.regions[town.region])
    found = growing.grown(least - opening + town.locked * LOCKED, unit)
    return together([none(most), *(ground.teams(at, order[each]) for each in found)])


@dataclass(frozen=True)
class _Growing:
    """The teams of a municipality as they grow, officers in the order of what they add at most."""

    ground: Ground
    town: Town
    order: Whole
    alone: Whole
    worths: Whole
    rows: int

    def grown(self, need: int, unit: int) -> list[Whole]:
        """Return the legal teams of each size that are worth what is needed, as places in order."""
        ground, rules = self.ground, self.ground.case.rules
        size = ground.case.programme.team_size
        bodies = ground.bodies[self.town.officers[self.order]]
        leads = ground.leads[self.town.officers[self.order]]
        own = self.alone - self.worths.sum(axis=0)
        teams = np.zeros((1, 0), dtype=np.int64)
        values, covered = np.zeros(1, dtype=np.int64), np.zeros((len(self.worths), 1), np.int64)
        same, juniors, last = (np.zeros(1, dtype=np.int64) for _each in range(3))
        found = []
        for count in range(1, size.most + 1):
            row, place = self._next(values, last, need, size.most - count)
            doubled = (bodies[teams[row]] == bodies[place][:, None]).any(axis=1)
            same, before = same[row] + doubled, juniors[row]
            juniors = before + ~leads[place]
            after = np.maximum(covered[:, row], self.worths[:, place])
            values = values[row] + own[place] + (after - covered[:, row]).sum(axis=0)
            values -= unit * rules.deductions.same_agency * doubled
            values -= unit * rules.deductions.juniors * (~leads[place] & (before > 0))
            teams, covered, last = np.column_stack([teams[row], place]), after, place + 1
            if count >= size.least:
                legal = (count - same >= rules.least_agencies) & (juniors < count)
                found.append(teams[legal & (values >= need)])
        return found

    def _next(self, values: Whole, last: Whole, need: int, further: int) -> tuple[Whole, Whole]:
        """Return which teams may grow by whom, and still be worth what is needed."""
        after = np.append(self.alone[1:], 0)
        most = self.alone + further * np.maximum(0, after)
        end = np.searchsorted(-most, values - need, side="right")
        counts = np.maximum(0, end - last)
        if (total := int(counts.sum())) > self.rows:
            raise TooMany
        row = np.repeat(np.arange(len(values)), counts)
        first = np.repeat(np.cumsum(counts) - counts, counts)
        return row, np.arange(total) - first + last[row]
