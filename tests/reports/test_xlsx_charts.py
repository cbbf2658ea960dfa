"""The charts of the workbook: drawn from the cells of the tables, and readable without eyes."""

from __future__ import annotations

import re
from dataclasses import replace

from openpyxl.utils import range_boundaries

from banso_cli.reports.summary import Summary
from banso_cli.reports.workbook.charts import PAGE_ROWS, figures_of
from banso_cli.reports.workbook.data_sheets import data_sheets
from banso_cli.reports.xlsx import workbook
from banso_cli.statistics.table import Row
from tests.reports.workbooks import (
    drawn_charts,
    full_summary,
    opened,
    parts,
    real_summary,
    series_of,
    shares_only,
    title_of,
    warned,
)


def _values(summary: Summary, reference: str) -> list[object]:
    """Return the cells that a chart refers to."""
    sheet, _mark, area = reference.partition("!")
    column, first, _column, last = range_boundaries(area.replace("$", ""))
    rows = opened(summary)[sheet].iter_rows(first, last, column, column, values_only=True)
    return [row[0] for row in rows]


def test_charts_of_what_has_figures_stand_in_the_order_of_the_summary() -> None:
    titles = [title_of(chart.xml) for chart in drawn_charts(workbook(real_summary()))]
    assert titles == [
        "役職（単位：名）",
        "地域別 応募・伴走支援自治体数（単位：市町村）",
        "人口規模別 伴走支援自治体数（単位：市町村）",
        "新規・継続別 伴走支援自治体数（単位：市町村。97のうち収録26）",
        "所属府省庁等（単位：名）",
        "支援テーマ別 伴走支援自治体数（単位：市町村。97のうち収録1）",
    ]
    without = opened(real_summary())["図"]["A1"].value
    assert without == (
        "統計表の値から描く横棒グラフ。6図。数がなく図のない表は、性別、事務官・技官の別、年齢"
    )
    assert opened(full_summary())["図"]["A1"].value == "統計表の値から描く横棒グラフ。9図"


def test_bars_are_the_classes_of_the_table_and_nothing_unrecorded() -> None:
    summary = real_summary()
    tables = {table.title: table for table in summary.tables}
    for chart in drawn_charts(workbook(summary)):
        table = tables[chart.name]
        name, categories, values = series_of(chart.xml)[0]
        rows = [row for row in table.rows if row.key != "未収録"]
        assert name == "台帳の集計"
        assert _values(summary, categories) == [row.key for row in rows]
        assert _values(summary, values) == [row.count for row in rows]


def test_published_figures_are_drawn_beside_the_counted_ones() -> None:
    summary = full_summary()
    charts = {chart.name: chart for chart in drawn_charts(workbook(summary))}
    regions = series_of(charts["地域別 応募・伴走支援自治体数"].xml)
    assert [name for name, _keys, _area in regions] == ["台帳の集計", "公表値", "応募（公表値）"]
    assert [_values(summary, area)[:2] for _name, _keys, area in regions] == [
        [6, 0],
        [6, 0],
        [9, 2],
    ]
    assert "<c:legend>" in charts["地域別 応募・伴走支援自治体数"].xml
    assert "<c:legend>" not in charts["所属府省庁等"].xml


def test_shares_are_never_drawn_beside_numbers() -> None:
    summary = full_summary()
    rank = next(each for each in drawn_charts(workbook(summary)) if each.name == "役職")
    assert title_of(rank.xml) == "役職（単位：%）"
    assert [_values(summary, area) for _name, _keys, area in series_of(rank.xml)] == [
        [0, 0, 0, 100, 0],
        [0, 20.5, 0, 79.5, 0],
    ]
    only = drawn_charts(workbook(shares_only()))[0]
    assert title_of(only.xml) == "性別（公表値）（単位：%）"
    assert [_values(shares_only(), area) for *_, area in series_of(only.xml)] == [[61.5, 38.5]]
    partly = replace(full_summary().tables[0], rows=(Row("男性", 6), Row("未収録", 6)), recorded=6)
    first = replace(full_summary().charts[0], table=partly)
    charts = (first, *full_summary().charts[1:])
    tables = (partly, *full_summary().tables[1:])
    changed = replace(full_summary(), charts=charts, tables=tables)
    assert title_of(drawn_charts(workbook(changed))[0].xml) == "性別（単位：名。12のうち収録6）"


def test_what_was_only_named_has_no_chart() -> None:
    shares = replace(shares_only().tables[0], rows=(Row("男性", None), Row("女性", None)))
    chart = replace(shares_only().charts[0], table=shares)
    summary = shares_only()
    changed = replace(
        summary, tables=(shares, *summary.tables[1:]), charts=(chart, *summary.charts[1:])
    )
    assert "性別" not in [each.name for each in drawn_charts(workbook(changed))]


def test_every_chart_has_its_figures_in_words() -> None:
    for summary in (real_summary(), full_summary(), warned(full_summary())):
        charts = drawn_charts(workbook(summary))
        tables = {table.title: table for table in summary.tables}
        for chart in charts:
            assert chart.description.startswith(f"{title_of(chart.xml)}。")
            for row in tables[chart.name].rows:
                assert row.key in chart.description
                assert row.shown is None or f"{row.shown:,}" in chart.description


def test_charts_are_blue_of_one_kind_and_labelled() -> None:
    for chart in drawn_charts(workbook(full_summary())):
        colours = set(re.findall(r'srgbClr val="(\w+)"', chart.xml))
        assert colours <= {"3460FB", "FFFFFF", "1A1A1C", "767676"}
        assert chart.xml.count("<c:showVal") == len(series_of(chart.xml))
        assert '<c:min val="0"/>' in chart.xml
        assert 'barDir val="bar"' in chart.xml
        assert not re.search("[①-⑳]", chart.description + chart.xml)


def test_made_up_and_incomplete_figures_are_marked_in_every_chart() -> None:
    for chart in drawn_charts(workbook(warned(real_summary()))):
        assert title_of(chart.xml).startswith("【架空データ（不完全）】")
        assert "台帳に3件のエラー" in chart.description


def test_charts_neither_overlap_nor_cross_a_page() -> None:
    many = tuple(Row(f"第{number}機構", number) for number in range(60, 0, -1))
    agencies = replace(real_summary().agencies.table, rows=many)
    tables = tuple(agencies if t.id == "agency" else t for t in real_summary().tables)
    long = replace(
        real_summary(), tables=tables, agencies=replace(real_summary().agencies, table=agencies)
    )
    for summary in (real_summary(), full_summary(), long):
        found = parts(workbook(summary))
        drawing, last_sheet = found["xl/drawings/drawing1.xml"], found["xl/worksheets/sheet9.xml"]
        edges = [int(row) for row in re.findall(r"<xdr:row>(\d+)</xdr:row>", drawing)]
        breaks = [0, *map(int, re.findall(r'<brk id="(\d+)"', last_sheet)), 10**6]
        charts = list(zip(edges[::2], edges[1::2], strict=True))
        assert edges == sorted(edges)
        assert len(charts) == len(figures_of(summary, data_sheets(summary)[0]))
        for first, last in charts:
            page = max(each for each in breaks if each <= first)
            assert last <= min(each for each in breaks if each > page)
            assert last - page <= PAGE_ROWS
