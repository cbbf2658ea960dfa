"""A draft looked at again: what rules it breaks, and its score in whole numbers.

Nothing here is shared with what makes drafts, and no solver is needed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from banso_cli.locale import _
from banso_cli.records.application import Decisions, MunicipalityApplication, OfficerApplication
from banso_cli.records.periods.matching_rules import MatchingRules
from banso_cli.records.periods.programme import Programme
from banso_cli.records.roster import Roster

Teams = Mapping[str, Sequence[str]]
"""The officers of each team, by the code of its municipality."""


class Bench:
    """The applications of a period, as a draft of it is looked at."""

    def __init__(
        self, roster: Roster, period: int, programme: Programme, by: MatchingRules
    ) -> None:
        self.programme, self.by, self.roster, self.period = programme, by, roster, period
        decided = [each for each in roster.of(Decisions) if each.period == period]
        self.decided = decided[0] if decided else Decisions()
        gone = [each.municipality for each in self.decided.declined]
        self.officers = {
            each.stem: each
            for each in roster.of(OfficerApplication)
            if each.period == period and not each.withdrawn
        }
        self.able: dict[str, dict[str, int]] = {}
        """How able officers are in each theme, from 1 to 3; who is not able is not there."""
        for id_, own in self.officers.items():
            for told in own.themes:
                able = self.able.setdefault(told.theme, {})
                able[id_] = max(able.get(id_, 0), min(3, told.strength))
        self.asking = {
            each.municipality: each
            for each in roster.of(MunicipalityApplication)
            if each.period == period and not each.withdrawn and each.municipality not in gone
        }
        self.where = {
            code: (code, self._prefecture(code), programme.region_of(self._prefecture(code)) or "")
            for code in self.asking
        }
        limit = self.decided.teams
        self.most_teams = len(self.asking) if limit is None else min(limit, len(self.asking))
        names = [each.name for each in programme.ranks]
        self.senior = set(names[: names.index(by.lead_rank) + 1])

    def _prefecture(self, code: str) -> str:
        return self.roster.municipality_by_code[code].prefecture

    def named(self, code: str) -> str:
        """Return the name of a municipality, or its code where it has no file."""
        found = self.roster.municipality_by_code.get(code)
        return found.full_name if found else code

    def due(self) -> dict[str, int]:
        """Return how many municipalities of each region are due a team."""
        total = min(self.most_teams, len(self.officers) // self.programme.team_size.least)
        applied = Counter(region for _code, _prefecture, region in self.where.values())
        return {each: total * count // len(self.asking) for each, count in applied.items()}

    def allows(self, officer: OfficerApplication, code: str) -> bool:
        """Tell whether an officer's own conditions allow a municipality."""
        if any(place in self.where[code] for place in officer.excluded):
            return False
        return officer.elsewhere or officer.stays == code or self.wished(officer, code) >= 0

    def wished(self, officer: OfficerApplication, code: str) -> int:
        """Return which wish a municipality meets, from 0; -1 where it meets none."""
        for at, place in enumerate(officer.wishes):
            if place in self.where[code]:
                return at
        return -1

    def seat(self, officer: OfficerApplication, code: str) -> int:
        """Return what a seat is worth by itself."""
        points, town = self.by.points, self.asking[code]
        worth = points.seat + (points.stay if officer.stays == code else 0)
        met = self.wished(officer, code)
        if not officer.wishes:
            worth += points.officer_open
        elif 0 <= met < len(points.officer_wishes):
            worth += points.officer_wishes[met]
        if not town.agencies:
            worth += points.agency_open
        for at, body in enumerate(town.agencies[: len(points.agency_wishes)]):
            if body == officer.agency:
                worth += points.agency_wishes[at]
                break
        return worth

    def issues(self, code: str) -> Iterator[tuple[str, int]]:
        """Yield the issues of a municipality with their weights."""
        issues = self.asking[code].issues
        yield from zip(issues, self.by.points.issues[len(issues) - 1], strict=False)

    def opening(self, code: str) -> int:
        """Return what a team is worth by itself."""
        more = self.by.points.continuing if self.asking[code].status == "continuing" else 0
        return self.by.points.municipality + more


def faults(bench: Bench, teams: Teams) -> list[str]:
    """Return which hard rules a draft breaks, in words; the name of the rule stands first."""
    found = list(_unknown(bench, teams))
    if found:
        return found
    seated = Counter(each for team in teams.values() for each in team)
    found += [
        _("one-team: {officer} is in {count} teams").format(officer=each, count=count)
        for each, count in sorted(seated.items())
        if count > 1
    ]
    if len(teams) > bench.most_teams:
        words = _("team-count: {count} teams, but at most {most} may be formed")
        found.append(words.format(count=len(teams), most=bench.most_teams))
    for code, team in sorted(teams.items()):
        found += _of_team(bench, code, [bench.officers[each] for each in team])
    return [*found, *_decisions(bench, teams)]


def _unknown(bench: Bench, teams: Teams) -> Iterator[str]:
    for code, team in sorted(teams.items()):
        if code not in bench.asking:
            yield _("{place}: there is no application that counts").format(place=bench.named(code))
        for each in team:
            if each not in bench.officers:
                yield _("{officer}: there is no application that counts").format(officer=each)


def _of_team(bench: Bench, code: str, team: Sequence[OfficerApplication]) -> Iterator[str]:
    size, place = bench.programme.team_size, bench.named(code)
    if not size.least <= len(team) <= size.most:
        words = _("team-size: {place} has {count} members, not {least} to {most}")
        yield words.format(place=place, count=len(team), least=size.least, most=size.most)
    bodies = len({each.agency for each in team})
    if bodies < bench.by.least_agencies:
        words = _("least-agencies: {place} has {count} bodies, fewer than {least}")
        yield words.format(place=place, count=bodies, least=bench.by.least_agencies)
    if not any(each.rank in bench.senior for each in team):
        words = _("lead-rank: nobody in {place} is {rank} or above")
        yield words.format(place=place, rank=bench.by.lead_rank)
    for each in team:
        if not bench.allows(each, code):
            words = _("own-conditions: {officer} may not go to {place}")
            yield words.format(officer=each.stem, place=place)


def _decisions(bench: Bench, teams: Teams) -> Iterator[str]:
    decided = bench.decided
    for at, lock in enumerate(decided.locks, 1):
        if lock.officer not in teams.get(lock.municipality, ()):
            yield _("{decision} is not followed").format(decision=f"locks[{at}]")
    for at, forbid in enumerate(decided.forbids, 1):
        if forbid.officer in teams.get(forbid.municipality, ()):
            yield _("{decision} is not followed").format(decision=f"forbids[{at}]")
    for at, served in enumerate(decided.served, 1):
        if served.municipality not in teams:
            yield _("{decision} is not followed").format(decision=f"served[{at}]")


def points_of(bench: Bench, teams: Teams) -> int:
    """Return the score of a draft."""
    points, less = bench.by.points, bench.by.deductions
    total, served = 0, Counter(bench.where[code][2] for code in teams)
    for code, ids in teams.items():
        team = [bench.officers[each] for each in ids]
        total += bench.opening(code) + sum(bench.seat(each, code) for each in team)
        for theme, weight in bench.issues(code):
            able = bench.able.get(theme, {})
            most = max((able.get(each, 0) for each in ids), default=0)
            total += weight * points.strengths[most - 1] if most else 0
        total -= less.same_agency * (len(team) - len({each.agency for each in team}))
        total -= less.juniors * max(0, sum(each.rank not in bench.senior for each in team) - 1)
    lacking = (max(0, due - served[region]) for region, due in bench.due().items())
    return total - less.region_shortfall * sum(lacking)
