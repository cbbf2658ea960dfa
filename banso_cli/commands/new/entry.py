"""`banso new theme` and `banso new agency`: entries of the lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, TypeVar

from banso_cli.commands.new.adding import (
    ALIAS,
    SOURCE,
    URL,
    already_there,
    carry_out,
    source_of,
    words,
)
from banso_cli.commands.options import (
    DiffOption,
    RosterOption,
    argument,
    choice,
    open_to_write,
    option,
)
from banso_cli.files.failure import ExitCode, Failure
from banso_cli.locale import _
from banso_cli.records.agency import AGENCY_KINDS

if TYPE_CHECKING:
    from banso_cli.records.agency import Agency
    from banso_cli.records.record import Record
    from banso_cli.records.roster import Roster
    from banso_cli.records.theme import Theme

Listed = TypeVar("Listed", bound="Record")

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
NOTE = option("--note", _("TEXT"), _("A note."), parser=words)
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
    from banso_cli.editing.edits import insertion
    from banso_cli.records.theme import Theme

    folder, records = open_to_write(roster, only_shown=diff)
    known = _whole(records.theme_list, "themes", records)
    if not re.fullmatch("[a-z][a-z0-9-]*", theme_id):
        raise Failure(
            ExitCode.WRONG_USAGE,
            _("'{name}' is no short name of small letters and hyphens").format(name=theme_id),
            _("write it as {example}").format(example="public-transport"),
        )
    _refuse_known(theme_id, (theme.id for theme in known.themes), "themes.yaml")
    _refuse_known(name, _names(known.themes), "themes.yaml")
    theme = Theme(
        id=theme_id,
        name=name,
        aliases=tuple(alias or ()),
        description=description,
        sources=(source_of(source, url),),
    )
    edit = insertion(known, "themes", theme, len(known.themes))
    carry_out(edit, records, folder, diff=diff)


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
    from banso_cli.editing.edits import insertion
    from banso_cli.records.agency import Agency
    from banso_cli.text.suggestion import perhaps

    folder, records = open_to_write(roster, only_shown=diff)
    bodies = _whole(records.agency_list, "agencies", records)
    known = [agency.name for agency in bodies.agencies]
    _refuse_known(name, _names(bodies.agencies), "agencies.yaml")
    if after is not None and after not in known:
        raise Failure(
            ExitCode.WRONG_USAGE,
            _("the agency '{name}' is not in agencies.yaml").format(name=after),
            perhaps(after, known),
        )
    given = {
        "name": name,
        "kind": kind,
        "parent": parent,
        "aliases": tuple(alias or ()),
        "note": note,
    }
    agency = Agency.model_validate(given)
    index = known.index(after) + 1 if after else _place(bodies.agencies, agency)
    carry_out(insertion(bodies, "agencies", agency, index), records, folder, diff=diff)


def _place(agencies: Sequence[Agency], new: Agency) -> int:
    """Return the index at which a new body is put in.

    It comes behind what belongs to the same body, else behind the last of its kind, else last.
    """
    related = [
        index
        for index, each in enumerate(agencies)
        if new.parent is not None and new.parent in (each.name, each.parent)
    ]
    alike = [index for index, each in enumerate(agencies) if each.kind == new.kind]
    return max(related or alike or [len(agencies) - 1]) + 1


def _whole(known: Listed | None, name: str, roster: Roster) -> Listed:
    """Return a list of the roster; a failure where it has faults."""
    if known is None or any(fault.record == name for fault in roster.faults):
        raise Failure(
            ExitCode.FINDINGS,
            _("{file} has faults; nothing was written").format(file=f"{name}.yaml"),
            _("run 'banso validate' and mend it first"),
        )
    return known


def _names(entries: Sequence[Theme | Agency]) -> Iterator[str]:
    for entry in entries:
        yield entry.name
        yield from entry.aliases


def _refuse_known(name: str, known: Iterable[str], file: str) -> None:
    """Refuse a name that is there already, in the same letters or in variants of them."""
    from banso_cli.text.meaning import folded

    for each in known:
        if folded(each) == folded(name):
            raise already_there(each, file)
