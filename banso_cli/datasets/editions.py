"""The sheets of a period, or of all, by name: statistics in long form, and lists behind them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from banso_cli.datasets.activities import (
    ACTIVITIES,
    ActivityEntry,
    ActivityLine,
    activity_entries,
    activity_lines,
)
from banso_cli.datasets.lists import (
    LISTS,
    MUNICIPALITIES,
    MunicipalityEntry,
    municipality_entries,
)
from banso_cli.datasets.long_form import LINES, STATISTICS, TOTALS, statistics
from banso_cli.datasets.prefectures import (
    PREFECTURES,
    PrefectureEntry,
    PrefectureLine,
    by_prefecture,
)
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
from banso_cli.records.teams.continuity import with_status
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

    @property
    def activity_lines(self) -> Iterator[ActivityLine]:
        """Yield a line for each activity."""
        return activity_lines(self.results.period, self.teams, self.activities)

    @property
    def prefecture_lines(self) -> Iterator[PrefectureLine]:
        """Yield a line for each prefecture."""
        period, is_incomplete = self.results.period, self.results.errors > 0
        return (PrefectureLine(period, each, is_incomplete) for each in self.prefectures)


def edition_of(counting: Counting, errors: int) -> Edition:
    """Count a period; `errors` is the number of findings that it is counted in spite of."""
    roster, period = counting.roster, counting.period.number
    teams = team_entries(roster, counting.programme, period)
    return Edition(
        results_of(counting, errors),
        teams,
        by_prefecture(() if counting.period.is_partial else teams),
        municipality_entries(roster),
        activity_entries(roster, roster.teams_by_period.get(period, ())),
    )


SHEETS: Mapping[str, Callable[[Edition], Sheet]] = MappingProxyType(
    {
        STATISTICS: lambda edition: statistics(edition.results),
        TEAMS.name: lambda edition: edition.sheet(TEAMS, edition.team_lines),
        MEMBERS.name: lambda edition: edition.sheet(MEMBERS, member_lines(edition.team_lines)),
        TEAM_THEMES.name: lambda edition: edition.sheet(
            TEAM_THEMES, theme_lines(edition.team_lines)
        ),
        ACTIVITIES.name: lambda edition: edition.sheet(ACTIVITIES, edition.activity_lines),
        PREFECTURES.name: lambda edition: edition.sheet(PREFECTURES, edition.prefecture_lines),
    }
)
"""What makes each sheet of a period, by its name, in the order of the folder of CSV files."""

TITLES: Mapping[str, str] = MappingProxyType(
    {
        each.name: each.title
        for each in (LINES, TEAMS, MEMBERS, TEAM_THEMES, ACTIVITIES, PREFECTURES)
    }
)
"""What these sheets are called in a workbook and in SQL; the sheets' own titles are too long."""

ALL_SHEETS: Mapping[str, Callable[[Edition], Sheet]] = MappingProxyType(
    {
        **SHEETS,
        MUNICIPALITIES.name: lambda edition: edition.sheet(MUNICIPALITIES, edition.municipalities),
    }
)
"""The same with what belongs to no period."""

TABLES = (*(each.id for each in DIMENSIONS), TOTALS, *ALL_SHEETS)
"""The names of everything that can be had by itself."""


def sheets_of(edition: Edition) -> tuple[Sheet, ...]:
    """Return all sheets of a period."""
    return tuple(make(edition) for make in SHEETS.values())


def sheet_of(edition: Edition, name: str) -> Sheet:
    """Return one of `TABLES`: a sheet, or the lines of a single table; KeyError for another."""
    if name in ALL_SHEETS:
        return ALL_SHEETS[name](edition)
    if name not in TABLES:
        raise KeyError(name)
    tables = tuple(table for table in edition.results.tables if table.id == name)
    comparisons = edition.results.comparisons if name == TOTALS else ()
    sheet = statistics(replace(edition.results, tables=tables, comparisons=comparisons))
    return replace(sheet, name=name)


def all_sheets(whole: Roster, programme: Programme) -> tuple[tuple[str, Sheet], ...]:
    """Return every list and statistic of all periods, each with its Japanese name."""
    roster = with_status(as_listed(whole))
    caution = caution_of(is_fictional=programme.fictional, errors=0)
    editions = [edition_of(Counting(roster, programme, each), 0) for each in roster.periods]
    made = {name: [make(each) for each in editions] for name, make in SHEETS.items()}
    return (
        *(
            (
                TITLES[name],
                replace(sheets[0], rows=tuple(r for sheet in sheets for r in sheet.rows)),
            )
            for name, sheets in made.items()
            if sheets
        ),
        *((each.title, each.sheet(programme.name, of(roster), caution)) for each, of in LISTS),
    )
