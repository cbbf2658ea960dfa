"""When teams last met, and when they are due again, by recorded days alone."""

from __future__ import annotations

import datetime as dt

from banso_cli.records.periods.programme import Programme, Rhythm
from banso_cli.records.roster import Roster
from banso_cli.records.teams.activity import Activity
from banso_cli.records.teams.team import Team
from banso_cli.statistics.contact import Contact, contacts, day_shown
from tests.statistics.rosters import counting, member, real, team

DAY = dt.date.fromisoformat


def activity(kind: str, date: str, **fields: object) -> Activity:
    return Activity.model_validate({"kind": kind, "date": DAY(date), **fields})


def roster_with(*activities: Activity) -> Roster:
    """Return a roster with one team, meetings monthly and visits every hundred days."""
    made = counting([team(1, "013455", [member()])])
    rhythm = (
        Rhythm(kind="online", days=30, basis="試験"),
        Rhythm(kind="visit", days=100, basis="試験"),
    )
    programme = made.programme.model_copy(update={"rhythm": rhythm})
    teams = [each.model_copy(update={"activities": activities}) for each in made.roster.teams]
    return made.roster.having(Programme, [programme]).having(Team, teams)


def contact(roster: Roster, day: str) -> Contact:
    period = roster.period(2)
    assert period is not None
    return contacts(roster, period, DAY(day))[0]


def test_a_team_without_records_is_not_silent_but_unknown() -> None:
    found = contact(roster_with(), "2026-08-01")
    nothing = (found.last, found.quiet, found.meetings, found.visits, found.due, found.planned)
    assert nothing == (None,) * 6


def test_what_lies_ahead_of_the_day_is_not_counted() -> None:
    roster = roster_with(
        activity("online", "2026-05-01", next_date=DAY("2026-06-20")),
        activity("visit", "2026-06-19", until=DAY("2026-06-21")),
    )
    early = contact(roster, "2026-06-01")
    assert (early.meetings, early.visits, early.last) == (1, 0, DAY("2026-05-01"))
    assert (early.quiet, early.planned) == (31, DAY("2026-06-20"))
    assert (early.due, early.due_kind) == (DAY("2026-05-31"), "online")
    within = contact(roster, "2026-06-20")
    assert (within.visits, within.last, within.quiet) == (1, DAY("2026-06-20"), 0)
    assert within.planned is None


def test_a_kind_that_never_was_is_due_from_the_first_day_of_the_period() -> None:
    found = contact(roster_with(activity("online", "2026-07-01")), "2026-07-02")
    assert (found.due, found.due_kind) == (DAY("2026-07-10"), "visit")


def test_nothing_is_due_after_the_period() -> None:
    last = (activity("online", "2027-03-20"), activity("visit", "2027-03-20"))
    assert contact(roster_with(*last), "2027-03-21").due is None


def test_a_day_that_no_calendar_has_is_after_the_period() -> None:
    roster = roster_with(activity("online", "2027-03-20"))
    assert roster.programme is not None
    rhythm = (Rhythm(kind="online", days=99_999_999, basis="試験"),)
    programme = roster.programme.model_copy(update={"rhythm": rhythm})
    assert contact(roster.having(Programme, [programme]), "2027-03-21").due is None


def test_of_a_part_a_kind_without_records_is_not_known() -> None:
    period = real().period(1)
    assert period is not None
    found = {each.team.stem: each for each in contacts(real(), period, DAY("2025-08-01"))}
    seika = found["263664-seika"]
    assert (seika.meetings, seika.visits, seika.due_kind) == (None, 1, "visit")


def test_the_day_shown_is_the_newest_of_the_roster_within_the_period() -> None:
    period = real().period(1)
    assert period is not None
    assert day_shown(real(), period, None) == DAY("2025-10-01")
    ended = period.model_copy(update={"end": DAY("2025-06-30")})
    assert day_shown(real(), ended, None) == ended.end
    assert day_shown(real(), period, DAY("2025-08-01")) == DAY("2025-08-01")


def test_what_comes_next_is_told_by_the_newest_activity_wherever_it_stands() -> None:
    roster = roster_with(
        activity("visit", "2026-06-19", next_date=DAY("2026-08-20")),
        activity("online", "2026-05-01", next_date=DAY("2026-07-20")),
    )
    assert contact(roster, "2026-07-01").planned == DAY("2026-08-20")
