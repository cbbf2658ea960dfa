"""The tables of a report as parquet."""

from __future__ import annotations

from banso_cli.datasets.formats.parquet import sheet_parquet
from banso_cli.reports.data.tables_folder import parquet_folder
from banso_cli.reports.files import ReportFile, ReportFolder
from banso_cli.reports.summary import Summary
from banso_cli.tasks.report.table import sheet_wanted
from banso_cli.tasks.report.wanted import Wanted


def one_file(summary: Summary, wanted: Wanted) -> ReportFile:
    """Return the report as one file."""
    return ReportFile("", sheet_parquet(sheet_wanted(summary, wanted)))


def folder(summary: Summary, _wanted: Wanted) -> ReportFolder:
    """Return the report as a folder."""
    return parquet_folder(summary)
