"""xlsx: the summary as an Excel workbook, written by XlsxWriter."""

from __future__ import annotations

import datetime as dt
import io

from xlsxwriter.workbook import Workbook

from banso_cli.reports.summary import Summary
from banso_cli.reports.workbook.sheets import write_sheets
from banso_cli.reports.workbook.writing import FONT, FONT_SIZE

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


def workbook(summary: Summary) -> bytes:
    """Return the workbook: the summary with its charts, the lists, the data, and its dictionary.

    The same summary gives the same bytes: its date of creation is the first day of the period.
    """
    stream = io.BytesIO()
    font = {"font_name": FONT, "font_size": FONT_SIZE, "font_scheme": False}
    book = Workbook(stream, {**_OPTIONS, "default_format_properties": font})
    book.set_properties(_properties(summary))
    book.theme_xml = book.theme_xml.replace("ＭＳ Ｐゴシック", FONT)  # Japanese text of charts
    write_sheets(book, summary)
    book.close()
    return stream.getvalue()


def _properties(summary: Summary) -> dict[str, object]:
    created = dt.datetime.combine(summary.period.start, dt.time(), dt.UTC)
    return {"title": summary.title, "author": "banso", "created": created}
