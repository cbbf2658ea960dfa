"""The rules that the roster is checked by, one folder or module a family."""

from __future__ import annotations

from banso_cli.records.finding import Finding
from banso_cli.records.roster import Roster
from banso_cli.rules import exceptions, families, masking
from banso_cli.rules.rule import Rule, rules_of

RULES = (*families.RULES, *rules_of(exceptions))
"""All rules in the order of their families."""


def check(roster: Roster, rules: tuple[Rule, ...] = RULES) -> tuple[Finding, ...]:
    """Return what the rules find and no exception silences, by path, line, column and rule.

    Nothing in the words of a finding is personal.
    """
    found = (finding for rule in rules for finding in rule.findings(roster))
    kept = exceptions.without_excepted(roster, found)
    kept = masking.without_personal(roster, rules, kept)
    return tuple(sorted(kept, key=lambda finding: (finding.place, finding.rule, finding.message)))
