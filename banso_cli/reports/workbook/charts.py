"""The sheet 図: native bar charts, drawn from the cells of the sheet 統計表."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import cast

from xlsxwriter.chart import Chart as Drawing
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from banso_cli.datasets.sheet import Sheet
from banso_cli.reports.entries import Chart
from banso_cli.reports.pictures.bar_words import description, heading
from banso_cli.reports.summary import Summary
from banso_cli.reports.workbook.data_sheets import warning
from banso_cli.reports.workbook.writing import FONT, set_print
from banso_cli.statistics.series import ORIGINS, Whose
from banso_cli.statistics.table import UNRECORDED, Table

NAME = "図"
COLOUR, PAPER, INK, LINE = "#3460FB", "#FFFFFF", "#1A1A1C", "#767676"
FILLS = {
    Whose.COUNTED: {"fill": {"color": COLOUR}},
    Whose.PUBLISHED: {"fill": {"color": PAPER}},
}
STRIPES = {"pattern": {"pattern": "wide_upward_diagonal", "fg_color": COLOUR, "bg_color": PAPER}}
"""One colour; what was published is told apart by an empty bar, other figures by stripes."""

ROW_POINTS, ROW_PIXELS = 15, 20
"""The height of a row of this sheet, so that charts stand alike everywhere."""

COLUMNS, COLUMN_PIXELS = 10, 64
"""The columns that a chart covers: the width of A4, upright."""

PAGE_ROWS = 50
"""How many rows a printed page holds."""

TOP = 2
"""The row of the first chart."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart: where its classes stand in 統計表, the heading being row 0.

    `drawn` are the series with the columns of their figures.
    """

    chart: Chart
    sheet: str
    first: int
    last: int
    keys: int
    drawn: tuple[tuple[Whose, int], ...]

    @property
    def height(self) -> int:
        """Return the height in rows: the more bars, the higher, but never above a page."""
        bars = (self.last - self.first + 1) * len(self.drawn)
        legend = 2 if len(self.drawn) > 1 else 0
        return min(5 + legend + bars, PAGE_ROWS - TOP)


def charts_of(summary: Summary) -> tuple[Chart, ...]:
    """Return what may be drawn, in the order of the summary; 丸数字 are left out."""
    charts = (*summary.charts, summary.status, summary.agencies, summary.themes)
    return tuple(replace(chart, number="") for chart in charts)


def figures_of(summary: Summary, statistics: Sheet) -> tuple[Figure, ...]:
    """Return the charts that have figures."""
    found = (_figure(chart, statistics) for chart in charts_of(summary))
    return tuple(figure for figure in found if figure)


def _figure(chart: Chart, statistics: Sheet) -> Figure | None:
    names = [column.name for column in statistics.columns]
    table, key = names.index("table"), names.index("key")
    rows = [
        number
        for number, row in enumerate(statistics.rows, 1)
        if row[table] == chart.table.id and row[key] not in {None, UNRECORDED}
    ]
    drawn = tuple((each, names.index(field)) for each, field in _fields(chart.table))
    if not rows or not drawn:
        return None
    return Figure(chart, statistics.name, rows[0], rows[-1], key, drawn)


def in_shares(table: Table) -> bool:
    """Tell whether shares are drawn: where of the published classes only those are known."""
    numbered = any(row.published is not None for row in table.rows)
    return not numbered and any(row.published_share is not None for row in table.rows)


def _fields(table: Table) -> Iterator[tuple[Whose, str]]:
    """Yield the series that are drawn, each with the field of its figures.

    Numbers and shares never stand in one chart.
    """
    shares = in_shares(table)
    for each in table.series:
        if any(figure is not None for figure in (each.shares if shares else each.numbers)):
            origin = ORIGINS[each.whose]
            yield each.whose, origin.share if shares else origin.number


def about(summary: Summary, figures: tuple[Figure, ...]) -> str:
    """Return what the sheet shows, and what it has no chart of."""
    drawn = {figure.chart.table.id for figure in figures}
    without = [c.table.title for c in charts_of(summary) if c.table.id not in drawn]
    text = f"統計表の値から描く横棒グラフ。{len(figures)}図"
    return f"{text}。数がなく図のない表は、{'、'.join(without)}" if without else text


def write_charts(book: Workbook, summary: Summary, figures: tuple[Figure, ...]) -> None:
    """Add the sheet of charts, each whole on one printed page."""
    page = book.add_worksheet(NAME)
    page.hide_gridlines(2)
    page.set_default_row(ROW_POINTS)
    page.set_column_pixels(0, COLUMNS - 1, COLUMN_PIXELS)
    page.write_string(0, 0, about(summary, figures))
    top, used, breaks = TOP, TOP, list[int]()
    for figure in figures:
        if used + figure.height > PAGE_ROWS:
            breaks.append(top - 1)
            used = 1
        _insert(book, page, summary, figure, top)
        top, used = top + figure.height + 1, used + figure.height + 1
    page.set_h_pagebreaks(breaks)
    page.set_print_scale(90)
    set_print(page, f"{warning(summary)}{summary.title} {NAME}", NAME, landscape=False)


def _insert(book: Workbook, page: Worksheet, summary: Summary, figure: Figure, top: int) -> None:
    options = {"type": "bar", "name": figure.chart.table.title}
    chart = cast("Drawing", book.add_chart(options))
    for each, column in figure.drawn:
        chart.add_series(_series(figure, each, column))
    chart.set_title({"name": title(summary, figure.chart), "name_font": _font(12, bold=True)})
    line = {
        "line": {"color": LINE},
        "major_tick_mark": "none",
        "major_gridlines": {"visible": False},
    }
    chart.set_y_axis({"reverse": True, "interval_unit": 1, "num_font": _font(9), **line})
    chart.set_x_axis({"visible": False, "min": 0, "major_gridlines": {"visible": False}})
    several = len(figure.drawn) > 1
    chart.set_legend({"position": "bottom", "font": _font(9)} if several else {"none": True})
    chart.set_size({"width": COLUMNS * COLUMN_PIXELS, "height": figure.height * ROW_PIXELS})
    chart.set_chartarea({"border": {"none": True}})
    words = f"{title(summary, figure.chart)}。{description(figure.chart, summary.errors)}"
    page.insert_chart(top, 0, chart, {"description": words, "object_position": 2})


def _series(figure: Figure, each: Whose, column: int) -> dict[str, object]:
    return {
        "name": str(each),
        "categories": [figure.sheet, figure.first, figure.keys, figure.last, figure.keys],
        "values": [figure.sheet, figure.first, column, figure.last, column],
        **FILLS.get(each, STRIPES),
        "border": {"color": COLOUR, "width": 1},
        "gap": 40,
        "data_labels": {"value": True, "font": _font(9)},
    }


def _font(size: int, *, bold: bool = False) -> dict[str, object]:
    return {"name": FONT, "size": size, "bold": bold, "color": INK}


def title(summary: Summary, chart: Chart) -> str:
    """Return the title of a chart with its unit; it tells what is made up, or not all recorded."""
    table = chart.table
    unit = f"単位：{'%' if in_shares(table) else table.unit}"
    if table.recorded != table.total:
        unit += f"。{table.total:,}のうち収録{table.recorded:,}"
    return f"{warning(summary)}{heading(chart)}（{unit}）"
