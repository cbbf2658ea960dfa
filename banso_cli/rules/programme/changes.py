"""Rules of the programme (P): what changes in the course of a period, and from one to the next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

from banso_cli.locale import _
from banso_cli.records.finding import Finding, Related
from banso_cli.records.periods.period import Period
from banso_cli.records.roster import Roster
from banso_cli.records.teams.continuity import due_status
from banso_cli.records.teams.holders import seats_of, terms
from banso_cli.rules.rule import rule
from banso_cli.text.suggestion import write
from banso_cli.yaml.place import Place


@rule()
def unknown_seat(roster: Roster) -> Iterator[Finding]:
    """A former member had a seat that no team has.

    Why: `seat` counts members from 1 in the order of the team; it tells who came instead.

    Example:

        former:
          - {seat: 4, agency: 総務省, rank: 補佐級, until: 2026-09-30}   # a team of three

    Mend: write the place in the list of members.

        former:
          - {seat: 3, agency: 総務省, rank: 補佐級, until: 2026-09-30}
    """
    size = roster.programme.team_size.most if roster.programme else 0
    for team in roster.teams:
        most = max(size, len(team.members))
        for index, each in enumerate(team.former):
            if not 1 <= each.seat <= most:
                message = _("a team has no seat {number}").format(number=each.seat)
                place = team.places.at("former", index, "seat")
                yield Finding(place, message, place_of_member(most))


def place_of_member(count: int) -> str:
    """Return the help line for the number of a member, or of a seat."""
    return _("write the places of members in the list, from 1 to {count}").format(count=count)


@rule()
def two_holders(roster: Roster) -> Iterator[Finding]:
    """Two members had the same seat on the same day.

    Why: what is counted on a day, and who attended on it, is one person for each seat.

    Example:

        members:
          - {agency: 総務省, rank: 補佐級, since: 2026-09-01}
        former:
          - {seat: 1, agency: 総務省, rank: 課長級, until: 2026-09-30}

    Mend: correct one of the two days.

        members:
          - {agency: 総務省, rank: 補佐級, since: 2026-10-01}
        former:
          - {seat: 1, agency: 総務省, rank: 課長級, until: 2026-09-30}
    """
    for team in roster.teams:
        for seat in seats_of(team) if team.former else ():
            for before, later in pairwise(terms(team, seat)):
                is_early = later.since is not None and later.since <= before.last
                if is_early or (later.until is not None and later.until <= before.last):
                    words = _("seat {number} was held until {day} by the member before")
                    keys = next(keys for keys, each in team.all_members if each is later.member)
                    yield Finding(
                        team.places.at(*keys, "since" if is_early else "until"),
                        words.format(number=seat, day=before.last),
                        _("correct one of the two days"),
                    )


@rule()
def change_outside_period(roster: Roster) -> Iterator[Finding]:
    """A member came or went on a day that is not in the period.

    Why: `since` and `until` tell of changes in the course of a period; who was there all along
    has neither.

    Example:

        # period 2: from 2026-04-01 to 2027-03-31
        members:
          - {agency: 総務省, rank: 補佐級, since: 2026-04-01}

    Mend: correct the day, or leave it out.

        members:
          - {agency: 総務省, rank: 補佐級}
    """
    for team in roster.teams:
        period = roster.period(team.period)
        if period is None or period.end < period.start:
            continue
        for keys, member in team.all_members:
            for key in ("since", "until"):
                first = period.start + dt.timedelta(key == "since")
                day: dt.date | None = getattr(member, key, None)
                if day is not None and not first <= day <= period.end:
                    words = _("{day} is no day of a change in period {number}")
                    yield outside(period, day, words, team.places.at(*keys, key))


def outside(period: Period, day: dt.date, words: str, place: Place) -> Finding:
    """Return the finding of a day that is outside its period."""
    help_line = _("the period is from {start} to {end}")
    return Finding(
        place,
        words.format(day=day, number=period.number),
        help_line.format(start=period.start, end=period.end),
        (Related(_("the period's days"), period.places.at("start")),),
    )


@rule()
def status_contradiction(roster: Roster) -> Iterator[Finding]:
    """The status of a team contradicts the teams of the period before.

    Why: a municipality with a team in the period before is continuing, one without is new.

    Example:

        # roster/teams/1/013455-mori.yaml exists
        municipality: "013455"
        status: new

    Mend: write the other status, or correct the teams of the period before.

        municipality: "013455"
        status: continuing
    """
    for team in roster.teams_and_drafts:
        right = due_status(roster, team)
        if team.status and right and team.status != right:
            words = _("the status is '{status}', but by period {number} it is '{right}'")
            message = words.format(status=team.status, number=team.period - 1, right=right)
            yield Finding(team.places.at("status"), message, write(right))
