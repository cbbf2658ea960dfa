"""A report as Markdown, in a folder with pictures."""

from __future__ import annotations

from banso_cli.reports.files import ReportFile, ReportFolder
from banso_cli.reports.folder import report_folder
from banso_cli.reports.markdown import summary_markdown
from banso_cli.reports.summary import Summary
from banso_cli.tasks.report.wanted import Wanted


def one_file(summary: Summary, _wanted: Wanted) -> ReportFile:
    """Return the report as one file."""
    return ReportFile("", summary_markdown(summary).encode("utf-8"))


def folder(summary: Summary, _wanted: Wanted) -> ReportFolder:
    """Return the report as a folder."""
    return report_folder(summary)
