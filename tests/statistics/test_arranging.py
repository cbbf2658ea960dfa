"""Tables in another order, or with their largest classes alone."""

from __future__ import annotations

from decimal import Decimal

from banso_cli.statistics.dimensions import AGENCY, GENDER, RANK, REGION, STATUS, THEME
from banso_cli.statistics.tables.arranging import arranged, arranged_cross
from banso_cli.statistics.tables.table import OTHERS, UNRECORDED, Table, TableStatus
from tests.statistics.rosters import breakdown, counting, member, published, real_counting, team


def keys(table: Table) -> list[tuple[str, int | None]]:
    """Return the classes and their counts in the order of the rows."""
    return [(row.key, row.count) for row in table.rows]


def test_the_largest_classes_and_the_sum_of_the_others() -> None:
    table = arranged(real_counting().table(RANK), "definition", 2)
    assert keys(table) == [("補佐級", 130), ("係長級", 65), (OTHERS, 84)]
    assert [str(row.share) for row in table.rows] == ["46.6", "23.3", "30.1"]
    assert table.notes[-1] == "その他は3区分の計。"
    parts = sum(row.share or 0 for row in real_counting().table(RANK).rows[:3])
    assert parts == Decimal("30.1")


def test_the_share_of_the_others_is_rounded_once() -> None:
    bodies = ["総務省"] * 4 + ["財務省", "環境省", "外務省"]
    made = counting([team(1, "013455", [member(each) for each in bodies])])
    table = arranged(made.table(AGENCY), "definition", 1)
    assert [str(row.share) for row in table.rows] == ["57.1", "42.9"]
    assert sum(row.share or 0 for row in made.table(AGENCY).rows[1:]) == Decimal("42.9")


def test_a_class_that_is_itself_called_others_is_summed_with_them() -> None:
    themes = [[OTHERS, "観光"], [OTHERS, "環境"], [OTHERS, "教育"], ["観光"], ["防災"]]
    codes = ("013455", "014079", "032034", "062111", "062120")
    made = counting(
        team(at, code, [member()], themes=found)
        for at, (code, found) in enumerate(zip(codes, themes, strict=True), start=1)
    )
    table = made.table(THEME)
    assert keys(table)[0] == (OTHERS, 3)
    top = arranged(table, None, 1)
    assert keys(top) == [("観光", 2), (OTHERS, 6)]
    assert top.notes[-1] == "その他は4区分の延べ数で、区分「その他」を含む。"
    assert len(arranged(table, None, 4).rows) == 5
    cross = arranged_cross(made.cross(THEME, RANK), None, 2)
    assert [row.key for row in cross.rows] == ["観光", cross.rows[1].key, OTHERS]
    assert cross.notes[-1] == "その他は3区分の延べ数で、区分「その他」を含む。"
    across = arranged_cross(made.cross(RANK, THEME), None, 1)
    assert across.notes[-1] == "その他は4区分の計。"


def test_orders() -> None:
    table = real_counting().table(RANK)
    assert keys(arranged(table, "definition")) == keys(table)
    assert [count for _key, count in keys(arranged(table, "count"))] == [130, 65, 41, 36, 7]
    names = [key for key, _count in keys(arranged(table, "name"))]
    assert names == sorted(names)
    assert len(names) == 5


def test_one_class_left_out_is_no_other() -> None:
    table = real_counting().table(RANK)
    assert arranged(table, "definition", 4) == table
    assert len(arranged(table, "definition", 3).rows) == 4


def test_classes_of_the_same_size_keep_their_order() -> None:
    teams = [
        team(1, "013455", [member("環境省"), member("総務省"), member("財務省"), member("外務省")])
    ]
    table = arranged(counting(teams).table(AGENCY), "count", 2)
    assert keys(table) == [("総務省", 1), ("外務省", 1), (OTHERS, 2)]


def test_what_is_not_recorded_stays_last_and_has_no_share() -> None:
    table = arranged(real_counting().table(STATUS), "count", 1)
    assert keys(table) == [("継続", 19), ("新規", 8), (UNRECORDED, 70)]
    teams = [
        team(1, "013455", [member()], themes=["観光", "環境", "教育"]),
        team(2, "014079", [member()]),
    ]
    table = arranged(counting(teams).table(THEME), "definition", 1)
    assert keys(table) == [("観光", 1), (OTHERS, 2), (UNRECORDED, 1)]
    assert table.rows[1].share is None
    assert table.notes[-1] == "その他は2区分の延べ数。"


def test_published_figures_are_summed_as_well() -> None:
    found = {"男性": (194, None), "女性": (80, None), "無回答": (4, None)}
    made = published(counting([]), breakdown("gender", found))
    table = arranged(made.table(GENDER), "count", 1)
    assert table.status is TableStatus.PUBLISHED
    assert [(row.key, row.published, str(row.published_share)) for row in table.rows] == [
        ("男性", 194, "69.8"),
        (OTHERS, 84, "30.2"),
    ]
    assert table.rows[1].share is None


def test_where_percentages_alone_were_published_they_rank_the_classes() -> None:
    found = {"男性": (None, "20.5"), "女性": (None, "70"), "無回答": (None, "9.5")}
    made = published(counting([]), breakdown("gender", found))
    table = arranged(made.table(GENDER), "count", 1)
    assert [row.key for row in table.rows] == ["女性", OTHERS]
    assert table.rows[1].published is None


def test_rows_of_a_cross() -> None:
    cross = real_counting().cross(RANK, REGION)
    top = arranged_cross(cross, "count", 2)
    assert [row.key for row in top.rows] == ["補佐級", "係長級", OTHERS]
    assert top.total == cross.total == 279
    assert top.columns == cross.columns
    assert top.notes[-1] == "その他は3区分の計。"
    assert arranged_cross(cross, "definition") == cross
    names = [row.key for row in arranged_cross(cross, "name").rows]
    assert names == sorted(names)


def test_what_is_not_recorded_stays_the_last_row_of_a_cross() -> None:
    cross = real_counting().cross(STATUS, RANK)
    assert [row.key for row in arranged_cross(cross, "count").rows][-1] == UNRECORDED
    assert [row.key for row in arranged_cross(cross, "count", 1).rows][-1] == UNRECORDED
