"""What `banso stats --against` does: it sets a period beside an earlier one."""

from __future__ import annotations

from banso_cli.reports.data.json_values import json_text, members_of
from banso_cli.statistics.against import (
    Beside,
    Change,
    figures_against,
    moves_against,
    table_against,
)
from banso_cli.statistics.counting import Counting
from banso_cli.statistics.dimensions import Dimension
from banso_cli.terminal.against import show_against
from banso_cli.terminal.output import put_data

NOTES = (
    "増減率と割合の増減は、数から一度だけ四捨五入したもの。…は、どちらかの期が未収録。",
    "応募に対する支援の率は示さない。支援官には、応募によらない地方創生支援オフィサーを含む。",
)


def show_beside(
    counting: Counting, earlier: Counting, dimensions: tuple[Dimension, ...], form: str
) -> None:
    """Show a period beside an earlier one, by these dimensions."""
    period, before = counting.period, earlier.period
    besides: list[Beside] = []
    if not counting.where:
        besides.append(figures_against(period, before))
        besides.append(moves_against(counting.roster, period, before))
    besides += [table_against(counting, earlier, by) for by in dimensions]
    if form == "json":
        put_data(json_text(_whole(counting, earlier, besides)))
        return
    title = f"{counting.programme.name} 第{before.number}期と第{period.number}期"
    heads = (f"第{before.number}期", f"第{period.number}期")
    show_against(title, heads, besides, NOTES)


def _whole(counting: Counting, earlier: Counting, besides: list[Beside]) -> object:
    return {
        "schema_version": 1,
        "period": counting.period.number,
        "against": earlier.period.number,
        "errors": counting.errors,
        "tables": [
            {**members_of(each), "changes": [_change(change) for change in each.changes]}
            for each in besides
        ],
    }


def _change(change: Change) -> object:
    derived = {"difference": change.difference, "rate": change.rate, "points": change.points}
    return {**members_of(change), **derived}
