"""Summaries that the tests of the forms show: a real one and a complete one that is made up."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from banso_cli.datasets import editions
from banso_cli.datasets.formats.csv import Encoding, Header, sheet_csv
from banso_cli.datasets.long_form import STATISTICS, statistics
from banso_cli.datasets.sheet import Sheet
from banso_cli.example import SEED, TEAMS
from banso_cli.example.made_up import made_up_roster
from banso_cli.reports.summary import Summary, edition_of_summary, summary_of
from banso_cli.statistics.counting import Counting
from banso_cli.statistics.tables.results import Results
from tests.statistics.rosters import counting, member, real_counting, team, totals_counting


@cache
def complete_counting() -> Counting:
    """Return a period in which every field is recorded."""
    roster = made_up_roster(TEAMS, SEED)
    programme, period = roster.programme, roster.period(2)
    assert programme is not None
    assert period is not None
    return Counting(roster, programme, period)


@cache
def real_summary() -> Summary:
    """Return the summary of the roster of this project, which lacks what the sources lack."""
    return summary_of(real_counting(), 0)


@cache
def complete_summary() -> Summary:
    """Return a summary in which every table has figures."""
    return summary_of(complete_counting(), 0)


@cache
def totals_summary() -> Summary:
    """Return the summary of a period with published totals and no team."""
    return summary_of(totals_counting(), 0)


@cache
def faulty_summary() -> Summary:
    """Return the summary of two teams; no file describes the municipality of the second."""
    teams = [team(1, "013455", [member()]), team(2, "999999", [member("銀河省")])]
    return summary_of(counting(teams), 2)


SUMMARIES: dict[str, Callable[[], Summary]] = {
    "real": real_summary,
    "complete": complete_summary,
    "totals": totals_summary,
    "faulty": faulty_summary,
}


def sheet_of(summary: Summary, name: str) -> Sheet:
    """Return a sheet of a summary, or the lines of a single table."""
    return editions.sheet_of(edition_of_summary(summary), name)


def sheets_of(summary: Summary) -> tuple[Sheet, ...]:
    """Return all sheets of a summary."""
    return editions.sheets_of(edition_of_summary(summary))


def all_statistics(summary: Summary) -> Sheet:
    """Return all tables in long form."""
    return sheet_of(summary, STATISTICS)


def as_csv(results: Results, encoding: Encoding = "utf-8-sig", header: Header = "ja") -> bytes:
    """Return the tables of a period as `banso stats` writes them."""
    return sheet_csv(statistics(results), encoding, header)
