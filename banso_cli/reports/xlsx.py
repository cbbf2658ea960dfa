"""xlsx: the summary as an Excel workbook, written by XlsxWriter."""

from __future__ import annotations

import datetime as dt
import io

from xlsxwriter.workbook import Workbook

from banso_cli.reports.summary import Summary
from banso_cli.reports.workbook import charts
from banso_cli.reports.workbook.data_sheets import data_sheets, warning
from banso_cli.reports.workbook.guide import guide
from banso_cli.reports.workbook.writing import FONT, FONT_SIZE, looks, write_sheet

LANDSCAPE = {"はじめに", "統計表", "チーム"}
"""The sheets that are wider than high."""

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


def workbook(summary: Summary) -> bytes:
    """Return the workbook: a guide, the tables, the teams and the charts.

    The same summary gives the same bytes: its date of creation is the first day of the period.
    """
    sheets = data_sheets(summary)
    figures = charts.figures_of(summary, sheets[0])
    stream = io.BytesIO()
    font = {"font_name": FONT, "font_size": FONT_SIZE, "font_scheme": False}
    book = Workbook(stream, {**_OPTIONS, "default_format_properties": font})
    book.set_properties(_properties(summary))
    book.theme_xml = book.theme_xml.replace("ＭＳ Ｐゴシック", FONT)  # Japanese text of charts
    look = looks(book)
    for sheet in (guide(summary, sheets, charts.about(summary, figures)), *sheets):
        landscape = sheet.name in LANDSCAPE
        write_sheet(book, sheet, look, warning=warning(summary), landscape=landscape)
    charts.write_charts(book, summary, figures)
    book.close()
    return stream.getvalue()


def _properties(summary: Summary) -> dict[str, object]:
    created = dt.datetime.combine(summary.period.start, dt.time(), dt.UTC)
    return {"title": summary.title, "author": "banso", "created": created}
