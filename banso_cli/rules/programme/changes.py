"""Rules of the programme (P): what changes in the course of a period, and from one to the next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

from banso_cli.locale import _
from banso_cli.records.finding import Finding, Related
from banso_cli.records.roster import Roster
from banso_cli.records.teams.continuity import due_status
from banso_cli.records.teams.holders import seats_of, terms
from banso_cli.records.teams.team import Member, Team
from banso_cli.rules.rule import rule
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
                yield Finding(
                    team.places.at("former", index, "seat"),
                    _("a team has no seat {number}").format(number=each.seat),
                    _("write the places of members in the list, from 1 to {count}").format(
                        count=most
                    ),
                )


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
                    yield Finding(
                        _place(team, later.member, "since" if is_early else "until"),
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
        for member, key, day in _days(team):
            first = period.start + dt.timedelta(key == "since")
            if not first <= day <= period.end:
                yield Finding(
                    _place(team, member, key),
                    _("{day} is no day of a change in period {number}").format(
                        day=day, number=period.number
                    ),
                    _("the period is from {start} to {end}").format(
                        start=period.start, end=period.end
                    ),
                    (Related(_("the period's days"), period.places.at("start")),),
                )


def _days(team: Team) -> Iterator[tuple[Member, str, dt.date]]:
    for _keys, member in team.all_members:
        if member.since is not None:
            yield member, "since", member.since
    for former in team.former:
        yield former, "until", former.until


def _place(team: Team, member: Member, key: str) -> Place:
    at = {id(each): keys for keys, each in team.all_members}
    return team.places.at(*at[id(member)], key)


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
            yield Finding(team.places.at("status"), message, _("write {name}").format(name=right))
