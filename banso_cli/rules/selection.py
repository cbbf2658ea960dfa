"""Which rules a run asks for, by their ids and families."""

from __future__ import annotations

from collections.abc import Iterable

from banso_cli.files.failure import ExitCode, Failure
from banso_cli.locale import _
from banso_cli.rules.rule import Rule
from banso_cli.rules.suggestion import perhaps


def names_of(rules: Iterable[Rule]) -> tuple[str, ...]:
    """Return what a rule may be chosen by: all families, then all ids."""
    found = tuple(rules)
    return (*dict.fromkeys(rule.family for rule in found), *(rule.id for rule in found))


def selected(
    rules: tuple[Rule, ...], select: Iterable[str], ignore: Iterable[str]
) -> tuple[Rule, ...]:
    """Return the rules that are selected (all, where none is named) and not ignored.

    Each name is a family or an id; another is a failure.
    """
    wanted, unwanted = set(select), set(ignore)
    for name in sorted(wanted | unwanted):
        if name not in names_of(rules):
            raise Failure(
                ExitCode.WRONG_USAGE,
                _("there is no rule or family '{name}'").format(name=name),
                perhaps(name, names_of(rules)) or _("see 'banso rules'"),
            )
    return tuple(
        rule
        for rule in rules
        if (not wanted or {rule.id, rule.family} & wanted) and not {rule.id, rule.family} & unwanted
    )
