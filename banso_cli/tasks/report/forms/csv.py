"""The tables of a report as CSV."""

from __future__ import annotations

from typing import cast

from banso_cli.datasets.formats.csv import Encoding, Header, sheet_csv
from banso_cli.reports.data.tables_folder import tables_folder
from banso_cli.reports.files import ReportFile, ReportFolder
from banso_cli.reports.summary import Summary
from banso_cli.tasks.report.table import sheet_wanted
from banso_cli.tasks.report.wanted import Wanted


def one_file(summary: Summary, wanted: Wanted) -> ReportFile:
    """Return the report as one file."""
    return ReportFile("", sheet_csv(sheet_wanted(summary, wanted), *_manner(wanted)))


def folder(summary: Summary, wanted: Wanted) -> ReportFolder:
    """Return the report as a folder."""
    return tables_folder(summary, *_manner(wanted))


def _manner(wanted: Wanted) -> tuple[Encoding, Header]:
    """Return encoding and headings, those of Japanese Excel where none was given."""
    return cast("Encoding", wanted.encoding or "utf-8-sig"), cast("Header", wanted.header or "ja")
