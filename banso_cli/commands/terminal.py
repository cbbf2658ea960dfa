"""Tables for the terminal, right under Japanese; bars stand in the last column."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from wcwidth import wcswidth

from banso_cli.commands.output import put
from banso_cli.commands.wrapping import wrapped
from banso_cli.reports.marks import NOT_APPLICABLE
from banso_cli.reports.results import Results
from banso_cli.reports.templates import BAR_WIDTH, bar, figure, percent, signed
from banso_cli.statistics.table import UNRECORDED, Comparison, CrossTable, Row, Table, TableStatus

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table as Grid

GAP = 2
"""Blanks between two columns."""

PIPED_WIDTH = 80
"""Columns of output that goes to a file or another program, whatever the terminal."""


def console() -> Console:
    """Return a console that gathers what it prints; plain, and of one width, when piped."""
    from rich.console import Console

    if sys.stdout.isatty():
        return Console(highlight=False, emoji=False, markup=False, record=False)
    return Console(
        highlight=False,
        emoji=False,
        markup=False,
        width=PIPED_WIDTH,
        force_terminal=False,
        color_system=None,
    )


def show_results(results: Results) -> None:
    """Print all tables of a period."""
    out = console()
    with out.capture() as captured:
        out.print(results.title)
        if results.errors:
            _note(out, f"不完全: 台帳に{results.errors}件のエラーが残ったまま集計した表です。")
        for table in results.tables:
            out.print()
            _show_table(out, table)
        for cross in results.crosses:
            out.print()
            _show_cross(out, cross)
        if results.comparisons:
            out.print()
            _show_comparisons(out, results.comparisons)
    put("".join(f"{line.rstrip()}\n" for line in captured.get().splitlines()))


def _note(out: Console, text: str, hanging: int = 3) -> None:
    for line in wrapped(text, out.width, hanging=hanging):
        out.print(line, soft_wrap=True)


def grid(*columns: tuple[str, bool]) -> Grid:
    """Return an empty table; each column has a title and whether it holds numbers."""
    from rich.table import Table as Grid

    found = Grid(box=None, pad_edge=False, padding=(0, GAP, 0, 0), header_style="bold")
    for title, is_number in columns:
        found.add_column(title, justify="right" if is_number else "left", overflow="fold")
    return found


def _show_table(out: Console, table: Table) -> None:
    if not table.rows:
        _note(out, f"■ {table.title}: {' '.join(table.notes)}")
        return
    out.print(f"■ {table.title}", style="bold")
    out.print(_table_grid(table, out.width))
    for note in table.notes:
        _note(out, f"※ {note}")


def _table_grid(table: Table, width: int) -> Grid:
    """Return the classes of a table, with bars as long as the rest of the columns leaves room."""
    is_published = table.status is TableStatus.PUBLISHED
    heads = [("区分", False), (f"{'公表値' if is_published else '数'}({table.unit})", True)]
    heads.append(("割合", True))
    heads += [("公表値", True)] if table.has_published else []
    heads += [("公表値の割合", True)] if table.has_published_share else []
    heads += [("応募", True)] if table.has_applied else []
    lines = [_cells(table, row) for row in table.rows]
    totals = ["計", figure(table.shown_total), ""]
    totals += [figure(table.published_total)] if table.has_published else []
    totals += [""] if table.has_published_share else []
    totals += [figure(table.applied_total)] if table.has_applied else []
    columns = zip(*([head for head, _ in heads], *lines, totals), strict=True)
    room = width - sum(max(map(wcswidth, cells)) + GAP for cells in columns)
    found = grid(*heads, ("", False))
    for row, cells in zip(table.rows, lines, strict=True):
        drawn = bar(row.shown, table.most, max(0, min(BAR_WIDTH, room)))
        found.add_row(*cells, drawn if row.key != UNRECORDED else "")
    found.add_row(*totals, style="bold")
    return found


def _cells(table: Table, row: Row) -> list[str]:
    def of_class(text: str) -> str:
        return NOT_APPLICABLE if row.key == UNRECORDED else text

    cells = [row.key, figure(row.shown), percent(row.shown_share)]
    cells += [of_class(figure(row.published))] if table.has_published else []
    cells += [of_class(percent(row.published_share))] if table.has_published_share else []
    cells += [of_class(figure(row.applied))] if table.has_applied else []
    return cells


def _show_cross(out: Console, cross: CrossTable) -> None:
    if cross.status is not TableStatus.RECORDED:
        _note(out, f"■ {cross.title}: {' '.join(cross.notes)}")
        return
    turned = len(cross.columns) > len(cross.rows)
    keys = [row.key for row in cross.rows]
    heads = keys if turned else list(cross.columns)
    found = grid(("", False), *((head, True) for head in heads), ("計", True))
    if turned:
        columns = zip(*(row.counts for row in cross.rows), strict=True)
        lines = list(zip(cross.columns, columns, strict=True))
    else:
        lines = [(row.key, row.counts) for row in cross.rows]
    for key, counts in lines:
        found.add_row(key, *(figure(count) for count in counts), figure(sum(counts)))
    sums = [sum(counts[at] for _key, counts in lines) for at in range(len(heads))]
    found.add_row("計", *(figure(each) for each in sums), figure(cross.total), style="bold")
    out.print(f"■ {cross.title}({cross.unit})", style="bold")
    out.print(found)
    for note in cross.notes:
        _note(out, f"※ {note}")


def _show_comparisons(out: Console, comparisons: tuple[Comparison, ...]) -> None:
    found = grid(("指標", False), ("公表値", True), ("台帳の集計", True), ("差", True))
    for each in comparisons:
        found.add_row(
            each.label,
            figure(each.published, each.unit),
            figure(each.counted, each.unit),
            signed(each.difference),
        )
    out.print("■ 公表値との照合", style="bold")
    out.print(found)
    for each in comparisons:
        if each.difference:
            _note(out, f"※ {each.label}: {each.note}")
