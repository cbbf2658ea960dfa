"""Which rules a run asks for, by their ids and families."""

from __future__ import annotations

from collections.abc import Iterable

from banso_cli.files.failure import ExitCode, Failure
from banso_cli.locale import _
from banso_cli.rules.rule import Rule
from banso_cli.text.suggestion import perhaps


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
    if unknown := (wanted | unwanted).difference(names_of(rules)):
        raise _unknown(min(unknown), rules)
    return tuple(
        rule
        for rule in rules
        if (not wanted or {rule.id, rule.family} & wanted) and not {rule.id, rule.family} & unwanted
    )


def _unknown(name: str, rules: tuple[Rule, ...]) -> Failure:
    message = _("there is no rule or family '{name}'")
    if name.startswith("-"):
        message = _("'{name}' is an option, and stands where a rule or family is due")
    see = _("see --select and --ignore in 'banso validate --help', and 'banso rules'")
    help_line = perhaps(name, names_of(rules)) or see
    return Failure(ExitCode.WRONG_USAGE, message.format(name=name), help_line)
