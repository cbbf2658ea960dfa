"""A condition such as prefecture=長野県, and its value as the roster has it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from banso_cli.files.failure import misused
from banso_cli.locale import _
from banso_cli.records.roster import Roster
from banso_cli.reference.bodies import short_names
from banso_cli.statistics.dimensions import Dimension, dimension
from banso_cli.text.meaning import in_other_letters
from banso_cli.text.suggestion import perhaps

if TYPE_CHECKING:  # counting does without it
    from banso_cli.datasets.listing import Listing


def value_meant(
    name: str, value: str, known: Iterable[str], by: Dimension | None, roster: Roster
) -> str:
    """Return the known value that is written, be it by an alias or in other letters.

    Of a dimension also the short names of bodies are known. What is not is a failure that proposes
    the nearest: an empty result would look like one.
    """
    names = dict.fromkeys(known)
    if value in names:
        return value
    aliases: Mapping[str, str] = {}
    if by and by.id in roster.names:
        listed = roster.names[by.id]
        short = {each: body for body in listed.all for each in short_names().get(body, ())}
        aliases = {**short, **listed.aliases}
    if meant := in_other_letters(value, names, aliases):
        return meant
    raise misused(
        _("'{name}' has no class '{value}'").format(name=name, value=value),
        perhaps(value, list(names), aliases),
    )


def condition_meant(listing: Listing, condition: str, roster: Roster) -> tuple[str, str]:
    """Return the column and the value that are meant; a value that nothing has is a failure."""
    name, equals, value = (part.strip() for part in condition.partition("="))
    fields = _("fields: {names}").format(names=_(", ").join(c.heading for c in listing.columns))
    if not equals:
        raise misused(
            _("--where wants FIELD=VALUE, not '{condition}'").format(condition=condition), fields
        )
    by = dimension(name)
    columns = {word: each.key for each in listing.columns for word in (each.heading, each.key)}
    key = columns.get(name) or columns.get(by.id if by else "")
    if key is None:
        raise misused(_("there is no field '{name}' here").format(name=name), fields)
    known = dict.fromkeys(listing.values(key))
    if by and roster.programme:
        known |= dict.fromkeys(by.classes(roster, roster.programme))
    return key, value_meant(name, value, known, by, roster)
