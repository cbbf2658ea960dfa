"""`banso report`: the published summary of a period, in the form that its reader needs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from banso_cli.commands.options import (
    AllowInvalidOption,
    OutputOption,
    PeriodOption,
    RevisionOption,
    RosterOption,
    option,
)
from banso_cli.locale import _
from banso_cli.tasks.report.forms import FORMS

FORMAT = option(
    "--format",
    FORMS,
    _("The form: Markdown (without the option), a web page, an Excel workbook, or data."),
)
FOLDER = option(
    "--out-dir",
    _("DIR"),
    _("Write a folder: Markdown with pictures; with --format csv or parquet a file a table."),
)
TABLE = option(
    "--table",
    "ID",
    _("With --format csv or parquet: one table alone, such as rank, teams or members."),
)
ENCODING = option(
    "--encoding",
    ("utf-8-sig", "utf-8", "cp932"),
    _("With --format csv: the encoding; utf-8-sig, which Excel opens, without it."),
)
HEADER = option(
    "--header",
    ("ja", "en"),
    _("With --format csv: headings in Japanese, or ASCII names for programs."),
)
TEMPLATE = option(
    "--template", _("FILE"), _("Render this Jinja2 template instead of those of banso.")
)
CONTEXT = typer.Option("--context", help=_("Print what a template may use, and end."))
CHECK = option(
    "--check",
    _("FILE"),
    _("Compare a stored report (file or folder) with the roster; write nothing."),
)

LIST_BY = option(
    "--list-by",
    ("number", "region"),
    _("Markdown: the list of teams by their numbers, or a list for each region."),
)


def report(  # noqa: PLR0913 - each parameter is an option of the command
    *,
    period: PeriodOption = None,
    form: Annotated[str | None, FORMAT] = None,
    output: OutputOption = None,
    out_dir: Annotated[Path | None, FOLDER] = None,
    table: Annotated[str | None, TABLE] = None,
    encoding: Annotated[str | None, ENCODING] = None,
    header: Annotated[str | None, HEADER] = None,
    template: Annotated[Path | None, TEMPLATE] = None,
    context: Annotated[bool, CONTEXT] = False,
    check: Annotated[Path | None, CHECK] = None,
    list_by: Annotated[str, LIST_BY] = "number",
    roster: RosterOption = None,
    revision: RevisionOption = None,
    allow_invalid: AllowInvalidOption = False,
) -> None:
    """Render the published summary of a period from the roster."""
    from banso_cli.tasks.report.reporting import make_report
    from banso_cli.tasks.report.wanted import Wanted

    output = None if output == Path("-") else output
    wanted = Wanted(
        form=form,
        output=output,
        folder=out_dir,
        table=table,
        encoding=encoding,
        header=header,
        template=template,
        check=check,
        context=context,
        by_region=list_by == "region",
    )
    make_report(wanted, period, roster, revision, allow_invalid=allow_invalid)
