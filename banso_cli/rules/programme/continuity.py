"""Rules of the programme (P): the status of a team, by the period before."""

from __future__ import annotations

from collections.abc import Iterator

from banso_cli.locale import _
from banso_cli.records.finding import Finding
from banso_cli.records.roster import Roster
from banso_cli.records.teams.continuity import due_status
from banso_cli.rules.rule import rule


@rule()
def status_contradiction(roster: Roster) -> Iterator[Finding]:
    """The status of a team contradicts the teams of the period before.

    Why: a municipality with a team in the period before is continuing, one without is new.

    Example:

        # roster/teams/1/013455-mori.yaml exists
        municipality: "013455"
        status: new

    Mend: write the other status, or correct the teams of the period before.

        municipality: "013455"
        status: continuing
    """
    for team in roster.teams_and_drafts:
        right = due_status(roster, team)
        if team.status and right and team.status != right:
            yield Finding(
                team.places.at("status"),
                _("the status is '{status}', but by period {number} it is '{right}'").format(
                    status=team.status, number=team.period - 1, right=right
                ),
                _("write {name}").format(name=right),
            )
