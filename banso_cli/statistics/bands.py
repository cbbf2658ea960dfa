"""The classes that a case falls into by region, population or age."""

from __future__ import annotations

from banso_cli.records.periods.programme import Band
from banso_cli.statistics.cases import Case


def population_in_force(case: Case) -> int | None:
    """Return the population (persons) by the measure in force for a period; None if unknown."""
    if case.programme is None or case.municipality is None:
        return None
    measure = case.programme.measure_in_force(case.team.period)
    return case.municipality.people(measure.measure, measure.date) if measure else None


def band_of(bands: tuple[Band, ...], number: int | None) -> str | None:
    """Return the name of the class that a number falls into; None where it is not known."""
    if number is None:
        return None
    return next((band.name for band in bands if band.holds(number)), None)


def age_band(case: Case) -> str | None:
    """Return the class of the member's age."""
    if case.programme is None or case.member is None:
        return None
    return band_of(case.programme.age_bands, case.member.age)


def region(case: Case) -> str | None:
    """Return the region of the municipality, by the scheme in `programme.yaml`."""
    if case.programme is None or case.municipality is None:
        return None
    return case.programme.region_of(case.municipality.prefecture)


def population_band(case: Case) -> str | None:
    """Return the class of the municipality's population by the measure in force."""
    if case.programme is None:
        return None
    return band_of(case.programme.population_bands, population_in_force(case))
