"""Every list and statistic of a roster, all periods together."""

from __future__ import annotations

from dataclasses import replace

from banso_cli.datasets.editions import SHEETS, TITLES, edition_of
from banso_cli.datasets.lists import (
    AGENCIES,
    MUNICIPALITIES,
    PERIODS,
    THEMES,
    municipality_entries,
    period_lines,
)
from banso_cli.datasets.sheet import Sheet, caution_of
from banso_cli.records.periods.programme import Programme
from banso_cli.records.roster import Roster
from banso_cli.records.teams.continuity import with_status
from banso_cli.records.teams.holders import as_listed
from banso_cli.statistics.counting import Counting


def all_sheets(whole: Roster, programme: Programme) -> tuple[tuple[str, Sheet], ...]:
    """Return every list and statistic of all periods, each with its Japanese name."""
    roster = with_status(as_listed(whole))
    caution = caution_of(is_fictional=programme.fictional, errors=0)
    lists = (
        (MUNICIPALITIES, municipality_entries(roster)),
        (THEMES, roster.themes),
        (AGENCIES, roster.agencies),
        (PERIODS, period_lines(roster)),
    )
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
        *((each.title, each.sheet(programme.name, records, caution)) for each, records in lists),
    )
