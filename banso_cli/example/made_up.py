"""A made-up roster as a whole."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from banso_cli.example.applications import with_applications
from banso_cli.example.chance import Chance
from banso_cli.example.lists import agency_list, theme_list
from banso_cli.example.periods import made_up_period
from banso_cli.example.places import made_up_municipalities
from banso_cli.example.programme import FIRST, SECOND, made_up_programme
from banso_cli.example.teams import made_up_teams
from banso_cli.records.kinds import ordered
from banso_cli.records.municipality import Municipality
from banso_cli.records.periods.period import Period
from banso_cli.records.roster import Roster
from banso_cli.records.teams.team import Team

_CONTINUING, _ENDED, _OF = 47, 13, 97
"""Of how many teams how many continue, and how many more there were in the period before."""


@dataclass(frozen=True, slots=True)
class Supported:
    """The municipalities, those of each term among them, and the codes that both terms have."""

    all: tuple[Municipality, ...]
    first: tuple[Municipality, ...]
    second: tuple[Municipality, ...]


def made_up_roster(teams: int, seed: int, *, applications: bool = False) -> Roster:
    """Return a roster with this many teams in its second period; its values stand nowhere yet.

    With `applications` it is at the point where the teams of a third are to be formed.
    """
    supported = _supported(teams, seed)
    made = tuple(_teams(supported, seed))
    programme = made_up_programme().named("programme")
    lists = (agency_list(made).named("agencies"), theme_list(made).named("themes"))
    roster = Roster("roster", ordered((programme, *lists, *supported.all, *made)))
    periods = (
        made_up_period(roster, programme, term).named(f"periods/{term.number}")
        for term in (FIRST, SECOND)
    )
    made_up = roster.having(Period, periods)
    return with_applications(made_up, teams, seed) if applications else made_up


def _supported(teams: int, seed: int) -> Supported:
    """Choose which municipalities the first term supported alone, and which both support."""
    ended = max(1, teams * _ENDED // _OF)
    continuing = max(teams - 1, 0) and max(1, teams * _CONTINUING // _OF)
    municipalities = made_up_municipalities(seed, teams + ended)
    order = [each.code for each in Chance(seed, "support").shuffled(municipalities)]
    over, before = frozenset(order[:ended]), frozenset(order[: ended + continuing])
    for each in municipalities:
        each.named(f"municipalities/{each.usual_stem}")
    return Supported(
        all=municipalities,
        first=tuple(each for each in municipalities if each.code in before),
        second=tuple(each for each in municipalities if each.code not in over),
    )


def _teams(supported: Supported, seed: int) -> Iterable[Team]:
    before = {each.code for each in supported.first}
    for term, here, continuing in (
        (FIRST, supported.first, frozenset[str]()),
        (SECOND, supported.second, before),
    ):
        teams = made_up_teams(seed, term, here, continuing)
        for municipality, team in zip(here, teams, strict=True):
            yield team.named(f"teams/{term.number}/{municipality.usual_stem}")
