"""Rules of population (C): the figure that counts, and the limit of the programme."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator

from banso_cli.locale import _
from banso_cli.model.finding import Finding, Related
from banso_cli.model.municipality import Municipality
from banso_cli.model.place import Place
from banso_cli.model.programme import MeasureInForce, Programme
from banso_cli.model.roster import Roster
from banso_cli.model.team import Team
from banso_cli.rules.faults import excepts
from banso_cli.rules.rule import rule
from banso_cli.rules.suggestion import one_of


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
    lacking = [
        each for each in _supported(roster) if each[1].people(each[2].measure, each[2].date) is None
    ]
    measures = {measure for _team, _municipality, measure in lacking}
    unheard = {measure for measure in measures if _is_unheard(roster, measure)}
    for team, municipality, measure in lacking:
        if measure not in unheard or excepts(municipality, "missing-population"):
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
    if roster.programme:
        yield from _of_no_municipality(roster, roster.programme, unheard)


def _is_unheard(roster: Roster, measure: MeasureInForce) -> bool:
    """Tell whether no municipality has the figure, though several have others."""
    figures = [municipality.population for municipality in roster.municipalities]
    pairs = {(each.measure, each.date) for population in figures for each in population}
    several = sum(map(bool, figures)) > 1
    return several and (measure.measure, measure.date) not in pairs


def _of_no_municipality(
    roster: Roster, programme: Programme, unheard: Collection[MeasureInForce]
) -> Iterator[Finding]:
    """Yield one finding for a measure that no municipality has, where it is named."""
    figures = {figure for each in roster.municipalities for figure in each.population}
    known = sorted({f"{figure.measure} {figure.date}" for figure in figures})
    for index, measure in enumerate(programme.measures_in_force):
        if measure in unheard:
            is_known = any(figure.measure == measure.measure for figure in figures)
            yield Finding(
                programme.places.at("measures_in_force", index, "date" if is_known else "measure"),
                _("no municipality has the population by {measure} of {date}").format(
                    measure=measure.measure, date=measure.date
                ),
                one_of(known) or _("add it to the municipalities with its source"),
                programme.id,
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
