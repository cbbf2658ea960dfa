"""What a bar chart says as a whole: its title, its figures as a sentence, or why there are none."""

from __future__ import annotations

from banso_cli.reports.entries import Chart
from banso_cli.reports.pictures.bar_entries import entries
from banso_cli.reports.pictures.lettering import legible
from banso_cli.reports.pictures.picture import stamp
from banso_cli.statistics.tables.table import UNRECORDED, Table, TableStatus
from banso_cli.statistics.tables.words import UNKNOWN, WITHHELD

MOST_NAMED = 3
"""Of so many classes of the same size the text beside a picture tells that they are largest."""


def heading(chart: Chart) -> str:
    """Return the title of a chart; it tells where the figures are only published ones."""
    published = chart.table.status is TableStatus.PUBLISHED
    return legible(f"{chart.number}{chart.table.title}{'（公表値）' if published else ''}")


def description(chart: Chart, errors: int) -> str:
    """Return all that a chart shows in words."""
    table = chart.table
    words = "、".join(str(entry) for entry in entries(table))
    shown = f"{words}。" if words else reason(table) or f"{absence(table)}。"
    return stamp(errors) + shown


def absence(table: Table) -> str:
    """Return the mark of a table without figures, and its meaning."""
    return f"{WITHHELD} 秘匿" if table.status is TableStatus.WITHHELD else f"{UNKNOWN} {UNRECORDED}"


def reason(table: Table) -> str:
    """Return why a table has no figures."""
    return legible(" ".join(table.notes))


def alternative(chart: Chart) -> str:
    """Return what a chart says at a glance; all its figures are in the table beneath it."""
    if not chart.table.rows:
        return f"{heading(chart)}の図。{reason(chart.table) or absence(chart.table)}"
    most = _most(chart.table)
    shown = f"最も多いのは{'、'.join(most)}。" if most else ""
    return f"{heading(chart)}の横棒グラフ。{shown}数は下の表のとおり。"


def _most(table: Table) -> tuple[str, ...]:
    """Return the largest class in words, or the few that are; none where it is not certain."""
    if table.recorded != table.total:
        return ()
    lengths = {entry: entry.values[0].length or 0 for entry in entries(table)[:-1]}
    largest = max(lengths.values())
    found = tuple(str(entry) for entry, length in lengths.items() if length == largest > 0)
    return found if len(found) < len(lengths) and len(found) <= MOST_NAMED else ()
