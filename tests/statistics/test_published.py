"""Published figures beside the roster's, or in their place."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Literal

import pytest

from banso_cli.statistics.dimensions import AGE, AGENCY, GENDER, POPULATION, RANK, STATUS, THEME
from banso_cli.statistics.filling import filling
from banso_cli.statistics.published import Published
from banso_cli.statistics.tables.table import Table, TableStatus
from tests.statistics.rosters import (
    breakdown,
    counting,
    member,
    people,
    published,
    real_counting,
    team,
)

GENDERS = breakdown("gender", {"男性": (194, "69.8"), "女性": (84, None)}, note="延べ数")
MIXED = (
    "公表値の割合は公表資料のとおり。",
    "公表資料が割合を示さない区分は支援官278名に対するもの。",
)
APPLIED = breakdown("gender", {"男性": (250, None), "女性": (58, None)}, of="applied")
SOME = [team(1, "013455", people(男性=7, 女性=5))]
SAME = breakdown("gender", {"男性": (7, None), "女性": (5, None)})


def published_rows(table: Table) -> list[tuple[str, int | None, str, int | None]]:
    """Return what was published of each class."""
    return [(r.key, r.published, str(r.published_share), r.applied) for r in table.rows]


def test_where_nothing_is_recorded_the_published_classes_are_shown() -> None:
    table = published(counting([team(1, "013455", [member()])]), GENDERS, APPLIED).table(GENDER)
    assert table.status is TableStatus.PUBLISHED
    assert published_rows(table) == [("男性", 194, "69.8", 250), ("女性", 84, "30.2", 58)]
    assert {(row.count, row.share) for row in table.rows} == {(None, None)}
    assert (table.total, table.published_total, table.applied_total) == (None, 278, 308)
    assert (table.series[0].total, table.most) == (278, Decimal(194))
    assert [column.head for column in table.columns] == ["公表値", "割合", "応募"]
    assert table.notes == ("公表された内訳。台帳のチームから数えた数ではない。", "延べ数", *MIXED)


def test_both_stand_side_by_side() -> None:
    table = published(counting(SOME), GENDERS).table(GENDER)
    assert table.status is TableStatus.RECORDED
    assert [(row.key, row.count, row.published) for row in table.rows] == [
        ("男性", 7, 194),
        ("女性", 5, 84),
    ]
    assert [str(row.published_share) for row in table.rows] == ["69.8", "30.2"]
    assert (table.total, table.published_total) == (12, 278)
    assert [column.head for column in table.columns] == ["数", "割合", "公表値", "公表値の割合"]


@pytest.mark.parametrize(
    ("genders", "is_counted"),
    [
        ((7, 5), True),
        ((12, 10), True),
        ((8, 5), False),
        ((7, 4), False),
        ((12, 1), False),
        ((13, 0), False),
        ((17, 5), False),
        ((None, 5), False),
    ],
)
def test_published_figures_stand_alone_where_a_difference_would_tell(
    genders: tuple[int | None, int], *, is_counted: bool
) -> None:
    """Also where only the total, or only one class, differs."""
    found = dict(zip(("男性", "女性"), ((each, None) for each in genders), strict=True))
    sides: tuple[Literal["supported", "applied"], ...] = ("supported", "applied")
    for of in sides:
        told = [breakdown("gender", found, of=of), *([SAME] if of == "applied" else [])]
        table = published(counting(SOME), *told).table(GENDER)
        assert (table.status is TableStatus.RECORDED) == is_counted
        if not is_counted:
            assert table.status is TableStatus.PUBLISHED
            assert [row.count for row in table.rows] == [None, None]
            assert (table.total, table.recorded) == (None, None)
            assert table.notes[-1].startswith("台帳の集計は秘匿。示すと、5名に満たない人のこと")


def test_beside_published_figures_no_class_is_merged() -> None:
    ages = breakdown("age", {"20代以下": (2, None), "30代": (9, None), "40代": (8, None)})
    found = [member(age=age) for age in [25, 26] + [35] * 9 + [45] * 8]
    table = published(counting([team(1, "013455", found)]), ages).table(AGE)
    assert published_rows(table) == [
        ("20代以下", 2, "10.5", None),
        ("30代", 9, "47.4", None),
        ("40代", 8, "42.1", None),
    ]
    assert table.status is TableStatus.PUBLISHED


def test_percentages_alone_are_shown_as_printed() -> None:
    shares = breakdown("gender", {"男性": (None, "70"), "女性": (None, "30.0")})
    table = published(counting([]), shares).table(GENDER)
    assert published_rows(table) == [("男性", None, "70.0", None), ("女性", None, "30.0", None)]
    assert table.published_total is None
    assert table.notes[1:] == ("公表値の割合は公表資料のとおり。",)


def test_printed_percentages_are_rounded_half_up_to_one_place_and_it_is_told() -> None:
    shares = breakdown("gender", {"男性": (None, "69.95"), "女性": (None, "30.049")})
    table = published(counting([]), shares).table(GENDER)
    assert [str(row.published_share) for row in table.rows] == ["70.0", "30.0"]
    assert table.notes[1:] == ("公表値の割合は公表資料のとおり（小数第2位を四捨五入）。",)


def test_the_denominator_of_published_shares_is_stated() -> None:
    assert counting([]).table(STATUS).notes[1:] == (
        "公表値の割合は伴走支援自治体97市町村に対するもの。",
    )
    assert published(counting(SOME), GENDERS).table(GENDER).notes == (
        "割合は支援官12名に対するもの。",
        *MIXED,
    )
    numbers = breakdown("gender", {"男性": (194, None), "女性": (84, None)})
    assert published(counting(SOME), numbers).table(GENDER).notes[1:] == (
        "公表値の割合は支援官278名に対するもの。",
    )
    some = breakdown("gender", {"男性": (194, None), "女性": (None, None)})
    assert published(counting([]), some).table(GENDER).notes[1:] == ()


def test_published_classes_stand_in_the_order_of_the_definition_where_asked_for() -> None:
    bodies = breakdown("agency", {"環境省": (5, None), "銀河省": (3, None), "総務省": (2, None)})
    made = published(counting([]), bodies)
    assert [row.key for row in made.table(AGENCY).rows] == ["環境省", "銀河省", "総務省"]
    defined = replace(made, as_defined=True).table(AGENCY)
    assert [row.key for row in defined.rows] == ["総務省", "環境省", "銀河省"]


def test_published_classes_that_nobody_has_are_kept() -> None:
    bodies = breakdown("agency", {"総務省": (5, None), "環境省": (2, None)})
    table = published(counting([team(1, "013455", [member("総務省")])]), bodies).table(AGENCY)
    assert [(row.key, row.count, row.published) for row in table.rows] == [
        ("総務省", 1, 5),
        ("環境省", 0, 2),
    ]
    assert table.published_total == sum(row.published or 0 for row in table.rows)


def test_themes_have_no_published_total() -> None:
    themes = breakdown("theme", {"観光": (30, None), "環境": (40, None)})
    table = published(counting([]), themes).table(THEME)
    assert published_rows(table) == [("観光", 30, "None", None), ("環境", 40, "None", None)]
    assert (table.published_total, table.adds_up) == (None, False)


def test_new_and_continuing_are_published_as_figures() -> None:
    table = counting([team(1, "013455", [member()], status="new")]).table(STATUS)
    assert published_rows(table) == [("新規", 50, "51.5", None), ("継続", 47, "48.5", None)]
    assert table.published_total == 97
    assert counting([]).table(STATUS).status is TableStatus.PUBLISHED


def test_one_figure_of_two_makes_no_total() -> None:
    first = counting([team(1, "013455", [member()], period=1, status="new")], 1)
    table = first.table(STATUS)
    assert published_rows(table) == [("新規", 60, "None", None)]
    assert table.published_total is None


def test_where_nothing_is_known_the_note_says_so_and_whoever_keeps_the_roster_is_told_more() -> (
    None
):
    assert counting([]).table(RANK).notes == ("未収録。",)
    (note,) = real_counting().table(GENDER).notes
    assert note == "未収録。概要資料は図（画像）で示し、その数は収録していない。"
    assert filling(RANK) == (
        "「役職」は、members の rank から集計します。"
        "公表された内訳は、periods/ の期のファイルの breakdowns に収めます。"
    )
    assert "非公開の台帳の members の gender" in filling(GENDER)
    assert "measures_in_force" in filling(POPULATION)
    assert filling(STATUS).endswith("チームの status から集計します。")


def test_nothing_published_has_no_figures() -> None:
    nothing = Published()
    assert nothing.of(("男性",)) == (None, None, None)
    assert (nothing.classes, nothing.notes, nothing.total) == ((), (), None)
    known = Published(GENDERS)
    assert known.share(("男性", "女性")) == Decimal("100.0")
    assert known.value(("男性", "その他")) is None
