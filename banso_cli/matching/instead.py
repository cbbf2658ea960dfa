"""How a municipality without a team could be served at the lowest price, nobody else moving."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain, combinations

from banso_cli.matching.case import Case, Draft
from banso_cli.matching.score import is_team, shortfall, team_parts
from banso_cli.matching.told import Other

_MOST_WAITING = 12
"""Of more who wait, so many are tried: those whose seats count most."""


def instead(case: Case, draft: Draft, code: str, waiting: Sequence[str]) -> Other | None:
    """Return the municipality that would give up its team, if one has to, and the price.

    The team is formed of those who wait, or it is the one that is given up.
    """
    regions = Counter(case.region[each] for each in draft)
    now, own = shortfall(case, regions), _best(case, code, waiting)
    ways = []
    if own is not None and len(draft) < case.teams:
        ways.append((shortfall(case, regions + Counter([case.region[code]])) - now - own, ""))
    for other, team in draft.items():
        if other in case.musts:
            continue
        there = regions - Counter([case.region[other]]) + Counter([case.region[code]])
        lost = team_parts(case, other, team).total() + shortfall(case, there) - now
        ways += [(lost - each, other) for each in (own, _points(case, code, team)) if each]
    price, name = min(ways, default=(0, None))
    return None if name is None else Other(case.named(name) if name else "", price)


def _best(case: Case, code: str, waiting: Sequence[str]) -> int | None:
    """Return the points of the best team of those who wait; None where they make none."""
    able = [each for each in waiting if (each, code) in case.seats]
    able.sort(key=lambda each: (-sum(case.seats[each, code].values()), each))
    return max(_teams(case, code, able[:_MOST_WAITING]), default=None)


def _teams(case: Case, code: str, officers: Sequence[str]) -> Iterator[int]:
    size = case.programme.team_size
    sizes = range(size.least, size.most + 1)
    for team in chain.from_iterable(combinations(officers, count) for count in sizes):
        points = _points(case, code, team)
        if points is not None:
            yield points


def _points(case: Case, code: str, team: Sequence[str]) -> int | None:
    """Return what a team is worth in a municipality; None where it may not be there."""
    if not is_team(case, team) or any((each, code) not in case.seats for each in team):
        return None
    return team_parts(case, code, team).total()
