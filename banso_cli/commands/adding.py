"""What the commands of `banso new` share: how values are given, and how files are written."""

from __future__ import annotations

import datetime as dt
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from banso_cli.commands.failure import ExitCode, Failure
from banso_cli.commands.output import put, say
from banso_cli.commands.writing import told
from banso_cli.locale import _, plural

if TYPE_CHECKING:
    from banso_cli.editing.adding import Addition
    from banso_cli.model.record import Source


_UNWRITABLE = frozenset({"Cc", "Cs"})
"""Control characters, and halves of letters that a terminal could not decode."""


def words(value: str) -> str:
    """Take a text: not empty, and of letters that a file can hold."""
    if not value.strip() or any(unicodedata.category(each) in _UNWRITABLE for each in value):
        raise typer.BadParameter(_("a text of one line is due here"))
    return value


def day(value: str) -> dt.date:
    """Take a date as the roster writes it."""
    try:
        return dt.datetime.strptime(value, "%Y-%m-%d").replace(tzinfo=dt.UTC).date()
    except ValueError:
        raise typer.BadParameter(_("write year-month-day, such as 2026-04-01")) from None


words.__name__ = day.__name__ = "text"  # what Typer would show as the kind of value

SourceOption = Annotated[
    str,
    typer.Option(
        "--source",
        parser=words,
        metavar=_("TITLE"),
        help=_("The title of the source that says so."),
        show_default=False,
    ),
]
UrlOption = Annotated[
    str | None,
    typer.Option(
        "--url",
        parser=words,
        metavar="URL",
        help=_("The address of the source, if it has one."),
        show_default=False,
    ),
]
AliasOption = Annotated[
    list[str] | None,
    typer.Option(
        "--alias",
        parser=words,
        metavar=_("NAME"),
        help=_("Another spelling that sources have; may be given several times."),
        show_default=False,
    ),
]


def source_of(title: str, url: str | None) -> Source:
    """Return a source with its address."""
    from banso_cli.model.record import Source

    return Source(title=title, url=url)


def write(
    folder: Path, addition: Addition, *, before: bytes | None = None, help_line: str = ""
) -> None:
    """Write a new file, unless it would have errors; one that has been read, if `before` is it."""
    from banso_cli.editing.journal import write_records

    file = f"{folder.name}/{addition.path}"
    if addition.errors:
        for finding in addition.errors:
            help_lines = [f"  help: {finding.help}"] if finding.help else []
            say("\n".join((f"{file}: {finding.message} [{finding.rule}]", *help_lines)))
        raise Failure(
            ExitCode.FINDINGS,
            plural(
                "{file} would have {count} error; nothing was written",
                "{file} would have {count} errors; nothing was written",
                len(addition.errors),
                file=file,
            ),
            help_line,
        )
    target = folder / addition.path
    read = {} if before is None else {target: before}
    with told(folder):
        files = {target: addition.text.encode("utf-8")}
        write_records(folder, files, overwrite=before is not None, read=read)
    put(_("wrote {file}").format(file=file) + "\n")
    if addition.elsewhere:
        say(
            plural(
                "other files now have {count} error: see 'banso validate'",
                "other files now have {count} errors: see 'banso validate'",
                addition.elsewhere,
            )
        )
