"""What class a case belongs to in each dimension: none where the roster does not record it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from banso_cli.statistics.cases import Case, band_of, population_in_force

STATUS_LABELS: Mapping[str, str] = MappingProxyType({"continuing": "継続", "new": "新規"})
ACTIVITY_LABELS: Mapping[str, str] = MappingProxyType(
    {
        "online": "オンライン会議",
        "visit": "現地訪問",
        "talk": "首長との意見交換",
        "round_table": "座談会",
    }
)


def _known(value: str | None) -> tuple[str, ...]:
    return () if value is None else (value,)


def gender(case: Case) -> tuple[str, ...]:
    """Return the member's gender."""
    return _known(case.member.gender) if case.member else ()


def track(case: Case) -> tuple[str, ...]:
    """Return whether the member is 事務官 or 技官."""
    return _known(case.member.track) if case.member else ()


def rank(case: Case) -> tuple[str, ...]:
    """Return the member's 役職."""
    return (case.member.rank,) if case.member else ()


def age_band(case: Case) -> tuple[str, ...]:
    """Return the class of the member's age."""
    if case.programme is None or case.member is None:
        return ()
    return _known(band_of(case.programme.age_bands, case.member.age))


def agency(case: Case) -> tuple[str, ...]:
    """Return the body that the member comes from."""
    return (case.member.agency,) if case.member else ()


def region(case: Case) -> tuple[str, ...]:
    """Return the region of the municipality, by the scheme in `programme.yaml`."""
    if case.programme is None or case.municipality is None:
        return ()
    return _known(case.programme.region_of(case.municipality.prefecture))


def population_band(case: Case) -> tuple[str, ...]:
    """Return the class of the municipality's population by the measure in force."""
    if case.programme is None:
        return ()
    return _known(band_of(case.programme.population_bands, population_in_force(case)))


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
