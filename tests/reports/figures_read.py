"""The figures of a period as each form shows them, parsed back from what it wrote."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from html.parser import HTMLParser
from typing import TYPE_CHECKING, TypeAlias

import pandas as pd
from openpyxl import load_workbook

from banso_cli.statistics.tables.words import NOT_APPLICABLE, UNKNOWN

if TYPE_CHECKING:
    from openpyxl.cell import Cell, MergedCell

Figures: TypeAlias = dict[tuple[str, str], dict[str, Decimal | None]]
"""What stands in a row, by table and class, and there by heading."""

HEADINGS = ("数", "割合", "公表値", "公表値の割合", "応募")
TOTAL = "計"

_ROW = ("count", "share", "published", "published_share", "applied")


def number(cell: object) -> Decimal | None:
    """Return the number that a cell shows: without separators and units, None for a mark."""
    text = re.sub("[,%]|名|市町村|回", "", "" if cell is None else str(cell)).strip()
    return None if text in {"", UNKNOWN, NOT_APPLICABLE, "nan", "<NA>"} else Decimal(text)


def from_lines(lines: Iterable[Mapping[str, object]], names: Sequence[str]) -> Figures:
    """Read the long form; `names` are the heads of table, class and the five figures."""
    table, key, *figures = names
    return {
        (str(line[table]), str(line[key])): {
            heading: number(line[name]) for heading, name in zip(HEADINGS, figures, strict=True)
        }
        for line in lines
        if line[key] and line[table] != "totals"
    }


IN_JAPANESE = ("表ID", "区分", "数", "割合(%)", "公表値", "公表値の割合(%)", "応募")
IN_ASCII = ("table", "key", *_ROW)


def from_csv(data: bytes, encoding: str) -> Figures:
    """Read the CSV."""
    lines = csv.DictReader(io.StringIO(data.decode(encoding), newline=""), strict=True)
    return from_lines(lines, IN_JAPANESE)


def from_workbook(data: bytes) -> Figures:
    """Read the sheet of statistics."""
    sheet = load_workbook(io.BytesIO(data))["統計表"]
    head, *rows = sheet.iter_rows(values_only=True)
    return from_lines(
        ({str(name): cell for name, cell in zip(head, row, strict=True)} for row in rows),
        IN_JAPANESE,
    )


def from_summary_sheet(data: bytes, ids: Mapping[str, str]) -> Figures:
    """Read the tables of the summary in a workbook, as their cells show them; `ids` by title."""
    found: Figures = {}
    title, lines = "", list[list[str]]()
    for row in load_workbook(io.BytesIO(data))["概要"].iter_rows(max_col=6):
        cells = [_shown(cell) for cell in row]
        if cells[0].lstrip("①②③④⑤⑥") in ids:
            title = cells[0].lstrip("①②③④⑤⑥")
        lines = [] if cells[0] == "区分" else lines
        lines.append(cells)
        if cells[0] == TOTAL:
            found |= from_rows(ids[title], lines[0], lines[1:])
    return found


def _shown(cell: Cell | MergedCell) -> str:
    if cell.number_format == "0.0%" and cell.data_type == "n" and cell.value is not None:
        return f"{round(Decimal(str(cell.value)) * 100, 1)}%"
    return "" if cell.value is None else str(cell.value)


def from_parquet(data: bytes) -> Figures:
    """Read the parquet file."""
    frame = pd.read_parquet(io.BytesIO(data)).astype(object)
    frame = frame.where(frame.notna(), None)
    columns = [str(name) for name in frame.columns]
    rows = (dict(zip(columns, row, strict=True)) for row in frame.itertuples(index=False))
    return from_lines(rows, IN_ASCII)


def from_json(text: str) -> Figures:
    """Read the tables of either JSON."""
    found = {}
    for table in json.loads(text, parse_float=Decimal)["tables"]:
        for row in table["rows"]:
            if table["id"] != "totals":
                cells = {name: number(row[each]) for name, each in zip(HEADINGS, _ROW, strict=True)}
                found[table["id"], row["key"]] = cells
    return found


def from_rows(table: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> Figures:
    """Read a table for people: only the columns that it has."""
    names = [re.sub("（.*）", "", name) for name in head]
    return {
        (table, row[0]): {
            name: number(cell)
            for name, cell in zip(names, row, strict=True)
            if name in HEADINGS and (name in {"数", "公表値", "応募"} or row[0] != TOTAL)
        }
        for row in rows
    }


def from_markdown(text: str, ids: Mapping[str, str]) -> Figures:
    """Read the tables under the headings that are titles of tables; `ids` by title."""
    found: Figures = {}
    for section in re.split(r"(?m)^## ", text)[1:]:
        title = section.partition("\n")[0].lstrip("①②③④⑤⑥")
        lines = [line for line in section.splitlines() if line.startswith("| ")]
        head, *rows = [
            [cell.strip().replace("\\", "") for cell in line.strip("|").split("|")]
            for line in lines
        ] or [[""]]
        if title in ids and head[0] == "区分":
            found |= from_rows(ids[title], head, rows)
    return found


class _Page(HTMLParser):
    """Gathers the rows of the tables that name the statistic they show."""

    def __init__(self) -> None:
        super().__init__()
        self.tables: dict[str, list[list[str]]] = {}
        self.rows: list[list[str]] = []
        self.in_cell = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        name = dict(attrs).get("data-table")
        if name:
            self.rows = self.tables.setdefault(name, [])
        elif tag == "table" and dict(attrs).get("class") != "bars":
            self.rows = []
        if tag == "tr":
            self.rows.append([])
        if tag in {"th", "td"}:
            self.in_cell = True
            self.rows[-1].append("")

    def handle_endtag(self, tag: str) -> None:
        if tag in {"th", "td"}:
            self.in_cell = False

    def handle_data(self, data: str) -> None:
        if self.in_cell:
            self.rows[-1][-1] += data


def from_html(text: str) -> Figures:
    """Read the tables of the page."""
    page = _Page()
    page.feed(text)
    found: Figures = {}
    for table, rows in page.tables.items():
        if rows:
            found |= from_rows(table, rows[0], rows[1:])
    return found
