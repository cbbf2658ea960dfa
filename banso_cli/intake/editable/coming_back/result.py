"""What an edited workbook makes of the roster: its changes, or all that stands in the way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from banso_cli.editing.changes import Change
from banso_cli.editing.edits import Edit
from banso_cli.editing.outcome import outcome, with_texts
from banso_cli.files.failure import Failure
from banso_cli.intake.editable.coming_back.citing import cite, reconsidered
from banso_cli.intake.editable.coming_back.comparing import Edited, edited
from banso_cli.intake.editable.coming_back.composing import Composed, composed
from banso_cli.intake.editable.coming_back.findings import CellFinding
from banso_cli.intake.editable.coming_back.reading import ReadWorkbook
from banso_cli.locale import _
from banso_cli.records.fields.record import Record, Source
from banso_cli.records.finding import Finding
from banso_cli.records.roster import Roster
from banso_cli.yaml.place import Place


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What changes in the files, what was edited, and all findings.

    `elsewhere` counts the errors that other files would have of it; `told` is on what was assumed.
    """

    changes: tuple[Change, ...]
    edited: Edited
    findings: tuple[CellFinding, ...]
    elsewhere: int
    told: tuple[str, ...] = ()


def taken_back(
    workbook: ReadWorkbook, roster: Roster, folder: Path, source: Source | None
) -> TakenBack:
    """Work out what a workbook changes; `source` is that of what was edited in it."""
    found = edited(workbook, roster)
    teams = _composed(workbook, found, roster)
    findings = [*found.findings, *(each for team in teams for each in team.findings)]
    told = tuple(reconsidered(teams))
    findings += cite(teams, found.added, source)
    changes: list[Change] = []
    for team in teams:
        try:
            edit = Edit(team.before.id, team.before, team.after, team.moved)
            changes.append(edit.change(roster, folder))
        except Failure as why:
            message = _("{file} cannot be edited: {reason}").format(
                file=f"{team.before.id}.yaml", reason=why
            )
            help_line = _("make this change in the file itself")
            findings.append(CellFinding(team.first_cell(), message, help_line))
    changed = tuple(each for each in changes if each.before != each.after)
    result = outcome(roster, changed)
    texts = {each.record: each.after.decode("utf-8") for each in changed}
    after = {each.id: each for each in with_texts(roster, texts).records if each.id in texts}
    findings += (_in_cell(each, teams, after) for each in result.errors)
    names = [each.name for each in workbook.memory.sheets]
    order = {each: (names.index(each.place.sheet), each.place) for each in findings}
    in_order = tuple(sorted(order, key=lambda each: order[each]))
    return TakenBack(changed, found, in_order, result.elsewhere, told)


def _composed(workbook: ReadWorkbook, found: Edited, roster: Roster) -> list[Composed]:
    """Return the teams of which something was edited, in their order."""
    named = {each.record for each in found.cells} | {each.record for each in found.added}
    return [
        composed(
            team,
            workbook.memory.sheets,
            [each for each in found.cells if each.record == team.id],
            [each for each in found.added if each.record == team.id],
        )
        for team in roster.teams_by_period.get(workbook.memory.period, ())
        if team.id in named
    ]


def _in_cell(finding: Finding, teams: Sequence[Composed], after: dict[str, Record]) -> CellFinding:
    """Return a finding of the roster that would be, at the cell by which it came."""
    places = (finding.place, *(related.place for related in finding.related))
    here = [
        (len(at.keys), -number, at)
        for number, place in enumerate(places)
        for team in teams
        if team.before.id in after
        for at in team.written
        if _touches(after[team.before.id].places.at(*at.keys), place)
    ]
    message = f"{finding.message} [{finding.rule}]"
    team = next((each for each in teams if each.before.id == finding.record), teams[0])
    at = max(here, key=lambda each: each[:2])[2].place if here else team.first_cell()
    return CellFinding(at, message, finding.help)


def _touches(written: Place, place: Place) -> bool:
    """Tell whether one of two places lies within the other."""
    return written.path == place.path and any(
        (outer.line, outer.column) <= (inner.line, inner.column)
        and (inner.end_line, inner.end_column) <= (outer.end_line, outer.end_column)
        for outer, inner in ((written, place), (place, written))
    )
