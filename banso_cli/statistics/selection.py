"""Which cases are counted: all of a period, or those that meet conditions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from banso_cli.records.periods.period import Period
from banso_cli.records.periods.programme import Programme
from banso_cli.records.roster import Roster
from banso_cli.statistics.cases import Case, activity_cases, member_cases, team_cases
from banso_cli.statistics.condition import Condition
from banso_cli.statistics.dimensions import SUBJECTS, Subject

_IN_TEAMS: Mapping[Subject, tuple[str, Callable[[tuple[Case, ...]], tuple[Case, ...]]]] = {
    "members": ("支援官が一人以上いる", member_cases),
    "activities": ("活動が一回以上ある", activity_cases),
}
"""What a team has that is counted for it: at least one that meets a condition on such."""


@dataclass(frozen=True)
class Selection:
    """The cases of a period that meet all conditions.

    A condition on members keeps those members, and the teams with at least one of them; one on
    activities likewise.
    """

    roster: Roster
    programme: Programme
    period: Period
    where: tuple[Condition, ...] = ()

    def of(self, subject: Subject) -> tuple[Case, ...]:
        """Return the members, teams or activities."""
        return self._cases[subject]

    def remarks(self, counted: Subject) -> tuple[str, ...]:
        """Return what the conditions leave of what is counted, in words."""
        found = [f"{each}ものに限る。" for each in self.where if each.dimension.counts == "teams"]
        for subject, (words, _cases) in _IN_TEAMS.items():
            conditions = self._on(subject)
            if subject == counted:
                found += [f"{each}ものに限る。" for each in conditions]
            elif conditions:
                those = "で、".join(str(each).removesuffix("の") for each in conditions)
                whose = "" if counted == "teams" else f"の{SUBJECTS[counted][0]}"
                found.append(f"{those}の{words}チーム{whose}を数える。")
        return tuple(found)

    @cached_property
    def _cases(self) -> Mapping[Subject, tuple[Case, ...]]:
        teams = team_cases(self.roster, self.programme, self.period.number)
        teams = _meeting(teams, self._on("teams"))
        for subject, (_words, cases) in _IN_TEAMS.items():
            if conditions := self._on(subject):
                kept = {case.team.id for case in _meeting(cases(teams), conditions)}
                teams = tuple(case for case in teams if case.team.id in kept)
        parts = ((each, cases(teams)) for each, (_words, cases) in _IN_TEAMS.items())
        return {"teams": teams, **{each: _meeting(found, self._on(each)) for each, found in parts}}

    def _on(self, subject: str) -> tuple[Condition, ...]:
        return tuple(each for each in self.where if each.dimension.counts == subject)


def _meeting(cases: tuple[Case, ...], conditions: tuple[Condition, ...]) -> tuple[Case, ...]:
    return tuple(case for case in cases if all(each.holds(case) for each in conditions))
