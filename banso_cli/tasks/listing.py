"""What `banso list` does: it shows the records of one kind."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from banso_cli.datasets.csv import cell_text
from banso_cli.datasets.listing import LISTINGS, Listing
from banso_cli.files.failure import ExitCode, Failure
from banso_cli.locale import _, plural
from banso_cli.privacy.class_names import without_classes
from banso_cli.records.roster import Roster
from banso_cli.statistics.dimensions import dimension
from banso_cli.tasks.opened.earlier import roster_at
from banso_cli.tasks.opened.opening import folder_of_roster
from banso_cli.tasks.values import aliases_of, value_meant
from banso_cli.terminal.output import put_columns


def show_list(
    kind: str, where: Iterable[str], roster: Path | None, revision: str | None = None
) -> None:
    """List the records of one kind that meet all conditions."""
    records = without_classes(roster_at(folder_of_roster(roster), revision))
    whole = found = LISTINGS[kind](records)
    for condition in where:
        key, value = _condition(whole, condition, records)
        found = found.where(key, value)
    _show(found)


def _condition(listing: Listing, condition: str, roster: Roster) -> tuple[str, str]:
    """Return the column and the value that are meant; a value that nothing has is a failure."""
    name, equals, value = (part.strip() for part in condition.partition("="))
    fields = _("fields: {names}").format(names=_(", ").join(c.heading for c in listing.columns))
    if not equals:
        raise Failure(
            ExitCode.WRONG_USAGE,
            _("--where wants FIELD=VALUE, not '{condition}'").format(condition=condition),
            fields,
        )
    by = dimension(name)
    columns = {word: each.key for each in listing.columns for word in (each.heading, each.key)}
    key = columns.get(name) or columns.get(by.id if by else "")
    if key is None:
        raise Failure(
            ExitCode.WRONG_USAGE, _("there is no field '{name}' here").format(name=name), fields
        )
    known = dict.fromkeys(listing.values(key))
    if by and roster.programme:
        known |= dict.fromkeys(by.classes(roster, roster.programme))
    return key, value_meant(name, value, known, aliases_of(by, roster))


def _show(listing: Listing) -> None:
    heads, rows = listing.shown()
    last_line = plural("{count} record", "{count} records", len(rows))
    put_columns(heads, rows, last_line, piped=cell_text)
