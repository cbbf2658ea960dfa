"""What `banso validate` does: it checks the roster, after mending it where that is asked for."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import typer

from banso_cli.diagnostics.forms import FORMS, document
from banso_cli.diagnostics.text import lines_of
from banso_cli.diagnostics.told import Told
from banso_cli.files.failure import ExitCode, Failure, misused
from banso_cli.files.reasons import reason
from banso_cli.locale import _, plural
from banso_cli.reading.locate import Origin
from banso_cli.records.finding import Finding
from banso_cli.rules.masking import for_others
from banso_cli.tasks.opened.named_files import existing, files_in
from banso_cli.tasks.opened.opening import folder_of_roster, open_roster
from banso_cli.tasks.validate.checked import Asked, Result, checked
from banso_cli.terminal.colour import put_painted
from banso_cli.terminal.output import put_data, say
from banso_cli.terminal.shown_paths import finding_shown, roster_shown


def shown(result: Result, asked: Asked) -> None:
    """Show what was found, in the form that is asked for; paths as `Origin` has them."""
    origin = Origin.of(result.folder)
    told = Told(
        roster_shown(result.roster, origin),
        tuple(finding_shown(each, origin) for each in _findings(result, asked)),
        result.rules,
        origin.top,
        asked.most,
        asked.strict,
    )
    if asked.form == "text":
        put_painted(lines_of(told))
    else:
        put_data(document(asked.form, told))
    if asked.form == "github":
        _summarise(told, result.older)
    if hidden := len(result.findings[asked.most :]) if asked.most is not None else 0:
        say(
            plural(
                "{count} more finding is not shown", "{count} more findings are not shown", hidden
            )
        )
    if result.older:
        say(_older(result.older))


def _findings(result: Result, asked: Asked) -> tuple[Finding, ...]:
    """Return the findings as they are told in a form.

    In a form for programs each has the edit that --fix makes, or none; only text stays on the
    machine of whoever may read the roster.
    """
    if asked.form == "text":
        return result.findings
    findings = result.findings
    if not FORMS[asked.form]:
        from banso_cli.editing.fixing import offered  # noqa: PLC0415 - people ask for --fix

        findings = offered(findings, result.folder)
    return for_others(result.roster, result.rules, findings)


def _older(count: int) -> str:
    return plural("{count} older finding is left out", "{count} older findings are left out", count)


def _summarise(told: Told, left_out: int) -> None:
    """Put the whole list into the job's summary, where there is one and it can be written."""
    target = os.environ.get("GITHUB_STEP_SUMMARY")
    if not target:
        return
    from banso_cli.diagnostics.markdown import LARGEST  # noqa: PLC0415 - only GitHub has such a file
    from banso_cli.diagnostics.markdown import document as as_markdown  # noqa: PLC0415 - as above

    older = f"\n{_older(left_out)}\n" if left_out else ""
    try:
        with Path(target).open("ab") as stream:
            room = LARGEST - stream.tell()
            data = (as_markdown(told, room - len(older.encode())) + older).encode(
                "utf-8", "backslashreplace"
            )
            why = None if len(data) <= room else _("it is full")
            stream.write(b"" if why else data)
    except OSError as error:
        why = reason(error)
    if why:
        say(_("the summary of this job cannot be written ({reason})").format(reason=why))


def validate_roster(
    asked: Asked, roster: Path | None, *, fix: bool, unsafe: bool, diff: bool
) -> None:
    """Check the roster and show what to mend, with place and rule."""
    asked = replace(asked, paths=existing(asked.paths))
    if (unsafe or diff) and not fix:
        raise misused(_("--unsafe and --diff go with --fix"), _("add --fix"))
    with _told_in(asked.form):
        folder = folder_of_roster(roster, asked.paths[0] if asked.paths else None)
        opened = open_roster(folder)
        files_in(opened, folder, asked.paths)
        if fix:
            from banso_cli.tasks.validate.mending import mend  # noqa: PLC0415 - a check mends nothing

            mend(folder, asked, unsafe=unsafe, diff=diff)
        result = checked(open_roster(folder) if fix else opened, folder, asked)
    shown(result, asked)
    if result.is_faulty(strict=asked.strict):
        raise typer.Exit(ExitCode.FINDINGS)


@contextmanager
def _told_in(form: str) -> Iterator[None]:
    """Annotate a failure for GitHub too, where a check is red without a finding."""
    try:
        yield
    except Failure as failure:
        if form == "github":
            from banso_cli.diagnostics.github import annotation  # noqa: PLC0415 - a failure is rare

            put_data(annotation(failure.message, failure.help_line))
        raise
