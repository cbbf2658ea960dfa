"""`banso report`: the published summary of a period, in the form that its reader needs."""

from __future__ import annotations

from dataclasses import replace
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

ENCODINGS = ("utf-8-sig", "utf-8", "cp932")
HEADERS = ("ja", "en")
LISTS = ("number", "region")

FormatOption = Annotated[
    str | None,
    option(
        "--format",
        FORMS,
        _("The form: Markdown (without the option), a web page, an Excel workbook, or data."),
    ),
]
FolderOption = Annotated[
    Path | None,
    option(
        "--out-dir",
        _("DIR"),
        _("Write a folder: Markdown with pictures; with --format csv or parquet a file a table."),
    ),
]
TableOption = Annotated[
    str | None,
    option(
        "--table",
        "ID",
        _("With --format csv or parquet: one table alone, such as rank, teams or members."),
    ),
]
EncodingOption = Annotated[
    str | None,
    option(
        "--encoding",
        ENCODINGS,
        _("With --format csv: the encoding; utf-8-sig, which Excel opens, without it."),
    ),
]
HeaderOption = Annotated[
    str | None,
    option(
        "--header",
        HEADERS,
        _("With --format csv: headings in Japanese, or ASCII names for programs."),
    ),
]
TemplateOption = Annotated[
    Path | None,
    option("--template", _("FILE"), _("Render this Jinja2 template instead of those of banso.")),
]
ContextOption = Annotated[
    bool,
    typer.Option("--context", help=_("Print what a template may use, and end.")),
]
CheckOption = Annotated[
    Path | None,
    option(
        "--check",
        _("FILE"),
        _("Compare a stored report (file or folder) with the roster; write nothing."),
    ),
]

ListOption = Annotated[
    str,
    option(
        "--list-by",
        LISTS,
        _("Markdown: the list of teams by their numbers, or a list for each region."),
    ),
]


def report(  # noqa: PLR0913 - each parameter is an option of the command
    *,
    period: PeriodOption = None,
    form: FormatOption = None,
    output: OutputOption = None,
    out_dir: FolderOption = None,
    table: TableOption = None,
    encoding: EncodingOption = None,
    header: HeaderOption = None,
    template: TemplateOption = None,
    context: ContextOption = False,
    check: CheckOption = None,
    list_by: ListOption = "number",
    roster: RosterOption = None,
    revision: RevisionOption = None,
    allow_invalid: AllowInvalidOption = False,
) -> None:
    """Render the published summary of a period from the roster."""
    from banso_cli.tasks.report.reporting import make_report
    from banso_cli.tasks.report.wanted import Wanted

    output = None if output == Path("-") else output
    wanted = Wanted(form, output, out_dir, table, encoding, header, template, check, context)
    wanted = replace(wanted, by_region=list_by == "region")
    make_report(wanted, period, roster, revision, allow_invalid=allow_invalid)
