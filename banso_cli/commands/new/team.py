"""`banso new team`: a team of a period."""

from __future__ import annotations

from typing import Annotated

from banso_cli.commands.new.municipality import MUNICIPALITY
from banso_cli.commands.options import (
    EXCEPTION,
    SOURCE,
    URL,
    DiffOption,
    RosterOption,
    option,
    words,
)
from banso_cli.locale import _

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
    from banso_cli.tasks.new.team import Given, add_team

    given = Given(
        municipality, period, number, member, source, url, status, theme or (), except_from or ()
    )
    add_team(given, roster, diff=diff)
