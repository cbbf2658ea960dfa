"""`banso list`: the records of one kind, a line each."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

from banso_cli.commands.options import (
    RosterOption,
    argument,
    choice,
    folder_of_roster,
    open_roster,
    option,
)
from banso_cli.files.failure import ExitCode, Failure
from banso_cli.locale import _, plural
from banso_cli.terminal.output import put_data

if TYPE_CHECKING:
    from banso_cli.datasets.listing import Listing
    from banso_cli.records.roster import Roster

KINDS = ("teams", "municipalities", "themes", "agencies", "periods")

KIND = argument("|".join(KINDS), _("What to list."), parser=choice(*KINDS))
WHERE = option(
    "--where",
    _("FIELD=VALUE"),
    _("Only records with this value, such as prefecture=長野県; may be repeated."),
)


def list_records(
    kind: Annotated[str, KIND],
    *,
    where: Annotated[list[str] | None, WHERE] = None,
    roster: RosterOption = None,
) -> None:
    """List the records of one kind; piped, the fields are separated by tabs."""
    from banso_cli.datasets.listing import LISTINGS
    from banso_cli.privacy.class_names import without_classes

    records = without_classes(open_roster(folder_of_roster(roster)))
    whole = found = LISTINGS[kind](records)
    for condition in where or ():
        found = _chosen(found, condition)
        _refuse_unknown(whole, condition, records)
    _show(found)


def _refuse_unknown(whole: Listing, condition: str, roster: Roster) -> None:
    """Fail where no record has the value, and no list of the roster: it is mistyped."""
    from banso_cli.statistics.dimensions import dimension
    from banso_cli.text.suggestion import perhaps

    key, _sign, value = (part.strip() for part in condition.partition("="))
    by = dimension(key)
    known = dict.fromkeys(whole.values(key))
    if by and roster.programme:
        known |= dict.fromkeys(by.classes(roster, roster.programme))
    if value not in known:
        raise Failure(
            ExitCode.WRONG_USAGE,
            _("'{name}' has no class '{value}'").format(name=key, value=value),
            perhaps(value, list(known)),
        )


def _chosen(listing: Listing, condition: str) -> Listing:
    key, equals, value = condition.partition("=")
    keys = ", ".join(column.key for column in listing.columns)
    if not equals:
        raise Failure(
            ExitCode.WRONG_USAGE,
            _("--where wants FIELD=VALUE, not '{condition}'").format(condition=condition),
            _("fields: {names}").format(names=keys),
        )
    try:
        return listing.where(key.strip(), value.strip())
    except KeyError:
        raise Failure(
            ExitCode.WRONG_USAGE,
            _("there is no field '{name}' here").format(name=key),
            _("fields: {names}").format(names=keys),
        ) from None


def _show(listing: Listing) -> None:
    heads, rows = listing.shown()
    if not sys.stdout.isatty():
        from banso_cli.datasets.csv import cell_text

        lines = [heads, *(map(cell_text, row) for row in rows)]
        put_data("".join("\t".join(line) + "\n" for line in lines))
        return
    from banso_cli.terminal.tables import show_columns

    show_columns([heads, *rows], plural("{count} record", "{count} records", len(rows)))
