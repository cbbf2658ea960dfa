"""The integer programme of a case with a column a seat, for a solver that banso does not use.

All rows are Σ ≤ bound. Columns are `seat OFFICER CODE`, `open CODE`, `beyond CODE BODY`,
`juniors CODE`, `short REGION` and `reached CODE ISSUE STRENGTH`; only seats and openings need to
be whole.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from banso_cli.matching.case import MOST_STRENGTH, Case, Draft, Seat
from banso_cli.matching.score import worth

Whole: TypeAlias = NDArray[np.int64]
Terms: TypeAlias = Iterable[tuple[int, int]]
"""The columns of a row, each with what it is multiplied by."""


@dataclass(frozen=True)
class Model:
    """Columns with their points and bounds, rows with their bounds, and what stands in them.

    What stands where is told by `at_row`, `at_column` and `times`, row by row.
    """

    case: Case
    columns: Mapping[str, int]
    points: Whole
    lower: Whole
    upper: Whole
    rows: Mapping[str, int]
    bounds: Whole
    at_row: Whole
    at_column: Whole
    times: Whole
    seats: Mapping[Seat, int]
    opens: Mapping[str, int]

    @property
    def whole(self) -> list[int]:
        """Return the columns that need to be whole."""
        return [*self.seats.values(), *self.opens.values()]

    def draft(self, values: Sequence[float] | NDArray[np.float64]) -> Draft:
        """Return the draft that the values of all columns make."""
        found: dict[str, list[str]] = defaultdict(list)
        for (officer, code), column in self.seats.items():
            if values[column] > 1 / 2:
                found[code].append(officer)
        return {code: tuple(found[code]) for code in sorted(found)}

    def values(self, draft: Draft) -> NDArray[np.float64]:
        """Return the whole columns of a draft, for a start of the solver."""
        found = np.zeros(len(self.points))
        for code, officers in draft.items():
            found[self.opens[code]] = 1
            found[[self.seats[officer, code] for officer in officers]] = 1
        return found


@dataclass
class _Making:
    columns: dict[str, int] = field(default_factory=dict)
    points: list[int] = field(default_factory=list)
    lower: list[int] = field(default_factory=list)
    upper: list[int] = field(default_factory=list)
    rows: dict[str, int] = field(default_factory=dict)
    bounds: list[int] = field(default_factory=list)
    entries: list[tuple[int, int, int]] = field(default_factory=list)

    def column(self, name: str, points: int, upper: int = 1, lower: int = 0) -> int:
        self.columns[name] = len(self.points)
        self.points.append(points)
        self.lower.append(lower)
        self.upper.append(upper)
        return len(self.points) - 1

    def row(self, name: str, terms: Terms, bound: int = 0) -> None:
        self.rows[name] = row = len(self.bounds)
        self.bounds.append(bound)
        self.entries += [(row, column, times) for column, times in terms]

    def model(self, case: Case, seats: Mapping[Seat, int], opens: Mapping[str, int]) -> Model:
        points, lower, upper, bounds = (
            np.array(each, dtype=np.int64)
            for each in (self.points, self.lower, self.upper, self.bounds)
        )
        at_row, at_column, times = np.array(self.entries, dtype=np.int64).reshape(-1, 3).T
        columns = (self.columns, points, lower, upper)
        return Model(case, *columns, self.rows, bounds, at_row, at_column, times, seats, opens)


def model_of(case: Case) -> Model:
    """Return the integer programme of a case."""
    making = _Making()
    seats = {
        (officer, code): making.column(
            f"seat {officer} {code}", sum(points.values()), lower=int((officer, code) in case.locks)
        )
        for (officer, code), points in case.seats.items()
    }
    points = case.rules.points
    opens = {
        code: making.column(
            f"open {code}",
            points.municipality + (points.continuing if town.status == "continuing" else 0),
            lower=int(code in case.musts),
        )
        for code, town in case.towns.items()
    }
    by_officer: dict[str, list[int]] = {officer: [] for officer in case.officers}
    by_town: dict[str, dict[str, int]] = {code: {} for code in case.towns}
    for (officer, code), column in seats.items():
        by_officer[officer].append(column)
        by_town[code][officer] = column
    for officer, own in by_officer.items():
        most = 1 if case.one_team else len(own)
        making.row(f"one-team {officer}", ((each, 1) for each in own), most)
    making.row("team-count", ((each, 1) for each in opens.values()), case.teams)
    for code, own_seats in by_town.items():
        _team(making, case, code, own_seats, opens[code])
        _issues(making, case, code, own_seats, opens[code])
    _regions(making, case, opens)
    return making.model(case, seats, opens)


def _team(making: _Making, case: Case, code: str, seats: Mapping[str, int], opened: int) -> None:
    """Add the rows of a municipality's team, and its columns for bodies and juniors."""
    size, all_seats = case.programme.team_size, list(seats.values())
    making.row(f"most {code}", [(opened, -size.most), *((each, 1) for each in all_seats)])
    making.row(f"least {code}", [(opened, size.least), *((each, -1) for each in all_seats)])
    bodies: dict[str, list[int]] = defaultdict(list)
    for officer, column in seats.items():
        bodies[case.officers[officer].agency].append(column)
    beyond = []
    for body, own in sorted(bodies.items()):
        terms = [(opened, -1), *((each, 1) for each in own)]
        if len(own) > 1:
            cost = case.rules.deductions.same_agency
            beyond.append(making.column(f"beyond {code} {body}", -cost, size.most))
            terms.append((beyond[-1], -1))
        making.row(f"body {code} {body}", terms)
    different = [*((each, -1) for each in all_seats), *((each, 1) for each in beyond)]
    making.row(f"least-agencies {code}", [(opened, case.rules.least_agencies), *different])
    leads = [column for officer, column in seats.items() if officer in case.leads]
    making.row(f"lead-rank {code}", [(opened, 1), *((each, -1) for each in leads)])
    junior = [column for officer, column in seats.items() if officer not in case.leads]
    if len(junior) > 1:
        more = making.column(f"juniors {code}", -case.rules.deductions.juniors, size.most)
        terms = [(opened, -1), (more, -1), *((each, 1) for each in junior)]
        making.row(f"juniors {code}", terms)


def _issues(making: _Making, case: Case, code: str, seats: Mapping[str, int], opened: int) -> None:
    """Add a column for each issue and strength that a team may reach, and what it needs."""
    issues = zip(case.towns[code].issues, case.weights(code), strict=True)
    for number, (theme, weight) in enumerate(issues, 1):
        for strength in range(1, MOST_STRENGTH + 1):
            more = weight * (worth(case, strength) - worth(case, strength - 1))
            able = [
                column
                for officer, column in seats.items()
                if case.strengths[officer].get(theme, 0) >= strength
            ]
            if able and more:
                name = f"reached {code} {number} {strength}"
                reached = making.column(name, more)
                making.row(f"able {code} {number} {strength}", [(reached, 1), *_less(able)])
                making.row(f"for {code} {number} {strength}", [(reached, 1), (opened, -1)])


def _less(columns: Iterable[int]) -> Terms:
    return ((each, -1) for each in columns)


def _regions(making: _Making, case: Case, opens: Mapping[str, int]) -> None:
    for region, due in case.shares.items():
        short = making.column(f"short {region}", -case.rules.deductions.region_shortfall, due)
        served = (opens[code] for code, own in case.region.items() if own == region)
        making.row(f"region {region}", [(short, -1), *_less(served)], -due)
