"""The classes of each dimension in the order of their definition, and the definitions' words."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from banso_cli.records.periods.programme import Programme
from banso_cli.records.roster import Roster
from banso_cli.statistics.tables.words import day

Classes: TypeAlias = Callable[[Roster, Programme], tuple[str, ...]]


def always(*found: str) -> Classes:
    """Return what returns these classes for any roster."""
    return lambda _roster, _programme: found


def team_sizes(_roster: Roster, programme: Programme) -> tuple[str, ...]:
    """Return the sizes that a team may have."""
    size = programme.team_size
    return tuple(f"{number}名" for number in range(size.least, size.most + 1))


def population_notes(programme: Programme, period: int) -> tuple[str, ...]:
    """Return how populations are classed, and by which measure they are taken."""
    scheme = programme.definitions.population_bands.text
    measure = programme.measure_in_force(period)
    if measure is None:
        return (scheme,)
    return (scheme, f"人口は{measure.measure}（{day(measure.date)}現在）による。")


def without_measure(programme: Programme, period: int) -> str:
    """Return why nothing is counted by population in a period for which no measure is in force."""
    is_in_force = programme.measure_in_force(period) is not None
    why = f"どの人口を用いるかが第{period}期について定められていないため、人口規模では数えない。"
    return "" if is_in_force else why
