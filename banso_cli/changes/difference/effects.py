"""What a change means for the tables: figures before and after, but for what is personal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from banso_cli.changes.difference.difference import Cell
from banso_cli.changes.difference.renaming import Renamed
from banso_cli.records.periods.counts import counted
from banso_cli.records.periods.period import FIGURE_LABELS
from banso_cli.records.periods.programme import Programme
from banso_cli.records.roster import Roster
from banso_cli.statistics.counting import Counting
from banso_cli.statistics.dimensions import DIMENSIONS
from banso_cli.statistics.tables.origins import ORIGINS
from banso_cli.statistics.tables.table import TableStatus

TOTALS, PUBLISHED = "totals", "published"
"""The tables of counted and of published totals; `published_rank` is a breakdown as published."""

Tables = dict[tuple[int, str], dict[str, int | None]]
"""Figures by class, of each table of a period."""

_TITLES = {TOTALS: "台帳の集計", PUBLISHED: "公表値"} | {
    f"{prefix}{by.id}": f"{by.noun}{words}"
    for by in DIMENSIONS
    for prefix, words in (
        ("", ""),
        ("published_", "（公表値）"),
        ("applications_", "（応募の集計）"),
        ("applied_", "（応募の公表値）"),
    )
}


def effects(before: Roster, after: Roster, renamed: Renamed) -> tuple[Cell, ...] | None:
    """Return the figures that differ; None where the tables of a state cannot be counted."""
    if before.programme is None or after.programme is None:
        return None
    old, new = _tables(before, before.programme), _tables(after, after.programme)
    old = {
        (number, table): {renamed.called(table, key): figure for key, figure in figures.items()}
        for (number, table), figures in old.items()
    }
    return tuple(_cells(old, new))


def _cells(old: Tables, new: Tables) -> Iterator[Cell]:
    order = {table: at for at, table in enumerate(_TITLES)}
    for name in sorted({*old, *new}, key=lambda name: (name[0], order[name[1]])):
        one, other = old.get(name), new.get(name)
        for key in {**(other or {}), **(one or {})}:
            pair = _figure(name[1], one, key), _figure(name[1], other, key)
            if pair[0] != pair[1] and any(pair):
                yield Cell(*name, _TITLES[name[1]], key, *pair)


def _figure(table: str, figures: Mapping[str, int | None] | None, key: str) -> int | None:
    """Return a figure; a class that is not in a table is counted as none there."""
    if figures is None:
        return None
    is_counted = table != TOTALS and not table.startswith((PUBLISHED, "applied_"))
    return figures.get(key, 0 if is_counted else None)


def _tables(roster: Roster, programme: Programme) -> Tables:
    return {
        (period.number, table): figures
        for period in roster.periods
        for table, figures in _of_period(Counting(roster, programme, period, as_defined=True))
        if figures
    }


def _of_period(counting: Counting) -> Iterator[tuple[str, dict[str, int | None]]]:
    totals = {
        label: counted(counting.roster, counting.period.number, figure)
        for figure, (label, _unit) in FIGURE_LABELS.items()
    }
    yield TOTALS, {label: number for label, number in totals.items() if number is not None}
    published = counting.period.published
    yield PUBLISHED, {FIGURE_LABELS[each.figure][0]: each.value for each in published}
    for by in DIMENSIONS:
        if by.personal:
            continue
        table = counting.table(by)
        if table.status is TableStatus.RECORDED:
            yield by.id, {row.key: row.count for row in table.rows}
        for origin in ORIGINS.values():
            if origin.number != "count":
                numbers = {row.key: getattr(row, origin.number) for row in table.rows}
                yield (
                    f"{origin.number}_{by.id}",
                    {key: each for key, each in numbers.items() if each is not None},
                )
