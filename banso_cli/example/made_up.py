"""A made-up roster as a whole."""

from __future__ import annotations

from banso_cli.example.applications import with_applications
from banso_cli.example.chance import Chance
from banso_cli.example.lists import agency_list, theme_list
from banso_cli.example.periods import made_up_period
from banso_cli.example.places import made_up_municipalities
from banso_cli.example.programme import FIRST, SECOND, made_up_programme
from banso_cli.example.teams import made_up_teams
from banso_cli.records.kinds import ordered
from banso_cli.records.periods.period import Period
from banso_cli.records.roster import Roster

_CONTINUING, _ENDED, _OF = 47, 13, 97
"""Of how many teams how many continue, and how many more there were in the period before."""


def made_up_roster(teams: int, seed: int, *, applications: bool = False) -> Roster:
    """Return a roster with this many teams in its second period; its values stand nowhere yet.

    With `applications` it is at the point where the teams of a third are to be formed.
    """
    ended = max(1, teams * _ENDED // _OF)
    continuing = max(teams - 1, 0) and max(1, teams * _CONTINUING // _OF)
    municipalities = made_up_municipalities(seed, teams + ended)
    order = [each.code for each in Chance(seed, "support").shuffled(municipalities)]
    over, before = frozenset(order[:ended]), frozenset(order[: ended + continuing])
    made = (
        *made_up_teams(seed, FIRST, [each for each in municipalities if each.code in before], ()),
        *made_up_teams(
            seed, SECOND, [each for each in municipalities if each.code not in over], before
        ),
    )
    programme = made_up_programme().named("programme")
    lists = (agency_list(made).named("agencies"), theme_list(made).named("themes"))
    roster = Roster("roster", ordered((programme, *lists, *municipalities, *made)))
    periods = (made_up_period(roster, programme, term) for term in (FIRST, SECOND))
    made_up = roster.having(Period, periods)
    return with_applications(made_up, teams, seed) if applications else made_up
