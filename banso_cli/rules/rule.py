"""A rule: one documented function that yields findings; and what several rules ask for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from inspect import getdoc
from types import ModuleType
from typing import TypeAlias, TypeVar

from banso_cli.locale import _
from banso_cli.records.fields.record import Record
from banso_cli.records.finding import Finding, Related, Severity
from banso_cli.records.roster import Roster
from banso_cli.yaml.place import Place

Check = Callable[[Roster], Iterator[Finding]]
Key = TypeVar("Key")
Keys: TypeAlias = tuple[str | int, ...]
"""The keys that lead to a value of a record."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A check with its id, its family and how much its findings weigh.

    `exceptable` tells whether a record may ask for silence; faults that leave a file unread and
    the rules about exceptions themselves may not be silenced. `page` is the function's docstring:
    what, why, an example and how to mend it. `fixable` tells whether findings may carry an edit.
    """

    id: str
    family: str
    severity: Severity
    exceptable: bool
    page: str
    check: Check
    fixable: bool = False

    def findings(self, roster: Roster) -> Iterator[Finding]:
        """Yield what the check finds, signed by this rule."""
        for finding in self.check(roster):
            yield replace(finding, rule=self.id, severity=self.severity)


def rule(
    *, severity: Severity = Severity.ERROR, exceptable: bool = True, fixable: bool = False
) -> Callable[[Check], Rule]:
    """Turn a check into a rule: the function's name is its id, its folder below `rules` the family.

    A family of few rules is a module.
    """

    def make(check: Check) -> Rule:
        name = check.__name__.replace("_", "-")
        family = check.__module__.split(".")[2]
        return Rule(name, family, severity, exceptable, getdoc(check) or "", check, fixable)

    return make


def rules_of(*modules: ModuleType) -> tuple[Rule, ...]:
    """Return the rules that modules define, in their order."""
    return tuple(
        each
        for module in modules
        for each in vars(module).values()
        if isinstance(each, Rule) and each.check.__module__ == module.__name__
    )


def excepts(record: Record, rule: str) -> bool:
    """Tell whether a record asks for silence of a rule."""
    return any(exception.rule == rule for exception in record.exceptions)


def faulty_parts(roster: Roster) -> frozenset[Place]:
    """Return the parts of records with a value that is left out because of a fault."""
    return frozenset(fault.part for fault in roster.faults if fault.part is not None)


def again(
    found: Iterable[tuple[Key, Record, Keys]], first_one: str = ""
) -> Iterator[tuple[Key, Place, tuple[Related, ...]]]:
    """Yield what stands again, its place, and where the first stands.

    A place is worked out only where it is told: of most files the tree has been let go. `first_one`
    tells what that is, where it is more than the same thing written before.
    """
    first: dict[Key, tuple[Record, Keys]] = {}
    for key, record, keys in found:
        here = (record, keys)
        earlier = first.setdefault(key, here)
        if earlier is not here:
            there = earlier[0].places.at(*earlier[1])
            related = Related(first_one or _("first written here"), there)
            yield key, record.places.at(*keys), (related,)
