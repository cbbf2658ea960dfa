"""The options of `banso report`, and which of them go together."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from banso_cli.commands.options import option
from banso_cli.commands.report.forms import FORMS
from banso_cli.commands.report.wanted import Wanted
from banso_cli.files.failure import ExitCode, Failure
from banso_cli.locale import _

ENCODINGS = ("utf-8-sig", "utf-8", "cp932")
HEADERS = ("ja", "en")

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


def refuse_contradictions(wanted: Wanted) -> None:
    """Fail where two options cannot both be followed."""
    for first, second in _contradictions(wanted):
        raise Failure(
            ExitCode.WRONG_USAGE,
            _("{first} and {second} do not go together").format(first=first, second=second),
            _("give one of the two"),
        )
    form = FORMS[wanted.form or "md"]
    for name in ("--table", "--encoding", "--header"):
        forms = [each for each, found in FORMS.items() if name in found.options]
        if name in wanted.given and name not in form.options:
            raise Failure(
                ExitCode.WRONG_USAGE,
                _("{name} goes with --format {forms} only").format(
                    name=name, forms=_(" or ").join(forms)
                ),
                _("add --format csv"),
            )
    if wanted.folder is not None and form.folder is None:
        raise Failure(
            ExitCode.WRONG_USAGE,
            _("--format {form} is one file, not a folder").format(form=wanted.form),
            _("write --output FILE instead of --out-dir"),
        )


TARGETS = ("--output", "--out-dir", "--check")
APART = (
    *((first, second) for at, first in enumerate(TARGETS) for second in TARGETS[at + 1 :]),
    ("--template", "--format"),
    ("--template", "--out-dir"),
    ("--out-dir", "--table"),
    *(("--context", name) for name in ("--format", "--out-dir", "--check", "--template")),
)
"""Options of which only one can be followed."""


def _contradictions(wanted: Wanted) -> Iterator[tuple[str, str]]:
    yield from ((first, second) for first, second in APART if {first, second} <= wanted.given)
    suffix = wanted.output.suffix.removeprefix(".") if wanted.output else ""
    if wanted.form and suffix in FORMS and suffix != wanted.form:
        yield f"--format {wanted.form}", f"--output {wanted.output}"
