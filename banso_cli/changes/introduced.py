"""Which findings are new: the findings of two states are compared, not their lines."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from banso_cli.records.finding import Finding
from banso_cli.records.roster import Roster


@dataclass(frozen=True, slots=True)
class State:
    """A roster at one time: the ids of its records, and what was found in them."""

    records: frozenset[str]
    findings: tuple[Finding, ...]

    @classmethod
    def of(cls, roster: Roster, findings: tuple[Finding, ...]) -> State:
        """Return the state of a roster that has been checked."""
        names = (path.partition("/")[2].removesuffix(".yaml") for path in roster.files)
        return cls(frozenset(names), findings)


def introduced(before: State, now: State) -> tuple[Finding, ...]:
    """Return the findings of now that were not there before, in their order.

    The same finding is the one of the same rule with the same words in the same record, wherever
    its line has moved to. A record whose file was renamed is one that is gone beside one that has
    come: there rule and words tell. Each finding of before stands for one of now at the most, and
    for no more places than it had.
    """
    places: dict[tuple[str, str], int] = {}
    for each in before.findings:
        told = (each.rule, each.message)
        places[told] = max(places.get(told, 0), len(each.related))
    old = Counter((each.rule, each.message, each.record) for each in before.findings)
    gone, come = before.records - now.records, now.records - before.records
    moved = Counter((each.rule, each.message) for each in before.findings if each.record in gone)
    new = []
    for each in now.findings:
        here, anywhere = (each.rule, each.message, each.record), (each.rule, each.message)
        if len(each.related) > places.get(anywhere, 0):
            new.append(each)
        elif old[here]:
            old[here] -= 1
        elif each.record in come and moved[anywhere]:
            moved[anywhere] -= 1
        else:
            new.append(each)
    return tuple(new)
