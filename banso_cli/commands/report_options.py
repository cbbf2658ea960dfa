"""The options of `banso report`, and which of them go together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from banso_cli.commands.failure import ExitCode, Failure
from banso_cli.commands.options import choice
from banso_cli.locale import _

FORMS = ("md", "html", "xlsx", "csv", "json", "parquet")
FOLDER_FORMS = ("md", "csv")
"""The forms that can be a folder of files."""
BINARY_FORMS = ("xlsx", "parquet")
"""The forms that are no text."""

ENCODINGS = ("utf-8-sig", "utf-8", "cp932")
HEADERS = ("ja", "en")

FormatOption = Annotated[
    str | None,
    typer.Option(
        "--format",
        parser=choice(*FORMS),
        metavar="|".join(FORMS),
        help=_("The form: Markdown (without the option), a web page, an Excel workbook, or data."),
        show_default=False,
    ),
]
FolderOption = Annotated[
    Path | None,
    typer.Option(
        "--out-dir",
        metavar=_("DIR"),
        help=_("Write a folder: Markdown with pictures, or with --format csv a file a table."),
        show_default=False,
    ),
]
TableOption = Annotated[
    str | None,
    typer.Option(
        "--table",
        metavar="ID",
        help=_("With --format csv: one table alone, such as rank, teams or members."),
        show_default=False,
    ),
]
EncodingOption = Annotated[
    str | None,
    typer.Option(
        "--encoding",
        parser=choice(*ENCODINGS),
        metavar="|".join(ENCODINGS),
        help=_("With --format csv: the encoding; utf-8-sig, which Excel opens, without it."),
        show_default=False,
    ),
]
HeaderOption = Annotated[
    str | None,
    typer.Option(
        "--header",
        parser=choice(*HEADERS),
        metavar="|".join(HEADERS),
        help=_("With --format csv: headings in Japanese, or ASCII names for programs."),
        show_default=False,
    ),
]
TemplateOption = Annotated[
    Path | None,
    typer.Option(
        "--template",
        metavar=_("FILE"),
        help=_("Render this Jinja2 template instead of those of banso."),
        show_default=False,
    ),
]
ContextOption = Annotated[
    bool,
    typer.Option("--context", help=_("Print what a template may use, and end.")),
]
CheckOption = Annotated[
    Path | None,
    typer.Option(
        "--check",
        metavar=_("FILE"),
        help=_("Compare a stored report (file or folder) with the roster; write nothing."),
        show_default=False,
    ),
]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which report is wanted; None where an option was not given."""

    form: str | None = None
    output: Path | None = None
    folder: Path | None = None
    table: str | None = None
    encoding: str | None = None
    header: str | None = None
    template: Path | None = None
    check: Path | None = None

    @property
    def words(self) -> Iterator[str]:
        """Yield the options that shape the report, as they are written on the command line."""
        pairs = (
            ("--format", self.form),
            ("--table", self.table),
            ("--encoding", self.encoding),
            ("--header", self.header),
            ("--template", self.template),
        )
        for name, value in pairs:
            if value is not None:
                yield from (name, str(value))


def refuse_contradictions(wanted: Wanted) -> None:
    """Fail where two options cannot both be followed."""
    targets = {"--output": wanted.output, "--out-dir": wanted.folder, "--check": wanted.check}
    given = [name for name, value in targets.items() if value is not None]
    if len(given) > 1:
        raise _contradiction(*given[:2])
    if wanted.template is not None:
        for name, value in (("--format", wanted.form), ("--out-dir", wanted.folder)):
            if value is not None:
                raise _contradiction("--template", name)
    for name, value in (
        ("--table", wanted.table),
        ("--encoding", wanted.encoding),
        ("--header", wanted.header),
    ):
        if value is not None and wanted.form != "csv":
            raise Failure(
                ExitCode.WRONG_USAGE,
                _("{name} goes with --format csv only").format(name=name),
                _("add --format csv"),
            )
    if wanted.folder is not None and (wanted.form or "md") not in FOLDER_FORMS:
        raise Failure(
            ExitCode.WRONG_USAGE,
            _("--format {form} is one file, not a folder").format(form=wanted.form),
            _("write --output FILE instead of --out-dir"),
        )
    if wanted.folder is not None and wanted.table is not None:
        raise _contradiction("--out-dir", "--table")


def _contradiction(first: str, second: str) -> Failure:
    return Failure(
        ExitCode.WRONG_USAGE,
        _("{first} and {second} do not go together").format(first=first, second=second),
        _("give one of the two"),
    )
