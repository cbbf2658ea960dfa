"""`banso new team`: a team of a period."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

from banso_cli.commands.new.adding import (
    EXCEPTION,
    SOURCE,
    URL,
    already_there,
    carry_out,
    exceptions_of,
    needed_period,
    pair,
    source_of,
    words,
)
from banso_cli.commands.new.municipality import MUNICIPALITY, the_one
from banso_cli.commands.options import (
    DiffOption,
    RosterOption,
    open_to_write,
    option,
)
from banso_cli.files.failure import ExitCode, Failure
from banso_cli.locale import _
from banso_cli.terminal.output import say

if TYPE_CHECKING:
    from banso_cli.records.municipality import Municipality
    from banso_cli.records.roster import Roster
    from banso_cli.records.team import Member


PERIOD = option("--period", _("NUMBER"), _("The period of the team."), least=1)
NUMBER = option("--number", _("NUMBER"), _("Its number in the published list."), least=1)
MEMBER = option(
    "--member",
    _("AGENCY/RANK"),
    _("A member by body and rank; given once for each, in the order of the list."),
    parser=words,
)
STATUS = option(
    "--status",
    ("continuing", "new"),
    _("Whether support continues or is new; left out while not known."),
)
THEME = option(
    "--theme", _("NAME"), _("A theme by its name; may be given several times."), parser=words
)


def new_team(  # noqa: PLR0913 - each parameter is an option of the command
    municipality: Annotated[str, MUNICIPALITY],
    *,
    period: Annotated[int, PERIOD],
    number: Annotated[int, NUMBER],
    member: Annotated[list[str], MEMBER],
    source: Annotated[str, SOURCE],
    url: Annotated[str | None, URL] = None,
    status: Annotated[str | None, STATUS] = None,
    theme: Annotated[list[str] | None, THEME] = None,
    except_from: Annotated[list[str] | None, EXCEPTION] = None,
    diff: DiffOption = False,
    roster: RosterOption = None,
) -> None:
    """Write the file of a team."""
    from banso_cli.editing.edits import Edit
    from banso_cli.intake.composing import assumed
    from banso_cli.records.team import Team

    folder, records = open_to_write(roster, only_shown=diff)
    supported = _municipality(records, municipality)
    _refuse_existing(records, period, number, supported)
    members = _members(records, member)
    team = Team.model_validate(
        {
            "number": number,
            "municipality": supported.code,
            "status": status,
            "themes": tuple(theme or ()),
            "members": members,
            "assumptions": assumed(members),
            "sources": (source_of(source, url),),
            "exceptions": exceptions_of(except_from or ()),
        }
    )
    team.named(f"teams/{period}/{supported.stem}")
    carry_out(Edit(team.id, None, team), records, folder, diff=diff, excepts=True)


def _municipality(roster: Roster, wanted: str) -> Municipality:
    """Return the municipality; one of the official table that has no file yet is a failure."""
    from banso_cli.intake.new_records import meant
    from banso_cli.reference.municipalities import official_municipalities
    from banso_cli.rules.codes.official import official_table

    stems = tuple(each for each in roster.municipalities if each.stem == wanted)
    found = stems or meant(wanted, roster.municipalities)
    if not found and (official := meant(wanted, official_municipalities().values())):
        first = official[0]
        raise Failure(
            ExitCode.WRONG_USAGE,
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
    from banso_cli.intake.new_records import seats

    pairs = [pair("--member", each, r"(.*\S.*)[/／](.*\S.*)", "総務省/補佐級") for each in given]
    members, refusals = seats(pairs, roster)
    for refusal in refusals:
        say(f"banso: {refusal.message}")
        say(f"  help: {refusal.help}")
    if refusals:
        raise Failure(ExitCode.WRONG_USAGE, _("nothing was written"))
    return members
