"""`banso match`: draft teams from the applications of a period."""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path
from typing import Annotated

import typer

from banso_cli.commands.options import DiffOption, RosterOption, goes_with, goes_without, option
from banso_cli.locale import _

NUMBER = option("--period", _("NUMBER"), _("The period whose applications are matched."), least=1)
OUTPUT = option(
    "--output",
    _("DIR"),
    _(
        "Write the draft teams, the report and the proof into this folder; "
        "without it the report goes to the standard output."
    ),
    "-o",
)
FORM = option("--format", ("markdown", "json"), _("The form of the report on the output."))
LIMIT = option("--time-limit", _("SECONDS"), _("Seconds to search; without it 60."), least=1)
PROVE = typer.Option("--prove", help=_("Search without a limit of time, until it is proven."))
KEEP = option("--keep", _("DIR"), _("Move as few officers of this draft as possible."))
SENSITIVITY = typer.Option(
    "--sensitivity", help=_("Tell how many teams change when a weight moves by a fifth.")
)
CHECK = option("--check", _("DIR"), _("Check a draft and its proof; no solver is needed."))
ACCEPT = option("--accept", _("DIR"), _("Turn the drafts of this folder into teams."))
EXPLAIN = option("--explain", _("WHOM"), _("Explain one officer or municipality."))
WHAT_IF = option("--what-if", _("DECISION"), _("Tell what a decision would cost, and who moves."))


def share(value: str) -> Fraction:
    """Return a share of a hundred, such as 0.1%."""
    match = re.fullmatch(r"([0-9]{1,2}(?:\.[0-9]{1,6})?)[%％]", value)
    if match is None:
        raise typer.BadParameter(_("'{value}' is no share; write 0.1%").format(value=value))
    return Fraction(match[1]) / 100


LOSS = option("--loss", "0.1%", _("With --keep: how much of the score may be lost."), parser=share)


def match(  # noqa: PLR0913 - each parameter is an option of the command
    *,
    period: Annotated[int, NUMBER],
    roster: RosterOption = None,
    output: Annotated[Path | None, OUTPUT] = None,
    form: Annotated[str, FORM] = "markdown",
    time_limit: Annotated[int, LIMIT] = 60,
    prove: Annotated[bool, PROVE] = False,
    keep: Annotated[Path | None, KEEP] = None,
    loss: Annotated[Fraction | None, LOSS] = None,
    sensitivity: Annotated[bool, SENSITIVITY] = False,
    check: Annotated[Path | None, CHECK] = None,
    accept: Annotated[Path | None, ACCEPT] = None,
    diff: DiffOption = False,
    explain: Annotated[str | None, EXPLAIN] = None,
    what_if: Annotated[str | None, WHAT_IF] = None,
) -> None:
    """Form draft teams of several ministries from the applications of a period."""
    goes_with("--accept", accept, {"--diff": diff})
    goes_with("--keep", keep, {"--loss": loss})
    searches = {"--output": output, "--keep": keep, "--sensitivity": sensitivity, "--prove": prove}
    if accept is not None:
        goes_without("--accept", {"--check": check, "--explain": explain, "--what-if": what_if})
        goes_without("--accept", searches)
    if check is not None:
        goes_without("--check", {"--what-if": what_if, **searches})
    if what_if is not None:
        goes_without("--what-if", {"--explain": explain, "--keep": keep, "--output": output})
    if explain is not None:
        goes_without("--explain", {"--output": output, "--sensitivity": sensitivity})
    if accept is not None:
        from banso_cli.tasks.match.accepting import accept_drafts

        accept_drafts(accept, period, roster, diff=diff)
        return
    if check is not None:
        from banso_cli.tasks.match.checking import look_at

        look_at(check, period, explain, roster)
        return
    from banso_cli.tasks.match.asked import Asked
    from banso_cli.tasks.match.searching import search

    asked = Asked(
        period=period,
        limit=None if prove else time_limit,
        keep=keep,
        loss=loss or Fraction(0),
        explain=explain,
        what_if=what_if,
        output=output,
        form=form,
        sensitivity=sensitivity,
    )
    search(asked, roster)
