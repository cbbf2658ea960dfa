"""What `banso rules` does: it lists the rules."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from shutil import get_terminal_size

from wcwidth import clip, wcswidth

from banso_cli.diagnostics.text import Line, Role, Span
from banso_cli.locale import _
from banso_cli.rules import RULES
from banso_cli.rules.pages import first_sentence, page_of
from banso_cli.rules.rule import Rule
from banso_cli.terminal.colour import put_painted
from banso_cli.terminal.columns import put_columns
from banso_cli.terminal.output import put_data

_NAMES = 33
"""Columns that the name of a rule takes, with its mark."""


def show_rules(form: str) -> None:
    """List the rules in a form."""
    if form == "json":
        put_data(_as_json(RULES))
    elif form == "markdown":
        rows = (_heads(), ("---",) * len(_heads()), *map(_cells, RULES))
        put_data("".join(f"| {' | '.join(row)} |\n" for row in rows))
    elif sys.stdout.isatty():
        put_painted(_by_family(RULES, get_terminal_size().columns))
    else:
        put_columns(_heads(), [*map(_cells, RULES)])


def _by_family(rules: Iterable[Rule], width: int) -> Iterator[Line]:
    """Yield the rules below their families, a line each; * marks those that --fix mends."""
    for family, members in groupby(rules, key=lambda each: each.family):
        yield (Span(_families()[family], Role.PLACE),)
        for each in members:
            mark = "*" if each.fixable else " "
            room = width - _NAMES - 1
            fault = _fault(each)
            shown = fault if wcswidth(fault) <= room else f"{clip(fault, 0, room - 2)}…"
            yield (Span(f"{mark} {each.id}".ljust(_NAMES), Role.RULE), Span(shown))
    yield (Span(_("* can be mended by --fix; what a rule means: banso explain RULE"), Role.HELP),)


def _families() -> Mapping[str, str]:
    return {
        "syntax": _("Syntax"),
        "shape": _("Shape"),
        "files": _("Files"),
        "text": _("Text"),
        "references": _("References"),
        "lists": _("Lists"),
        "codes": _("Codes and names of municipalities"),
        "population": _("Population"),
        "programme": _("Rules of the programme"),
        "activities": _("Activities"),
        "published": _("Published figures"),
        "applications": _("Applications"),
        "privacy": _("Privacy"),
        "exceptions": _("Exceptions"),
    }


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
