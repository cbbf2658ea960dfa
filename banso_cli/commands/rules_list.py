"""`banso rules`: all rules, a line each."""

from __future__ import annotations

from typing import Annotated

from banso_cli.commands.options import option
from banso_cli.locale import _

FORMAT = option("--format", ("table", "json", "markdown"), _("The form of the output."))


def rules_list(*, form: Annotated[str, FORMAT] = "table") -> None:
    """List the rules; piped, the fields of the table are separated by tabs."""
    from banso_cli.tasks.rules_list import show_rules

    show_rules(form)
