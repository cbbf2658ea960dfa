"""What a table tells of itself: bars, and what stands beside the counts."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from banso_cli.statistics.dimensions import (
    RANK,
    STATUS,
)
from banso_cli.statistics.tables.table import UNRECORDED, Row, Table, TableStatus
from tests.statistics.rosters import real_counting


def counts(table: Table) -> dict[str, int | None]:
    """Return the count of each class."""
    return {row.key: row.count for row in table.rows}


def heads(table: Table) -> list[str]:
    """Return what stands over the columns of a table."""
    return [column.head for column in table.columns]


def test_what_a_chart_shows_of_a_table() -> None:
    ranks = real_counting().table(RANK)
    assert (ranks.most, ranks.series[0].total) == (Decimal(130), 279)
    assert heads(ranks) == ["数", "割合"]
    states = real_counting().table(STATUS)
    assert (states.most, heads(states)) == (Decimal(50), ["数", "割合", "公表値", "公表値の割合"])
    assert states.series[0].lengths == (None, None, None)  # 27 of 97 would show the opposite
    assert [column.sum for column in states.columns] == ["97", "", "97", ""]
    unknown = [column.cells[-1] for column in states.columns]
    assert (states.rows[-1].key, unknown) == (UNRECORDED, ["70", "", "－", "－"])
    row = Row("", None, None, 12, Decimal("34.5"))
    assert (row.shown, row.shown_share) == (12, Decimal("34.5"))
    row = Row("", 3, None, 12, Decimal("34.5"))
    assert (row.shown, row.shown_share) == (3, None)


def test_a_share_that_was_published_without_its_number_stands_alone() -> None:
    rows = (Row("男性", 6, Decimal("60.0"), None, Decimal("78.4")), Row("女性", 4, Decimal("40.0")))
    table = Table("gender", "性別", "支援官", "名", TableStatus.RECORDED, rows=rows, total=10)
    assert heads(table) == ["数", "割合", "公表値の割合"]
    assert table.columns[-1].cells == ("78.4%", "")


def words(lengths: tuple[Decimal | None, ...]) -> list[str]:
    """Return lengths of bars as text."""
    return [str(each) for each in lengths]


def test_bars_are_as_long_as_the_numbers_or_else_the_shares() -> None:
    published = Table("rank", "役職", "支援官", "名", TableStatus.PUBLISHED)
    men, women, others = (
        Row("男性", None, None, None, Decimal("78.4")),
        Row("女性", None, None, 40, Decimal("21.6")),
        Row(UNRECORDED, 900),
    )
    shares = replace(published, rows=(men, replace(women, published=None), others))
    assert (shares.in_shares, shares.most) == (True, Decimal("78.4"))
    assert words(shares.lengths) == ["78.4", "21.6", "None"]
    mixed = replace(published, rows=(men, women))
    assert (mixed.in_shares, mixed.most) == (False, Decimal(40))
    assert words(mixed.lengths) == ["None", "40"]
    assert words(mixed.published_lengths) == ["None", "None"]
    nothing = replace(published, rows=(Row("男性", None),))
    assert (nothing.in_shares, nothing.most) == (False, Decimal(0))
    assert words(nothing.lengths) == ["None"]
    assert replace(published, rows=()).most == 0


def test_published_bars_stand_to_the_scale_of_the_counted() -> None:
    rows = (
        Row("男性", 7, None, 194, Decimal("69.8")),
        Row("女性", 5, None, None, Decimal("25.0")),
        Row(UNRECORDED, 8),
    )
    table = Table("gender", "性別", "支援官", "名", TableStatus.RECORDED, 20, 12, rows=rows)
    assert words(table.lengths) == ["7", "5", "None"]
    assert words(table.published_lengths) == ["194", "5.000", "None"]
    assert words(replace(table, total=None).published_lengths) == ["194", "None", "None"]


def test_numbers_have_no_bar_beside_shares() -> None:
    rows = (Row("男性", None, None, None, Decimal("78.4"), 25),)
    table = Table("gender", "性別", "支援官", "名", TableStatus.PUBLISHED, rows=rows)
    own, applied = table.series
    assert (words(own.lengths), words(applied.lengths)) == (["78.4"], ["None"])
    assert heads(table) == ["公表値", "割合", "応募"]
