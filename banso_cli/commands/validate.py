"""`banso validate`: check the roster by all rules."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from banso_cli.commands.failure import ExitCode, Failure
from banso_cli.commands.options import RosterOption, choice, folder_of_roster, open_roster
from banso_cli.commands.output import put
from banso_cli.locale import _

if TYPE_CHECKING:
    from banso_cli.model.finding import Finding

PathsArgument = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar=_("PATHS"),
        help=_("Show only findings in these files and folders; the whole roster is checked."),
        show_default=False,
    ),
]
FormatOption = Annotated[
    str,
    typer.Option(
        "--format",
        parser=choice("text", "json"),
        metavar="text|json",
        help=_("The form of the output."),
        show_default=False,
    ),
]


def validate(
    paths: PathsArgument = None,
    roster: RosterOption = None,
    form: FormatOption = "text",
) -> None:
    """Check the roster and show what to mend, with place and rule."""
    from banso_cli.model.finding import Severity
    from banso_cli.rules import check

    wanted = [path.absolute() for path in paths or ()]
    for path in wanted:
        if not path.exists():
            raise Failure(ExitCode.CANNOT_READ, _("there is no {path}").format(path=path.name))
    folder = folder_of_roster(roster, wanted[0] if wanted else None)
    records = open_roster(folder)
    findings = [finding for finding in check(records) if _is_in(finding, folder, wanted)]
    if form == "json":
        from banso_cli.diagnostics.json import as_json

        put(as_json(records, findings))
    else:
        from banso_cli.diagnostics.text import as_text, summary

        lines = [*as_text(findings, folder), summary(records, findings)]
        put("\n".join(lines) + "\n")
    if any(finding.severity is Severity.ERROR for finding in findings):
        raise typer.Exit(ExitCode.FINDINGS)


def _is_in(finding: Finding, folder: Path, wanted: list[Path]) -> bool:
    file = folder.parent / finding.place.path
    return not wanted or any(file.is_relative_to(path.resolve()) for path in wanted)
