"""`banso validate`: check the roster by all rules."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from banso_cli.commands.named_files import existing, files_in
from banso_cli.commands.options import RosterOption, choice, folder_of_roster, open_roster
from banso_cli.commands.output import put_data
from banso_cli.files.failure import ExitCode, Failure
from banso_cli.locale import _

if TYPE_CHECKING:
    from banso_cli.commands.checking import Asked

FORMS = ("text", "json", "jsonl", "github", "sarif", "junit", "markdown")

PathsArgument = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar=_("PATHS"),
        help=_("Show only findings in these files and folders; the whole roster is checked."),
        show_default=False,
    ),
]
FormatOption = Annotated[
    str | None,
    typer.Option(
        "--format",
        parser=choice(*FORMS),
        metavar="|".join(FORMS),
        help=_("The form of the output; without it text, and github in GitHub Actions."),
        show_default=False,
    ),
]
SelectOption = Annotated[
    list[str] | None,
    typer.Option(
        "--select",
        metavar=_("RULE"),
        help=_("Only these rules or families; may be given several times, or with commas."),
        show_default=False,
    ),
]
IgnoreOption = Annotated[
    list[str] | None,
    typer.Option(
        "--ignore",
        metavar=_("RULE"),
        help=_("All but these rules or families."),
        show_default=False,
    ),
]
StrictOption = Annotated[
    bool, typer.Option("--strict", help=_("Warnings count as errors do: exit code 1."))
]
SinceOption = Annotated[
    str | None,
    typer.Option(
        "--since",
        metavar=_("REVISION"),
        help=_("Only findings that are new since this revision of git, such as origin/main."),
        show_default=False,
    ),
]
MaxOption = Annotated[
    int | None,
    typer.Option(
        "--max",
        min=0,
        metavar=_("COUNT"),
        help=_("Show at most so many findings."),
        show_default=False,
    ),
]
FixOption = Annotated[
    bool, typer.Option("--fix", help=_("Mend what banso can mend without changing a meaning."))
]
UnsafeOption = Annotated[
    bool, typer.Option("--unsafe", help=_("With --fix: rename files as well."))
]
DiffOption = Annotated[
    bool, typer.Option("--diff", help=_("With --fix: show the difference and write nothing."))
]


def validate(  # noqa: PLR0913 - each parameter is an option of the command
    paths: PathsArgument = None,
    *,
    roster: RosterOption = None,
    form: FormatOption = None,
    select: SelectOption = None,
    ignore: IgnoreOption = None,
    strict: StrictOption = False,
    since: SinceOption = None,
    most: MaxOption = None,
    fix: FixOption = False,
    unsafe: UnsafeOption = False,
    diff: DiffOption = False,
) -> None:
    """Check the roster and show what to mend, with place and rule."""
    from banso_cli.commands.checking import Asked, checked, shown

    asked = Asked(
        paths=existing(paths or ()),
        form=form or ("github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text"),
        select=_names(select),
        ignore=_names(ignore),
        strict=strict,
        since=since,
        most=most,
    )
    if (unsafe or diff) and not fix:
        raise Failure(ExitCode.WRONG_USAGE, _("--unsafe and --diff go with --fix"), _("add --fix"))
    with _told_in(asked.form):
        folder = folder_of_roster(roster, asked.paths[0] if asked.paths else None)
        opened = open_roster(folder)
        files_in(opened, folder, asked.paths)
        if fix:
            _mend(folder, asked, unsafe=unsafe, diff=diff)
        result = checked(open_roster(folder) if fix else opened, folder, asked)
    shown(result, asked)
    if result.is_faulty(strict=strict):
        raise typer.Exit(ExitCode.FINDINGS)


@contextmanager
def _told_in(form: str) -> Iterator[None]:
    """Annotate a failure for GitHub too, where a check is red without a finding."""
    try:
        yield
    except Failure as failure:
        if form == "github":
            from banso_cli.diagnostics.github import annotation

            put_data(annotation(failure.message, failure.help_line))
        raise


def _names(given: list[str] | None) -> tuple[str, ...]:
    parts = (part.strip() for names in given or () for part in names.split(","))
    return tuple(part for part in parts if part)


def _mend(folder: Path, asked: Asked, *, unsafe: bool, diff: bool) -> None:
    """Mend what can be mended, or show how; what is left is checked again by the caller."""
    from banso_cli.commands.mending import mend

    mend(folder, asked, unsafe=unsafe, diff=diff)
