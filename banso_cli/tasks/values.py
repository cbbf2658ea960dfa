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


def value_meant(name: str, value: str, known: Iterable[str], aliases: Mapping[str, str]) -> str:
    """Return the known value that is written, be it by an alias or in other letters.

    What is not known is a failure that proposes the nearest: an empty result would look like one.
    """
    names = dict.fromkeys(known)
    if value in names:
        return value
    if meant := in_other_letters(value, names, aliases):
        return meant
    raise misused(
        _("'{name}' has no class '{value}'").format(name=name, value=value),
        perhaps(value, list(names), aliases),
    )


def aliases_of(by: Dimension | None, roster: Roster) -> Mapping[str, str]:
    """Return the other names of the classes of a dimension, bodies' short ones among them."""
    if by is None or by.id not in roster.names:
        return {}
    names = roster.names[by.id]
    short = {each: body for body in names.all for each in short_names().get(body, ())}
    return {**short, **names.aliases}
