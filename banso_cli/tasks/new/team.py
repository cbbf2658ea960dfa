"""What `banso new team` and `banso new activity` do: they write into the files of teams."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from banso_cli.editing.edits import Edit, insertion
from banso_cli.files.failure import misused, unfit
from banso_cli.intake.new_records import assumed, meant, seats
from banso_cli.locale import _
from banso_cli.records.fields.record import Source
from banso_cli.records.municipality import Municipality
from banso_cli.records.roster import Roster
from banso_cli.records.teams.activity import ACTIVITY_LABELS, NUMBERED_KINDS, Activity
from banso_cli.records.teams.team import Member, Team
from banso_cli.reference.municipalities import official_municipalities
from banso_cli.rules.codes.official import official_table
from banso_cli.tasks.new.adding import (
    already_there,
    carry_out,
    exceptions_of,
    needed_period,
    pair,
    say_refusals,
)
from banso_cli.tasks.new.municipality import the_one
from banso_cli.tasks.opened.opening import open_to_write


@dataclass(frozen=True, slots=True)
class Given:
    """What is given of a team, as it is written on the command line."""

    municipality: str
    period: int
    number: int
    members: Sequence[str]
    source: str
    url: str | None
    status: str | None
    themes: Sequence[str]
    exceptions: Sequence[str]


def add_team(given: Given, roster: Path | None, *, diff: bool) -> None:
    """Write the file of a team."""
    folder, records = open_to_write(roster, only_shown=diff)
    supported = supported_in(records, given.municipality)
    _refuse_existing(records, given.period, given.number, supported)
    members = _members(records, given.members)
    team = Team.model_validate(
        {
            "number": given.number,
            "municipality": supported.code,
            "status": given.status,
            "themes": tuple(given.themes),
            "members": members,
            "assumptions": assumed(members),
            "sources": (Source(title=given.source, url=given.url),),
            "exceptions": exceptions_of(given.exceptions),
        }
    )
    team.named(f"teams/{given.period}/{supported.stem}")
    carry_out(Edit(team.id, None, team), records, folder, diff=diff, excepts=True)


def supported_in(roster: Roster, wanted: str) -> Municipality:
    """Return a municipality of the roster; one that has no file yet is a failure."""
    stems = tuple(each for each in roster.municipalities if each.stem == wanted)
    found = stems or meant(wanted, roster.municipalities)
    if not found and (official := meant(wanted, official_municipalities().values())):
        first = official[0]
        raise misused(
            _("the roster has no municipality '{name}'").format(name=wanted),
            _("add it first: banso new municipality {code}").format(code=first.code)
            + f" ({first.prefecture}{first.name})",
        )
    return the_one(wanted, found, roster.municipalities, official_table(roster).values())


def _refuse_existing(roster: Roster, period: int, number: int, supported: Municipality) -> None:
    needed_period(roster, period)
    for team in roster.teams_by_period.get(period, ()):
        file = team.places.path
        if team.municipality == supported.code:
            raise already_there(supported.full_name, file)
        if team.number == number:
            raise unfit(
                _("the number {number} is already taken: {file}").format(number=number, file=file),
            )


def _members(roster: Roster, given: Sequence[str]) -> tuple[Member, ...]:
    pairs = [pair("--member", each, r"(.*\S.*)[/／](.*\S.*)", "総務省/補佐級") for each in given]
    members, refusals = seats(pairs, roster)
    say_refusals(refusals)
    if refusals:
        raise misused(_("nothing was written"))
    return members


@dataclass(frozen=True, slots=True)
class GivenActivity:
    """What is given of an activity; `days` are its first and its last."""

    kind: str
    days: tuple[dt.date, dt.date]
    subject: str | None
    attended: Sequence[int]
    places: Sequence[str]
    next: tuple[str | None, dt.date | None]
    source: tuple[str | None, str | None]


def add_activity(
    municipality: str, given: GivenActivity, roster: Path | None, *, diff: bool
) -> None:
    """Put an activity behind those before it; the number is the next of its kind."""
    folder, records = open_to_write(roster, only_shown=diff)
    (first, last), (title, url) = given.days, given.source
    team = _team(records, municipality, first)
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
            "sources": (Source(title=title, url=url),) if title else (),
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
        raise unfit(
            _("a later activity of this kind ({kind}) is numbered already").format(
                kind=next(label for key, label in ACTIVITY_LABELS.items() if key == kind)
            ),
            _("put it into the file by hand, and number those behind it anew"),
        )
    if kind not in NUMBERED_KINDS:
        return None
    numbers = [each for each in before if each is not None]
    return None if len(numbers) < len(before) else max(numbers, default=0) + 1
