"""Tables that fit a width: every number is there, under its head and beside its key."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from wcwidth import wcswidth

from banso_cli.statistics.tables.cross_table import CrossRow, CrossTable
from banso_cli.statistics.tables.results import Results
from banso_cli.statistics.tables.table import Row, Table, TableStatus
from banso_cli.terminal.figures import Figures, laid_out
from banso_cli.terminal.tables import result_lines

LABELS = st.text(alphabet="北海道内閣官房以上未満ひカ・（）ab-", min_size=1, max_size=18)
COUNTS = st.integers(0, 99_999)


@st.composite
def crosses(draw: st.DrawFn) -> CrossTable:
    """Make a cross table of any size, with any labels but digits and blanks."""
    columns = draw(st.lists(LABELS, min_size=1, max_size=12))
    keys = draw(st.lists(LABELS, min_size=1, max_size=12))
    rows = tuple(CrossRow(key, tuple(draw(COUNTS) for _ in columns)) for key in keys)
    return cross_of(tuple(columns), rows)


def cross_of(columns: tuple[str, ...], rows: tuple[CrossRow, ...]) -> CrossTable:
    return CrossTable("c", "題", "人", "名", TableStatus.RECORDED, columns, rows)


def shown(cross: CrossTable, width: int) -> list[str]:
    """Return the lines of a cross table, without the titles above it."""
    results = Results(2, "題", 0, (), (cross,), ())
    title, blank, heading, *lines = (line.text for line in result_lines(results, width))
    assert (title, blank, heading) == ("題", "", "■ 題(名)")
    return lines


class Parsed:
    """A table as it is read from the terminal: by where its numbers end."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.heads: list[str] = []
        self.keys: list[str] = []
        self.numbers: list[list[int]] = []
        blocks = [
            list(block) for is_gap, block in groupby(lines, lambda line: not line) if not is_gap
        ]
        self.blocks = len(blocks)
        for block in blocks:
            self._read(block)

    def _read(self, lines: list[str]) -> None:
        first = next(at for at, line in enumerate(lines) if re.search(r"\d", line))
        numbered = [line for line in lines if re.search(r"\d", line)]
        ends = [_columns(numbered[0], found.end()) for found in re.finditer(r"[\d,]+", numbered[0])]
        heads = [""] * len(ends)
        for line in lines[:first]:
            for found in re.finditer(r"\S+", line):
                heads[ends.index(_columns(line, found.end()))] += found[0]
        self.heads += heads
        keys: list[str] = []
        for line in lines[first:]:
            key = re.split(r" *\d| *$", line)[0]
            if re.search(r"\d", line):
                keys.append(key)
            else:
                keys[-1] += key
        assert not self.keys or self.keys == keys
        self.keys = keys
        numbers = [
            [int(each.replace(",", "")) for each in re.findall(r"[\d,]+", line)]
            for line in numbered
        ]
        self.numbers = [
            [*before, *more]
            for before, more in zip(self.numbers or [[]] * len(numbers), numbers, strict=True)
        ]


def _columns(line: str, letters: int) -> int:
    return wcswidth(line[:letters])


def expected(cross: CrossTable) -> tuple[list[str], list[str], list[list[int]]]:
    """Return heads, keys and numbers with the sums."""
    numbers = [[*row.counts, sum(row.counts)] for row in cross.rows]
    numbers.append([sum(column) for column in zip(*numbers, strict=True)])
    return [*cross.columns, "計"], [*(row.key for row in cross.rows), "計"], numbers


@given(crosses(), st.integers(30, 140))
@example(cross_of(("北" * 18,), (CrossRow("北" * 18, (99_999,)),)), 30)
@example(cross_of(("未満",) * 12, (CrossRow("未満", tuple(range(12))),) * 12), 80)
def test_every_number_of_a_cross_table_stands_in_its_place(cross: CrossTable, width: int) -> None:
    lines = shown(cross, width)
    assert all(wcswidth(line) <= width for line in lines)
    read = Parsed(lines)
    found = (read.heads, read.keys, read.numbers)
    assert found in (expected(cross), expected(cross.turned))


@given(crosses(), st.integers(30, 140))
def test_a_key_is_folded_only_where_it_takes_half_of_the_width(
    cross: CrossTable, width: int
) -> None:
    figures = Figures(
        "", cross.columns, tuple((r.key, ("1",) * len(cross.columns)) for r in cross.rows)
    )
    layout = laid_out(figures, width)
    widest = max(wcswidth(row.key) for row in cross.rows)
    assert layout.key_width == min(widest, width // 2)
    assert (layout.room > 0) <= (len(layout.blocks) == 1)


POPULATION = ("5千人未満", "5千人以上1万人未満", "1万人以上3万人未満", "10万人以上")
REGIONS = ("北海道", "東北", "関東", "中部", "近畿", "中国", "四国", "九州・沖縄")


def counted(keys: Sequence[str], columns: Sequence[str]) -> CrossTable:
    rows = tuple(CrossRow(key, (1,) * len(columns)) for key in keys)
    return cross_of(tuple(columns), rows)


def test_a_table_that_fits_is_not_turned() -> None:
    lines = shown(counted(POPULATION, REGIONS), 80)
    assert lines[0].split() == [*REGIONS, "計"]


def test_a_table_is_turned_where_that_saves_blocks() -> None:
    ministries = [f"{letter}省" for letter in "あいうえおかきくけこさしすせそ"]
    lines = shown(counted(("課長級", "補佐級"), ministries), 80)
    assert lines[0].split() == ["課長級", "補佐級", "計"]
    assert shown(counted(ministries, ("課長級", "補佐級")), 80)[0] == lines[0]


def test_a_table_is_turned_where_its_heads_then_stay_whole() -> None:
    lines = shown(counted(("青森県", "岩手県"), POPULATION[1:3] * 2), 70)
    assert lines[0].split() == ["青森県", "岩手県", "計"]


def test_a_table_is_turned_where_as_many_blocks_are_shorter() -> None:
    towns = [f"{letter}町" for letter in "アイウエオカキクケコサシスセソタチツテト"]
    ministries = [f"{letter}産業省" for letter in "あいうえおかきくけこさしすせ"]
    lines = shown(counted(towns, ministries), 60)
    assert lines[0].split() == towns[:7]
    assert len(lines) == 3 * (1 + len(ministries) + 1) + 2


def test_heads_are_parted_between_bounds_where_that_saves_a_block() -> None:
    lines = shown(counted(["北海道"] * 9, POPULATION), 80)
    assert [line.split() for line in lines[:2]] == [[*POPULATION, "計"], ["北海道", *"11114"]]
    lines = shown(counted(["北海道"] * 9, POPULATION), 60)
    assert [line.split() for line in lines[:2]] == [
        ["5千人以上", "1万人以上"],
        ["5千人未満", "1万人未満", "3万人未満", "10万人以上", "計"],
    ]


def test_columns_are_spread_evenly_over_blocks() -> None:
    agencies = [f"{letter}庁" for letter in "あいうえおかきくけこさしすせそたちつてと"]
    prefectures = [f"{letter}県" for letter in "アイウエオカキクケコサシスセソタチツテト"]
    blocks = [
        len(lines[0].split())
        for is_gap, block in groupby(shown(counted(agencies, prefectures), 60), bool)
        if is_gap and (lines := list(block))
    ]
    assert blocks == [7, 7, 7]


def table_of(*rows: Row) -> Table:
    published = sum(row.published or 0 for row in rows)
    return Table("t", "題", "人", "市町村", TableStatus.RECORDED, 9, 9, published, rows=rows)


def lines_of(table: Table, width: int) -> list[str]:
    results = Results(2, "題", 0, (table,), (), ())
    return [line.text for line in result_lines(results, width)][3:]


def test_bars_take_the_room_that_is_left_or_are_left_out() -> None:
    table = table_of(Row("九州・沖縄", 8, None, 8), Row("未収録", 1))
    assert lines_of(table, 80)[1:3] == [
        "九州・沖縄           8             8  " + "█" * 20,
        "未収録               1            －",
    ]
    for width in range(30, 80):
        lines = lines_of(table, width)
        assert max(map(wcswidth, lines)) <= width
        blocks = lines[1].count("█")
        assert blocks == 0 or 5 <= blocks <= 20


@pytest.mark.parametrize(
    ("width", "lines"),
    [
        (51, ["区分                 数(市町村)  割合  公表値  応募"]),
        (
            50,
            [
                "                           数",
                "区分                 (市町村)  割合  公表値  応募",
                "5万人以上10万人未満         9             9     9",
                "5万人以上10万人未満         9             9     9",
                "計                          9             9     9",
            ],
        ),
        (
            44,
            [
                "区分                 数(市町村)  割合",
                "5万人以上10万人未満           9",
                "5万人以上10万人未満           9",
                "計                            9",
                "",
                "区分                 公表値  応募",
                "5万人以上10万人未満       9     9",
                "5万人以上10万人未満       9     9",
                "計                        9     9",
            ],
        ),
    ],
)
def test_a_narrow_terminal_keeps_the_classes_whole(width: int, lines: list[str]) -> None:
    table = Table(
        *("t", "題", "人", "市町村", TableStatus.RECORDED, 9, 9, 9, 9),
        rows=(Row("5万人以上10万人未満", 9, None, 9, None, 9),) * 2,
    )
    assert lines_of(table, width)[: len(lines)] == lines


def test_heads_and_sums_stand_out() -> None:
    figures = Figures("", ("数",), (("一つ目の区分", ("1",)), ("計の行", ("1",))))
    assert [line.is_bold for line in laid_out(figures, 80).lines()] == [True, False, True]
    assert [line.is_bold for line in laid_out(figures, 11).lines()] == [
        *[True, False, False, False, True, True]
    ]
    unsummed = Figures("", ("数",), (("一", ("1",)), ("二", ("1",))), has_sum=False)
    assert [line.is_bold for line in laid_out(unsummed, 80).lines()] == [True, False, False]
