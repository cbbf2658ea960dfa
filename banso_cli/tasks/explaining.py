"""What `banso explain` does: it prints the page of a rule."""

from __future__ import annotations

from banso_cli.files.failure import misused
from banso_cli.locale import _
from banso_cli.rules import RULES
from banso_cli.rules.pages import page_of
from banso_cli.statistics.dimensions import dimension
from banso_cli.statistics.filling import filling
from banso_cli.terminal.output import put, put_lines
from banso_cli.terminal.wrapping import wrapped
from banso_cli.text.suggestion import perhaps

WIDTH = 80
"""Columns of a page, whatever the terminal."""


def explain_rule(name: str) -> None:
    """Print what a rule objects to, why, an example, and how to mend it; or what fills a table."""
    by = dimension(name)
    if by is not None:
        put_lines(wrapped(filling(by), WIDTH))
        return
    found = next((rule for rule in RULES if rule.id == name.strip("[] ")), None)
    if found is None:
        raise misused(
            _("there is no rule '{name}'").format(name=name),
            perhaps(name, (rule.id for rule in RULES)) or _("see 'banso rules'"),
        )
    put(f"{found.id} ({found.family}, {_(str(found.severity))})\n\n")
    put(page_of(found))
