"""Rules of published totals (T): breakdowns as published, against the lists and their totals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from banso_cli.locale import _
from banso_cli.records.finding import Finding
from banso_cli.records.periods.period import BREAKDOWN_LABELS, Breakdown, Period
from banso_cli.records.roster import Roster
from banso_cli.rules.references.namings import Naming
from banso_cli.rules.rule import again, rule
from banso_cli.text.suggestion import one_of

_BANDS = frozenset({"age", "population"})
"""Classes of numbers: of names that differ in a digit, none is likely to stand for the other."""


def breakdowns_of(roster: Roster) -> Iterator[tuple[Period, int, Breakdown]]:
    """Yield each published breakdown with its period and its number in the period's file."""
    for period in roster.periods:
        for number, breakdown in enumerate(period.breakdowns):
            yield period, number, breakdown


@rule(fixable=True)
def unknown_class(roster: Roster) -> Iterator[Finding]:
    """A class of a published breakdown is in none of the lists.

    Why: published and counted classes stand side by side, and are matched by their names.

    Example:

        breakdowns:
          - {dimension: gender, sources: [{title: 概要}],
             classes: [{name: 男, percent: 60}, {name: 女性, percent: 40}]}

    Mend: write the name in the list, or add the class to programme.yaml.

        breakdowns:
          - {dimension: gender, sources: [{title: 概要}],
             classes: [{name: 男性, percent: 60}, {name: 女性, percent: 40}]}
    """
    for period, number, breakdown in breakdowns_of(roster):
        names = roster.names[breakdown.dimension]
        for index, each in enumerate(breakdown.classes if names.is_read else ()):
            keys = ("breakdowns", number, "classes", index, "name")
            naming = Naming(each.name, period, keys, names)
            if naming.is_unknown:
                finding = naming.unknown()
                bands = one_of(naming.names.known) if breakdown.dimension in _BANDS else ""
                yield replace(finding, help=bands or finding.help)
            elif naming.is_alias:
                yield naming.alias()


@rule()
def repeated_class(roster: Roster) -> Iterator[Finding]:
    """A class stands twice in one breakdown, or a breakdown twice in one period.

    Why: of two figures for the same class nobody can tell which one was published.

    Example:

        breakdowns:
          - {dimension: gender, sources: [{title: 概要}],
             classes: [{name: 男性, percent: 60}, {name: 男性, percent: 40}]}

    Mend: keep one of the two.

        breakdowns:
          - {dimension: gender, sources: [{title: 概要}],
             classes: [{name: 男性, percent: 60}, {name: 女性, percent: 40}]}
    """
    help_line = _("keep one of the two")
    for period in roster.periods:
        by = (
            ((each.dimension, each.of), period, ("breakdowns", number, "dimension"))
            for number, each in enumerate(period.breakdowns)
        )
        for (dimension, _of), place, related in again(by):
            words = _("the breakdown by {dimension} stands twice in this file")
            message = words.format(dimension=BREAKDOWN_LABELS[dimension])
            yield Finding(place, message, help_line, related)
    for period, number, breakdown in breakdowns_of(roster):
        names = (
            (each.name, period, ("breakdowns", number, "classes", index, "name"))
            for index, each in enumerate(breakdown.classes)
        )
        for name, place, related in again(names):
            words = _("the class '{name}' stands twice in this breakdown")
            yield Finding(place, words.format(name=name), help_line, related)


@rule()
def class_without_figure(roster: Roster) -> Iterator[Finding]:
    """A class of a published breakdown has neither a number nor a percentage.

    Why: what is not known is left out, so that it is counted as 未収録 and not as nothing.

    Example:

        breakdowns:
          - {dimension: gender, sources: [{title: 概要}],
             classes: [{name: 男性, percent: 60}, {name: 女性}]}

    Mend: write what was published, or delete the class.

        breakdowns:
          - {dimension: gender, sources: [{title: 概要}],
             classes: [{name: 男性, percent: 60}, {name: 女性, percent: 40}]}
    """
    for period, number, breakdown in breakdowns_of(roster):
        for index, each in enumerate(breakdown.classes):
            part = ("breakdowns", number, "classes", index)
            written = (period.places.at(*part, key) for key in ("value", "percent"))
            if all(place == period.places.at(*part) for place in written):
                yield Finding(
                    period.places.at(*part, "name"),
                    _("the class '{name}' has neither value nor percent").format(name=each.name),
                    _("write the number or the percentage as published, or delete the class"),
                )
