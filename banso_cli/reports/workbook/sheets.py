"""All sheets of the workbook in their order, and the links between them."""

from __future__ import annotations

from xlsxwriter.workbook import Workbook

from banso_cli.reports.summary import Summary
from banso_cli.reports.workbook import guide, lists, summary_sheet
from banso_cli.reports.workbook.data_sheets import data_sheets, warning
from banso_cli.reports.workbook.document import document
from banso_cli.reports.workbook.tables import SOURCE
from banso_cli.reports.workbook.writing import NO_LINKS, Links, Printed, looks, write_sheet

LANDSCAPE = {lists.TEAMS, "統計表", "チーム", guide.NAME}
"""The sheets of rows that are wider than high."""

FIRST = (lists.TEAMS, lists.MEMBERS, "統計表", "支援状況", "注記", guide.NAME)
"""The sheets that the head of the summary leads to."""


def write_sheets(book: Workbook, summary: Summary) -> None:
    """Write the summary for people, the lists as published, the data, and the dictionary."""
    teams, members = lists.lists(summary)
    data = data_sheets(summary)
    dictionary = guide.guide(summary, (teams, members, *data))
    sheets = (teams, members, *data, dictionary)
    names = tuple(sheet.name for sheet in sheets)
    found = summary_sheet.placed(document(summary, FIRST))
    places = summary_sheet.places(found, names)
    look, page = looks(book), book.add_worksheet(summary_sheet.NAME)
    summary_sheet.write_summary(book, page, summary, found, places)
    links: dict[str, Links] = {
        teams.name: lists.links_of_teams(summary.teams, teams.columns, places[SOURCE]),
        members.name: lists.links_of_members(summary.teams),
        dictionary.name: guide.links(dictionary),
    }
    for sheet in sheets:
        printed = Printed(warning(summary), landscape=sheet.name in LANDSCAPE)
        write_sheet(book, sheet, look, printed, links.get(sheet.name, NO_LINKS))
