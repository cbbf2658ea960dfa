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
from banso_cli.tasks.opened.opening import folder_of_roster, open_roster
from banso_cli.terminal.output import put_columns
from banso_cli.text.suggestion import perhaps


def show_list(kind: str, where: Iterable[str], roster: Path | None) -> None:
    """List the records of one kind that meet all conditions."""
    records = without_classes(open_roster(folder_of_roster(roster)))
    whole = found = LISTINGS[kind](records)
    for condition in where:
        found = _chosen(found, condition)
        _refuse_unknown(whole, condition, records)
    _show(found)


def _refuse_unknown(whole: Listing, condition: str, roster: Roster) -> None:
    """Fail where no record has the value, and no list of the roster: it is mistyped."""
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
    last_line = plural("{count} record", "{count} records", len(rows))
    put_columns(heads, rows, last_line, piped=cell_text)
