"""What `banso new theme` and `banso new agency` do: they add entries to the lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from banso_cli.editing.edits import insertion
from banso_cli.files.failure import misused, unfit
from banso_cli.locale import _
from banso_cli.records.agency import Agency
from banso_cli.records.fields.record import Record, Source
from banso_cli.records.roster import Roster
from banso_cli.records.theme import Theme
from banso_cli.tasks.new.adding import already_there, carry_out
from banso_cli.tasks.opened.opening import open_to_write
from banso_cli.text.meaning import folded
from banso_cli.text.suggestion import perhaps

Listed = TypeVar("Listed", bound="Record")


def add_theme(
    theme_id: str,
    name: str,
    cited: tuple[str, str | None],
    alias: Sequence[str],
    description: str | None,
    roster: Path | None,
    *,
    diff: bool,
) -> None:
    """Add a theme to the end of themes.yaml."""
    folder, records = open_to_write(roster, only_shown=diff)
    known = _whole(records.theme_list, "themes", records)
    if not re.fullmatch("[a-z][a-z0-9-]*", theme_id):
        raise misused(
            _("'{name}' is no short name of small letters and hyphens").format(name=theme_id),
            _("write it as {example}").format(example="public-transport"),
        )
    _refuse_known(theme_id, (theme.id for theme in known.themes), "themes.yaml")
    _refuse_known(name, _names(known.themes), "themes.yaml")
    title, url = cited
    theme = Theme(
        id=theme_id,
        name=name,
        aliases=tuple(alias),
        description=description,
        sources=(Source(title=title, url=url),),
    )
    edit = insertion(known, "themes", theme, len(known.themes))
    carry_out(edit, records, folder, diff=diff)


def add_agency(  # noqa: PLR0913 - each parameter is an option of the command
    name: str,
    kind: str,
    parent: str | None,
    alias: Sequence[str],
    note: str | None,
    after: str | None,
    roster: Path | None,
    *,
    diff: bool,
) -> None:
    """Add a body to agencies.yaml, where it belongs."""
    folder, records = open_to_write(roster, only_shown=diff)
    bodies = _whole(records.agency_list, "agencies", records)
    known = [agency.name for agency in bodies.agencies]
    _refuse_known(name, _names(bodies.agencies), "agencies.yaml")
    if after is not None and after not in known:
        raise misused(
            _("the agency '{name}' is not in agencies.yaml").format(name=after),
            perhaps(after, known),
        )
    given = {"name": name, "kind": kind, "parent": parent, "aliases": tuple(alias), "note": note}
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
        raise unfit(
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
    for each in known:
        if folded(each) == folded(name):
            raise already_there(each, file)
