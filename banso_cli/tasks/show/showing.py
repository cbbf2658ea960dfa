"""What `banso show` does: it shows one thing that a roster knows, by any of its names."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from banso_cli.files.failure import Failure, misused
from banso_cli.locale import _
from banso_cli.privacy.class_names import without_classes
from banso_cli.reading.locate import Origin
from banso_cli.records.roster import Roster
from banso_cli.records.teams.continuity import with_derived_status
from banso_cli.tasks.opened.opening import folder_of_roster, roster_at
from banso_cli.tasks.show.cards import Card, cards
from banso_cli.terminal.tables import show_lines
from banso_cli.text.meaning import folded


def show_record(
    wanted: str, period: int | None, roster: Path | None, revision: str | None = None
) -> None:
    """Show what is called so; a name that several things have is told with all of them."""
    folder = folder_of_roster(roster)
    records = without_classes(with_derived_status(roster_at(folder, revision)))
    found = card_called(wanted, records, period, Origin.of(folder))
    show_lines([found.title, *(f"  {line}" for line in found.lines)])


def card_called(wanted: str, records: Roster, period: int | None, origin: Origin) -> Card:
    """Return the one thing that is called so; numbers are those of the period, or the latest."""
    every = tuple(cards(records, period, origin))
    found = _called(wanted, every)
    if not found:
        raise _unknown(wanted, records, every)
    if len(found) > 1:
        names = _(", ").join(f"{card.title} ({card.id})" for card in found)
        raise misused(
            _("'{name}' may mean {count} records: {names}").format(
                name=wanted, count=len(found), names=names
            ),
            _("name one of them by its id, such as {id}").format(id=found[0].id),
        )
    return found[0]


def _called(wanted: str, every: Sequence[Card]) -> list[Card]:
    """Return what has this very name, else what has it in old letters or in other widths."""
    exact = [card for card in every if wanted in card.names]
    if exact:
        return exact
    fold = folded(wanted)
    return [card for card in every if fold and fold in map(folded, card.names)]


def _unknown(wanted: str, roster: Roster, every: Sequence[Card]) -> Failure:
    from banso_cli.tasks.show.names_meant import absent, meant  # noqa: PLC0415 - it takes all rules

    message = absent(wanted, roster) or _("nothing is called '{name}'").format(name=wanted)
    known = [name for card in every for name in sorted(card.names) if not name.isdecimal()]
    return misused(message, meant(wanted, roster, known))
