"""What `banso list` shows of each kind of record, and what `--where` chooses by."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from types import MappingProxyType

from banso_cli.datasets.activities import ACTIVITIES, all_activities
from banso_cli.datasets.lists import LISTS
from banso_cli.datasets.sheet import Cell, Dataset, Listed
from banso_cli.datasets.team_entries import team_entries
from banso_cli.datasets.teams import TEAMS, TeamLine
from banso_cli.records.roster import Roster


@dataclass(frozen=True, slots=True)
class Listing:
    """The records of one kind; a cell has several values where the record has."""

    dataset: Dataset
    records: tuple[object, ...]

    @property
    def columns(self) -> tuple[Listed, ...]:
        """Return what is told of a record, and what it may be chosen by."""
        columns = {each.name: each for each in self.dataset.columns}
        return tuple(
            each
            if isinstance(each, Listed)
            else Listed(each, columns[each].heading, self.dataset.source(columns[each]))
            for each in self.dataset.listed
        )

    def where(self, key: str, value: str) -> Listing:
        """Return the records that have this value in the column of this key."""
        column = self._column(key)
        found = tuple(each for each in self.records if value in column.values(each))
        return replace(self, records=found)

    def values(self, key: str) -> Iterator[str]:
        """Yield all values of the column of this key."""
        column = self._column(key)
        return (value for each in self.records for value in column.values(each))

    def _column(self, key: str) -> Listed:
        return next(each for each in self.columns if each.key == key)

    def objects(self) -> tuple[Mapping[str, Cell], ...]:
        """Return the records as they stand in the sheet, under the names of its columns."""
        rows = self.dataset.sheet("", self.records).rows
        names = [column.name for column in self.dataset.columns]
        return tuple(dict(zip(names, row, strict=True)) for row in rows)

    @property
    def spare(self) -> tuple[str, ...]:
        """Return the headings of the columns that a narrow terminal may leave out."""
        headings = {each.key: each.heading for each in self.columns}
        return tuple(headings[key] for key in self.dataset.spare)

    def shown(self) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
        """Return the headings of the columns that are shown, and their cells as text."""
        shown = [each for each in self.columns if each.shown]
        rows = tuple(tuple(each.words(record) for each in shown) for record in self.records)
        return tuple(each.heading for each in shown), rows


def _teams(roster: Roster) -> Iterator[TeamLine]:
    for period in roster.teams_by_period:
        for team in team_entries(roster, roster.programme, period):
            yield TeamLine(period, team)


def _listing(dataset: Dataset, of: Callable[[Roster], Iterable[object]], roster: Roster) -> Listing:
    return Listing(dataset, tuple(of(roster)))


LISTINGS: Mapping[str, Callable[[Roster], Listing]] = MappingProxyType(
    {
        dataset.name: partial(_listing, dataset, of)
        for dataset, of in ((TEAMS, _teams), (ACTIVITIES, all_activities), *LISTS)
    }
)
"""Each kind of record that can be listed."""
