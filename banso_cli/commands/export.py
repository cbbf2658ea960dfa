"""`banso export`: the workbook in which a period is edited in Excel."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from banso_cli.commands.options import PeriodOption, RosterOption, argument
from banso_cli.locale import _

FILE = argument(_("FILE"), _("The workbook to make, a name that ends in .xlsx."))


def export(
    file: Annotated[Path, FILE], *, period: PeriodOption = None, roster: RosterOption = None
) -> None:
    """Make a workbook in which a period's teams are edited in Excel; `banso apply` takes it in."""
    from banso_cli.tasks.intake.exporting import export_workbook

    export_workbook(file, period, roster)
