"""What `banso list` does: it shows the records of one kind."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from banso_cli.datasets.activities import ActivityLine
from banso_cli.datasets.formats.csv import cell_text
from banso_cli.datasets.listing import LISTINGS
from banso_cli.files.failure import misused
from banso_cli.locale import _, plural
from banso_cli.privacy.class_names import without_classes
from banso_cli.records.teams.continuity import with_derived_status
from banso_cli.reports.data.json_values import json_text
from banso_cli.tasks.opened.opening import folder_of_roster, roster_at
from banso_cli.tasks.values import condition_meant
from banso_cli.terminal.columns import put_columns
from banso_cli.terminal.output import put_bytes, put_data


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
    records = without_classes(with_derived_status(roster_at(folder_of_roster(roster), revision)))
    if asked.contact:
        from banso_cli.tasks.contact import contact_listing  # noqa: PLC0415 - it takes the rules

        whole = found = contact_listing(records, asked.day, asked.quiet_for)
    else:
        whole = found = LISTINGS[kind](records)
    for condition in asked.where:
        key, value = condition_meant(whole, condition, records)
        found = found.where(key, value)
    if asked.form == "ics":
        from banso_cli.datasets.formats.calendar import calendar  # noqa: PLC0415 - few ask for it

        lines = (each for each in found.records if isinstance(each, ActivityLine))
        put_bytes(calendar(lines, records, is_whole=not asked.where))
    elif asked.form == "json":
        put_data(json_text({"schema_version": 1, "kind": kind, "records": found.objects()}))
    else:
        heads, rows = found.shown()
        last_line = plural("{count} record", "{count} records", len(rows))
        piped = asked.form == "tsv"
        put_columns(heads, rows, last_line, piped=cell_text, is_piped=piped, spare=found.spare)


def _refuse_mixed(kind: str, asked: Asked) -> None:
    """Fail where options do not belong together."""
    if asked.contact and kind != "teams":
        raise misused(_("--contact is of teams: banso list teams --contact"))
    if not asked.contact and (asked.quiet_for or asked.day):
        raise misused(_("--quiet-for and --as-of go with --contact"))
    if asked.form == "ics" and kind != "activities":
        raise misused(_("a calendar is of activities: banso list activities"))
