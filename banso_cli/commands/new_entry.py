"""`banso new theme` and `banso new agency`: entries of the lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from banso_cli.commands.adding import (
    AliasOption,
    SourceOption,
    UrlOption,
    source_of,
    words,
    write,
)
from banso_cli.commands.options import RosterOption, choice, folder_to_write, open_roster
from banso_cli.files.failure import ExitCode, Failure
from banso_cli.locale import _
from banso_cli.model.agency import AGENCY_KINDS

if TYPE_CHECKING:
    from banso_cli.model.agency import Agency
    from banso_cli.model.record import Part
    from banso_cli.model.roster import Roster
    from banso_cli.model.theme import Theme

IdArgument = Annotated[
    str,
    typer.Argument(
        parser=words,
        metavar="ID",
        help=_("A short name of small letters and hyphens, such as public-transport."),
        show_default=False,
    ),
]
NameArgument = Annotated[
    str,
    typer.Argument(
        parser=words,
        metavar=_("NAME"),
        help=_("The name by which records give it."),
        show_default=False,
    ),
]
DescriptionOption = Annotated[
    str | None,
    typer.Option(
        "--description",
        parser=words,
        metavar=_("TEXT"),
        help=_("What belongs to it."),
        show_default=False,
    ),
]
KindOption = Annotated[
    str,
    typer.Option(
        "--kind",
        parser=choice(*AGENCY_KINDS),
        metavar=_("KIND"),
        help=_("One of: {names}").format(names=_(", ").join(AGENCY_KINDS)),
        show_default=False,
    ),
]
ParentOption = Annotated[
    str | None,
    typer.Option(
        "--parent",
        parser=words,
        metavar=_("NAME"),
        help=_("The body that it belongs to."),
        show_default=False,
    ),
]
NoteOption = Annotated[
    str | None,
    typer.Option("--note", parser=words, metavar=_("TEXT"), help=_("A note."), show_default=False),
]
AfterOption = Annotated[
    str | None,
    typer.Option(
        "--after",
        parser=words,
        metavar=_("NAME"),
        help=_("The body to put it behind; without it the last that belongs with it."),
        show_default=False,
    ),
]


def new_theme(
    theme_id: IdArgument,
    name: NameArgument,
    *,
    source: SourceOption,
    url: UrlOption = None,
    alias: AliasOption = None,
    description: DescriptionOption = None,
    roster: RosterOption = None,
) -> None:
    """Add a theme to the end of themes.yaml."""
    from banso_cli.model.theme import Theme

    folder = folder_to_write(roster)
    records = _readable(folder, "themes")
    if not re.fullmatch("[a-z][a-z0-9-]*", theme_id):
        raise Failure(
            ExitCode.WRONG_USAGE,
            _("'{name}' is no short name of small letters and hyphens").format(name=theme_id),
            _("write it as {example}").format(example="public-transport"),
        )
    _refuse_known(theme_id, (theme.id for theme in records.themes), "themes.yaml")
    _refuse_known(name, _names(records.themes), "themes.yaml")
    theme = Theme(
        id=theme_id,
        name=name,
        aliases=tuple(alias or ()),
        description=description,
        sources=(source_of(source, url),),
    )
    _add(folder, records, "themes", theme, len(records.themes))


def new_agency(
    name: NameArgument,
    *,
    kind: KindOption,
    parent: ParentOption = None,
    alias: AliasOption = None,
    note: NoteOption = None,
    after: AfterOption = None,
    roster: RosterOption = None,
) -> None:
    """Add a body to agencies.yaml, where it belongs."""
    from banso_cli.model.agency import Agency
    from banso_cli.rules.suggestion import perhaps

    folder = folder_to_write(roster)
    records = _readable(folder, "agencies")
    known = [agency.name for agency in records.agencies]
    _refuse_known(name, _names(records.agencies), "agencies.yaml")
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
    index = known.index(after) + 1 if after else _place(records.agencies, agency)
    _add(folder, records, "agencies", agency, index)


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


def _readable(folder: Path, record: str) -> Roster:
    """Return the roster; a failure where this list of it has faults."""
    roster = open_roster(folder)
    known = {"themes": roster.theme_list, "agencies": roster.agency_list}[record]
    if known is None or any(fault.record == record for fault in roster.faults):
        raise Failure(
            ExitCode.FINDINGS,
            _("{file} has faults; nothing was written").format(file=f"{record}.yaml"),
            _("run 'banso validate' and mend it first"),
        )
    return roster


def _names(entries: Sequence[Theme | Agency]) -> Iterator[str]:
    for entry in entries:
        yield entry.name
        yield from entry.aliases


def _refuse_known(name: str, known: Iterable[str], file: str) -> None:
    """Refuse a name that is there already, in the same letters or in variants of them."""
    from banso_cli.rules.meaning import folded

    for each in known:
        if folded(each) == folded(name):
            raise Failure(
                ExitCode.FINDINGS,
                _("{name} is already there: {file}").format(name=each, file=file),
            )


def _add(folder: Path, roster: Roster, record: str, entry: Part, index: int) -> None:
    from banso_cli.editing.adding import addition, with_entry

    before = (folder / f"{record}.yaml").read_bytes()
    try:
        after = with_entry(before.decode("utf-8-sig"), record, record, entry, index)
    except Failure as untouched:
        message = f"{record}.yaml: {untouched}"
        raise Failure(ExitCode.FINDINGS, message, _("nothing was written")) from None
    write(folder, addition(roster, record, after), before=before)
