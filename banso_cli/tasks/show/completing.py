"""What the shell may complete: names and ids, as the nearest roster has them."""

from __future__ import annotations

from collections.abc import Iterator

from banso_cli.files.failure import Failure
from banso_cli.reading.locate import Origin
from banso_cli.rules import RULES
from banso_cli.statistics.dimensions import DIMENSIONS
from banso_cli.tasks.opened.opening import folder_of_roster, open_roster
from banso_cli.tasks.show.cards import cards


def names_to_show() -> Iterator[str]:
    """Yield what `banso show` knows; nothing where no roster can be read."""
    try:
        folder = folder_of_roster(None)
        roster = open_roster(folder)
    except Failure:
        return
    for card in cards(roster, None, Origin.of(folder)):
        yield from sorted(card.names)


def names_to_explain() -> Iterator[str]:
    """Yield the rules, and the dimensions of the tables."""
    yield from (rule.id for rule in RULES)
    yield from names_to_count()


def names_to_count() -> Iterator[str]:
    """Yield the dimensions by the names that are shown, and by their ids."""
    yield from (each.noun for each in DIMENSIONS)
    yield from (each.id for each in DIMENSIONS)
