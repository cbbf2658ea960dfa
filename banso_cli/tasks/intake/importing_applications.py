"""What `banso import` does with a list of applications: a file for each, all of them or none."""

from __future__ import annotations

from pathlib import Path

from banso_cli.editing.edits import Edit
from banso_cli.intake.application_heads import not_read
from banso_cli.intake.applications import applications_in
from banso_cli.intake.sheets.cells import Sheet
from banso_cli.locale import _, plural
from banso_cli.records.roster import Roster
from banso_cli.tasks.new.adding import already_there, carried_out
from banso_cli.terminal.output import say


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
    written = plural("wrote {count} application", "wrote {count} applications", len(found))
    carried_out(edits, roster, folder, written, diff=diff)
