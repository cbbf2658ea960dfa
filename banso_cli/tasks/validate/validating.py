"""What `banso validate` does: it checks the roster, after mending it where that is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import typer

from banso_cli.files.failure import ExitCode, Failure, misused
from banso_cli.locale import _
from banso_cli.tasks.opened.named_files import existing, files_in
from banso_cli.tasks.opened.opening import folder_of_roster, open_roster
from banso_cli.tasks.validate.checking import Asked, checked, shown
from banso_cli.terminal.output import put_data


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
