"""Exceptions (N): a rule stays silent on one record, with a reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from banso_cli.locale import _
from banso_cli.privacy.personal import scalars
from banso_cli.records.fields.names import AGENCY, THEME
from banso_cli.records.fields.record import Record
from banso_cli.records.finding import Finding
from banso_cli.records.roster import Roster
from banso_cli.rules import families
from banso_cli.rules.lists import entries
from banso_cli.rules.programme import numbers
from banso_cli.rules.published import figures, totals
from banso_cli.rules.references import sources
from banso_cli.rules.references.namings import namings
from banso_cli.rules.rule import Keys, Rule, rule, rules_of
from banso_cli.rules.text import words
from banso_cli.text.meaning import as_meant
from banso_cli.text.suggestion import closest, perhaps

EXCEPTABLE: Mapping[str, Rule] = {each.id: each for each in families.RULES if each.exceptable}
"""The rules that a record may ask to be silent."""

WHOLE = frozenset((*rules_of(entries, totals, figures, sources), numbers.number_outside_list))
"""Rules that look at all records at once, and abstain where some of them are not known."""


def _asked(roster: Roster) -> Iterator[tuple[str, Record, Keys]]:
    """Yield the rule that each exception names, its record, and the keys of the name."""
    for record in roster.records:
        for index, exception in enumerate(record.exceptions):
            yield exception.rule, record, ("exceptions", index, "rule")


def without_excepted(roster: Roster, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the findings that no exception silences.

    A mistyped exception is a finding of its own; the rule that it means is silent all the same.
    """
    silent = {(_meant(name), record.id) for name, record, _keys in _asked(roster)}
    silent |= {(_meant(name), record.id) for record, name in _named_in_faulty(roster)}
    findings = tuple(findings)
    for name, record, _keys in _asked(roster):
        if not as_meant(name):
            silent |= _only_one(record.id, findings)
    return (finding for finding in findings if (finding.rule, finding.record) not in silent)


def _meant(name: str) -> str:
    """Return the rule that an exception names, mistyped or not; empty for none."""
    return name if name in EXCEPTABLE else closest(as_meant(name), EXCEPTABLE)


def _only_one(record: str, findings: Iterable[Finding]) -> set[tuple[str, str]]:
    """Return the only rule that finds something in a record whose exception says 不明."""
    found = {each.rule for each in findings if each.record == record}
    found &= EXCEPTABLE.keys() - {words.placeholder.id}
    return {(rule, record) for rule in found} if len(found) == 1 else set()


def _named_in_faulty(roster: Roster) -> Iterator[tuple[Record, str]]:
    """Yield what may name a rule in exceptions that could not be read as such."""
    faulty = {fault.record for fault in roster.faults}
    for record in roster.records:
        for key, entry in record.places.tree.entries.items() if record.id in faulty else ():
            if key == "exceptions" or key not in type(record).model_fields:
                yield from ((record, found.text) for found in scalars(entry.value))


@rule(exceptable=False)
def unused_exception(roster: Roster) -> Iterator[Finding]:
    """An exception silences nothing.

    Why: the fault was mended; an exception left behind would hide the next one. While other faults
    leave open what is in use, nothing is said of exceptions from rules that judge the whole roster.

    Example:

        exceptions:
          - {rule: single-agency-team, reason: 公表資料のとおり}   # but there are two agencies

    Mend: delete the exception.

        exceptions: []
    """
    # A file may not be read, or a name stand for any of its list.
    given = namings(roster, THEME, AGENCY)
    is_open = bool(roster.faults) or any(naming.is_open for naming in given)
    found: dict[str, frozenset[str]] = {}
    for name, record, keys in _asked(roster):
        silenced = EXCEPTABLE.get(name)
        if silenced is None or (is_open and silenced in WHOLE):
            continue
        if silenced.id not in found:
            found[silenced.id] = frozenset(each.record for each in silenced.check(roster))
        if record.id not in found[silenced.id]:
            message = _("the exception from '{rule}' silences nothing").format(rule=name)
            yield Finding(record.places.at(*keys), message, _("delete the exception"))


@rule(exceptable=False)
def unknown_exception(roster: Roster) -> Iterator[Finding]:
    """An exception names a rule that does not exist or may not be silenced.

    Why: it silences nothing, though it seems to.

    Example:

        exceptions:
          - {rule: single-agency, reason: 公表資料のとおり}

    Mend: write the id of a rule that may be excepted (see `banso rules`), or delete the exception.

        exceptions:
          - {rule: single-agency-team, reason: 公表資料のとおり}
    """
    for name, record, keys in _asked(roster):
        if name not in EXCEPTABLE and as_meant(name):
            message = _("there is no rule '{rule}' that may be silenced").format(rule=name)
            help_line = perhaps(name, EXCEPTABLE) or _("delete the exception")
            yield Finding(record.places.at(*keys), message, help_line)
