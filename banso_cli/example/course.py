"""What happens in the course of a made-up period: a member is replaced, reports are given."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from banso_cli.example.marks import MARK, page_of
from banso_cli.example.programme import Term
from banso_cli.records.periods.course import Erratum, Event
from banso_cli.records.teams.team import FormerMember, Team

_REPORTS = {150: f"{MARK}の中間報告会", 335: f"{MARK}の最終報告会"}
"""On which day of a period teams report to each other."""

_REPLACED, _AHEAD = 100, 30
_CLOSED, _MENDED = 30, 60
"""How many days after its end the records of a period are closed, and mended."""


def made_up_events(term: Term) -> Iterator[Event]:
    """Yield the meetings of all teams."""
    source = page_of("報告会の案内", f"period-{term.number}/reports/")
    for days, title in _REPORTS.items():
        yield Event(date=term.start + dt.timedelta(days), title=title, sources=(source,))


def with_successor(team: Team, start: dt.date) -> Team:
    """Return the team with another person in its last seat, of the same body, rank and kind.

    The last activity tells what comes next.
    """
    *others, last = team.members
    left = start + dt.timedelta(_REPLACED)
    former = FormerMember.model_validate({**dict(last), "seat": len(team.members), "until": left})
    successor = last.model_copy(update={"since": left + dt.timedelta(1)})
    *done, latest = team.activities
    ahead = latest.date + dt.timedelta(_AHEAD)
    latest = latest.model_copy(update={"next": "次の打合せ", "next_date": ahead})
    return team.model_copy(
        update={
            "members": (*others, successor),
            "former": (former,),
            "activities": (*done, latest),
        }
    )


def made_up_errata(team: Team, end: dt.date) -> tuple[dt.date, tuple[Erratum, ...]]:
    """Return when the records of a period were closed, and what was mended in a team of it."""
    erratum = Erratum(
        date=end + dt.timedelta(_MENDED),
        record=team.id,
        field="members.1.rank",
        was="係長級" if team.members[0].rank != "係長級" else "補佐級",
        now=team.members[0].rank,
        reason=f"{MARK}の誤記",
        sources=(page_of("訂正のお知らせ", "errata/"),),
    )
    return end + dt.timedelta(_CLOSED), (erratum,)
