"""What `banso rules` does: it lists the rules."""

from __future__ import annotations

import json

from banso_cli.locale import _
from banso_cli.rules import RULES
from banso_cli.rules.pages import first_sentence, page_of
from banso_cli.rules.rule import Rule
from banso_cli.terminal.output import put_columns, put_data


def show_rules(form: str) -> None:
    """List the rules in a form."""
    if form == "json":
        put_data(_as_json(RULES))
    elif form == "markdown":
        rows = (_heads(), ("---",) * len(_heads()), *map(_cells, RULES))
        put_data("".join(f"| {' | '.join(row)} |\n" for row in rows))
    else:
        put_columns(_heads(), [*map(_cells, RULES)], sentences=True)


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
