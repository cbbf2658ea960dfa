"""A folder with all data of a summary: a file a sheet."""

from __future__ import annotations

from banso_cli.datasets.editions import ALL_SHEETS, SHEETS, sheets_of
from banso_cli.datasets.formats.csv import Encoding, Header, sheet_csv
from banso_cli.datasets.formats.parquet import sheet_parquet
from banso_cli.reports.data.data_package import FILE_NAME, package_json, path_of
from banso_cli.reports.files import ReportFile, ReportFolder
from banso_cli.reports.summary import Summary, edition_of_summary

OWN_NAMES = frozenset({*(path_of(name) for name in SHEETS), FILE_NAME})
"""All names that files of such a folder can have: every folder has them all."""


def tables_folder(
    summary: Summary, encoding: Encoding = "utf-8-sig", header: Header = "ja"
) -> ReportFolder:
    """Return CSV files and `datapackage.json` about them.

    UnencodableCell where a letter does not fit the encoding.
    """
    sheets = sheets_of(edition_of_summary(summary))
    made = tuple((sheet, sheet_csv(sheet, encoding, header)) for sheet in sheets)
    description = package_json(summary, made, encoding, header)
    files = (
        *(ReportFile(path_of(sheet.name), data) for sheet, data in made),
        ReportFile(FILE_NAME, description.encode("utf-8")),
    )
    return ReportFolder(files, OWN_NAMES, is_stable=True)


def parquet_folder(summary: Summary) -> ReportFolder:
    """Return parquet files, the municipalities of the roster among them."""
    edition = edition_of_summary(summary)
    files = tuple(
        ReportFile(f"{name}.parquet", sheet_parquet(make(edition)))
        for name, make in ALL_SHEETS.items()
    )
    return ReportFolder(files, frozenset(file.path for file in files))
