"""What the best draft is compared with: other ways to seat officers, legal or not."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass

from matching.games import HospitalResident

from banso_cli.matching.case import Case, Draft
from banso_cli.matching.result import told
from banso_cli.matching.score import score, tie_number
from banso_cli.matching.search.greedy import chosen_towns
from banso_cli.matching.told import Standing

_DEEP = 100_000


def _liking(case: Case, officer: str, code: str) -> tuple[int, int]:
    """Return by what an officer ranks municipalities: what is wished first."""
    seat = case.seats[officer, code]
    return seat["stay"] + seat["officer_wishes"], tie_number(case.period, officer, code)


def _value(case: Case, code: str, officer: str) -> tuple[int, int]:
    """Return by what a municipality ranks officers: its body and issues first."""
    able = zip(case.towns[code].issues, case.weights(code), strict=True)
    strengths = sum(weight * case.strengths[officer].get(theme, 0) for theme, weight in able)
    wished = case.seats[officer, code]["agency_wishes"]
    return wished + strengths, tie_number(case.period, officer, code)


def serial_choice(case: Case) -> Draft:
    """Let officers choose one after another, by their numbers, as long as there is room."""
    teams: dict[str, list[str]] = {code: [] for code in chosen_towns(case)}
    for officer in case.officers:
        room = [
            code
            for code, team in teams.items()
            if (officer, code) in case.seats and len(team) < case.programme.team_size.most
        ]
        if room:
            teams[max(room, key=lambda code: _liking(case, officer, code))].append(officer)
    return {code: tuple(team) for code, team in teams.items() if team}


def deferred_acceptance(case: Case) -> Draft:
    """Match officers and municipalities by deferred acceptance, officers proposing."""
    codes = chosen_towns(case)
    wishes = {
        officer: sorted(
            (code for code in codes if (officer, code) in case.seats),
            key=lambda code: _liking(case, officer, code),
            reverse=True,
        )
        for officer in case.officers
    }
    wishes = {officer: places for officer, places in wishes.items() if places}
    ranked = {
        code: sorted(
            (officer for officer, places in wishes.items() if code in places),
            key=lambda officer: _value(case, code, officer),
            reverse=True,
        )
        for code in codes
    }
    room = dict.fromkeys(codes, case.programme.team_size.most)
    sys.setrecursionlimit(_DEEP)  # players hold each other, and are copied
    found = HospitalResident.create_from_dictionaries(wishes, ranked, room).solve()
    return {str(code): tuple(map(str, team)) for code, team in found.items() if team}


@dataclass(frozen=True, slots=True)
class Compared:
    """A draft in the numbers that a benchmark prints; `share` is of the bound, in percent."""

    share: float
    of_one_body: int
    uncovered: int
    worst: int

    def __str__(self) -> str:
        return (
            f"{self.share:.2f} % of the bound, {self.of_one_body} teams of one body, "
            f"{self.uncovered} issues uncovered, worst team {self.worst}"
        )


def compared(case: Case, draft: Draft, bound: int) -> Compared:
    """Return the numbers of a draft."""
    teams = told(case, draft, Standing()).teams
    return Compared(
        100 * score(case, draft) / bound,
        sum(team.bodies == 1 for team in teams),
        sum(not issue.strength for team in teams for issue in team.issues),
        min(team.points for team in teams),
    )


def all_compared(case: Case, best: Draft, greedy: Draft | None, bound: int) -> Iterator[str]:
    """Yield a line for the best draft and for each other way."""
    ways = {
        "banso match": best,
        "greedy": greedy or {},
        "serial choice": serial_choice(case),
        "deferred acceptance": deferred_acceptance(case),
    }
    for name, draft in ways.items():
        yield f"{name}: {compared(case, draft, bound)}" if draft else f"{name}: none"
