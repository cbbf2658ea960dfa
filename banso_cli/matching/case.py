"""What is to be matched: who counts, where each officer may go, and what each seat is worth."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeAlias

from banso_cli.records.application import (
    Decisions,
    MunicipalityApplication,
    MunicipalityDecision,
    OfficerApplication,
    SeatDecision,
)
from banso_cli.records.municipality import Municipality
from banso_cli.records.periods.matching_rules import MatchingRules
from banso_cli.records.periods.programme import Programme
from banso_cli.records.roster import Roster

Draft: TypeAlias = Mapping[str, tuple[str, ...]]
"""The officers of each team, by the code of its municipality."""

Seat: TypeAlias = tuple[str, str]
"""An officer and the code of a municipality."""

MOST_STRENGTH = 3


@dataclass(frozen=True)
class Case:
    """The applications of a period that count, with the rules and the decisions.

    Officers are in the order of their numbers, municipalities in that of their codes.
    """

    period: int
    programme: Programme
    rules: MatchingRules
    officers: Mapping[str, OfficerApplication]
    towns: Mapping[str, MunicipalityApplication]
    places: Mapping[str, Municipality]
    decisions: Decisions
    one_team: bool = True
    """Whether an officer is in one team at most; the search of a contradiction leaves it out."""

    @cached_property
    def teams(self) -> int:
        """The most teams that may be formed."""
        given = self.decisions.teams
        return len(self.towns) if given is None else min(given, len(self.towns))

    @cached_property
    def region(self) -> Mapping[str, str]:
        """The region of each municipality."""
        return {
            code: self.programme.region_of(self.places[code].prefecture) or ""
            for code in self.towns
        }

    @cached_property
    def shares(self) -> Mapping[str, int]:
        """How many municipalities of each region are due a team."""
        total = min(self.teams, len(self.officers) // self.programme.team_size.least)
        applied = Counter(self.region.values())
        return {each: total * count // len(self.towns) for each, count in sorted(applied.items())}

    @cached_property
    def leads(self) -> frozenset[str]:
        """The officers who are of the rank that leads, or above it."""
        ranks = [rank.name for rank in self.programme.ranks]
        high = frozenset(ranks[: ranks.index(self.rules.lead_rank) + 1])
        return frozenset(id_ for id_, each in self.officers.items() if each.rank in high)

    @cached_property
    def strengths(self) -> Mapping[str, Mapping[str, int]]:
        """The themes that each officer is able in, and how much."""
        return {
            id_: {able.theme: able.strength for able in each.themes}
            for id_, each in self.officers.items()
        }

    @cached_property
    def locks(self) -> frozenset[Seat]:
        """The seats that people have decided."""
        return frozenset(map(_seat, self.decisions.locks))

    @cached_property
    def forbids(self) -> frozenset[Seat]:
        """The seats that people have ruled out."""
        return frozenset(map(_seat, self.decisions.forbids))

    @cached_property
    def musts(self) -> frozenset[str]:
        """The municipalities that must get a team."""
        served = (each.municipality for each in self.decisions.served)
        return frozenset((*served, *(code for _officer, code in self.locks)))

    def is_at(self, place: str, code: str) -> bool:
        """Tell whether a municipality is, or lies in, a place."""
        return place in (code, self.places[code].prefecture, self.region[code])

    def may_sit(self, officer: str, code: str) -> bool:
        """Tell whether the officer's own conditions allow a seat."""
        own = self.officers[officer]
        if any(self.is_at(place, code) for place in own.excluded):
            return False
        return own.elsewhere or own.stays == code or self.wish(officer, code) is not None

    def wish(self, officer: str, code: str) -> int | None:
        """Return which wish of the officer a seat meets, from 0; None where it meets none."""
        wishes = enumerate(self.officers[officer].wishes)
        return next((at for at, place in wishes if self.is_at(place, code)), None)

    @cached_property
    def seats(self) -> Mapping[Seat, Mapping[str, int]]:
        """All seats that conditions and decisions allow, each with its points by what earns them.

        They are what a seat is worth by itself, whoever else is in the team.
        """
        return {
            (officer, code): self.seat_points(officer, code)
            for officer in self.officers
            for code in self.towns
            if (officer, code) not in self.forbids and self.may_sit(officer, code)
        }

    def seat_points(self, officer: str, code: str) -> Mapping[str, int]:
        """Return the points of a seat by itself, by what earns them."""
        points, own, town = self.rules.points, self.officers[officer], self.towns[code]
        wish = self.wish(officer, code)
        own_wish = _of(points.officer_wishes, wish) if own.wishes else points.officer_open
        at = town.agencies.index(own.agency) if own.agency in town.agencies else None
        their_wish = _of(points.agency_wishes, at) if town.agencies else points.agency_open
        return {
            "seat": points.seat,
            "stay": points.stay if own.stays == code else 0,
            "officer_wishes": own_wish,
            "agency_wishes": their_wish,
        }

    def weights(self, code: str) -> tuple[int, ...]:
        """Return the weights of a municipality's issues in their order."""
        return self.rules.points.issues[len(self.towns[code].issues) - 1]

    def decided(self, name: str, code: str, officer: str | None, reason: str = "what-if") -> Case:
        """Return the case with one decision more in one of the lists."""
        part: SeatDecision | MunicipalityDecision
        if officer is None:
            part = MunicipalityDecision(municipality=code, reason=reason)
        else:
            part = SeatDecision(officer=officer, municipality=code, reason=reason)
        lists = {name: (*getattr(self.decisions, name), part)}
        decisions = self.decisions.model_copy(update=lists)
        towns = {c: each for c, each in self.towns.items() if name != "declined" or c != code}
        return replace(self, decisions=decisions, towns=towns)

    def named(self, code: str) -> str:
        """Return the name of a municipality with its prefecture."""
        return self.places[code].full_name


def _of(points: tuple[int, ...], at: int | None) -> int:
    return points[at] if at is not None and at < len(points) else 0


def _seat(decided: SeatDecision) -> Seat:
    return decided.officer, decided.municipality


def case_of(roster: Roster, period: int, programme: Programme, rules: MatchingRules) -> Case:
    """Return what is asked for a period; who withdrew or was declined does not count."""
    decisions = decisions_of(roster, period)
    declined = {each.municipality for each in decisions.declined}
    officers = (each for each in roster.of(OfficerApplication) if each.period == period)
    towns = (each for each in roster.of(MunicipalityApplication) if each.period == period)
    asking = {each.municipality: each for each in towns if each.withdrawn is None}
    return Case(
        period,
        programme,
        rules,
        {each.stem: each for each in sorted(officers, key=_stem) if each.withdrawn is None},
        {code: asking[code] for code in sorted(asking) if code not in declined},
        roster.municipality_by_code,
        decisions,
    )


def _stem(applied: OfficerApplication) -> str:
    return applied.stem


def decisions_of(roster: Roster, period: int) -> Decisions:
    """Return what people have decided for a period, nothing where there is no file."""
    found = (each for each in roster.of(Decisions) if each.period == period)
    return next(found, None) or Decisions().named(f"applications/{period}/matching")
