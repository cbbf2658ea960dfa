"""Rosters made in memory, for statistics: real definitions, any teams."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

from banso_cli.model.place import Places
from banso_cli.model.record import Part
from banso_cli.model.roster import Roster
from banso_cli.model.team import Member, Team
from banso_cli.model.tree import Mapping, Span
from banso_cli.reading.folder import read_roster
from banso_cli.statistics.counting import Counting

ROSTER = Path(__file__).parents[2] / "roster"


@cache
def real() -> Roster:
    """Return the roster of this project."""
    return read_roster(ROSTER)


def team(number: int, code: str, members: list[Member], **fields: object) -> Team:
    """Return a team of period 2 that stands in no file."""
    values = {"number": number, "municipality": code, "members": members, "sources": []}
    found = Team.model_validate({**values, **fields})
    tree = Mapping(Span(1, 1, 1, 1))
    places = Places(
        f"teams/2/{code}-x", f"roster/teams/2/{code}-x.yaml", tree, frozenset(Part.declared)
    )
    found.found_at(places)
    return found


def member(agency: str = "総務省", rank: str = "補佐級", **fields: object) -> Member:
    """Return a member of a team."""
    return Member.model_validate({"agency": agency, "rank": rank, **fields})


def counting(teams: list[Team]) -> Counting:
    """Return period 2 of the real roster with other teams, ready to be counted."""
    roster = replace(real(), teams=tuple(teams))
    programme, period = roster.programme, roster.period(2)
    assert programme is not None
    assert period is not None
    return Counting(roster, programme, period)


def real_counting(number: int = 2) -> Counting:
    """Return a period of the real roster, ready to be counted."""
    roster = real()
    programme, period = roster.programme, roster.period(number)
    assert programme is not None
    assert period is not None
    return Counting(roster, programme, period)
