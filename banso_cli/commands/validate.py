"""`banso validate`: check the roster by all rules."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from banso_cli.commands.options import RosterOption, argument, option
from banso_cli.diagnostics.forms import FORMS
from banso_cli.locale import _

PATHS = argument(
    _("PATHS"), _("Show only findings in these files and folders; the whole roster is checked.")
)
FORMAT = option(
    "--format", FORMS, _("The form of the output; without it text, and github in GitHub Actions.")
)
SELECT = option(
    "--select",
    _("RULE"),
    _("Only these rules or families; may be given several times, or with commas."),
)
IGNORE = option("--ignore", _("RULE"), _("All but these rules or families."))
STRICT = typer.Option("--strict", help=_("Warnings count as errors do: exit code 1."))
SINCE = option(
    "--since",
    _("REVISION"),
    _("Only findings that are new since this revision of git, such as origin/main."),
)
MAX = option("--max", _("COUNT"), _("Show at most so many findings."), least=0)
FIX = typer.Option("--fix", help=_("Mend what banso can mend without changing a meaning."))
UNSAFE = typer.Option("--unsafe", help=_("With --fix: rename files as well."))
DIFF = typer.Option("--diff", help=_("With --fix: show the difference and write nothing."))


def validate(  # noqa: PLR0913 - each parameter is an option of the command
    paths: Annotated[list[Path] | None, PATHS] = None,
    *,
    roster: RosterOption = None,
    form: Annotated[str | None, FORMAT] = None,
    select: Annotated[list[str] | None, SELECT] = None,
    ignore: Annotated[list[str] | None, IGNORE] = None,
    strict: Annotated[bool, STRICT] = False,
    since: Annotated[str | None, SINCE] = None,
    most: Annotated[int | None, MAX] = None,
    fix: Annotated[bool, FIX] = False,
    unsafe: Annotated[bool, UNSAFE] = False,
    diff: Annotated[bool, DIFF] = False,
) -> None:
    """Check the roster and show what to mend, with place and rule."""
    from banso_cli.tasks.validate.checked import Asked
    from banso_cli.tasks.validate.checking import validate_roster

    asked = Asked(
        paths=tuple(paths or ()),
        form=form or ("github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text"),
        select=_names(select),
        ignore=_names(ignore),
        strict=strict,
        since=since,
        most=most,
    )
    validate_roster(asked, roster, fix=fix, unsafe=unsafe, diff=diff)


def _names(given: list[str] | None) -> tuple[str, ...]:
    parts = (part.strip() for names in given or () for part in names.split(","))
    return tuple(part for part in parts if part)
