"""What a draft is worth, in whole numbers and without a solver."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence

from banso_cli.matching.case import MOST_STRENGTH, Case, Draft

PARTS = (
    *("municipality", "continuing", "seat", "stay", "issues", "officer_wishes", "agency_wishes"),
    *("same_agency", "juniors", "region_shortfall"),
)
"""What earns points, and then what costs some, by its key in `programme.yaml`."""


def team_parts(case: Case, code: str, officers: Sequence[str]) -> Counter[str]:
    """Return the points of a team by what earns or costs them."""
    points, deductions, town = case.rules.points, case.rules.deductions, case.towns[code]
    found = Counter(municipality=points.municipality)
    found["continuing"] = points.continuing if town.status == "continuing" else 0
    for officer in officers:
        found.update(case.seat_points(officer, code))
    for theme, weight in zip(town.issues, case.weights(code), strict=True):
        strength = max((case.strengths[each].get(theme, 0) for each in officers), default=0)
        found["issues"] += weight * worth(case, strength)
    bodies = Counter(case.officers[each].agency for each in officers)
    juniors = sum(each not in case.leads for each in officers)
    found["same_agency"] = -deductions.same_agency * (len(officers) - len(bodies))
    found["juniors"] = -deductions.juniors * max(0, juniors - 1)
    return found


def worth(case: Case, strength: int) -> int:
    """Return what a strength counts for a weight of one; nothing for none."""
    return case.rules.points.strengths[min(strength, MOST_STRENGTH) - 1] if strength else 0


def draft_parts(case: Case, draft: Draft) -> Counter[str]:
    """Return the points of a draft by what earns or costs them."""
    found: Counter[str] = Counter(dict.fromkeys(PARTS, 0))
    for code, officers in draft.items():
        found.update(team_parts(case, code, officers))
    found["region_shortfall"] = -shortfall(case, Counter(case.region[code] for code in draft))
    return found


def shortfall(case: Case, served: Counter[str]) -> int:
    """Return what it costs that regions lack municipalities of their shares."""
    lacking = sum(max(0, due - served[region]) for region, due in case.shares.items())
    return case.rules.deductions.region_shortfall * lacking


def score(case: Case, draft: Draft) -> int:
    """Return the points of a draft."""
    return sum(draft_parts(case, draft).values())


def is_team(case: Case, officers: Iterable[str]) -> bool:
    """Tell whether officers make a team that the rules allow."""
    team, size = tuple(officers), case.programme.team_size
    bodies = Counter(case.officers[each].agency for each in team)
    return (
        size.least <= len(team) <= size.most
        and len(bodies) >= case.rules.least_agencies
        and any(each in case.leads for each in team)
    )


def tie_number(period: int, officer: str, code: str) -> int:
    """Return the number by which one of several drafts of the same score is chosen."""
    return int.from_bytes(hashlib.sha256(f"{period}/{officer}/{code}".encode()).digest()[:2])
