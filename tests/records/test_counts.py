"""The figures of the published summary, counted from the teams."""

from __future__ import annotations

from typing import get_args

from banso_cli.records.agency import AgencyList
from banso_cli.records.municipality import Municipality
from banso_cli.records.periods.counts import (
    counted,
    members_of,
    ministries_of,
    prefectures_of,
    teams_of_status,
)
from banso_cli.records.periods.period import FigureName
from banso_cli.records.roster import Roster
from banso_cli.records.teams.team import Team


def test_every_figure_is_counted_or_cannot_be_told(base_roster: Roster) -> None:
    figures: tuple[FigureName, ...] = get_args(FigureName)
    assert {figure: counted(base_roster, 2, figure) for figure in figures} == {
        "officers": 12,
        "teams": 5,
        "municipalities": 5,
        "prefectures": 5,
        "agencies": 7,
        "support_officers": 1,
        "officers_applied": None,
        "municipalities_applied": None,
        "municipalities_new": 2,
        "prefectures_new": 2,
        "municipalities_continuing": 3,
        "prefectures_continuing": 3,
    }


def test_nothing_is_counted_without_teams(base_roster: Roster) -> None:
    assert counted(base_roster, 1, "teams") is None
    assert counted(base_roster, 9, "municipalities_new") is None


def test_new_and_continuing_are_not_told_while_a_status_is_unknown(base_roster: Roster) -> None:
    first, *others = base_roster.teams
    unknown = first.model_copy(update={"status": None})
    roster = base_roster.having(Team, (unknown, *others))
    assert counted(roster, 2, "prefectures_new") is None
    assert counted(roster, 2, "teams") == 5
    assert teams_of_status(roster.teams, "continuing") == tuple(
        base_roster.teams[i] for i in (1, 4)
    )


def test_ministries_come_in_the_order_of_the_list_and_bureaus_count_as_their_parents(
    base_roster: Roster,
) -> None:
    names = [agency.name for agency in ministries_of(base_roster, base_roster.teams)]
    assert names == [
        *("こども家庭庁", "総務省", "財務省", "国税庁", "農林水産省", "国土交通省", "環境省")
    ]


def test_what_is_not_in_the_lists_is_not_counted(base_roster: Roster) -> None:
    roster = base_roster.having(Municipality, base_roster.municipalities[:2]).having(AgencyList, ())
    assert prefectures_of(roster, roster.teams) == {"北海道"}
    assert ministries_of(roster, roster.teams) == ()
    assert len(members_of(roster.teams)) == 12
