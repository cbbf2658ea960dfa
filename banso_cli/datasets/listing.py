"""What `banso list` shows of each kind of record, and what `--where` chooses by."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from banso_cli.datasets.lists import (
    AGENCIES,
    MUNICIPALITIES,
    PERIODS,
    THEMES,
    municipality_entries,
    period_lines,
)
from banso_cli.datasets.sheet import Dataset, Listed
from banso_cli.datasets.teams import TEAMS, TeamLine, team_entries
from banso_cli.records.roster import Roster

Values = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """The records of one kind; a cell has several values where the record has."""

    columns: tuple[Listed, ...]
    rows: tuple[tuple[Values, ...], ...]

    def where(self, key: str, value: str) -> Listing:
        """Return the rows that have this value in the column of this key."""
        index = self._column(key)
        return Listing(self.columns, tuple(row for row in self.rows if value in row[index]))

    def values(self, key: str) -> Iterator[str]:
        """Yield all values of the column of this key."""
        index = self._column(key)
        return (value for row in self.rows for value in row[index])

    def _column(self, key: str) -> int:
        return [column.key for column in self.columns].index(key)

    def shown(self) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
        """Return the headings of the columns that are shown, and their cells as text."""
        at = [index for index, column in enumerate(self.columns) if column.shown]
        rows = tuple(tuple("・".join(row[index]) for index in at) for row in self.rows)
        return tuple(self.columns[index].heading for index in at), rows


def _listing(dataset: Dataset, records: Iterable[object]) -> Listing:
    columns = dataset.list_columns
    return Listing(columns, tuple(tuple(each.values(r) for each in columns) for r in records))


def _teams(roster: Roster) -> Listing:
    lines = (
        TeamLine(period, team)
        for period in roster.teams_by_period
        for team in team_entries(roster, roster.programme, period)
    )
    return _listing(TEAMS, lines)


LISTINGS: Mapping[str, Callable[[Roster], Listing]] = MappingProxyType(
    {
        "teams": _teams,
        "municipalities": lambda roster: _listing(MUNICIPALITIES, municipality_entries(roster)),
        "themes": lambda roster: _listing(THEMES, roster.themes),
        "agencies": lambda roster: _listing(AGENCIES, roster.agencies),
        "periods": lambda roster: _listing(PERIODS, period_lines(roster)),
    }
)
"""Each kind of record that can be listed."""
