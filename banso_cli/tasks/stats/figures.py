"""What `banso stats` does: it counts a period."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

from banso_cli.files.failure import misused
from banso_cli.locale import _
from banso_cli.records.periods.period import Period
from banso_cli.statistics.counting import Counting
from banso_cli.statistics.dimensions import DIMENSIONS, SUMMARY
from banso_cli.statistics.tables.arranging import Order
from banso_cli.statistics.tables.results import Results, results_of
from banso_cli.tasks.opened.sound import chosen_period, sound_roster
from banso_cli.tasks.stats.against import show_beside
from banso_cli.tasks.stats.counted import condition_of, dimensions_of, pair_of
from banso_cli.terminal.output import put_bytes, put_data
from banso_cli.terminal.tables import show_results


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be counted, as the user names it, in which order, and how it is shown."""

    by: Sequence[str]
    cross: Sequence[str]
    where: Sequence[str]
    top: int | None
    sort: str | None
    form: str
    day: dt.date | None = None
    against: int | None = None


def show_figures(
    asked: Asked,
    period: int | None,
    roster: Path | None,
    revision: str | None = None,
    *,
    allow_invalid: bool,
) -> None:
    """Count a period: without --by the six tables of the summary, then the published totals."""
    _refuse_mixed(asked)
    chosen = dimensions_of(asked.by)
    crossed = tuple(pair_of(names) for names in asked.cross)
    records, programme, errors = sound_roster(
        roster, revision, allow_invalid=allow_invalid, day=asked.day
    )
    found = chosen_period(records, period)
    _refuse_other_period(asked.day, found)
    conditions = tuple(condition_of(text, records, programme, found) for text in asked.where)
    whole = not chosen and not crossed
    if whole:
        chosen = DIMENSIONS if asked.form in {"csv", "json"} else SUMMARY
    counting = Counting(records, programme, found, conditions, errors=errors, as_of=asked.day)
    if asked.against is not None:
        _refuse_later(asked.against, found)
        earlier = replace(counting, period=chosen_period(records, asked.against))
        show_beside(counting, earlier, chosen, asked.form)
        return
    totals, order = whole and not conditions, cast("Order | None", asked.sort)
    results = results_of(
        counting, errors, chosen, crossed, order=order, top=asked.top, totals=totals
    )
    _show(results, asked.form)


def _refuse_mixed(asked: Asked) -> None:
    if asked.against is None:
        return
    if asked.cross or asked.day or asked.top or asked.sort:
        raise misused(_("--against does not go with --cross, --as-of, --top and --sort"))
    if asked.form not in {"table", "json"}:
        message = _("--against has the forms table and json, not {form}")
        raise misused(message.format(form=asked.form))


def _refuse_later(number: int, period: Period) -> None:
    if number >= period.number:
        raise misused(
            _("--against wants a period before {number}, not {other}").format(
                number=period.number, other=number
            )
        )


def _refuse_other_period(day: dt.date | None, period: Period) -> None:
    if day is not None and not period.start <= day <= period.end:
        raise misused(
            _("{day} is not in period {number}").format(day=day, number=period.number),
            _("the period is from {start} to {end}").format(start=period.start, end=period.end),
        )


def _show(results: Results, form: str) -> None:
    if form == "table":
        show_results(results)
    elif form == "markdown":
        from banso_cli.reports.markdown import tables_markdown  # noqa: PLC0415 - it takes Jinja2

        put_data(tables_markdown(results))
    elif form == "csv":
        from banso_cli.datasets.formats.csv import sheet_csv  # noqa: PLC0415 - people read tables
        from banso_cli.datasets.long_form import statistics  # noqa: PLC0415 - the same

        put_bytes(sheet_csv(statistics(results)))
    else:
        from banso_cli.reports.data.json import as_json  # noqa: PLC0415 - the same

        put_data(as_json(results))
