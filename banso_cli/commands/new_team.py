"""`banso new team`: a team of a period."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from banso_cli.commands.adding import (
    ExceptionOption,
    SourceOption,
    UrlOption,
    exception_help,
    exceptions_of,
    needed_period,
    pair,
    source_of,
    words,
    write,
)
from banso_cli.commands.new_municipality import MunicipalityArgument, the_one
from banso_cli.commands.options import RosterOption, choice, folder_to_write, open_roster
from banso_cli.commands.output import say
from banso_cli.files.failure import ExitCode, Failure
from banso_cli.locale import _

if TYPE_CHECKING:
    from banso_cli.model.municipality import Municipality
    from banso_cli.model.roster import Roster
    from banso_cli.model.team import Member


PeriodOption = Annotated[
    int,
    typer.Option(
        "--period",
        min=1,
        metavar=_("NUMBER"),
        help=_("The period of the team."),
        show_default=False,
    ),
]
NumberOption = Annotated[
    int,
    typer.Option(
        "--number",
        min=1,
        metavar=_("NUMBER"),
        help=_("Its number in the published list."),
        show_default=False,
    ),
]
MemberOption = Annotated[
    list[str],
    typer.Option(
        "--member",
        parser=words,
        metavar=_("AGENCY/RANK"),
        help=_("A member by body and rank; given once for each, in the order of the list."),
        show_default=False,
    ),
]
StatusOption = Annotated[
    str | None,
    typer.Option(
        "--status",
        parser=choice("continuing", "new"),
        metavar="continuing|new",
        help=_("Whether support continues or is new; left out while not known."),
        show_default=False,
    ),
]
ThemeOption = Annotated[
    list[str] | None,
    typer.Option(
        "--theme",
        parser=words,
        metavar=_("NAME"),
        help=_("A theme by its name; may be given several times."),
        show_default=False,
    ),
]


def new_team(  # noqa: PLR0913 - each parameter is an option of the command
    municipality: MunicipalityArgument,
    *,
    period: PeriodOption,
    number: NumberOption,
    member: MemberOption,
    source: SourceOption,
    url: UrlOption = None,
    status: StatusOption = None,
    theme: ThemeOption = None,
    except_from: ExceptionOption = None,
    roster: RosterOption = None,
) -> None:
    """Write the file of a team."""
    from banso_cli.editing.adding import addition
    from banso_cli.editing.new_records import assumed, file_text
    from banso_cli.model.team import Team

    folder = folder_to_write(roster)
    records = open_roster(folder)
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
    record_id = f"teams/{period}/{supported.stem}"
    text = file_text(team, record_id, " ".join(supported.full_name.split()))
    added = addition(records, record_id, text)
    write(folder, added, help_line=exception_help(added.errors))


def _municipality(roster: Roster, wanted: str) -> Municipality:
    """Return the municipality; one of the official table that has no file yet is a failure."""
    from banso_cli.editing.new_records import meant
    from banso_cli.reference.municipalities import official_municipalities
    from banso_cli.rules.official import official_table

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
            name = supported.full_name
            raise Failure(
                ExitCode.FINDINGS, _("{name} is already there: {file}").format(name=name, file=file)
            )
        if team.number == number:
            raise Failure(
                ExitCode.FINDINGS,
                _("the number {number} is already taken: {file}").format(number=number, file=file),
            )


def _members(roster: Roster, given: Sequence[str]) -> tuple[Member, ...]:
    from banso_cli.editing.new_records import seats

    pairs = [pair("--member", each, r"(.*\S.*)[/／](.*\S.*)", "総務省/補佐級") for each in given]
    members, refusals = seats(pairs, roster)
    for refusal in refusals:
        say(f"banso: {refusal.message}")
        say(f"  help: {refusal.help}")
    if refusals:
        raise Failure(ExitCode.WRONG_USAGE, _("nothing was written"))
    return members
