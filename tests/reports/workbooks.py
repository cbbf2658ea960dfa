"""Workbooks read back: what stands in their cells, and the XML beneath."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from html import unescape

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.utils import range_boundaries
from openpyxl.worksheet.worksheet import Worksheet

from banso_cli.reports.summary import Summary, summary_of
from banso_cli.reports.xlsx import workbook
from tests.statistics.rosters import breakdown, counting, member, published, real_counting, team

DATA = ("統計表", "支援状況", "チーム", "支援官の構成", "支援テーマ", "活動", "都道府県", "注記")
"""The sheets of data in their order."""

SHEETS = ("概要", "一覧", "支援官", *DATA, "用語")


@cache
def real_summary() -> Summary:
    """Return the summary of the real roster."""
    return summary_of(real_counting(), 0)


@cache
def full_summary() -> Summary:
    """Return a summary whose charts all have figures: counted, published, applied."""
    codes = ("013455", "014079", "014389", "014532", "014575", "014591")
    seats = [
        member(
            gender=("男性", "女性")[at % 2], track=("事務官", "技官")[at % 2], age=(35, 45)[at % 2]
        )
        for at in range(12)
    ]
    teams = [
        team(
            number, code, seats[2 * number - 2 : 2 * number], themes=["環境", "観光"], status="new"
        )
        for number, code in enumerate(codes, 1)
    ]
    numbers = breakdown("region", {"北海道": (6, None), "東北": (0, None)})
    applied = breakdown("region", {"北海道": (9, None), "東北": (2, None)}, of="applied")
    ranks = {
        "指定職": "0.0",
        "課長級": "20.5",
        "企画官・室長級": "0",
        "補佐級": "79.5",
        "係長級": "0",
    }
    shares = breakdown("rank", {rank: (None, share) for rank, share in ranks.items()})
    return summary_of(published(counting(teams), numbers, applied, shares), 0)


@cache
def shares_only() -> Summary:
    """Return a summary in which only the shares of genders were published, and nothing counted."""
    shares = breakdown("gender", {"男性": (None, "61.5"), "女性": (None, "38.5")})
    return summary_of(published(real_counting(), shares), 0)


def warned(summary: Summary) -> Summary:
    """Return a summary of a made-up roster with three errors."""
    fictional = replace(summary.programme, is_fictional=True)
    return replace(summary, programme=fictional, errors=3, credit="")


@cache
def opened(summary: Summary) -> Workbook:
    """Return the workbook of a summary as openpyxl reads it."""
    return load_workbook(io.BytesIO(workbook(summary)))


Records = list[dict[str, object]]


def records(book: Workbook, sheet: str) -> Records:
    """Return the rows of a sheet by their headings."""
    heads, *rows = book[sheet].iter_rows(values_only=True)
    return [dict(zip(map(str, heads), row, strict=True)) for row in rows]


def texts(book: Workbook) -> list[str]:
    """Return the texts of the summary, in their order."""
    cells = (cell for row in book["概要"].iter_rows(values_only=True) for cell in row)
    return [cell for cell in cells if isinstance(cell, str)]


def parts(data: bytes, start: str = "") -> dict[str, str]:
    """Return the XML of the parts of a workbook whose paths begin so, by their paths."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = [name for name in archive.namelist() if name.startswith(start)]
        return {name: archive.read(name).decode() for name in names}


@dataclass(frozen=True, slots=True)
class DrawnChart:
    """A native chart: its name, its text for those who cannot see it, its XML and its rows."""

    name: str
    description: str
    xml: str
    first: int
    last: int


def drawn_charts(data: bytes) -> list[DrawnChart]:
    """Return the charts of a workbook in their order."""
    found = parts(data)
    row, words = r"<xdr:row>(\d+)</xdr:row>.*?", r'<xdr:cNvPr id="\d+" name="(.*?)" descr="(.*?)"'
    frames = re.findall(f"{row}{row}{words}", found.get("xl/drawings/drawing1.xml", ""), re.DOTALL)
    return [
        DrawnChart(
            unescape(name), unescape(text), found[f"xl/charts/chart{at}.xml"], int(first), int(last)
        )
        for at, (first, last, name, text) in enumerate(frames, 1)
    ]


def widths_of(xml: str) -> dict[int, float]:
    """Return the widths of a sheet's columns, in digits of the usual font."""
    found = re.findall(r'<col min="(\d+)" max="(\d+)" width="([\d.]+)"', xml)
    return {at: float(width) for low, high, width in found for at in range(int(low), int(high) + 1)}


def series_of(xml: str) -> list[tuple[str, str, str]]:
    """Return name, range of categories and range of values of the series of a chart."""
    name, area = r"<c:tx>.*?<c:v>(.*?)</c:v>.*?</c:tx>", r".*?<c:f>(.*?)</c:f>"
    return re.findall(f"{name}.*?<c:cat>{area}.*?<c:val>{area}", xml)


def title_of(xml: str) -> str:
    """Return the title of a chart."""
    return "".join(re.findall(r"<a:t>(.*?)</a:t>", xml.partition("<c:plotArea>")[0]))


@dataclass(frozen=True, slots=True)
class DrawnBars:
    """The bars of a series of a chart: their figures and words, by class."""

    whose: str
    values: dict[str, Decimal]
    words: dict[str, str]


def bars_of(data: bytes, chart: DrawnChart) -> list[DrawnBars]:
    """Return what a chart draws, read from the cells that it refers to; shares in percent."""
    sheet = load_workbook(io.BytesIO(data))["概要"]
    found = []
    for whose, keys, area in series_of(chart.xml):
        cells = dict(zip(_cells(sheet, keys), _cells(sheet, area), strict=True))
        xml = chart.xml[chart.xml.index(f"<c:v>{whose}</c:v>") :].partition("</c:ser>")[0]
        labels = _labels(xml)
        words = {str(key.value): labels[at] for at, key in enumerate(cells) if at in labels}
        values = {str(key.value): number_in(cell) for key, cell in cells.items()}
        found.append(DrawnBars(whose, {key: values[key] for key in words}, words))
    return found


def _cells(sheet: Worksheet, reference: str) -> list[Cell | MergedCell]:
    column, first, _column, last = range_boundaries(reference.split("!")[1].replace("$", ""))
    assert column is not None
    return [row[0] for row in sheet.iter_rows(first, last, column, column)]


def _labels(xml: str) -> dict[int, str]:
    """Return the words beside the bars of a series; those without are no bars."""
    labels = re.findall(r'<c:dLbl><c:idx val="(\d+)"/>(.*?)</c:dLbl>', xml)
    gone = {int(at) for at, label in labels if "<c:delete" in label}
    unseen = re.findall(r'<c:dPt><c:idx val="(\d+)"/>.*?<a:noFill/>.*?</c:dPt>', xml)
    assert gone == set(map(int, unseen))
    words = {int(at): "".join(re.findall(r"<a:t>(.*?)</a:t>", label)) for at, label in labels}
    return {at: unescape(text) for at, text in words.items() if at not in gone}


def number_in(cell: Cell | MergedCell) -> Decimal:
    """Return the number that a cell shows: a share in percent."""
    number = Decimal(str(cell.value or 0)) if cell.data_type == "n" else Decimal(0)
    return round(number * 100, 1) if cell.number_format == "0.0%" else number
