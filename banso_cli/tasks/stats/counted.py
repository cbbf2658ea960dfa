"""What to count, as the user names it: dimensions, pairs of them, conditions."""

from __future__ import annotations

from collections.abc import Iterable

from banso_cli.files.failure import misused
from banso_cli.locale import _
from banso_cli.records.periods.period import Period
from banso_cli.records.periods.programme import Programme
from banso_cli.records.roster import Roster
from banso_cli.statistics.condition import Condition
from banso_cli.statistics.crossing import crossable
from banso_cli.statistics.dimensions import DIMENSIONS, Dimension, dimension
from banso_cli.statistics.selection import Selection
from banso_cli.tasks.values import value_meant
from banso_cli.text.suggestion import perhaps


def dimensions_of(names: Iterable[str]) -> tuple[Dimension, ...]:
    """Return the dimensions of these ids, several of which may be parted by commas."""
    parts = (part.strip() for each in names for part in each.split(","))
    return tuple(_dimension(part) for part in dict.fromkeys(parts))


def _dimension(name: str) -> Dimension:
    found = dimension(name)
    if found is None:
        nouns = _(", ").join(by.noun for by in DIMENSIONS)
        raise misused(
            _("there is no dimension '{name}'").format(name=name),
            perhaps(name, (each for by in DIMENSIONS for each in by.names))
            or _("dimensions: {names}").format(names=nouns),
        )
    return found


def pair_of(names: str) -> tuple[Dimension, Dimension]:
    """Return two dimensions that can be crossed."""
    parts = [part.strip() for part in names.split(",")]
    two = 2
    if len(parts) != two or parts[0] == parts[1]:
        raise misused(
            _("--cross wants two different dimensions, not '{names}'").format(names=names),
            _("write for example --cross rank,agency"),
        )
    first, second = _dimension(parts[0]), _dimension(parts[1])
    if not crossable(first, second):
        raise misused(
            _("activities are a team's: they cannot be crossed with '{names}'").format(
                names=first.id if second.counts == "activities" else second.id
            ),
            _("write for example --cross activity,region"),
        )
    return first, second


def condition_of(text: str, roster: Roster, programme: Programme, period: Period) -> Condition:
    """Return a condition such as prefecture=長野県; its value must be a class that occurs."""
    name, sign, value = (part.strip() for part in text.partition("="))
    if not sign or not value:
        raise misused(
            _("--where wants a dimension and a value, not '{text}'").format(text=text),
            _("write for example --where prefecture=長野県"),
        )
    by = _dimension(name)
    if by.personal:
        raise misused(
            _("'{name}' is a personal attribute; nothing is narrowed down by it").format(name=name),
            _("write for example --where prefecture=長野県"),
        )
    found = dict.fromkeys(by.classes(roster, programme))
    cases = Selection(roster, programme, period).of(by.counts)
    found |= dict.fromkeys(key for case in cases for key in by.read(case))
    return Condition(by, value_meant(name, value, found, by, roster))
