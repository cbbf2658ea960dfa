"""The charts of the workbook: drawn from the tables beside them, and readable without eyes."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from banso_cli.reports.summary import Summary
from banso_cli.reports.xlsx import workbook
from banso_cli.statistics.tables.table import Row, Table
from tests.reports.tables import FULL, NOBODY, OVERLAPPING, SHARES
from tests.reports.workbooks import (
    DrawnBars,
    bars_of,
    drawn_charts,
    full_summary,
    opened,
    real_summary,
    series_of,
    shares_only,
    texts,
    title_of,
    warned,
)


def of_first(table: Table) -> Summary:
    """Return a summary whose first chart is that of a table made by hand."""
    first = replace(real_summary().charts[0], table=replace(table, title="性別"))
    return replace(real_summary(), charts=(first, *real_summary().charts[1:]))


def drawn(table: Table) -> list[DrawnBars]:
    """Return the bars of a table made by hand."""
    data = workbook(of_first(table))
    charts = [chart for chart in drawn_charts(data) if chart.name == "性別"]
    return [bar for chart in charts for bar in bars_of(data, chart)]


def test_charts_are_titled_and_numbered_as_in_the_document() -> None:
    titles = [title_of(chart.xml) for chart in drawn_charts(workbook(real_summary()))]
    assert titles == [
        "③役職（単位：名）",
        "⑤地域別 応募・伴走支援自治体数（単位：市町村）",
        "⑥人口規模別 伴走支援自治体数（単位：市町村）",
        "新規・継続別 伴走支援自治体数（単位：市町村。97のうち27だけ収録。棒は公表値）",
        "所属府省庁等（単位：名）",
    ]
    assert "図なし：97のうち1だけ収録" in texts(opened(real_summary()))


def test_a_chart_stands_beside_its_table() -> None:
    for summary in (real_summary(), full_summary()):
        sheet = opened(summary)["概要"]
        for chart in drawn_charts(workbook(summary)):
            assert sheet.cell(chart.first + 1, 1).value == "区分"
            name, *_others = series_of(chart.xml)
            assert name[1].split(":")[0] == f"概要!$A${chart.first + 2}"


def test_a_part_is_not_drawn_but_what_was_published() -> None:
    status = next(c for c in drawn_charts(workbook(real_summary())) if c.name.startswith("新規"))
    bars = bars_of(workbook(real_summary()), status)
    assert [bar.whose for bar in bars] == ["公表値"]
    assert bars[0].values == {"新規": 50, "継続": 47}
    assert bars[0].words == {"新規": "50市町村 51.5%", "継続": "47市町村 48.5%"}


def test_an_unknown_column_of_those_that_applied_is_shown_and_not_drawn() -> None:
    region = next(c for c in drawn_charts(workbook(real_summary())) if c.name.startswith("地域"))
    assert [bar.whose for bar in bars_of(workbook(real_summary()), region)] == ["台帳の集計"]
    sheet = opened(real_summary())["概要"]
    assert sheet.cell(region.first + 1, 4).value == "応募"
    assert sheet.cell(region.first + 2, 4).value == "…"


def test_bars_of_several_series_stand_as_the_legend_does() -> None:
    summary = full_summary()
    charts = {chart.name: chart for chart in drawn_charts(workbook(summary))}
    region = charts["地域別 応募・伴走支援自治体数"]
    bars = bars_of(workbook(summary), region)
    assert [bar.whose for bar in bars] == ["台帳の集計", "公表値", "応募（公表値）"]
    assert [bar.values["北海道"] for bar in bars] == [6, 6, 9]
    assert '<c:legendPos val="t"/>' in region.xml
    assert '<c:orientation val="maxMin"/>' in region.xml
    assert "<c:legend>" not in charts["所属府省庁等"].xml


def test_what_is_not_known_has_neither_bar_nor_words() -> None:
    counted, published, applied = drawn(FULL)
    assert set(counted.values) == set(published.values) | {"九州・沖縄"}
    assert published.values == {
        "北海道": 12,
        "国立研究開発法人新エネルギー・産業技術総合開発機構": 0,
    }
    assert set(applied.values) == {"北海道", "九州・沖縄"}
    assert published.words["北海道"] == "12市町村 40.0%"


def test_shares_are_never_drawn_beside_numbers() -> None:
    (bars,) = drawn(SHARES)
    assert bars.values == {"男性": Decimal("75.0"), "女性": Decimal("25.0")}
    summary = full_summary()
    rank = next(each for each in drawn_charts(workbook(summary)) if each.name == "役職")
    assert title_of(rank.xml) == "③役職（単位：%）"
    assert [list(bar.values.values()) for bar in bars_of(workbook(summary), rank)] == [
        [0, 0, 0, 100, 0],
        [0, Decimal("20.5"), 0, Decimal("79.5"), 0],
    ]
    only = drawn_charts(workbook(shares_only()))[0]
    assert title_of(only.xml) == "①性別（公表値）（単位：%）"


@pytest.mark.parametrize("key", ["その他", "未収録"])
def test_what_is_gathered_has_no_bar(key: str) -> None:
    rows = (*OVERLAPPING.rows, Row(key, 3))
    (bars,) = drawn(replace(OVERLAPPING, rows=rows))
    assert bars.values == {'<産業> & "振興"': 2, "環境": 1}


def test_what_was_only_named_or_counts_nothing_has_no_chart() -> None:
    assert drawn(replace(SHARES, rows=(Row("男性", None), Row("女性", None)))) == []
    assert drawn(NOBODY) == []


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
        assert all(bar.words for bar in bars_of(workbook(full_summary()), chart))
        assert '<c:min val="0"/>' in chart.xml
        assert 'barDir val="bar"' in chart.xml


def test_made_up_and_incomplete_figures_are_marked_in_every_chart() -> None:
    for chart in drawn_charts(workbook(warned(real_summary()))):
        assert title_of(chart.xml).startswith("【架空データ（不完全）】")
        assert "台帳に3件のエラー" in chart.description
