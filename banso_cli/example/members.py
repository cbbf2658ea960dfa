"""Members who do not exist: bodies, ranks and attributes, dealt out in likely shares."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import cycle, islice
from types import MappingProxyType

from banso_cli.example.chance import Chance
from banso_cli.example.lists import NATIONAL
from banso_cli.records.teams.team import Member

RANKS = {"指定職": 7, "課長級": 41, "企画官・室長級": 36, "補佐級": 130, "係長級": 65}
_GENDERS = {"男性": 70, "女性": 30}
_TRACKS = {"事務官": 70, "技官": 30}
_AGES: Mapping[str, tuple[int, int]] = MappingProxyType(
    {
        "指定職": (52, 59),
        "課長級": (44, 57),
        "企画官・室長級": (38, 51),
        "補佐級": (30, 47),
        "係長級": (29, 37),
    }
)
"""Ages (years) of each rank, both ends included."""

_OVER_60, _OLDEST = 3, 63
"""Fewer of 60 and over than may be shown, so that their class is seen to be merged."""

_HIGH = frozenset({"指定職", "課長級"})
_OFFICERS, _OF_SEATS = 8, 279
"""How many of how many members come from outside the government; at least one does."""


def made_up_members(
    chance: Chance, sizes: Sequence[int], outside: Sequence[str]
) -> tuple[tuple[Member, ...], ...]:
    """Return the members of teams of these sizes, each of several bodies.

    `outside` are the bodies outside the government, in turn, whose people are オフィサー.
    """
    bodies = [chance.several(NATIONAL, size) for size in sizes]
    count = max(1, sum(sizes) * _OFFICERS // _OF_SEATS)
    chosen = chance.shuffled(range(len(sizes)))[:count]
    for team, body in zip(chosen, islice(cycle(outside), len(chosen)), strict=True):
        bodies[team] = (*bodies[team][:-1], body)
    seated = iter(_seated(chance, [body for team in bodies for body in team]))
    return tuple(tuple(islice(seated, size)) for size in sizes)


def _seated(chance: Chance, bodies: Sequence[str]) -> tuple[Member, ...]:
    """Return a member from each of the bodies."""
    count = len(bodies)
    ranks = chance.deck(count, RANKS)
    ages = _ages(chance, ranks)
    genders, tracks = chance.deck(count, _GENDERS), chance.deck(count, _TRACKS)
    return tuple(
        Member(
            agency=body,
            rank=rank,
            role=None if body in NATIONAL else "オフィサー",
            gender=gender,
            track=track,
            age=age,
        )
        for body, rank, gender, track, age in zip(bodies, ranks, genders, tracks, ages, strict=True)
    )


def _ages(chance: Chance, ranks: Sequence[str]) -> list[int]:
    ages = [chance.between(*_AGES[rank]) for rank in ranks]
    high = chance.shuffled([at for at, rank in enumerate(ranks) if rank in _HIGH])
    for at in high[:_OVER_60]:
        ages[at] = chance.between(60, _OLDEST)
    return ages
