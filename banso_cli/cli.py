"""Assembles the commands; expected failures become exit codes here."""

from __future__ import annotations

import sys
import traceback
from functools import partial
from pathlib import Path
from typing import Annotated

import typer
from typer.exceptions import TyperException

from banso_cli.files.failure import ExitCode, Failure
from banso_cli.files.held import held
from banso_cli.files.reasons import reason
from banso_cli.locale import _
from banso_cli.terminal.help import HELP, BansoGroup, Loaded, usage_failure
from banso_cli.terminal.output import SeenEnough, finish, open_streams, put, say, say_help
from banso_cli.terminal.waiting import shown_while_waiting

FRAMES = 5
"""Places in the code that the report of a bug names; what the error says may be personal."""

INTERRUPTED = 130
"""The exit code after Ctrl+C, as shells expect it."""


class Commands(BansoGroup):
    """All commands of banso, in the order of the help page."""

    @property
    def loaded(self) -> tuple[Loaded, ...]:
        """All commands, by what they are for, each with an example."""
        groups = _("Check and mend"), _("Count and report"), _("Look up"), _("Take in and add")
        mend, count, look, take = (partial(Loaded, group) for group in groups)
        return (
            mend(
                "validate",
                _("Check the roster and show what to mend."),
                "banso validate --fix --diff",
            ),
            mend("fmt", _("Put the files into canonical form."), "banso fmt --diff"),
            mend("explain", _("Explain a rule, or what fills a table."), "banso explain team-size"),
            mend(
                "rules",
                _("List the rules of the check."),
                "banso rules --format json",
                "rules_list",
            ),
            count(
                "stats",
                _("Count a period, beside the published figures."),
                "banso stats --by rank --where prefecture=長野県",
            ),
            count(
                "report",
                _("Render the published summary of a period."),
                "banso report -o summary.xlsx",
            ),
            look("show", _("Show one record by name, code, number or id."), "banso show 森町"),
            look(
                "list",
                _("List teams, municipalities, themes and others."),
                "banso list teams --where agency=デジタル庁",
                "list_records",
            ),
            look("diff", _("Show what a change of the roster means."), "banso diff 2026-04-01"),
            look(
                "history",
                _("Show what became of one record, commit by commit."),
                "banso history 森町",
            ),
            look(
                "query",
                _("Ask the lists and statistics in SQL."),
                "banso query 'SELECT 役職, count(*) FROM 支援官の構成 GROUP BY 役職'",
            ),
            look(
                "schema",
                _("Print the JSON Schemas of the roster's files, for editors."),
                "banso schema team",
            ),
            take(
                "import",
                _("Take in a published team list, applications, or answers to a form."),
                "banso import list.xlsx --period 2 --diff",
                "import_list",
            ),
            take(
                "export",
                _("Make a workbook in which a period is edited in Excel."),
                "banso export roster.xlsx",
            ),
            take(
                "apply",
                _("Take what was edited in a workbook of 'banso export' into the roster."),
                "banso apply roster.xlsx --diff",
            ),
            take(
                "new",
                _("Write a new record, filled in as far as it is known."),
                "banso new --help",
                "new.app",
                "new",
            ),
            take(
                "match",
                _("Form draft teams from applications."),
                "banso match --roster example --period 3",
            ),
            take(
                "init",
                _("Write a new roster, made up as an example."),
                "banso init example --example",
            ),
        )


app = typer.Typer(
    name="banso",
    cls=Commands,
    context_settings=HELP,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=False,
    invoke_without_command=True,
    help=_("The roster of the programme: check it, count it, render the published summary."),
)


def _version() -> str:
    from importlib.metadata import version  # noqa: PLC0415 - it takes a third of the help page

    return f"banso {version('banso')}"


@app.callback()
def banso(
    context: typer.Context,
    *,
    version: Annotated[
        bool,
        typer.Option("--version", help=_("Show the version and exit."), is_eager=True),
    ] = False,
) -> None:
    """Show the version or, without a command, the help page."""
    if version:
        put(f"{_version()}\n")
        raise typer.Exit
    if context.invoked_subcommand is None:
        put(context.get_help() + "\n")
        raise typer.Exit(ExitCode.WRONG_USAGE)


def main(arguments: list[str] | None = None) -> int:
    """Run banso and return its exit code; nothing that a user does ends in a traceback."""
    open_streams()
    try:
        with shown_while_waiting():
            return _run(arguments)
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - a bug of banso is told, never shown as a traceback
        return _report_bug(error)
    finally:
        held.close()


def _run(arguments: list[str] | None) -> int:
    try:
        code = _called(arguments)
        finish()
    except SeenEnough:
        return ExitCode.CLEAN
    except Failure as failure:
        return _fail(failure)
    return code


def _called(arguments: list[str] | None) -> int:
    try:
        return int(app(args=arguments, prog_name="banso", standalone_mode=False) or 0)
    except Failure as failure:
        return _fail(failure)
    except TyperException as error:
        return _fail(usage_failure(error))
    except OSError as error:
        if error.filename is None and not _is_nowhere():
            raise
        return _fail(Failure(ExitCode.CANNOT_READ, f"{error.filename}: {reason(error)}"))


def _is_nowhere() -> bool:
    """Tell whether the current folder is gone: nothing that is named from it can be found."""
    try:
        Path.cwd()
    except OSError:
        return True
    return False


def _fail(failure: Failure) -> int:
    if failure.code is ExitCode.CANNOT_READ and _is_nowhere():
        failure = Failure(
            ExitCode.CANNOT_READ,
            _("the current folder is not there any more"),
            _("go to a folder that is there: cd FOLDER"),
        )
    say(f"banso: {failure.message}", failure.help_line)
    return failure.code


def _report_bug(error: Exception) -> int:
    say(_("banso: this is a bug of banso, not of the roster"))
    say(f"  {type(error).__name__}, {_version()}, Python {sys.version.split()[0]}")
    for frame in traceback.extract_tb(error.__traceback__)[-FRAMES:]:
        say(f"  {Path(frame.filename).name}:{frame.lineno} ({frame.name})")
    say_help(_("report these lines together with the command to the project"))
    return ExitCode.BUG
