"""What `banso new period` does: it writes the file of a period."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from banso_cli.editing.edits import Edit
from banso_cli.files.failure import misused
from banso_cli.locale import _
from banso_cli.records.fields.record import Source
from banso_cli.records.periods.period import Period
from banso_cli.tasks.new.adding import already_there, carry_out
from banso_cli.tasks.opened.opening import open_to_write
from banso_cli.terminal.output import say


def add_period(
    number: int,
    fiscal_year: int,
    days: tuple[dt.date | None, dt.date | None],
    coverage: str,
    source: tuple[str | None, str | None],
    roster: Path | None,
    *,
    diff: bool,
) -> None:
    """Write the file of a period; of its days and its source may be given what is known."""
    title, url = source
    start, end = days
    if url and not title:
        raise misused(_("--url goes with --source"), _("add --source TITLE"))
    folder, records = open_to_write(roster, only_shown=diff)
    if (known := records.period(number)) is not None:
        raise already_there(number, known.places.path)
    period = Period.model_validate(
        {
            "number": number,
            "fiscal_year": fiscal_year,
            "start": start or dt.date(fiscal_year, 4, 1),
            "end": end or dt.date(fiscal_year + 1, 3, 31),
            "coverage": coverage,
            "published": (),
            "sources": (Source(title=title, url=url),) if title else (),
        }
    )
    period.named(f"periods/{number}")
    carry_out(Edit(period.id, None, period), records, folder, diff=diff)
    if records.programme and records.programme.measure_in_force(number) is None:
        say(_("name the population that counts for it: measures_in_force in programme.yaml"))
