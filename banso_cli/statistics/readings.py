"""What class a case belongs to in each dimension: none where the roster does not record it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from banso_cli.model.team import ACTIVITY_LABELS, STATUS_LABELS
from banso_cli.statistics.cases import Case, band_of, population_in_force

Reading: TypeAlias = Callable[[Case], tuple[str, ...]]


def _known(value: str | None) -> tuple[str, ...]:
    return () if value is None else (value,)


def of_member(key: str) -> Reading:
    """Return what reads a field of the member, which holds a name."""
    return lambda case: _known(getattr(case.member, key)) if case.member else ()


def age_band(case: Case) -> tuple[str, ...]:
    """Return the class of the member's age."""
    return _known(band_of(case.programme.age_bands, case.member.age)) if case.member else ()


def region(case: Case) -> tuple[str, ...]:
    """Return the region of the municipality, by the scheme in `programme.yaml`."""
    if case.municipality is None:
        return ()
    return _known(case.programme.region_of(case.municipality.prefecture))


def population_band(case: Case) -> tuple[str, ...]:
    """Return the class of the municipality's population by the measure in force."""
    if case.municipality is None:
        return ()
    people = population_in_force(case.programme, case.municipality, case.team.period)
    return _known(band_of(case.programme.population_bands, people))


def prefecture(case: Case) -> tuple[str, ...]:
    """Return the prefecture of the municipality."""
    return (case.municipality.prefecture,) if case.municipality else ()


def themes(case: Case) -> tuple[str, ...]:
    """Return the themes of the team, each once."""
    return tuple(dict.fromkeys(case.team.themes))


def status(case: Case) -> tuple[str, ...]:
    """Return 継続 or 新規."""
    return (STATUS_LABELS[case.team.status],) if case.team.status else ()


def municipality_type(case: Case) -> tuple[str, ...]:
    """Return 市, 町 or 村, the last letter of the name."""
    return (case.municipality.name[-1],) if case.municipality else ()


def team_size(case: Case) -> tuple[str, ...]:
    """Return how many members the team has."""
    return (f"{len(case.team.members)}名",)


def activity_kind(case: Case) -> tuple[str, ...]:
    """Return the kind of the activity."""
    return (ACTIVITY_LABELS[case.activity.kind],) if case.activity else ()
