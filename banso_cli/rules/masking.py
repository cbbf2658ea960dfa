"""Findings about gender, track and age of a member: their words do not tell what is written.

What is not known to be personal may be so all the same, under a mistyped key or in a comment.
Names of classes are hidden wherever a file in teams/ has them, and what leaves the machine tells
nothing that is written there, unless the roster is public.

Every rule may quote what it objects to. Where that is personal, its words are put aside here, for
all rules and all outputs, and those of its page stand in: they know no roster.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from banso_cli.privacy.class_names import classes_of, is_of_persons
from banso_cli.privacy.personal import personal_values
from banso_cli.privacy.shown import mask
from banso_cli.records.finding import Finding
from banso_cli.records.roster import Roster
from banso_cli.rules.pages import first_sentence, how_to_mend, page_of
from banso_cli.rules.rule import Rule
from banso_cli.yaml.place import Place
from banso_cli.yaml.tree import Span


def without_personal(
    roster: Roster, rules: Iterable[Rule], findings: Iterable[Finding]
) -> Iterator[Finding]:
    """Yield the findings, those about a personal value without it and without how long it is."""
    by_id = {rule.id: rule for rule in rules}
    places = {record.places.path: record.places for record in roster.records}
    told = {fault.place for fault in roster.faults if fault.personal}
    known: dict[str, tuple[Span, ...]] = {}
    classes = classes_of(roster)
    for finding in findings:
        place = finding.place
        if place.path not in known and place.path in places:
            values = personal_values(places[place.path].tree)
            known[place.path] = tuple(span for each in values for span in each.spans)
        span = next((span for span in known.get(place.path, ()) if _holds(span, place)), None)
        if span is not None or place in told:
            yield _unspoken(finding, by_id[finding.rule], span or place)
        elif classes and is_of_persons(place.path):
            yield _masked(finding, classes)
        else:
            yield finding


def for_others(
    roster: Roster, rules: Iterable[Rule], findings: Iterable[Finding]
) -> tuple[Finding, ...]:
    """Return the findings as they may leave the machine: without what is found in teams/."""
    by_id = {rule.id: rule for rule in rules}
    return tuple(
        each
        if roster.is_public or not is_of_persons(each.place.path)
        else _unspoken(each, by_id[each.rule], each.place)
        for each in findings
    )


def _masked(finding: Finding, classes: re.Pattern[str]) -> Finding:
    """Return the finding with a mask for each name of a class in its words."""
    related = tuple(
        replace(each, message=classes.sub(mask(), each.message)) for each in finding.related
    )
    message, help_text = (classes.sub(mask(), each) for each in (finding.message, finding.help))
    found = replace(finding, message=message, help=help_text, related=related)
    return finding if found == finding else replace(found, personal=True)


def _holds(span: Span, place: Place) -> bool:
    start, end = (span.line, span.column), (span.end_line, span.end_column)
    at = (place.line, place.column)
    return start == at or start <= at < end


def _unspoken(finding: Finding, rule: Rule, at: Span | Place) -> Finding:
    """Return the finding at the first letter of the value, in the words of the rule's page."""
    page = page_of(rule)
    return replace(
        finding,
        place=Place(finding.place.path, at.line, at.column, at.line, at.column + 1),
        message=first_sentence(page).rstrip(".。"),
        help=how_to_mend(page),
        related=(),
        personal=True,
    )
