"""What `banso new team` does: it writes the file of a team."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from banso_cli.editing.edits import Edit
from banso_cli.files.failure import ExitCode, Failure, misused
from banso_cli.intake.composing import assumed
from banso_cli.intake.new_records import meant, seats
from banso_cli.locale import _
from banso_cli.records.municipality import Municipality
from banso_cli.records.roster import Roster
from banso_cli.records.teams.team import Member, Team
from banso_cli.reference.municipalities import official_municipalities
from banso_cli.rules.codes.official import official_table
from banso_cli.tasks.new.adding import (
    already_there,
    carry_out,
    exceptions_of,
    needed_period,
    pair,
    source_of,
)
from banso_cli.tasks.new.municipality import the_one
from banso_cli.tasks.opened.opening import open_to_write
from banso_cli.terminal.output import say, say_help


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
            "sources": (source_of(given.source, given.url),),
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
            raise Failure(
                ExitCode.FINDINGS,
                _("the number {number} is already taken: {file}").format(number=number, file=file),
            )


def _members(roster: Roster, given: Sequence[str]) -> tuple[Member, ...]:
    pairs = [pair("--member", each, r"(.*\S.*)[/／](.*\S.*)", "総務省/補佐級") for each in given]
    members, refusals = seats(pairs, roster)
    for refusal in refusals:
        say(f"banso: {refusal.message}")
        say_help(refusal.help)
    if refusals:
        raise misused(_("nothing was written"))
    return members
