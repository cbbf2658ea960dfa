"""Which teams a workbook can hold: those whose file is read whole, and tells of no person."""

from __future__ import annotations

from banso_cli.privacy.class_names import without_classes
from banso_cli.records.roster import Roster
from banso_cli.records.teams.team import Team

LONGEST = 32_767
"""How many UTF-16 units a cell holds."""


def fitting_teams(roster: Roster, period: int) -> tuple[Team, ...]:
    """Return the teams of a period that can be edited in a workbook.

    Left out is whose file has faults, for what it says could be lost, and where the name of a
    gender, a track or an age stands among what the workbook shows.
    """
    faulty = {fault.record for fault in roster.faults}
    shown = {team.id: team for team in without_classes(roster).teams}
    return tuple(
        team
        for team in roster.teams_by_period.get(period, ())
        if team.id not in faulty and shown[team.id] == team and _is_short(team)
    )


def _is_short(team: Team) -> bool:
    return len(team.model_dump_json().encode("utf-16-le")) <= 2 * LONGEST
