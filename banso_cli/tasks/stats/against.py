"""What `banso stats --against` does: it sets a period beside an earlier one."""

from __future__ import annotations

from banso_cli.reports.data.json_values import json_text, members_of
from banso_cli.statistics.against import figures_against, moves_against, table_against
from banso_cli.statistics.counting import Counting
from banso_cli.statistics.dimensions import Dimension
from banso_cli.statistics.tables.changes import Change
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
    besides = [table_against(counting, earlier, by) for by in dimensions]
    if not counting.where:
        moves = moves_against(counting.roster, period, before)
        besides = [figures_against(period, before), moves, *besides]
    if form == "json":
        whole = {
            "schema_version": 1,
            "period": period.number,
            "against": before.number,
            "errors": counting.errors,
            "tables": [
                {**members_of(each), "changes": [*map(_change, each.changes)]} for each in besides
            ],
        }
        put_data(json_text(whole))
        return
    title = f"{counting.programme.name} 第{before.number}期と第{period.number}期"
    heads = (f"第{before.number}期", f"第{period.number}期")
    show_against(title, heads, besides, NOTES)


def _change(change: Change) -> object:
    derived = {"difference": change.difference, "rate": change.rate, "points": change.points}
    return {**members_of(change), **derived}
