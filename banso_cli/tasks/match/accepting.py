"""`banso match --accept`: drafts become teams, all of them or none."""

from __future__ import annotations

from pathlib import Path

from banso_cli.editing.changes import write_changes
from banso_cli.editing.edits import Edit
from banso_cli.editing.outcome import outcome
from banso_cli.files.failure import ExitCode, Failure
from banso_cli.locale import _, plural
from banso_cli.matching.drafts import accepted
from banso_cli.records.application import OfficerApplication
from banso_cli.records.teams.team import Team
from banso_cli.tasks.match.asked import draft_teams_in, sound_case
from banso_cli.tasks.match.checking import faults_of
from banso_cli.tasks.new.adding import refuse_errors, say_elsewhere
from banso_cli.tasks.opened.opening import open_to_write
from banso_cli.terminal.output import put_changes, put_lines, say


def accept(drafts: Path, period: int, option: Path | None, *, diff: bool) -> None:
    """Turn the drafts of a folder into teams of the roster; with `diff` only show it."""
    folder, roster = open_to_write(option, only_shown=diff)
    sound_case(roster, period)
    teams = draft_teams_in(drafts, period)
    faults = faults_of(roster, period, teams)
    for fault in faults:
        say(fault)
    if faults:
        raise Failure(ExitCode.FINDINGS, _("the draft breaks rules; nothing was written"))
    officers = {each.stem: each for each in roster.of(OfficerApplication) if each.period == period}
    there = {each.id: each for each in roster.of(Team)}
    _refuse_teams([each for each in roster.teams if each.period == period])
    edits = [Edit(each.id, there.get(each.id), accepted(each, officers)) for each in teams]
    replaced = {each.id for each in teams}
    edits += [Edit(each.id, each, None) for each in _other_drafts(there, period, replaced)]
    changes = [each.change(roster, folder) for each in edits]
    if diff:
        put_changes(changes, folder)
    result = outcome(roster, changes)
    words = plural(
        "the roster would have {count} error of it; nothing was written",
        "the roster would have {count} errors of it; nothing was written",
        len(result.errors),
    )
    refuse_errors(result.errors, folder, words, "")
    if diff:
        return
    write_changes(changes, folder)
    written = plural("wrote {count} team", "wrote {count} teams", len(teams))
    put_lines([written])
    say_elsewhere(result.elsewhere)


def _refuse_teams(teams: list[Team]) -> None:
    """Fail where a period has teams already: what was recorded of them would be lost."""
    if teams:
        raise Failure(
            ExitCode.FINDINGS,
            _("period {number} has teams already ({file}, …); nothing was written").format(
                number=teams[0].period, file=teams[0].places.path
            ),
            _("take their files out first, if the drafts are to stand in their place"),
        )


def _other_drafts(there: dict[str, Team], period: int, replaced: set[str]) -> list[Team]:
    """Return the drafts of the roster for the period that are no teams of the one accepted."""
    return [
        each
        for each in there.values()
        if each.draft and each.period == period and each.id not in replaced
    ]
