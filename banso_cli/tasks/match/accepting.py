"""`banso match --accept`: drafts become teams, all of them or none."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from banso_cli.editing.edits import Edit
from banso_cli.files.failure import unfit
from banso_cli.locale import _, plural
from banso_cli.matching.checking.checker import Bench
from banso_cli.records.application import OfficerApplication
from banso_cli.records.teams.team import Member, Team
from banso_cli.tasks.match.asked import sound_case
from banso_cli.tasks.match.checking import faults_of
from banso_cli.tasks.match.draft_folder import draft_teams_in
from banso_cli.tasks.new.adding import carried_out, say_elsewhere
from banso_cli.tasks.opened.opening import open_to_write
from banso_cli.terminal.output import say_lines


def accept_drafts(drafts: Path, period: int, option: Path | None, *, diff: bool) -> None:
    """Turn the drafts of a folder into teams of the roster; with `diff` only show it."""
    folder, roster = open_to_write(option, only_shown=diff)
    case = sound_case(roster, period)
    bench = Bench(roster, case.period, case.programme, case.rules)
    teams = draft_teams_in(drafts, period)
    faults = faults_of(bench, teams)
    say_lines(faults)
    if faults:
        raise unfit(_("the draft breaks rules; nothing was written"))
    officers = {each.stem: each for each in roster.of(OfficerApplication) if each.period == period}
    there = {each.id: each for each in roster.of(Team)}
    if recorded := roster.teams_by_period.get(period):  # it would be lost
        raise unfit(
            _("period {number} has teams already ({file}, …); nothing was written").format(
                number=period, file=recorded[0].places.path
            ),
            _("take their files out first, if the drafts are to stand in their place"),
        )
    edits = [Edit(each.id, there.get(each.id), accepted(each, officers)) for each in teams]
    replaced = {each.id for each in teams}
    others = (each for each in there.values() if each.draft and each.period == period)
    edits += [Edit(each.id, each, None) for each in others if each.id not in replaced]
    written = plural("wrote {count} team", "wrote {count} teams", len(teams))
    say_elsewhere(carried_out(edits, roster, folder, written, diff=diff))


def accepted(team: Team, officers: Mapping[str, OfficerApplication]) -> Team:
    """Return the team that a draft becomes: without numbers, with what officers told of them."""
    members = tuple(_seated(each, officers.get(each.officer or "")) for each in team.members)
    found = team.model_copy(update={"draft": False, "members": members})
    return found.named(team.id)


def _seated(member: Member, own: OfficerApplication | None) -> Member:
    personal = {key: getattr(own, key) for key in ("gender", "track", "age")} if own else {}
    return member.model_copy(update={"officer": None, **personal})
