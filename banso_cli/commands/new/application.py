"""`banso new officer-application` and `municipality-application`: who applied for a period."""

from __future__ import annotations

from typing import Annotated

import typer

from banso_cli.commands.new.municipality import MUNICIPALITY
from banso_cli.commands.options import NOTE, DiffOption, RosterOption, argument, option, words
from banso_cli.locale import _

OFFICER = argument(
    _("NUMBER"), _("The number of the application, such as R9-057; never a name."), parser=words
)
PERIOD = option("--period", _("NUMBER"), _("The period that is applied for."), least=1)
AGENCY = option("--agency", _("NAME"), _("The body that the officer belongs to."), parser=words)
RANK = option("--rank", _("NAME"), _("The rank of the officer."), parser=words)
ABLE = option(
    "--able",
    _("THEME"),
    _("A theme with its strength from 1 to 3, such as 観光3; may be given several times."),
    parser=words,
)
WISH = option(
    "--wish",
    _("PLACE"),
    _("A region, prefecture or municipality; up to three, in the order of wish."),
    parser=words,
)
ONLY = typer.Option("--only-wished", help=_("The officer goes nowhere else."))
EXCLUDE = option(
    "--exclude", _("PLACE"), _("Where the officer may not go; may be repeated."), parser=words
)
STAYS = option(
    "--stays", _("MUNICIPALITY"), _("The former team's, where the officer stays."), parser=words
)
SUPPORT = typer.Option("--support-officer", help=_("The officer is a オフィサー."))
STATUS = option("--status", ("continuing", "new"), _("Whether support continues or is new."))
ISSUE = option(
    "--issue", _("THEME"), _("An issue; one to three, the weightiest first."), parser=words
)
WISHED = option(
    "--agency", _("NAME"), _("A body that is wished; up to three, in order."), parser=words
)


def new_officer_application(  # noqa: PLR0913 - each parameter is an option of the command
    number: Annotated[str, OFFICER],
    *,
    period: Annotated[int, PERIOD],
    agency: Annotated[str, AGENCY],
    rank: Annotated[str, RANK],
    able: Annotated[list[str] | None, ABLE] = None,
    wish: Annotated[list[str] | None, WISH] = None,
    only_wished: Annotated[bool, ONLY] = False,
    exclude: Annotated[list[str] | None, EXCLUDE] = None,
    stays: Annotated[str | None, STAYS] = None,
    support_officer: Annotated[bool, SUPPORT] = False,
    diff: DiffOption = False,
    roster: RosterOption = None,
) -> None:
    """Write the application of an officer."""
    from banso_cli.records.teams.team import SUPPORT_OFFICER
    from banso_cli.tasks.new.application import add_application

    add_application(
        "officer-application",
        period,
        roster,
        diff=diff,
        number=number,
        agency=agency,
        rank=rank,
        role=SUPPORT_OFFICER if support_officer else "",
        themes=able,
        wishes=wish,
        elsewhere="false" if only_wished else "",
        excluded=exclude,
        stays=stays,
    )


def new_municipality_application(  # noqa: PLR0913 - each parameter is an option of the command
    municipality: Annotated[str, MUNICIPALITY],
    *,
    period: Annotated[int, PERIOD],
    status: Annotated[str, STATUS],
    issue: Annotated[list[str], ISSUE],
    agency: Annotated[list[str] | None, WISHED] = None,
    note: Annotated[str | None, NOTE] = None,
    diff: DiffOption = False,
    roster: RosterOption = None,
) -> None:
    """Write the application of a municipality."""
    from banso_cli.tasks.new.application import add_application

    add_application(
        "municipality-application",
        period,
        roster,
        diff=diff,
        municipality=municipality,
        status=status,
        issues=issue,
        agencies=agency,
        note=note,
    )
