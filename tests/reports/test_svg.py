"""Bar charts: what they show, where it stands, and that everybody can read it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from banso_cli.reports.entries import Chart
from banso_cli.reports.pictures.lettering import text_width
from banso_cli.reports.pictures.svg import chart_svg
from banso_cli.reports.summary import Summary, summary_of
from banso_cli.statistics.tables.table import UNRECORDED, Row, Table, TableStatus
from tests.conftest import Golden
from tests.reports.pictures import Picture, Shape, lowest_contrast
from tests.reports.tables import CHARTS, FULL, LOST, NOBODY, OVERLAPPING, SHARES, WITHHELD
from tests.statistics.rosters import real_counting

DOCUMENT = "地方創生伴走支援制度 第2期"


@pytest.fixture(scope="module")
def summary() -> Summary:
    return summary_of(real_counting(), 0)


def drawn(table: Table, errors: int = 0) -> Picture:
    return Picture(chart_svg(Chart("", table), DOCUMENT, errors))


def bars(picture: Picture, look: str) -> list[Shape]:
    """Return the bars of a look, without the one of the legend."""
    return [
        shape for shape in picture.shapes if shape.look.name == look and shape.x == picture.axis
    ]


def test_charts_of_the_real_roster_are_small_and_complete(summary: Summary) -> None:
    for chart in (*summary.charts, summary.status, summary.agencies, summary.themes):
        svg = chart_svg(chart, summary.title)
        assert len(svg.encode()) < 6000
        picture, table = Picture(svg), chart.table
        assert picture.child("title") == f"{chart.number}{table.title}"
        for row in table.rows:
            assert row.key in picture.words()
            share = "" if row.share is None else f" {row.share}%"
            assert f"{row.count:,}{table.unit}{share}" in picture.words()
            assert f"{row.key} {row.count:,}{table.unit}{share}" in picture.child("desc")
        if table.rows:
            assert f"{table.total}{table.unit}" in picture.words()
            assert f"計 {table.total}{table.unit}" in picture.child("desc")
        assert DOCUMENT in picture.words()
        assert lowest_contrast(picture) >= 4.5


def test_bars_are_in_proportion_and_what_is_not_recorded_has_none(summary: Summary) -> None:
    (first, *_rest, last) = bars(drawn(summary.agencies.table), "bar")
    most, least = summary.agencies.table.rows[0].count, summary.agencies.table.rows[-1].count
    assert most is not None
    assert least is not None
    assert abs(last.width - first.width * least / most) <= 1
    picture = drawn(summary.themes.table)
    assert not bars(picture, "bar")  # of one team in 97
    assert UNRECORDED in picture.words()


def test_published_figures_and_applications_stand_beside_the_count() -> None:
    picture = drawn(FULL)
    short, long = (bar.width for bar in bars(picture, "bar"))
    assert abs(long - 2 * short) <= 1
    dashed = [path for path in picture.root.iter() if "stroke-dasharray" in path.attrib]
    assert len(dashed) == 1
    for words in (
        "台帳の集計",
        "公表値",
        "応募（公表値）",
        "公表値 12市町村 40.0%",
        "応募 43市町村",
    ):
        assert words in [text.words for text in picture.texts]
    assert "公表値 60.0%" in picture.words()
    assert "北海道 10市町村（公表値 12市町村 40.0%、応募 20市町村）" in picture.child("desc")
    assert "応募 …" in picture.words()
    assert "計 33市町村（公表値 30市町村、応募 63市町村）。" in picture.child("desc")
    assert "未収録 3市町村、" in picture.child("desc")


def test_a_share_alone_has_a_bar_of_its_own_length() -> None:
    picture = drawn(FULL)
    twenty = bars(picture, "bar")[1].width
    published = bars(picture, "open")[1].width
    assert abs(published - twenty * Decimal("19.8") / 20) <= 1, "60 % of 33"
    lone = drawn(SHARES)
    long, short = (bar.width for bar in bars(lone, "open"))
    assert abs(long - 3 * short) <= 2
    assert "75.0%" in lone.words()
    assert "回答なし …、計 …。" in lone.child("desc")
    assert lone.child("title") == "性別（公表値）"


def test_shares_without_a_whole_have_no_bar_beside_numbers() -> None:
    rows = (Row("男性", None, None, 3, None), Row("女性", None, None, None, Decimal("25.0")))
    assert len(bars(drawn(replace(SHARES, rows=rows)), "open")) == 1


def test_applications_have_no_bar_beside_shares() -> None:
    rows = tuple(replace(row, applied=40) for row in SHARES.rows)
    picture = drawn(replace(SHARES, rows=rows))
    assert "応募 40名" in picture.words()
    assert len(bars(picture, "open")) == 2


def test_a_table_without_figures_says_so() -> None:
    assert drawn(WITHHELD).words().endswith("秘匿。示すと知られる。x 秘匿")
    assert drawn(WITHHELD).child("desc") == "秘匿。示すと知られる。"
    assert drawn(LOST).words().endswith("… 未収録")
    assert drawn(LOST).child("desc") == "… 未収録。"
    assert drawn(LOST).shapes == drawn(WITHHELD).shapes == drawn(NOBODY).shapes == ()


def test_what_overlaps_is_not_passed_off_as_a_sum() -> None:
    assert "2市町村（実数）" in drawn(OVERLAPPING).words()
    assert "実数" not in drawn(FULL).words()
    unknown = replace(OVERLAPPING, status=TableStatus.PUBLISHED, total=None)
    assert drawn(unknown).child("desc").endswith("計 …。")


def test_names_are_shown_as_they_are() -> None:
    picture = drawn(OVERLAPPING)
    assert '<産業> & "振興"' in [text.words for text in picture.texts]
    assert '<産業> & "振興" 2市町村 100.0%' in picture.child("desc")


def test_long_names_are_wrapped_and_not_cut() -> None:
    name = FULL.rows[2].key
    lines = [text.words for text in drawn(FULL).texts]
    start = next(n for n, line in enumerate(lines) if line.startswith("国立研究"))
    assert lines[start : start + 3] == [
        "国立研究開発法人",
        "新エネルギー・",
        "産業技術総合開発機構",
    ]
    assert "".join(lines[start : start + 3]) == name


def test_a_chart_of_a_faulty_roster_is_stamped() -> None:
    for chart in CHARTS:
        picture = Picture(chart_svg(chart, DOCUMENT, 1234))
        assert "不完全：台帳に1,234件のエラー。" in picture.words()
        assert picture.child("desc").startswith("不完全：")
        assert "不完全" not in chart_svg(chart, DOCUMENT)


def test_every_chart_names_itself_and_its_ids_are_its_own() -> None:
    seen: set[str] = set()
    for chart in CHARTS:
        root = Picture(chart_svg(chart, DOCUMENT)).root
        ids = {each.attrib["id"] for each in root.iter() if "id" in each.attrib}
        assert root.attrib["role"] == "img"
        assert set(root.attrib["aria-labelledby"].split()) == ids
        assert not ids & seen
        seen |= ids


def test_text_can_be_read_in_both_looks() -> None:
    for chart in CHARTS:
        assert lowest_contrast(Picture(chart_svg(chart, DOCUMENT, 3))) >= 4.5


def test_nothing_is_loaded_from_elsewhere(summary: Summary) -> None:
    svg = chart_svg(summary.agencies, summary.title)
    assert svg.count("http") == 1
    assert "url(" not in svg
    assert "<script" not in svg


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.table.id)
def test_charts_are_as_they_were(chart: Chart, golden: Golden) -> None:
    golden(f"reports/{chart.table.id}.svg", chart_svg(chart, DOCUMENT))


NAMES = st.text(max_size=60)
COUNTS = st.integers(0, 10**9)
SHARED = st.none() | st.integers(0, 1000).map(lambda tenths: Decimal(tenths).scaleb(-1))
ROWS = st.lists(
    st.builds(Row, NAMES, COUNTS, SHARED, st.none() | COUNTS, SHARED, st.none() | COUNTS),
    min_size=1,
    max_size=12,
)


@given(ROWS, NAMES, st.sampled_from(("名", "市町村")))
def test_any_table_fits_into_its_picture(rows: list[Row], title: str, unit: str) -> None:
    total = sum(row.count or 0 for row in rows)
    table = Table("x", title, "支援官", unit, TableStatus.RECORDED, total, total, rows=tuple(rows))
    picture = Picture(chart_svg(Chart("", table), title))
    width, height = picture.box
    for text in picture.texts:
        assert text.x >= 0
        assert text.x + text_width(text.words, text.size) <= width
        assert 0 < text.y < height
    for shape in picture.shapes:
        assert shape.x + shape.width < width
        assert shape.y + shape.height < height
    counts = [row.count for row in rows if row.count and row.key != UNRECORDED]
    lengths = [bar.width for bar in bars(picture, "bar")]
    assert len(lengths) == len(counts)
    for length, count in zip(lengths, counts, strict=True):
        assert abs(length - max(lengths) * count / max(counts)) <= 1
