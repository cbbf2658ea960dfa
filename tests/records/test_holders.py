"""Who held a seat on a day, and what the published list had."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from banso_cli.records.teams.holders import as_listed, holder, seats_of
from banso_cli.records.teams.team import Team
from tests.statistics.rosters import counting, member, team

DAY = dt.date.fromisoformat


def changed(first: Mapping[str, object], *former: Mapping[str, object]) -> Team:
    made = team(1, "013455", [member("総務省"), member("環境省")])
    members = (made.members[0].model_copy(update=first), *made.members[1:])
    values = [{"agency": "財務省", "rank": "補佐級", **each} for each in former]
    whole = made.model_dump() | {"members": members, "former": tuple(values)}
    return Team.model_validate(whole).named(made.id)


def test_a_seat_has_one_holder_a_day() -> None:
    found = changed(
        {"since": DAY("2026-10-01")},
        {"seat": 1, "until": DAY("2026-09-28")},
    )
    days = ("2026-04-01", "2026-09-28", "2026-09-29", "2026-10-01")
    held = [holder(found, 1, DAY(day)) for day in days]
    assert [each.agency if each else "" for each in held] == ["財務省", "財務省", "", "総務省"]
    assert holder(found, 2, DAY("2026-04-01")) == found.members[1]
    assert holder(found, 0, DAY("2026-04-01")) is None


def test_a_seat_given_up_without_a_successor_is_one_all_the_same() -> None:
    found = changed({}, {"seat": 3, "until": DAY("2026-06-30")})
    assert list(seats_of(found)) == [1, 2, 3]
    assert holder(found, 3, DAY("2026-07-01")) is None


def test_the_list_has_the_members_of_the_first_day() -> None:
    found = changed({"since": DAY("2026-10-01")}, {"seat": 1, "until": DAY("2026-09-30")})
    roster = counting([team(2, "014079", [member()])]).roster
    roster = roster.having(Team, (*roster.teams, found))
    one, two = as_listed(roster).teams
    assert [each.agency for each in one.members] == ["財務省", "環境省"]
    assert (one.former, two) == ((), roster.teams[1])
    later = as_listed(roster, DAY("2026-10-01")).teams[0]
    assert [each.agency for each in later.members] == ["総務省", "環境省"]
    elsewhere = as_listed(roster, DAY("2028-10-01")).teams[0]
    assert elsewhere == one


def test_without_changes_the_roster_stays_itself() -> None:
    roster = counting([team(2, "014079", [member()])]).roster
    assert as_listed(roster) is roster
