"""`banso new theme` and `banso new agency`: entries of the lists."""

from __future__ import annotations

from typing import Annotated

from banso_cli.commands.options import (
    ALIAS,
    NOTE,
    SOURCE,
    URL,
    DiffOption,
    RosterOption,
    argument,
    choice,
    option,
    words,
)
from banso_cli.locale import _
from banso_cli.records.agency import AGENCY_KINDS

ID = argument(
    "ID", _("A short name of small letters and hyphens, such as public-transport."), parser=words
)
NAME = argument(_("NAME"), _("The name by which records give it."), parser=words)
DESCRIPTION = option("--description", _("TEXT"), _("What belongs to it."), parser=words)
KIND = option(
    "--kind",
    _("KIND"),
    _("One of: {names}").format(names=_(", ").join(AGENCY_KINDS)),
    parser=choice(*AGENCY_KINDS),
)
PARENT = option("--parent", _("NAME"), _("The body that it belongs to."), parser=words)
AFTER = option(
    "--after",
    _("NAME"),
    _("The body to put it behind; without it the last that belongs with it."),
    parser=words,
)


def new_theme(  # noqa: PLR0913 - each parameter is an option of the command
    theme_id: Annotated[str, ID],
    name: Annotated[str, NAME],
    *,
    source: Annotated[str, SOURCE],
    url: Annotated[str | None, URL] = None,
    alias: Annotated[list[str] | None, ALIAS] = None,
    description: Annotated[str | None, DESCRIPTION] = None,
    diff: DiffOption = False,
    roster: RosterOption = None,
) -> None:
    """Add a theme to the end of themes.yaml."""
    from banso_cli.tasks.new.entry import add_theme

    add_theme(theme_id, name, (source, url), alias or (), description, roster, diff=diff)


def new_agency(  # noqa: PLR0913 - each parameter is an option of the command
    name: Annotated[str, NAME],
    *,
    kind: Annotated[str, KIND],
    parent: Annotated[str | None, PARENT] = None,
    alias: Annotated[list[str] | None, ALIAS] = None,
    note: Annotated[str | None, NOTE] = None,
    after: Annotated[str | None, AFTER] = None,
    diff: DiffOption = False,
    roster: RosterOption = None,
) -> None:
    """Add a body to agencies.yaml, where it belongs."""
    from banso_cli.tasks.new.entry import add_agency

    add_agency(name, kind, parent, alias or (), note, after, roster, diff=diff)
