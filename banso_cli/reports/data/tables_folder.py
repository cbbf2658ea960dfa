"""A folder with all data of a summary: a file a sheet, of CSV with a description of them all.

`datapackage.json` is by Data Package version 2; source: https://datapackage.org/standard/ (Data
Package, Data Resource, Table Dialect, Table Schema). The time of making is left out, so that the
same roster gives the same bytes.
"""

from __future__ import annotations

from hashlib import sha256

from banso_cli.datasets.editions import ALL_SHEETS, SHEETS, sheet_of, sheets_of
from banso_cli.datasets.formats.csv import Encoding, Header, sheet_csv
from banso_cli.datasets.formats.parquet import sheet_parquet
from banso_cli.datasets.sheet import Column, Sheet
from banso_cli.reports.data.json_values import given, json_text
from banso_cli.reports.files import ReportFile, ReportFolder
from banso_cli.reports.summary import Summary, edition_of_summary
from banso_cli.statistics.tables.words import day

FILE_NAME = "datapackage.json"
_PROFILES = "https://datapackage.org/profiles/2.0"
_NAMES: dict[Encoding, str] = {"utf-8-sig": "utf-8", "utf-8": "utf-8", "cp932": "cp932"}
"""The encodings by the names that most readers know; a byte order mark is part of the file."""


def _path_of(name: str) -> str:
    """Return the file of the sheet with this name in the folder."""
    return f"{name}.csv"


OWN_NAMES = frozenset({*(_path_of(name) for name in SHEETS), FILE_NAME})
"""All names that files of such a folder can have: every folder has them all."""


def tables_folder(
    summary: Summary, encoding: Encoding = "utf-8-sig", header: Header = "ja"
) -> ReportFolder:
    """Return CSV files and `datapackage.json` about them.

    It is a failure that a letter does not fit the encoding.
    """
    sheets = sheets_of(edition_of_summary(summary))
    made = tuple((sheet, sheet_csv(sheet, encoding, header)) for sheet in sheets)
    description = _package_json(summary, made, encoding, header)
    files = (
        *(ReportFile(_path_of(sheet.name), data) for sheet, data in made),
        ReportFile(FILE_NAME, description.encode("utf-8")),
    )
    return ReportFolder(files, OWN_NAMES, is_stable=True)


def parquet_folder(summary: Summary) -> ReportFolder:
    """Return parquet files, the municipalities of the roster among them."""
    edition = edition_of_summary(summary)
    files = tuple(
        ReportFile(f"{name}.parquet", sheet_parquet(sheet_of(edition, name))) for name in ALL_SHEETS
    )
    return ReportFolder(files, frozenset(file.path for file in files))


def _package_json(
    summary: Summary, files: tuple[tuple[Sheet, bytes], ...], encoding: Encoding, header: Header
) -> str:
    """Describe the CSV files of these sheets, each with its bytes as written."""
    sources = [{"title": each.title, **given(path=each.url)} for each in summary.sources]
    return json_text(
        {
            "$schema": f"{_PROFILES}/datapackage.json",
            "name": f"banso-period-{summary.period.number}",
            "title": summary.title,
            "description": _description(summary),
            **given(sources=sources),
            "resources": [_resource(*each, encoding, header) for each in files],
        }
    )


def _description(summary: Summary) -> str:
    parts = (
        "架空データ。実在の市町村、職員とは関わりがない。"
        if summary.programme.is_fictional
        else "",
        f"不完全。台帳に{summary.errors}件のエラーが残る。" if summary.errors else "",
        f"{summary.title}の統計表と、そのもととなる一覧。性別、職種、年齢は一人ひとりについては示さない。",
        f"{day(summary.newest)}までの記録による。",
        summary.credit,
    )
    return "".join(parts)


def _resource(sheet: Sheet, data: bytes, encoding: Encoding, header: Header) -> object:
    return {
        "$schema": f"{_PROFILES}/dataresource.json",
        "type": "table",
        "name": sheet.name,
        "title": sheet.title,
        "description": f"{sheet.description}。",
        "path": _path_of(sheet.name),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": _NAMES[encoding],
        "bytes": len(data),
        "hash": f"sha256:{sha256(data).hexdigest()}",
        "dialect": {
            "$schema": f"{_PROFILES}/tabledialect.json",
            "header": True,
            "delimiter": ",",
            "lineTerminator": "\r\n",
            "quoteChar": '"',
            "doubleQuote": True,
        },
        "schema": _schema(sheet, header),
    }


def _schema(sheet: Sheet, header: Header) -> object:
    dataset, _records = SHEETS[sheet.name]
    names = dict(zip(sheet.headings("en"), sheet.headings(header), strict=True))
    links = [
        {
            "fields": [names[each] for each in link.columns],
            "reference": {"resource": link.sheet, "fields": [names[each] for each in link.columns]},
        }
        for link in dataset.links
    ]
    return {
        "$schema": f"{_PROFILES}/tableschema.json",
        "fields": [_field(column, names[column.name]) for column in sheet.columns],
        "missingValues": [""],
        **given(primaryKey=[names[each] for each in dataset.key], foreignKeys=links),
    }


def _field(column: Column, name: str) -> object:
    constraints = given(required=not column.optional, pattern=column.pattern, enum=column.choices)
    return {
        "name": name,
        "type": column.type,
        "title": column.heading,
        "description": f"{column.description}。",
        **given(constraints=constraints),
    }
