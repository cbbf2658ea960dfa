"""What the commands of `banso new` share: how values are given, and how files are written."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from banso_cli.commands.output import put_lines, say
from banso_cli.files.failure import ExitCode, Failure
from banso_cli.locale import _, plural

if TYPE_CHECKING:
    from banso_cli.editing.adding import Addition
    from banso_cli.model.finding import Finding
    from banso_cli.model.record import RuleException, Source
    from banso_cli.model.roster import Roster


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

ExceptionOption = Annotated[
    list[str] | None,
    typer.Option(
        "--exception",
        parser=words,
        metavar=_("RULE=REASON"),
        help=_("A rule that does not apply, and why; may be given several times."),
        show_default=False,
    ),
]


def source_of(title: str, url: str | None) -> Source:
    """Return a source with its address."""
    from banso_cli.model.record import Source

    return Source(title=title, url=url)


def pair(option: str, value: str, pattern: str, example: str) -> tuple[str, str]:
    """Take a value of two parts apart."""
    match = re.fullmatch(pattern, value)
    if match is None:
        raise Failure(
            ExitCode.WRONG_USAGE,
            _("{option}: '{value}' has not two parts").format(option=option, value=value),
            _("write it as {example}").format(example=example),
        )
    return match[1].strip(), match[2].strip()


def exceptions_of(given: Sequence[str]) -> tuple[RuleException, ...]:
    """Return the exceptions that are given as rule and reason."""
    from banso_cli.model.record import RuleException

    example = _("single-agency-team=REASON")
    pairs = [pair("--exception", each, r"([a-z0-9-]+)=(.*\S.*)", example) for each in given]
    return tuple(RuleException(rule=rule, reason=reason) for rule, reason in pairs)


def exception_help(errors: Iterable[Finding]) -> str:
    """Return how to give an exception, where an error is one that may be excepted."""
    from banso_cli.rules.exceptions import EXCEPTABLE

    rules = [error.rule for error in errors if error.rule in EXCEPTABLE]
    if not rules:
        return ""
    return _("if the source has it so: --exception {rule}=REASON").format(rule=rules[0])


def needed_period(roster: Roster, number: int) -> None:
    """Fail where the period of a team is not recorded, or not to be read."""
    if f"periods/{number}" in roster.unread:
        raise Failure(
            ExitCode.FINDINGS,
            _("periods/{number}.yaml cannot be read").format(number=number),
            _("run 'banso validate' and mend it first"),
        )
    if roster.period(number) is None:
        raise Failure(
            ExitCode.WRONG_USAGE,
            _("there is no file periods/{number}.yaml").format(number=number),
            _("add it first: banso new period {number} --fiscal-year YEAR").format(number=number),
        )


def say_errors(errors: Iterable[Finding]) -> None:
    """Say what keeps a file from being written, with what to do about it."""
    for finding in errors:
        say(f"{finding.place.path}: {finding.message} [{finding.rule}]")
        if finding.help:
            say(f"  help: {finding.help}")


def say_elsewhere(count: int) -> None:
    """Say that files other than those written have errors of it."""
    if count:
        say(
            plural(
                "other files now have {count} error: see 'banso validate'",
                "other files now have {count} errors: see 'banso validate'",
                count,
            )
        )


def write(
    folder: Path, addition: Addition, *, before: bytes | None = None, help_line: str = ""
) -> None:
    """Write a new file, unless it would have errors; one that has been read, if `before` is it."""
    from banso_cli.editing.journal import write_records

    file = f"{folder.name}/{addition.path}"
    if addition.errors:
        say_errors(addition.errors)
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
    files = {target: addition.text.encode("utf-8")}
    write_records(folder, files, overwrite=before is not None, read=read)
    put_lines([_("wrote {file}").format(file=file)])
    say_elsewhere(addition.elsewhere)
