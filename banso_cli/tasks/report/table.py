"""Which table of a report is wanted alone."""

from __future__ import annotations

from banso_cli.datasets.editions import TABLES, sheet_of
from banso_cli.datasets.long_form import STATISTICS
from banso_cli.datasets.sheet import Sheet
from banso_cli.files.failure import misused
from banso_cli.locale import _
from banso_cli.reports.summary import Summary, edition_of_summary
from banso_cli.tasks.report.wanted import Wanted
from banso_cli.text.suggestion import perhaps


def sheet_wanted(summary: Summary, wanted: Wanted) -> Sheet:
    """Return the table that is wanted; without one, all statistics in long form."""
    if wanted.table is not None and wanted.table not in TABLES:
        raise misused(
            _("there is no table '{name}'").format(name=wanted.table),
            perhaps(wanted.table, TABLES) or _("tables: {names}").format(names=" ".join(TABLES)),
        )
    return sheet_of(edition_of_summary(summary), wanted.table or STATISTICS)
