"""The value of a condition such as prefecture=長野県, as the roster has it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from banso_cli.files.failure import misused
from banso_cli.locale import _
from banso_cli.records.roster import Roster
from banso_cli.reference.bodies import short_names
from banso_cli.statistics.dimensions import Dimension
from banso_cli.text.meaning import in_other_letters
from banso_cli.text.suggestion import perhaps


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
