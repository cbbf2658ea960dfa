"""xlsx: the summary as an Excel workbook, written by XlsxWriter."""

from __future__ import annotations

import datetime as dt
import io

from xlsxwriter.workbook import Workbook

from banso_cli.reports.summary import Summary
from banso_cli.reports.workbook import guide, lists, summary_sheet
from banso_cli.reports.workbook.data_sheets import data_sheets, warning
from banso_cli.reports.workbook.document import document
from banso_cli.reports.workbook.tables import SOURCE
from banso_cli.reports.workbook.writing import FONT, FONT_SIZE, Links, looks, write_sheet

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}

LANDSCAPE = {lists.TEAMS, "統計表", "チーム", guide.NAME}
"""The sheets of rows that are wider than high."""

FIRST = (lists.TEAMS, lists.MEMBERS, "統計表", "支援状況", "注記", guide.NAME)
"""The sheets that the head of the summary leads to."""


def workbook(summary: Summary) -> bytes:
    """Return the workbook: the summary with its charts, the lists, the data, and its dictionary.

    The same summary gives the same bytes: its date of creation is the first day of the period.
    """
    stream = io.BytesIO()
    font = {"font_name": FONT, "font_size": FONT_SIZE, "font_scheme": False}
    book = Workbook(stream, {**_OPTIONS, "default_format_properties": font})
    created = dt.datetime.combine(summary.period.start, dt.time(), dt.UTC)
    book.set_properties({"title": summary.title, "author": "banso", "created": created})
    book.theme_xml = book.theme_xml.replace("ＭＳ Ｐゴシック", FONT)  # Japanese text of charts
    _write_sheets(book, summary)
    book.close()
    return stream.getvalue()


def _write_sheets(book: Workbook, summary: Summary) -> None:
    """Write the summary for people, the lists as published, the data, and the dictionary."""
    teams, members = lists.lists(summary)
    data = data_sheets(summary)
    dictionary = guide.guide(summary, (teams, members, *data))
    sheets = (teams, members, *data, dictionary)
    found = summary_sheet.placed(document(summary, FIRST))
    places = summary_sheet.places(found)
    look, page = looks(book), book.add_worksheet(summary_sheet.NAME)
    summary_sheet.write_summary(summary_sheet.Desk(book, page, summary, places, look), found)
    links: dict[str, Links] = {
        teams.name: lists.links_of_teams(summary.teams, teams.columns, places[SOURCE]),
        members.name: lists.links_of_members(summary.teams),
        dictionary.name: guide.links(dictionary),
    }
    for sheet in sheets:
        leading, landscape = links.get(sheet.name, {}), sheet.name in LANDSCAPE
        write_sheet(book, sheet, look, warning(summary), leading, landscape=landscape)
