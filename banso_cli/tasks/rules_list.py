"""What `banso rules` does: it lists the rules."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from shutil import get_terminal_size

from wcwidth import clip, wcswidth

from banso_cli.diagnostics.text import Line, Role, Span
from banso_cli.locale import _
from banso_cli.reports.data.json_values import json_text
from banso_cli.rules import RULES
from banso_cli.rules.pages import first_sentence, page_of
from banso_cli.rules.rule import Rule
from banso_cli.terminal.colour import put_painted
from banso_cli.terminal.columns import put_columns
from banso_cli.terminal.output import put_data

_NAMES = 33
"""Columns that the name of a rule takes, with its mark."""

_KEYS = ("id", "family", "severity", "fixable", "exceptable", "fault")


def show_rules(form: str) -> None:
    """List the rules in a form."""
    if form == "json":
        rules = [dict(zip(_KEYS, _values(each), strict=True)) for each in RULES]
        put_data(json_text({"schema_version": 1, "rules": rules}))
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
            fault = first_sentence(page_of(each))
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


def _values(rule: Rule) -> tuple[str | bool, ...]:
    return (
        *(rule.id, rule.family, str(rule.severity), rule.fixable, rule.exceptable),
        first_sentence(page_of(rule)),
    )


def _cells(rule: Rule) -> tuple[str, ...]:
    name, family, severity, *marks, fault = map(str, _values(rule))
    yes = {str(True): _("yes"), str(False): _("no")}
    return (name, family, _(severity), *(yes[each] for each in marks), fault)
