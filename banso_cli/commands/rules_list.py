"""`banso rules`: all rules, a line each."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from banso_cli.commands.options import choice
from banso_cli.locale import _
from banso_cli.terminal.output import put_data

if TYPE_CHECKING:
    from banso_cli.rules.rule import Rule

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
    from banso_cli.rules import RULES

    if form == "json":
        put_data(_as_json(RULES))
    elif form == "markdown":
        rows = (_heads(), ("---",) * len(_heads()), *map(_cells, RULES))
        put_data("".join(f"| {' | '.join(row)} |\n" for row in rows))
    elif not sys.stdout.isatty():
        put_data("".join("\t".join(row) + "\n" for row in (_heads(), *map(_cells, RULES))))
    else:
        _show(RULES)


def _heads() -> tuple[str, ...]:
    return (_("Rule"), _("Family"), _("Severity"), "--fix", _("Exception"), _("Fault"))


def _cells(rule: Rule) -> tuple[str, ...]:
    yes, no = _("yes"), _("no")
    return (
        rule.id,
        rule.family,
        _(str(rule.severity)),
        yes if rule.fixable else no,
        yes if rule.exceptable else no,
        _fault(rule),
    )


def _fault(rule: Rule) -> str:
    from banso_cli.rules.pages import first_sentence, page_of

    return first_sentence(page_of(rule))


def _as_json(rules: tuple[Rule, ...]) -> str:
    objects = [
        {
            "id": rule.id,
            "family": rule.family,
            "severity": str(rule.severity),
            "fixable": rule.fixable,
            "exceptable": rule.exceptable,
            "fault": _fault(rule),
        }
        for rule in rules
    ]
    return json.dumps({"schema_version": 1, "rules": objects}, ensure_ascii=False, indent=2) + "\n"


def _show(rules: tuple[Rule, ...]) -> None:
    from banso_cli.terminal.tables import show_columns

    show_columns([_heads(), *map(_cells, rules)], sentences=True)
