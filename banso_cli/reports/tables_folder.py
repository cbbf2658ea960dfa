"""A folder with all data of a summary: one CSV a sheet, and `datapackage.json` about them."""

from __future__ import annotations

from banso_cli.reports.csv import Encoding, Header, sheet_csv
from banso_cli.reports.data_package import FILE_NAME, package_json, path_of
from banso_cli.reports.files import ReportFile
from banso_cli.reports.sheets import SHEETS, sheets_of
from banso_cli.reports.summary import Summary

OWN_NAMES = frozenset({*(path_of(name) for name in SHEETS), FILE_NAME})
"""All names that files of such a folder can have: every folder has them all."""


def tables_folder(
    summary: Summary, encoding: Encoding = "utf-8-sig", header: Header = "ja"
) -> tuple[ReportFile, ...]:
    """Return the files, the description last; UnencodableCell where a letter does not fit."""
    made = tuple((sheet, sheet_csv(sheet, encoding, header)) for sheet in sheets_of(summary))
    description = package_json(summary, made, encoding, header)
    return (
        *(ReportFile(path_of(sheet.name), data) for sheet, data in made),
        ReportFile(FILE_NAME, description.encode("utf-8")),
    )
