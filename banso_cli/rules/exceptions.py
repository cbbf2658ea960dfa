"""Exceptions (N): a rule stays silent on one record, with a reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

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
from banso_cli.rules.rule import Rule, rule, rules_of
from banso_cli.rules.text import words
from banso_cli.text.meaning import as_meant
from banso_cli.text.suggestion import closest, perhaps
from banso_cli.yaml.place import Place

EXCEPTABLE: Mapping[str, Rule] = {each.id: each for each in families.RULES if each.exceptable}
"""The rules that a record may ask to be silent."""

WHOLE = frozenset((*rules_of(entries, totals, figures, sources), numbers.number_outside_list))
"""Rules that look at all records at once, and abstain where some of them are not known."""


@dataclass(frozen=True, slots=True)
class Asked:
    """An exception with the record that asks for it."""

    rule: str
    record: str
    place: Place


def _asked(roster: Roster) -> Iterator[Asked]:
    for record in roster.records:
        for index, exception in enumerate(record.exceptions):
            place = record.places.at("exceptions", index, "rule")
            yield Asked(exception.rule, record.id, place)


def without_excepted(roster: Roster, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the findings that no exception silences.

    A mistyped exception is a finding of its own; the rule that it means is silent all the same.
    """
    silent = {(_meant(asked.rule), asked.record) for asked in _asked(roster)}
    silent |= {(_meant(name), record.id) for record, name in _named_in_faulty(roster)}
    findings = tuple(findings)
    for asked in _asked(roster):
        silent |= _meant_by_placeholder(asked, findings)
    return (finding for finding in findings if (finding.rule, finding.record) not in silent)


def _meant(name: str) -> str:
    """Return the rule that an exception names, mistyped or not; empty for none."""
    return name if name in EXCEPTABLE else closest(as_meant(name), EXCEPTABLE)


def _meant_by_placeholder(asked: Asked, findings: Iterable[Finding]) -> set[tuple[str, str]]:
    """Return the only rule that finds something in a record whose exception says 不明."""
    if as_meant(asked.rule):
        return set()
    found = {each.rule for each in findings if each.record == asked.record}
    found = {rule for rule in found if rule in EXCEPTABLE} - {words.placeholder.id}
    return {(rule, asked.record) for rule in found} if len(found) == 1 else set()


def _named_in_faulty(roster: Roster) -> Iterator[tuple[Record, str]]:
    """Yield what may name a rule in exceptions that could not be read as such."""
    faulty = {fault.record for fault in roster.faults}
    for record in roster.records:
        for key, entry in record.places.tree.entries.items() if record.id in faulty else ():
            if key == "exceptions" or key not in type(record).model_fields:
                yield from ((record, found.text) for found in scalars(entry.value))


def _is_open(roster: Roster) -> bool:
    """Tell whether a file is not read, or a name may stand for any of its list."""
    given = namings(roster, THEME, AGENCY)
    return bool(roster.faults) or any(naming.is_open for naming in given)


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
    is_open = _is_open(roster)
    found: dict[str, frozenset[str]] = {}
    for asked in _asked(roster):
        silenced = EXCEPTABLE.get(asked.rule)
        if silenced is None or (is_open and silenced in WHOLE):
            continue
        if silenced.id not in found:
            found[silenced.id] = frozenset(each.record for each in silenced.check(roster))
        if asked.record not in found[silenced.id]:
            yield Finding(
                asked.place,
                _("the exception from '{rule}' silences nothing").format(rule=asked.rule),
                _("delete the exception"),
            )


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
    for asked in _asked(roster):
        if asked.rule not in EXCEPTABLE and as_meant(asked.rule):
            yield Finding(
                asked.place,
                _("there is no rule '{rule}' that may be silenced").format(rule=asked.rule),
                perhaps(asked.rule, EXCEPTABLE) or _("delete the exception"),
            )
