"""Tables for the terminal, right under Japanese; bars stand in the last column."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from banso_cli.commands.output import put
from banso_cli.commands.wrapping import wrapped
from banso_cli.reports.results import Results
from banso_cli.reports.summary import chart
from banso_cli.reports.templates import bar, figure, percent, signed
from banso_cli.statistics.table import UNRECORDED, Comparison, CrossTable, Table, TableStatus

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table as Grid

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

    found = Grid(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    for title, is_number in columns:
        found.add_column(title, justify="right" if is_number else "left", overflow="fold")
    return found


def _show_table(out: Console, table: Table) -> None:
    if table.status is not TableStatus.RECORDED:
        _note(out, f"■ {table.title}: {' '.join(table.notes)}")
        return
    most, has_published = chart(table).most, chart(table).has_published
    published = (("公表値", True),) if has_published else ()
    found = grid(
        ("区分", False), (f"数({table.unit})", True), ("割合", True), *published, ("", False)
    )
    for row in table.rows:
        drawn = "" if row.key == UNRECORDED else bar(row.count, most)
        cells = [row.key, figure(row.count), percent(row.share)]
        if has_published:
            cells.append(figure(row.published) if row.key != UNRECORDED else "")
        found.add_row(*cells, drawn)
    found.add_row("計", figure(table.total), style="bold")
    out.print(f"■ {table.title}", style="bold")
    out.print(found)
    for note in table.notes:
        _note(out, f"※ {note}")


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
