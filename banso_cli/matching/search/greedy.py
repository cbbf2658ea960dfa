"""A legal draft at once: the start of the solver, and what it is measured by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from banso_cli.matching.case import Case, Draft, Seat
from banso_cli.matching.score import is_team, worth


class Hall:
    """Teams as they are being filled."""

    def __init__(self, case: Case, towns: Iterable[str]) -> None:
        self.case = case
        self.teams: dict[str, list[str]] = {code: [] for code in towns}
        self.free = set(case.officers)
        self.by_officer: dict[str, list[str]] = {}
        for officer, code in case.seats:
            if code in self.teams:
                self.by_officer.setdefault(officer, []).append(code)

    def seat(self, officer: str, code: str) -> None:
        """Put an officer into a team."""
        self.teams[code].append(officer)
        self.free.discard(officer)

    def gain(self, officer: str, code: str) -> int:
        """Return what the officer adds to the points of a team."""
        case, team = self.case, self.teams[code]
        added = sum(case.seats[officer, code].values())
        own, town = case.strengths[officer], case.towns[code]
        for theme, weight in zip(town.issues, case.weights(code), strict=True):
            if theme in own:
                before = max((case.strengths[each].get(theme, 0) for each in team), default=0)
                added += weight * (worth(case, max(before, own[theme])) - worth(case, before))
        if any(case.officers[each].agency == case.officers[officer].agency for each in team):
            added -= case.rules.deductions.same_agency
        return added

    def fill(self, officers: Iterable[str], wanting: Mapping[str, int]) -> None:
        """Seat officers where they add most, until each team has as many as it wants.

        A seat among teams that lack bodies goes to another body; gains are looked up again as
        teams fill.
        """
        offers = sorted(
            (-self.gain(officer, code), officer, code)
            for officer in officers
            if officer in self.free
            for code in self.by_officer.get(officer, ())
            if len(self.teams[code]) < wanting[code]
        )
        for _gain, officer, code in offers:
            if officer in self.free and len(self.teams[code]) < wanting[code]:
                bodies = {self.case.officers[each].agency for each in self.teams[code]}
                lacks = len(bodies) < self.case.rules.least_agencies
                if not lacks or self.case.officers[officer].agency not in bodies:
                    self.seat(officer, code)


def greedy(case: Case) -> Draft | None:
    """Return a draft by taking the best seat first; None where it does not get to a legal one."""
    if not case.locks <= case.seats.keys() or not case.musts <= case.towns.keys():
        return None
    size, locked = case.programme.team_size, sorted(case.locks, key=_by_town)
    hall = Hall(case, chosen_towns(case))
    for officer, code in locked:
        hall.seat(officer, code)
    led = {code: any(each in case.leads for each in team) for code, team in hall.teams.items()}
    hall.fill(sorted(case.leads), {c: len(t) + (not led[c]) for c, t in hall.teams.items()})
    for count in range(2, size.most + 1):
        hall.fill(sorted(hall.free), dict.fromkeys(hall.teams, count))
    draft = {code: tuple(sorted(team)) for code, team in hall.teams.items()}
    kept = {code: team for code, team in draft.items() if is_team(case, team)}
    return kept if case.musts <= kept.keys() and len(kept) <= case.teams else None


def _by_town(seat: Seat) -> tuple[str, str]:
    return seat[1], seat[0]


def chosen_towns(case: Case) -> list[str]:
    """Return whom to serve: those who must be, then the shares, then those who continue."""
    left = dict(case.shares)

    def rank(code: str) -> tuple[bool, bool, str]:
        return code not in case.musts, case.towns[code].status != "continuing", code

    most = min(case.teams, len(case.officers) // case.programme.team_size.least)
    first: list[str] = []
    later: list[str] = []
    for code in sorted(case.towns, key=rank):
        region = case.region[code]
        (first if left[region] > 0 or code in case.musts else later).append(code)
        left[region] -= 1
    return (first + later)[:most]
