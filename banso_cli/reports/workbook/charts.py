"""Native bar charts, drawn from the cells of the tables that they stand beside."""

from __future__ import annotations

from typing import cast

from xlsxwriter.chart import Chart as Drawing
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from banso_cli.reports.pictures.bar_words import description
from banso_cli.reports.summary import Summary
from banso_cli.reports.workbook.blocks import CHART, COLUMNS, Bars, Plot
from banso_cli.reports.workbook.data_sheets import warning
from banso_cli.reports.workbook.measuring import LINE
from banso_cli.reports.workbook.printing import PIXELS_OF_LETTER
from banso_cli.reports.workbook.writing import FONT
from banso_cli.statistics.tables.origins import Whose

COLOUR, PAPER, INK, AXIS = "#3460FB", "#FFFFFF", "#1A1A1C", "#767676"
FILLS = {
    Whose.COUNTED: {"fill": {"color": COLOUR}},
    Whose.PUBLISHED: {"fill": {"color": PAPER}},
}
STRIPES = {"pattern": {"pattern": "wide_upward_diagonal", "fg_color": COLOUR, "bg_color": PAPER}}
"""One colour; what was published is told apart by an empty bar, other figures by stripes."""

UNSEEN = {"fill": {"none": True}, "border": {"none": True}}
"""How the bar of a figure looks that is not known, and so has none."""


def insert_chart(book: Workbook, page: Worksheet, row: int, plot: Plot, summary: Summary) -> None:
    """Put the chart of a table beside it; the heading of the table stands in this row."""
    options = {"type": "bar", "name": plot.chart.table.title}
    chart = cast("Drawing", book.add_chart(options))
    for each in plot.bars:
        chart.add_series(_series(page, row, plot, each))
    words = f"{warning(summary)}{plot.title}"
    chart.set_title({"name": words, "name_font": _font(11, bold=True), "overlay": False})
    line = {
        "line": {"color": AXIS},
        "major_tick_mark": "none",
        "major_gridlines": {"visible": False},
    }
    chart.set_y_axis({"reverse": True, "interval_unit": 1, "num_font": _font(9), **line})
    chart.set_x_axis({"visible": False, "min": 0, "major_gridlines": {"visible": False}})
    several = len(plot.bars) > 1
    chart.set_legend({"position": "top", "font": _font(9)} if several else {"none": True})
    width = COLUMNS[CHART] * PIXELS_OF_LETTER
    chart.set_size({"width": width, "height": plot.height * LINE * 4 // 3})
    chart.set_chartarea({"border": {"none": True}})
    text = f"{words}。{description(plot.chart, summary.errors)}"
    page.insert_chart(row, CHART, chart, {"description": text, "object_position": 2})


def _series(page: Worksheet, row: int, plot: Plot, each: Bars) -> dict[str, object]:
    name, first, last = page.name, row + 1, row + plot.classes
    words = each.words[: plot.classes]
    labels = [{"value": each, "font": _font(9)} if each else {"delete": True} for each in words]
    return {
        "name": str(each.whose),
        "categories": [name, first, 0, last, 0],
        "values": [name, first, each.column, last, each.column],
        **FILLS.get(each.whose, STRIPES),
        "border": {"color": COLOUR, "width": 1},
        "points": [None if each else UNSEEN for each in words],
        "gap": 40,
        "data_labels": {"value": True, "custom": labels, "font": _font(9)},
    }


def _font(size: int, *, bold: bool = False) -> dict[str, object]:
    return {"name": FONT, "size": size, "bold": bold, "color": INK}
