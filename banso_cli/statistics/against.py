"""A period beside an earlier one: figures, tables and shares, and what became of municipalities."""

from __future__ import annotations

from banso_cli.records.periods.period import FIGURE_LABELS, FigureName, Period
from banso_cli.records.roster import Roster
from banso_cli.records.teams.continuity import supported_in
from banso_cli.statistics.counting import Counting
from banso_cli.statistics.dimensions import Dimension
from banso_cli.statistics.tables.changes import Amount, Beside, Change
from banso_cli.statistics.tables.table import UNRECORDED, Table, TableStatus

MOVES = ("引き続き支援", "支援が終わった", "新たに支援")


def figures_against(period: Period, earlier: Period) -> Beside:
    """Set the published figures side by side; no share of one in another is formed.

    Officers chosen are not all among those that applied: オフィサー did not.
    """
    names: dict[FigureName, None] = dict.fromkeys(
        each.figure for each in (*period.published, *earlier.published)
    )
    changes = tuple(
        Change(*FIGURE_LABELS[name], _published(earlier, name), _published(period, name))
        for name in names
    )
    return Beside("totals", "公表値", changes)


def _published(period: Period, name: FigureName) -> Amount:
    figure = period.figure(name)
    return Amount(figure.value if figure else None)


def table_against(counting: Counting, earlier: Counting, by: Dimension) -> Beside:
    """Set the classes of a dimension side by side; those of one alone are not known in the other.

    A period of which a part is recorded has its published numbers, where there are any.
    """
    now, then = counting.table(by), earlier.table(by)
    sides = (_amounts(then), _amounts(now))
    keys = dict.fromkeys(key for side in reversed(sides) for key in side)
    unknown = [table for table, side in zip((then, now), sides, strict=True) if not side]
    if len(unknown) == len(sides):
        return Beside(by.id, by.title, (), "".join(now.notes))
    changes = tuple(
        Change(key, by.unit, *(side.get(key, Amount(None)) for side in sides)) for key in keys
    )
    return Beside(by.id, by.title, changes)


def _amounts(table: Table) -> dict[str, Amount]:
    if table.status is TableStatus.RECORDED and not table.is_partial:
        return {row.key: Amount(row.count, table.total) for row in table.rows}
    rows = [row for row in table.rows if row.key != UNRECORDED and row.published is not None]
    return {row.key: Amount(row.published, table.published_total) for row in rows}


def moves_against(roster: Roster, period: Period, earlier: Period) -> Beside:
    """Return how many municipalities stayed, left and came, where both lists are whole."""
    title = "市町村の移り変わり"
    then, now = (supported_in(roster, each.number) for each in (earlier, period))
    if not then or not now:
        note = f"{UNRECORDED}。どちらの期も全チームを収めたときに示す。"
        return Beside("moves", title, (), note)
    stayed, before, after = len(then & now), len(then), len(now)
    sides = (
        (Amount(stayed, before), Amount(stayed, after)),
        (Amount(before - stayed, before), Amount(None)),
        (Amount(None), Amount(after - stayed, after)),
    )
    changes = (Change(move, "市町村", *each) for move, each in zip(MOVES, sides, strict=True))
    return Beside("moves", title, tuple(changes))
