"""What `banso list` does: it shows the records of one kind."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from banso_cli.datasets.activities import ActivityLine
from banso_cli.datasets.contact import CONTACT, contact_lines
from banso_cli.datasets.formats.csv import cell_text
from banso_cli.datasets.listing import LISTINGS, Listing
from banso_cli.files.failure import misused
from banso_cli.locale import _, plural
from banso_cli.privacy.class_names import without_classes
from banso_cli.records.roster import Roster
from banso_cli.records.teams.continuity import with_status
from banso_cli.reports.data.json_values import json_text
from banso_cli.statistics.contact import day_shown
from banso_cli.statistics.dimensions import dimension
from banso_cli.tasks.opened.opening import folder_of_roster, roster_at
from banso_cli.tasks.opened.sound import chosen_period
from banso_cli.tasks.values import value_meant
from banso_cli.terminal.columns import put_columns
from banso_cli.terminal.output import put_bytes, put_data, say


@dataclass(frozen=True, slots=True)
class Asked:
    """Which records are to be listed, and how; `day` is what contact is counted to."""

    where: Iterable[str]
    form: str | None
    contact: bool
    quiet_for: int | None
    day: dt.date | None


def show_list(kind: str, asked: Asked, roster: Path | None, revision: str | None = None) -> None:
    """List the records of one kind that meet all conditions."""
    _refuse_mixed(kind, asked)
    records = without_classes(with_status(roster_at(folder_of_roster(roster), revision)))
    whole = found = _contact(asked, records) if asked.contact else LISTINGS[kind](records)
    for condition in asked.where:
        key, value = _condition(whole, condition, records)
        found = found.where(key, value)
    if asked.form == "ics":
        from banso_cli.datasets.formats.calendar import calendar  # noqa: PLC0415 - few ask for it

        lines = (each for each in found.records if isinstance(each, ActivityLine))
        put_bytes(calendar(lines, records, is_whole=not asked.where))
    elif asked.form == "json":
        put_data(json_text({"schema_version": 1, "kind": kind, "records": found.objects()}))
    else:
        heads, rows = found.shown()
        last_line, piped = (
            plural("{count} record", "{count} records", len(rows)),
            asked.form == "tsv",
        )
        put_columns(heads, rows, last_line, piped=cell_text, is_piped=piped, spare=found.spare)


def _refuse_mixed(kind: str, asked: Asked) -> None:
    """Fail where options do not belong together."""
    if asked.contact and kind != "teams":
        raise misused(_("--contact is of teams: banso list teams --contact"))
    if not asked.contact and (asked.quiet_for or asked.day):
        raise misused(_("--quiet-for and --as-of go with --contact"))
    if asked.form == "ics" and kind != "activities":
        raise misused(_("a calendar is of activities: banso list activities"))


def _contact(asked: Asked, roster: Roster) -> Listing:
    """Return the contact of the teams of the period that holds the day, else of the latest."""
    held = (p for p in roster.periods if asked.day and p.start <= asked.day <= p.end)
    period = next(held, None) or chosen_period(roster, None)
    day = day_shown(roster, period, asked.day)
    say(_("period {number}, as of {day}").format(number=period.number, day=day))
    lines, least = contact_lines(roster, period, day), asked.quiet_for
    if least is None:
        return Listing(CONTACT, lines)
    known = [(line, line.contact.quiet) for line in lines]
    unknown = sum(quiet is None for _line, quiet in known)
    if unknown:
        say(
            plural(
                "{count} team is left out: its activities are not recorded",
                "{count} teams are left out: their activities are not recorded",
                unknown,
            )
        )
    kept = (line for line, quiet in known if quiet is not None and quiet >= least)
    return Listing(CONTACT, tuple(kept))


def _condition(listing: Listing, condition: str, roster: Roster) -> tuple[str, str]:
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
