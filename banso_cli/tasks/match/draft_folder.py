"""The drafts of a period that a folder holds, as `banso match` takes them."""

from __future__ import annotations

from pathlib import Path

from banso_cli.files.failure import unfit, unreadable
from banso_cli.locale import _, plural
from banso_cli.reading.folder import read_roster
from banso_cli.records.roster import Roster
from banso_cli.records.teams.team import Team
from banso_cli.rules import check
from banso_cli.tasks.match.asked import say_findings
from banso_cli.terminal.output import say


def draft_teams_in(folder: Path, period: int) -> tuple[Team, ...]:
    """Return the drafts of a period that a folder holds; a failure where it has none.

    What cannot be read of them is told and refused.
    """
    found = read_roster(folder) if folder.is_dir() else Roster("")
    mine = f"teams/{period}/"
    faults = [each for each in found.faults if each.record.startswith(mine)]
    if faults:
        places = {(fault.kind.value, fault.place) for fault in faults}
        say_findings(each for each in check(found) if (each.rule, each.place) in places)
        raise unfit(
            _("drafts in {folder} cannot be read").format(folder=folder),
            _("compare them with what 'banso schema team' prints"),
        )
    teams = tuple(each for each in found.of(Team) if each.period == period and each.draft)
    if not teams:
        raise unreadable(
            _("there are no drafts for period {number} in {folder}").format(
                number=period, folder=folder
            ),
            _("name the folder that 'banso match --output' wrote"),
        )
    if others := sum(each.period == period and not each.draft for each in found.of(Team)):
        say(
            plural(
                "{count} team without 'draft: true' is not looked at",
                "{count} teams without 'draft: true' are not looked at",
                others,
            )
        )
    return teams
