"""`banso explain`: the page of a rule."""

from __future__ import annotations

from typing import Annotated

from banso_cli.commands.options import argument, known_by
from banso_cli.locale import _

RULE = argument(
    _("RULE"),
    _("The rule, as it stands in [ ] at the end of a finding; or a table, such as gender."),
    known=known_by("names_to_explain"),
)


def explain(name: Annotated[str, RULE]) -> None:
    """Print what a rule objects to, why, an example, and how to mend it."""
    from banso_cli.tasks.explaining import explain_rule

    explain_rule(name)
