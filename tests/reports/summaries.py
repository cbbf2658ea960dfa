"""Summaries that the tests of the forms show: a real one and a complete one that is made up."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from banso_cli.editing.example import SEED, TEAMS
from banso_cli.editing.example.made_up import made_up_roster
from banso_cli.reports.summary import Summary, summary_of
from banso_cli.statistics.counting import Counting
from tests.statistics.rosters import counting, member, real_counting, team


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
    return summary_of(real_counting(1), 0)


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
