"""Rules of population (C): the figure that counts, and the limit of the programme."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterator

from banso_cli.locale import _
from banso_cli.records.application import MunicipalityApplication
from banso_cli.records.finding import Finding, Related
from banso_cli.records.municipality import Municipality, PopulationFigure
from banso_cli.records.periods.programme import MeasureInForce, Programme
from banso_cli.records.roster import Roster
from banso_cli.records.teams.team import Team
from banso_cli.rules.rule import again, excepts, rule
from banso_cli.text.meaning import as_meant

Supported = Team | MunicipalityApplication


def _supported(roster: Roster) -> Iterator[tuple[Supported, Municipality, MeasureInForce]]:
    """Yield each municipality and the population figure that counts, with the first such team.

    Nothing is said of a period whose measure stands twice or is a placeholder: that is told.
    """
    seen: set[tuple[str, str, dt.date]] = set()
    measures = roster.programme.measures_in_force if roster.programme else ()
    times = Counter(each.period for each in measures)
    fit = {m.period: m for m in measures if times[m.period] == 1 and as_meant(m.measure)}
    served: tuple[Supported, ...] = roster.teams_and_drafts
    for team in (*served, *roster.of(MunicipalityApplication)):
        municipality = roster.municipality_by_code.get(team.municipality)
        measure = fit.get(team.period)
        if municipality is not None and measure is not None:
            key = (municipality.id, measure.measure, measure.date)
            if key not in seen:
                yield team, municipality, measure
            seen.add(key)


@rule()
def missing_population(roster: Roster) -> Iterator[Finding]:
    """A supported municipality lacks the population figure that counts for the period.

    Why: without it the municipality is missing from the population classes, and the limit of the
    programme cannot be checked. Where none has it, programme.yaml names another measure or day.

    Example:

        population: []

    Mend: add the figure of the measure and day that programme.yaml names for the period, with its
    source.

        population:
          - {value: 14000, measure: 住民基本台帳, date: 2025-01-01, source: 住民基本台帳人口}
    """
    supported = tuple(_supported(roster))
    counts = Counter(measure for _team, _municipality, measure in supported)
    lacking = defaultdict[MeasureInForce, list[tuple[Supported, Municipality]]](list)
    for team, municipality, measure in supported:
        if municipality.people(measure.measure, measure.date) is None:
            lacking[measure].append((team, municipality))
    for measure, teams in lacking.items():
        told = teams
        if roster.programme and 1 < len(teams) == counts[measure]:
            yield _had_by_none(roster.programme, measure, [each for _team, each in teams])
            told = [each for each in teams if excepts(each[1], "missing-population")]
        for team, municipality in told:
            words = _("the population by {measure} of {date} is missing")
            help_line = _("add it with its source; programme.yaml names it for period {number}")
            yield Finding(
                municipality.places.key("population"),
                words.format(measure=measure.measure, date=measure.date),
                help_line.format(number=team.period),
                (Related(_("supported here"), team.places.at("municipality")),),
            )


def _had_by_none(
    programme: Programme, measure: MeasureInForce, lacking: list[Municipality]
) -> Finding:
    index = programme.measures_in_force.index(measure)
    other = _had_by_all(lacking, measure)
    is_day = other is None or other.measure == measure.measure
    one = _("they have one by {measure} of {date}: write that, or add the figures")
    none = _("correct 'measure' or 'date', or add the figures to the municipalities")
    words = _("none of {count} municipalities has a population by {measure} of {date}")
    return Finding(
        programme.places.at("measures_in_force", index, "date" if is_day else "measure"),
        words.format(count=len(lacking), measure=measure.measure, date=measure.date),
        one.format(measure=other.measure, date=other.date) if other else none,
    )


def _had_by_all(
    municipalities: list[Municipality], wanted: MeasureInForce
) -> PopulationFigure | None:
    """Return a figure whose measure and day all of these have, the likest to what is wanted."""
    found = Counter((f.measure, f.date) for each in municipalities for f in each.population)
    common = [
        f for f in municipalities[0].population if found[f.measure, f.date] >= len(municipalities)
    ]
    return min(
        common,
        key=lambda f: (f.measure != wanted.measure, f.date != wanted.date, f.measure, f.date),
        default=None,
    )


@rule()
def period_without_measure(roster: Roster) -> Iterator[Finding]:
    """No population is in force for a period that has teams.

    Why: without it the limit of the programme is not checked, and nothing is counted by population.

    Example:

        measures_in_force:
          - {period: 1, measure: 住民基本台帳, date: 2025-01-01, basis: 台帳の定め}

    Mend: name the measure and the day for each period that has teams.

        measures_in_force:
          - {period: 2, measure: 住民基本台帳, date: 2025-01-01, basis: 台帳の定め}
    """
    programme = roster.programme
    for number in roster.teams_by_period if programme else ():
        period = roster.period(number)
        if period is None or programme is None or period.is_partial:
            continue  # the file is missing, which is told; of a part nothing is counted
        if programme.measure_in_force(number) is None:
            words = _("no population is in force for period {number}, though it has teams")
            line = f"- {{period: {number}, measure: …, date: …, basis: …}}"
            yield Finding(
                programme.places.key("measures_in_force"),
                words.format(number=number),
                _("add a line '{line}'").format(line=line),
                (Related(_("the period"), period.places.at("number")),),
            )


@rule()
def repeated_population(roster: Roster) -> Iterator[Finding]:
    """A municipality has two figures of the same measure and day.

    Why: it would depend on their order which one counts.

    Example:

        population:
          - {value: 3000, measure: 国勢調査, date: 2020-10-01, source: 速報}
          - {value: 3001, measure: 国勢調査, date: 2020-10-01, source: 確報}

    Mend: keep one of the two lines.

        population:
          - {value: 3001, measure: 国勢調査, date: 2020-10-01, source: 確報}
    """
    for municipality in roster.municipalities:
        figures = (
            ((each.measure, each.date), municipality, ("population", at, "measure"))
            for at, each in enumerate(municipality.population)
        )
        for (measure, date), place, related in again(figures):
            words = _("the figure by {measure} of {date} stands twice")
            message = words.format(measure=measure, date=date)
            yield Finding(place, message, _("keep one of the two lines"), related)


@rule()
def population_over_limit(roster: Roster) -> Iterator[Finding]:
    """A supported municipality has as many people as the limit, or more.

    Why: the programme is for municipalities under 100,000 people, by the measure that
    programme.yaml names for the period.

    Example:

        population:
          - {value: 980000, measure: 住民基本台帳, date: 2025-01-01, source: 住民基本台帳人口}

    Mend: check the figure, and whether this municipality is the supported one.

        population:
          - {value: 98000, measure: 住民基本台帳, date: 2025-01-01, source: 住民基本台帳人口}
    """
    limit = roster.programme.population_limit.below if roster.programme else 0
    for team, municipality, measure in _supported(roster) if limit else ():
        for index, figure in enumerate(municipality.population):
            in_force = (figure.measure, figure.date) == (measure.measure, measure.date)
            if in_force and figure.value >= limit:
                yield Finding(
                    municipality.places.at("population", index, "value"),
                    _("{people} people are not below the limit of {limit}").format(
                        people=figure.value, limit=limit
                    ),
                    _("check the figure, or whether this municipality is supported"),
                    (Related(_("supported here"), team.places.at("municipality")),),
                )
