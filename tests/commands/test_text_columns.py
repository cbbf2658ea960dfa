"""Columns of words, folded where they do not fit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth

from banso_cli.terminal.text_columns import text_lines, without_spare

LABELS = st.text(alphabet="北海道内閣官房以上未満ひカ・（）ab-", min_size=1, max_size=18)


TEAMS = [
    ("期", "団体コード", "継続・新規", "所属府省庁等"),
    ("2", "013455", "新規", "内閣官房・復興庁・厚生労働省"),
    ("2", "014079", "", "総務省"),
]


@pytest.mark.parametrize(
    ("width", "lines"),
    [
        (
            80,
            [
                "期  団体コード  継続・新規  所属府省庁等",
                "2   013455      新規        内閣官房・復興庁・厚生労働省",
                "2   014079                  総務省",
            ],
        ),
        (
            46,
            [
                "期  団体コード  継続・新規  所属府省庁等",
                "2   013455      新規        内閣官房・復興庁・",
                "                            厚生労働省",
                "2   014079                  総務省",
            ],
        ),
        (
            32,
            [
                "期  団体    継続・  所属府省庁等",
                "    コード  新規",
                "2   013455  新規    内閣官房・",
                "                    復興庁・",
                "                    厚生労働省",
                "2   014079          総務省",
            ],
        ),
        (
            28,
            [
                "期  団体    継    所属府省庁",
                "    コード  続・  等",
                "            新規",
                "2   013455  新規  内閣官房・",
                "                  復興庁・",
                "                  厚生労働省",
                "2   014079        総務省",
            ],
        ),
    ],
)
def test_words_are_folded_where_they_do_not_fit(width: int, lines: list[str]) -> None:
    assert [line.text for line in text_lines(TEAMS, width)] == lines


@pytest.mark.parametrize(
    ("width", "gone"),
    [
        (80, ()),
        (46, ()),
        (32, ()),
        (28, ("団体コード",)),
        (20, ("団体コード", "期")),
        (2, ("団体コード", "期")),
    ],
)
def test_columns_without_room_are_left_out_in_their_order(
    width: int, gone: tuple[str, ...]
) -> None:
    rows, found = without_spare(TEAMS, width, ("団体コード", "期"))
    assert found == gone
    assert [len(row) for row in rows] == [4 - len(gone)] * 3
    assert rows[1][-1] == "内閣官房・復興庁・厚生労働省"


@given(
    rows=st.lists(st.tuples(LABELS | st.just(""), LABELS, LABELS), min_size=2, max_size=6),
    width=st.integers(10, 90),
)
def test_no_word_is_lost_and_no_line_is_wider(rows: list[tuple[str, str, str]], width: int) -> None:
    lines = [line.text for line in text_lines(rows, width)]
    assert all(wcswidth(line) <= width for line in lines)
    letters = sorted("".join(lines).replace(" ", ""))
    assert letters == sorted("".join(cell for row in rows for cell in row))
