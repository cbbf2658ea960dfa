"""`banso rules`: all rules, a line each."""

from __future__ import annotations

from typing import Annotated

import typer

from banso_cli.commands.options import choice
from banso_cli.locale import _

FORMS = ("table", "json", "markdown")

FormatOption = Annotated[
    str,
    typer.Option(
        "--format",
        parser=choice(*FORMS),
        metavar="|".join(FORMS),
        help=_("The form of the output."),
    ),
]


def rules_list(*, form: FormatOption = "table") -> None:
    """List the rules; piped, the fields of the table are separated by tabs."""
    from banso_cli.tasks.rules_list import show_rules

    show_rules(form)
