"""The description of a folder of CSV files: `datapackage.json`, by Data Package version 2.

Source: https://datapackage.org/standard/ (Data Package, Data Resource, Table Dialect, Table
Schema). The time of making is left out, so that the same roster gives the same bytes.
"""

from __future__ import annotations

from hashlib import sha256

from banso_cli.datasets.formats.csv import Encoding, Header
from banso_cli.datasets.sheet import Column, Sheet
from banso_cli.reports.data.json_values import json_text
from banso_cli.reports.summary import Summary
from banso_cli.statistics.tables.words import day

FILE_NAME = "datapackage.json"
_PROFILES = "https://datapackage.org/profiles/2.0"
_NAMES: dict[Encoding, str] = {"utf-8-sig": "utf-8", "utf-8": "utf-8", "cp932": "cp932"}
"""The encodings by the names that most readers know; a byte order mark is part of the file."""


def package_json(
    summary: Summary, files: tuple[tuple[Sheet, bytes], ...], encoding: Encoding, header: Header
) -> str:
    """Describe the CSV files of these sheets, each with its bytes as written."""
    sources: list[object] = [
        {"title": each.title, **({"path": each.url} if each.url else {})}
        for each in summary.sources
    ]
    resources: list[object] = [_resource(*each, encoding, header) for each in files]
    return json_text(
        {
            "$schema": f"{_PROFILES}/datapackage.json",
            "name": f"banso-period-{summary.period.number}",
            "title": summary.title,
            "description": _description(summary),
            **({"sources": sources} if sources else {}),
            "resources": resources,
        }
    )


def path_of(name: str) -> str:
    """Return the file of the sheet with this name in the folder."""
    return f"{name}.csv"


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
        "path": path_of(sheet.name),
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
    names = dict(zip(sheet.headings("en"), sheet.headings(header), strict=True))
    key: object = [names[each] for each in sheet.key]
    links: list[object] = [
        {
            "fields": [names[each] for each in link.columns],
            "reference": {"resource": link.sheet, "fields": [names[each] for each in link.columns]},
        }
        for link in sheet.links
    ]
    return {
        "$schema": f"{_PROFILES}/tableschema.json",
        "fields": [_field(column, names[column.name]) for column in sheet.columns],
        "missingValues": [""],
        **({"primaryKey": key} if key else {}),
        **({"foreignKeys": links} if links else {}),
    }


def _field(column: Column, name: str) -> object:
    rules = {"required": not column.optional, "pattern": column.pattern, "enum": column.choices}
    constraints = {name: rule for name, rule in rules.items() if rule}
    return {
        "name": name,
        "type": column.type,
        "title": column.heading,
        "description": f"{column.description}。",
        **({"constraints": constraints} if constraints else {}),
    }
