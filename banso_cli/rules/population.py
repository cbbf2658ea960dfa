"""Rules of population (C): the figure that counts, and the limit of the programme."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from banso_cli.locale import _
from banso_cli.model.finding import Finding, Related
from banso_cli.model.municipality import Municipality
from banso_cli.model.place import Place
from banso_cli.model.programme import MeasureInForce
from banso_cli.model.roster import Roster
from banso_cli.model.team import Team
from banso_cli.rules.rule import rule


def _supported(roster: Roster) -> Iterator[tuple[Team, Municipality, MeasureInForce]]:
    """Yield each municipality and the population figure that counts, with the first such team."""
    seen: set[tuple[str, str, dt.date]] = set()
    for team in roster.teams if roster.programme else ():
        municipality = roster.municipality_by_code.get(team.municipality)
        measure = roster.programme.measure_in_force(team.period) if roster.programme else None
        if municipality is not None and measure is not None:
            key = (municipality.id, measure.measure, measure.date)
            if key not in seen:
                yield team, municipality, measure
            seen.add(key)


@rule()
def missing_population(roster: Roster) -> Iterator[Finding]:
    """A supported municipality lacks the population figure that counts for the period.

    Why: without it the municipality is missing from the population classes, and the limit of the
    programme cannot be checked.
    """
    for team, municipality, measure in _supported(roster):
        if municipality.people(measure.measure, measure.date) is None:
            yield Finding(
                municipality.places.key("population"),
                _("the population by {measure} of {date} is missing").format(
                    measure=measure.measure, date=measure.date
                ),
                _("add it with its source; programme.yaml names it for period {number}").format(
                    number=team.period
                ),
                municipality.id,
                (Related(_("supported here"), team.places.at("municipality")),),
            )


@rule()
def repeated_population(roster: Roster) -> Iterator[Finding]:
    """A municipality has two figures of the same measure and day.

    Why: it would depend on their order which one counts.
    """
    for municipality in roster.municipalities:
        first: dict[tuple[str, str], Place] = {}
        for index, figure in enumerate(municipality.population):
            place = municipality.places.at("population", index, "measure")
            key = (figure.measure, figure.date.isoformat())
            if key in first:
                yield Finding(
                    place,
                    _("the figure by {measure} of {date} stands twice").format(
                        measure=figure.measure, date=figure.date
                    ),
                    _("keep one of the two lines"),
                    municipality.id,
                    (Related(_("first written here"), first[key]),),
                )
            first.setdefault(key, place)


@rule()
def population_over_limit(roster: Roster) -> Iterator[Finding]:
    """A supported municipality has as many people as the limit, or more.

    Why: the programme is for municipalities under 100,000 people, by the measure that
    programme.yaml names for the period.
    """
    limit = roster.programme.population_limit.below if roster.programme else 0
    for team, municipality, measure in _supported(roster):
        for index, figure in enumerate(municipality.population):
            in_force = (figure.measure, figure.date) == (measure.measure, measure.date)
            if in_force and figure.value >= limit:
                yield Finding(
                    municipality.places.at("population", index, "value"),
                    _("{people} people are not below the limit of {limit}").format(
                        people=figure.value, limit=limit
                    ),
                    _("check the figure, or whether this municipality is supported"),
                    municipality.id,
                    (Related(_("supported here"), team.places.at("municipality")),),
                )


RULES = (missing_population, repeated_population, population_over_limit)
