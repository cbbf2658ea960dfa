"""Rosters by chance, skewed so that small classes, one-value rows and whole gaps are frequent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

import numpy as np

from banso_cli.model.roster import Roster
from banso_cli.model.team import Member, Team
from tests.statistics.rosters import member, real, team

CLASSES: dict[str, Sequence[str | int]] = {
    "gender": ("男性", "女性"),
    "track": ("事務官", "技官"),
    "age": (27, 35, 44, 52, 61),
}
RANKS = ("補佐級", "係長級", "課長級", "企画官・室長級", "指定職")
TYPES = ("市", "町", "村")
Choice = TypeVar("Choice")


@dataclass(frozen=True)
class Skewed:
    """A roster of one period or two from a seed; whoever stays has the same seat and attributes."""

    seed: int
    periods: int

    @cached_property
    def chance(self) -> np.random.Generator:
        """What every choice is drawn from."""
        return np.random.default_rng([self.seed, self.periods])

    @cached_property
    def weights(self) -> dict[tuple[str, str], Sequence[float]]:
        """How likely each class is, by attribute and by rank or kind of municipality."""
        evenness = self.one_of((0.2, 1.0, 8.0))
        kinds = (*RANKS, *TYPES)
        drawn = {
            (name, kind): self.chance.dirichlet([evenness] * len(values))
            for name, values in CLASSES.items()
            for kind in kinds
        }
        if self.one_of((True, False)):  # the same for all kinds: a table may then be shown
            drawn = {(name, kind): drawn[name, kinds[0]] for name, kind in drawn}
        return {key: [float(each) for each in found] for key, found in drawn.items()}

    def one_of(self, choices: Sequence[Choice]) -> Choice:
        """Draw one of several."""
        return choices[int(self.chance.integers(len(choices)))]

    def roster(self) -> Roster:
        """Return the real roster with teams of this making."""
        known = real().municipalities
        places = [known[int(at)] for at in self.chance.permutation(len(known))]
        size = min(self.one_of((3, 8, 16, 30, 60, 97)), len(places))
        names = ("総務省", "国土交通省", "環境省", "財務省")[: self.one_of((1, 2, 4))]
        recorded, by_type = self.one_of((1.0, 1.0, 0.9, 0.5)), self.one_of((True, False))
        ranks = RANKS[: self.one_of((1, 2, 3, 5))]
        teams: list[Team] = []
        for at, place in enumerate(places[:size]):
            people = []
            for _ in range(self.one_of((2, 3, 3))):
                rank = self.one_of(ranks)
                kind = place.name[-1] if by_type else rank
                people.append(self.member(self.one_of(names), rank, kind, recorded))
            teams.append(
                team(at + 1, place.code, people, status=self.one_of(("new", "continuing")))
            )
        if self.periods > 1:
            teams += self.before(teams, self.one_of((0.0, 0.02, 0.1, 0.5)))
        return replace(real(), teams=tuple(teams))

    def member(self, agency: str, rank: str, kind: str, recorded: float) -> Member:
        """Draw a member of one kind."""
        fields: dict[str, object] = {}
        for name, values in CLASSES.items():
            if self.chance.random() < recorded:
                fields[name] = values[
                    int(self.chance.choice(len(values), p=self.weights[name, kind]))
                ]
        return member(agency, rank, **fields)

    def before(self, teams: Sequence[Team], change: float) -> list[Team]:
        """Return the period before, in which a share of the teams was not yet there."""
        kept = [each for each in teams if self.chance.random() >= change]
        found = [
            team(each.number, each.municipality, each.members, period=1, status="new")
            for each in kept
        ]
        free = [each.code for each in real().municipalities]
        free = [code for code in free if code not in {each.municipality for each in teams}]
        for at, code in enumerate(free[: round(change * len(teams))], start=len(teams) + 1):
            people = [self.member("総務省", "補佐級", "補佐級", 1.0) for _ in range(2)]
            found.append(team(at, code, people, period=1, status="new"))
        return found
