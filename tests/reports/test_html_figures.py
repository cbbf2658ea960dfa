"""The figures on the page of HTML, read back and compared with the summary."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from banso_cli.reports.entries import Chart
from banso_cli.reports.html import page_html
from banso_cli.statistics.tables.table import UNRECORDED, Row, Table, TableStatus
from tests.reports.pages import real_page, real_summary, small
from tests.reports.parsed_page import Element, parsed


def number(text: str) -> int | None:
    return None if text == "…" else int(text.replace(",", ""))


def share(text: str) -> Decimal | None:
    return Decimal(text.removesuffix("%")) if text else None


def table_of(page: Element, name: str) -> tuple[Element, list[list[str]]]:
    found = page.one("*", **{"data-table": name})
    return found, (found if found.tag == "table" else found.one("table")).cells


def column(cells: list[list[str]], title: str) -> list[str]:
    return [row[cells[0].index(title)] for row in cells[1:]]


@pytest.mark.parametrize("table", [t for t in real_summary().tables if t.rows], ids=lambda t: t.id)
def test_the_figures_of_a_table_are_read_back(table: Table) -> None:
    _found, cells = table_of(real_page(), table.id)
    assert column(cells, "区分") == [*(row.key for row in table.rows), "計"]
    assert [*map(number, column(cells, "数"))] == [*(r.shown for r in table.rows), table.total]
    if "割合" in cells[0]:
        assert [*map(share, column(cells, "割合"))][:-1] == [r.shown_share for r in table.rows]
    else:
        assert {row.shown_share for row in table.rows} == {None}


def test_published_figures_stand_beside_the_counted_ones() -> None:
    _found, cells = table_of(real_page(), "status")
    assert column(cells, "公表値") == ["50", "47", "－", "97"]
    assert column(cells, "公表値の割合") == ["51.5%", "48.5%", "－", ""]


def test_bars_are_drawn_to_one_scale_and_never_for_what_is_not_recorded() -> None:
    found, _cells = table_of(real_page(), "rank")
    drawn = [*found.all("svg")]
    assert {each.attributes["viewbox"] for each in drawn} == {"0 0 130 1"}
    assert [each.one("rect").attributes["width"] for each in drawn] == [
        "7",
        "41",
        "36",
        "130",
        "65",
    ]
    assert all(each.attributes["aria-hidden"] == "true" for each in drawn)


def test_what_is_recorded_in_part_has_no_bars_but_those_of_what_is_published() -> None:
    found, _cells = table_of(real_page(), "status")
    assert [each.attributes["viewbox"] for each in found.all("svg")] == ["0 0 97 2", "0 0 97 2"]
    bars = [(each.attributes["class"], each.attributes["width"]) for each in found.all("rect")]
    assert bars == [("p", "50"), ("p", "47")]
    found, _cells = table_of(real_page(), "theme")
    assert not [*found.all("svg")]


def test_tables_without_figures_say_so() -> None:
    page = real_page()
    for name in ("gender", "track", "age", "activity"):
        found = page.one("*", **{"data-table": name})
        assert found.one("p", **{"class": "absent"}).text == UNRECORDED
        assert not [*found.all("table")]


def test_the_prefectures_of_the_table_are_split_by_status() -> None:
    _found, cells = table_of(real_page(), "prefecture")
    wanted = [(each.new, each.continuing, each.unknown) for each in real_summary().prefectures]
    split = [tuple(map(int, row[-3:])) for row in cells[1:]]
    assert split[:-1] == wanted
    assert split[-1] == tuple(map(sum, zip(*wanted, strict=True)))


def test_the_figures_of_the_summary_come_first() -> None:
    summary, page = real_summary(), real_page()
    shown = [*page.one("section", id="figures").one("dl", **{"class": "figures"}).all("div")]
    for line, block in zip(summary.figures, shown, strict=True):
        assert block.one("dt").text == line.label
        now, before, *_others = block.all("dd")
        assert now.text == f"{line.value}{line.unit}"
        cited = "".join(f" [{number}]" for number in line.earlier_sources)
        figure = f"{line.earlier or '…'}{line.unit if line.earlier else ''}"
        assert before.text == f"第1期 {figure}{cited}"
    assert "台帳の集計は279名（差+1）" in shown[0].text
    reason = next(each.note for each in summary.comparisons if each.difference)
    assert reason in page.one("p", **{"class": "note reason"}).text


def test_applications_and_other_figures_have_their_columns() -> None:
    rows = (Row("北海道", 1, Decimal("50.0"), 1, Decimal("33.3"), 4), Row(UNRECORDED, 1))
    table = Table("region", "地域別", "自治体", "市町村", TableStatus.RECORDED, 2, 1, 3, 5, rows)
    chart = small(charts=(Chart("⑤", table),))
    cells = table_of(parsed(page_html(chart)), "region")[1]
    assert cells[0] == ["区分", "図", "数", "割合", "公表値", "公表値の割合", "応募"]
    assert [row[2:] for row in cells[1:]] == [
        ["1", "50.0%", "1", "33.3%", "4"],
        ["1", "", "－", "－", "－"],
        ["2", "", "3", "", "5"],
    ]
    prefecture = replace(table, id="prefecture")
    cells = table_of(parsed(page_html(small(tables=(prefecture,)))), "prefecture")[1]
    assert cells[0][:6] == ["区分", "数", "割合", "公表値", "公表値の割合", "応募"]
    assert [row[:6] for row in cells[1:]] == [
        ["北海道", "1", "50.0%", "1", "33.3%", "4"],
        [UNRECORDED, "1", "", "－", "－", "－"],
        ["計", "2", "", "3", "", "5"],
    ]
    assert cells[2][6:] == ["－", "－", "－"]


def test_published_tables_show_what_was_published() -> None:
    rows = (Row("男性", None, None, 194, Decimal("69.8")), Row("女性", None, None, 84))
    table = Table(
        "gender", "性別", "支援官", "名", TableStatus.PUBLISHED, None, None, 278, None, rows
    )
    found, cells = table_of(parsed(page_html(small(charts=(Chart("①", table),)))), "gender")
    assert cells[0] == ["区分", "図", "公表値", "割合"]
    assert [row[2:] for row in cells[1:]] == [["194", "69.8%"], ["84", ""], ["278", ""]]
    assert [each.attributes["width"] for each in found.all("rect")] == ["194", "84"]


def test_withheld_tables_say_so() -> None:
    table = Table("age", "年齢", "支援官", "名", TableStatus.WITHHELD, notes=("人数が少ない。",))
    found = parsed(page_html(small(charts=(Chart("④", table),)))).one("*", **{"data-table": "age"})
    assert found.one("p", **{"class": "absent"}).text == "秘匿"
    assert "※ 人数が少ない。" in found.text


@pytest.mark.parametrize(
    ("most", "legend", "shades"),
    [
        (12, ["0", "1", "2", "3", "4", "5以上"], {0: 0, 1: 1, 4: 4, 5: 5, 12: 5}),
        (13, ["0", "1～2", "3～4", "5～6", "7～8", "9以上"], {0: 0, 1: 1, 2: 1, 8: 4, 9: 5, 13: 5}),
        (
            24,
            ["0", "1～4", "5～8", "9～12", "13～16", "17以上"],
            {0: 0, 1: 1, 5: 2, 16: 4, 17: 5, 24: 5},
        ),
    ],
)
def test_where_there_are_many_teams_a_shade_stands_for_several_numbers(
    most: int, legend: list[str], shades: dict[int, int]
) -> None:
    numbers = [*shades, *[1] * (47 - len(shades))]
    places = zip(real_summary().prefectures, numbers, strict=True)
    prefectures = tuple(replace(place, teams=number) for place, number in places)
    page = parsed(page_html(small(prefectures=prefectures)))
    assert max(numbers) == most
    scale = page.one("p", **{"class": "note scale"})
    assert [each.text for each in scale.all("span")] == legend
    tiles = [*page.one("ol", **{"class": "map all"}).all("span")]
    shown = [int(tile.attributes["class"].removeprefix("tile s")) for tile in tiles]
    assert dict(zip(numbers, shown, strict=True)) == shades
