"""What `banso new activity` does: it puts an activity into the file of a team."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from banso_cli.editing.edits import insertion
from banso_cli.files.failure import ExitCode, Failure, misused
from banso_cli.locale import _
from banso_cli.records.roster import Roster
from banso_cli.records.teams.activity import ACTIVITY_LABELS, NUMBERED_KINDS, Activity
from banso_cli.records.teams.team import Team
from banso_cli.tasks.new.adding import carry_out, source_of
from banso_cli.tasks.new.team import supported_in
from banso_cli.tasks.opened.opening import open_to_write


@dataclass(frozen=True, slots=True)
class Given:
    """What is given of an activity; `days` are its first and its last."""

    kind: str
    days: tuple[dt.date, dt.date]
    subject: str | None
    attended: Sequence[int]
    places: Sequence[str]
    next: tuple[str | None, dt.date | None]
    source: tuple[str, str | None] | None


def add_activity(municipality: str, given: Given, roster: Path | None, *, diff: bool) -> None:
    """Put an activity behind those before it; the number is the next of its kind."""
    folder, records = open_to_write(roster, only_shown=diff)
    team = _team(records, municipality, given.days[0])
    first, last = given.days
    index = sum(each.date <= first for each in team.activities)
    activity = Activity.model_validate(
        {
            "kind": given.kind,
            "date": first,
            "until": last if last != first else None,
            "number": _number(team, given.kind, index),
            "subject": given.subject,
            "attended": tuple(given.attended),
            "places": tuple(given.places),
            "next": given.next[0],
            "next_date": given.next[1],
            "sources": (source_of(*given.source),) if given.source else (),
        }
    )
    carry_out(insertion(team, "activities", activity, index), records, folder, diff=diff)


def _team(roster: Roster, wanted: str, day: dt.date) -> Team:
    """Return the team of a municipality in the period of a day."""
    supported = supported_in(roster, wanted)
    period = next((each for each in roster.periods if each.start <= day <= each.end), None)
    if period is None:
        raise misused(
            _("{day} is in no period of the roster").format(day=day),
            _("correct the day, or add the period: banso new period"),
        )
    for team in roster.teams_by_period.get(period.number, ()):
        if team.municipality == supported.code:
            return team
    raise misused(
        _("{name} has no team in period {number}, which holds {day}").format(
            name=supported.full_name, number=period.number, day=day
        ),
        _("add it first: banso new team"),
    )


def _number(team: Team, kind: str, index: int) -> int | None:
    """Return the next number of a kind; None where those before it have none.

    It is a failure that a later one has been numbered already: its number would be another.
    """
    before = [each.number for each in team.activities[:index] if each.kind == kind]
    if any(each.kind == kind and each.number is not None for each in team.activities[index:]):
        raise Failure(
            ExitCode.FINDINGS,
            _("a later activity of this kind ({kind}) is numbered already").format(
                kind=next(label for key, label in ACTIVITY_LABELS.items() if key == kind)
            ),
            _("put it into the file by hand, and number those behind it anew"),
        )
    if kind not in NUMBERED_KINDS:
        return None
    numbers = [each for each in before if each is not None]
    return None if len(numbers) < len(before) else max(numbers, default=0) + 1
