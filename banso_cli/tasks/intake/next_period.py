"""What is wanted of `banso import --add-municipalities`, and what it is told."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from banso_cli.intake.next_period.adding import Adding
from banso_cli.intake.next_period.stated import Stated
from banso_cli.records.roster import Roster
from banso_cli.tasks.new.adding import needed_file


@dataclass(frozen=True, slots=True)
class Wanted:
    """Whether what is lacking is to be added, and where the people of municipalities are told."""

    adds: bool
    population: Path | None
    measure: str | None
    date: dt.date | None

    def adding(self, roster: Roster, folder: Path, period: int, title: str) -> Adding | None:
        """Return what adds it to a roster, if it is wanted."""
        if not self.adds:
            return None
        if self.population is not None:
            needed_file(self.population)
        said = Stated(self.measure, self.date)
        return Adding(roster, folder, period, title, self.population, said)
