"""How the rules of syntax and shape put into words what reading could not take."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import wraps
from typing import TypeAlias

from banso_cli.locale import _
from banso_cli.records.finding import Finding, Fix, Related
from banso_cli.records.roster import Roster
from banso_cli.rules.rule import Rule, rule
from banso_cli.yaml.fault import Fault, FaultKind

Words: TypeAlias = tuple[str, str] | tuple[str, str, Fix | None]
"""What is wrong, and what to write, maybe with the edit that does it."""


def faults_of(roster: Roster, kind: FaultKind) -> Iterator[Fault]:
    """Yield the faults of one kind in the order of reading."""
    return (fault for fault in roster.faults if fault.kind is kind)


def told(fault: Fault, message: str, help_line: str, fix: Fix | None = None) -> Finding:
    """Return the finding of a fault: what it is, and what to write."""
    first = fault.related
    related = (Related(_("first written here"), first),) if first else ()
    return Finding(fault.place, message, help_line, related, fix)


def fault_rule(*, fixable: bool = False) -> Callable[[Callable[[Fault], Words]], Rule]:
    """Make a rule of what is said of each fault of a kind; the function is named after the kind.

    Such a rule may not be silenced: what could not be read is in no figure.
    """

    def make(words: Callable[[Fault], Words]) -> Rule:
        kind = FaultKind[words.__name__.upper()]

        @wraps(words)
        def check(roster: Roster) -> Iterator[Finding]:
            return (told(fault, *words(fault)) for fault in faults_of(roster, kind))

        return rule(exceptable=False, fixable=fixable)(check)

    return make
