"""Whether support of a municipality goes on, as far as the teams of the period before tell."""

from __future__ import annotations

from banso_cli.records.roster import Roster
from banso_cli.records.teams.team import Status, Team
from banso_cli.yaml.fault import FaultKind


def with_derived_status(roster: Roster) -> Roster:
    """Return the roster with the status of teams that is not written but follows; see `deriving`.

    It is told as derived wherever it is shown, and never written.
    """
    found = {
        team.id: right
        for team in roster.teams
        if team.status is None and (right := due_status(roster, team))
    }
    if not found:
        return roster
    teams = (team.deriving(found[team.id]) if team.id in found else team for team in roster.teams)
    return roster.having(Team, teams)


def due_status(roster: Roster, team: Team) -> Status | None:
    """Return the status by the period before; None where its teams do not tell it."""
    before = roster.once(supported_in, team.period - 1)
    if before is None:
        recorded = roster.teams_by_period.get(team.period - 1, ())
        is_there = any(each.municipality == team.municipality for each in recorded)
        return "continuing" if is_there else None
    return "continuing" if team.municipality in before else "new"


def supported_in(roster: Roster, number: int) -> frozenset[str] | None:
    """Return the codes of a period's teams; None where not all of them are recorded and read."""
    period, lost = roster.period(number), (*roster.unread, *unloaded(roster))
    if period is None or period.coverage != "teams":
        return None
    if any(name.startswith(f"teams/{number}/") for name in lost):
        return None
    return frozenset(team.municipality for team in roster.teams_by_period.get(number, ()))


def unloaded(roster: Roster) -> frozenset[str]:
    """Return the ids of files that may be records, but lie or are named where nothing loads them.

    A record that is missing from its place is probably one of these.
    """
    lost = [
        fault
        for fault in roster.faults
        if fault.kind is FaultKind.WRONG_SUFFIX
        or (fault.kind is FaultKind.STRAY_FILE and fault.found == ".yaml")
    ]
    meant = (where.removesuffix(".yaml") for fault in lost for where in fault.expected)
    return frozenset((*(fault.record for fault in lost), *meant))
