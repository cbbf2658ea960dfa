"""The sheets of a period, or of all, by name: statistics in long form, and lists behind them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from types import MappingProxyType
from typing import TypeAlias

from banso_cli.datasets.activities import ACTIVITIES, activity_lines
from banso_cli.datasets.activity_entries import ActivityEntry, activity_entries
from banso_cli.datasets.lists import LISTS, MUNICIPALITIES, MunicipalityEntry, municipality_entries
from banso_cli.datasets.long_form import LINES, TOTALS, lines_of, statistics
from banso_cli.datasets.prefecture_entries import PrefectureEntry, by_prefecture
from banso_cli.datasets.prefectures import PREFECTURES, PrefectureLine
from banso_cli.datasets.sheet import Dataset, Sheet, caution_of
from banso_cli.datasets.team_entries import TeamEntry, team_entries
from banso_cli.datasets.teams import (
    MEMBERS,
    TEAM_THEMES,
    TEAMS,
    TeamLine,
    member_lines,
    theme_lines,
)
from banso_cli.records.periods.programme import Programme
from banso_cli.records.roster import Roster
from banso_cli.records.teams.continuity import with_derived_status
from banso_cli.records.teams.holders import as_listed
from banso_cli.statistics.counting import Counting
from banso_cli.statistics.dimensions import DIMENSIONS
from banso_cli.statistics.tables.results import Results, results_of


@dataclass(frozen=True, slots=True)
class Edition:
    """What the sheets of a period are made of."""

    results: Results
    teams: tuple[TeamEntry, ...]
    prefectures: tuple[PrefectureEntry, ...]
    municipalities: tuple[MunicipalityEntry, ...]
    activities: tuple[ActivityEntry, ...]

    @property
    def caution(self) -> str | None:
        """Return the word that warns of made-up or incomplete data; None for sound real data."""
        return caution_of(is_fictional=self.results.is_fictional, errors=self.results.errors)

    def sheet(self, dataset: Dataset, records: Iterable[object]) -> Sheet:
        """Return the sheet of these records."""
        return dataset.sheet(self.results.title, records, self.caution)

    @property
    def team_lines(self) -> Iterator[TeamLine]:
        """Yield a line for each team."""
        return (TeamLine(self.results.period, team) for team in self.teams)


def edition_of(counting: Counting) -> Edition:
    """Count a period of a roster that is sound: its sheets tell of no findings."""
    roster, period = counting.roster, counting.period.number
    teams = team_entries(roster, counting.programme, period)
    return Edition(
        results_of(counting, 0),
        teams,
        by_prefecture(() if counting.period.is_partial else teams),
        municipality_entries(roster),
        activity_entries(roster, roster.teams_by_period.get(period, ())),
    )


def _prefecture_lines(edition: Edition) -> Iterator[PrefectureLine]:
    period, errors = edition.results.period, edition.results.errors
    return (PrefectureLine(period, each, errors) for each in edition.prefectures)


Described: TypeAlias = tuple[Dataset, Callable[[Edition], Iterable[object]]]
"""What a sheet holds, and which records of a period stand in it."""

SHEETS: Mapping[str, Described] = MappingProxyType(
    {
        dataset.name: (dataset, records)
        for dataset, records in (
            (LINES, lambda edition: lines_of(edition.results)),
            (TEAMS, lambda edition: edition.team_lines),
            (MEMBERS, lambda edition: member_lines(edition.team_lines)),
            (TEAM_THEMES, lambda edition: theme_lines(edition.team_lines)),
            (ACTIVITIES, lambda of: activity_lines(of.results.period, of.teams, of.activities)),
            (PREFECTURES, _prefecture_lines),
        )
    }
)
"""The sheets of a period by their names, in the order of the folder of CSV files.

A workbook and SQL call them by the titles of the datasets; the sheets' own are too long.
"""

ALL_SHEETS: Mapping[str, Described] = MappingProxyType(
    {**SHEETS, MUNICIPALITIES.name: (MUNICIPALITIES, lambda edition: edition.municipalities)}
)
"""The same with what belongs to no period."""

TABLES = (*(each.id for each in DIMENSIONS), TOTALS, *ALL_SHEETS)
"""The names of everything that can be had by itself."""


def sheets_of(edition: Edition) -> tuple[Sheet, ...]:
    """Return all sheets of a period."""
    return tuple(sheet_of(edition, name) for name in SHEETS)


def sheet_of(edition: Edition, name: str) -> Sheet:
    """Return one of `TABLES`: a sheet, or the lines of a single table; KeyError for another."""
    if name in ALL_SHEETS:
        dataset, records = ALL_SHEETS[name]
        return edition.sheet(dataset, records(edition))
    if name not in TABLES:
        raise KeyError(name)
    tables = tuple(table for table in edition.results.tables if table.id == name)
    comparisons = edition.results.comparisons if name == TOTALS else ()
    sheet = statistics(replace(edition.results, tables=tables, comparisons=comparisons))
    return replace(sheet, name=name)


def all_sheets(whole: Roster, programme: Programme) -> tuple[tuple[str, Sheet], ...]:
    """Return every list and statistic of all periods, each with its Japanese name."""
    roster = with_derived_status(as_listed(whole))
    caution = caution_of(is_fictional=programme.fictional, errors=0)
    editions = [edition_of(Counting(roster, programme, each)) for each in roster.periods]
    found = [
        *((each, chain(*map(of, editions))) for each, of in SHEETS.values() if editions),
        *((each, of(roster)) for each, of in LISTS),
    ]
    return tuple((each.title, each.sheet(programme.name, of, caution)) for each, of in found)
