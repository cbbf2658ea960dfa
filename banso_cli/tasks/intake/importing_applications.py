"""What `banso import` does with a list of applications: a file for each, all of them or none."""

from __future__ import annotations

from pathlib import Path

from banso_cli.editing.changes import write_changes
from banso_cli.editing.edits import Edit
from banso_cli.editing.outcome import outcome
from banso_cli.intake.application_heads import not_read
from banso_cli.intake.applications import applications_in
from banso_cli.intake.sheets.cells import Sheet
from banso_cli.locale import _, plural
from banso_cli.records.roster import Roster
from banso_cli.tasks.new.adding import already_there, refuse_errors
from banso_cli.terminal.output import put_changes, put_lines, say


def take_in_applications(
    sheets: tuple[Sheet, ...],
    period: int,
    roster: Roster,
    folder: Path,
    *,
    overwrite: bool,
    diff: bool,
) -> None:
    """Write the applications of a file into the roster, unless they would have errors."""
    found = applications_in(sheets, period, roster)
    there = {each.id: each for each in roster.records}
    if left := not_read(sheets):
        say(_("not read: {columns}").format(columns=_(", ").join(left)))
    for each in found:
        if each.id in there and not overwrite:
            raise already_there(each.id, f"{each.id}.yaml")
    edits = [Edit(each.id, there.get(each.id), each) for each in found]
    changes = [each.change(roster, folder) for each in edits]
    if diff:
        put_changes(changes, folder)
    errors = outcome(roster, changes).errors
    words = plural(
        "the roster would have {count} error of it; nothing was written",
        "the roster would have {count} errors of it; nothing was written",
        len(errors),
    )
    refuse_errors(errors, folder, words, "")
    if not diff:
        write_changes(changes, folder)
        put_lines([plural("wrote {count} application", "wrote {count} applications", len(found))])
