"""A report as an Excel workbook."""

from __future__ import annotations

from banso_cli.reports.files import ReportFile
from banso_cli.reports.summary import Summary
from banso_cli.reports.xlsx import workbook
from banso_cli.tasks.report.wanted import Wanted


def one_file(summary: Summary, _wanted: Wanted) -> ReportFile:
    """Return the report as one file."""
    return ReportFile("", workbook(summary))
