"""What `banso export` does: it makes the workbook in which a period is edited in Excel."""

from __future__ import annotations

from pathlib import Path

from banso_cli.files.failure import misused, unreadable
from banso_cli.intake.editable.book import workbook
from banso_cli.intake.editable.memory import fitting_teams
from banso_cli.locale import _, plural
from banso_cli.tasks.opened.opening import folder_of_roster, open_roster
from banso_cli.tasks.opened.sound import chosen_period
from banso_cli.terminal.output import put_lines, say, write_file

ENDING = ".xlsx"


def export_workbook(file: Path, period: int | None, roster: Path | None) -> None:
    """Make the workbook of the teams of a period."""
    if file.suffix.lower() != ENDING:
        raise misused(
            _("{file}: the name of a workbook ends in {ending}").format(file=file, ending=ENDING)
        )
    folder = folder_of_roster(roster)
    records = open_roster(folder)
    found = chosen_period(records, period)
    teams = fitting_teams(records, found.number)
    if file.exists():  # somebody may have edited in it what is nowhere else
        raise misused(
            _("{file} is already there; nothing was written").format(file=file),
            _("name another file, or remove this one if it holds nothing that is still needed"),
        )
    if not teams:
        raise unreadable(
            _("the roster has no team of period {number} that can be read").format(
                number=found.number
            ),
        )
    write_file(file, workbook(records, found, teams), [folder])
    put_lines([_("wrote {file}").format(file=file)])
    if left := len(records.teams_by_period[found.number]) - len(teams):
        say(
            plural(
                "left out: {count} team whose file has faults or tells of a person",
                "left out: {count} teams whose files have faults or tell of a person",
                left,
            ),
            _("run 'banso validate' and mend it first"),
        )
