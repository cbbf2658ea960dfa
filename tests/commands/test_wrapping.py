"""Lines that fit a terminal, and titles that are parted where a reader would."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from wcwidth import wcswidth

from banso_cli.terminal.wrapping import folded, wrapped
from banso_cli.text.seams import CLOSING, OPENING, pieces_of

LETTERS = "地方創生ひろばー、。・（）「」ab1,2. )(-か\u3099👍❤\ufe0f…％"
TEXTS = st.text(alphabet=LETTERS, max_size=80)
WIDTHS = st.integers(2, 40)


def may_break(text: str, width: int) -> bool:
    """Tell whether every closing and opening mark finds a place: few in a row, on a wide line."""
    run = longest = 0
    for letter in text.replace(" ", ""):
        run = run + wcswidth(letter) if letter in CLOSING | OPENING else 0
        longest = max(longest, run)
    return width >= longest + 8


@given(TEXTS, WIDTHS, st.integers(0, 3), st.integers(0, 3))
@example("60歳以上を60代以上とする。", 26, 0, 0)
@example("（" * 9 + "）" * 9, 4, 0, 0)
@example("❤\ufe0f❤\ufe0f❤\ufe0f", 4, 0, 0)
@example("か\u3099 か", 2, 0, 0)
@example("、 \ufe0f", 2, 0, 0)
@example("11 \ufe0f", 2, 0, 0)
def test_no_line_is_wider_and_no_letter_is_lost(
    text: str, width: int, indent: int, hanging: int
) -> None:
    lines = list(wrapped(text, width + max(indent, hanging), indent, hanging))
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(wcswidth(line) <= width + max(indent, hanging) for line in lines)
    assert all(line == line.rstrip() for line in lines)
    margins = [len(line) - len(line.lstrip(" ")) for line in lines]
    assert margins == [indent, *[hanging] * (len(lines) - 1)][: len(lines)]


@given(TEXTS, WIDTHS)
@example("、 \ufe0f", 20)
@example("11 \ufe0f", 20)
def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one(
    text: str, width: int
) -> None:
    text = text.strip(" " + "".join(CLOSING | OPENING)).replace(" ", "")
    if not may_break(text, width):
        return
    first, *others = [*wrapped(text, width), ""]
    assert all(line[:1] not in CLOSING for line in others)
    assert all(line[-1:] not in OPENING for line in (first, *others))


@pytest.mark.parametrize("width", range(20, 60))
def test_words_and_numbers_stay_whole(width: int) -> None:
    text = "区分は municipality_type など。10歳ごとに分け、1,234,567名を 2026-04-01 に数えた。"
    words = {"municipality_type", "10", "1,234,567", "2026-04-01"}
    assert {word for line in wrapped(text, width) for word in words if word in line} == words


def test_a_closing_mark_takes_the_letter_before_it_along() -> None:
    assert list(wrapped("九つの区分とする。", 16)) == ["九つの区分とす", "る。"]
    assert list(wrapped("例: prefecture=長野県", 10)) == ["例:", "prefecture", "=長野県"]
    assert list(wrapped("残りを「その他」に", 8)) == ["残りを", "「その", "他」に"]
    assert list(wrapped("あ。", 2)) == ["あ", "。"]


def test_lines_of_the_text_itself_are_kept() -> None:
    assert list(wrapped("一つ\n 二つ ", 80, 2)) == ["  一つ", "  二つ"]
    assert list(wrapped("", 80)) == list(wrapped(" \n", 80)) == []


@pytest.mark.parametrize(
    ("label", "pieces"),
    [
        ("5万人以上10万人未満", ["5万人以上", "10万人未満"]),
        ("5千人未満", ["5千人未満"]),
        ("九州・沖縄", ["九州・", "沖縄"]),
        ("企画官・室長級", ["企画官・", "室長級"]),
        ("公表値の割合", ["公表値の", "割合"]),
        ("数(市町村)", ["数", "(市町村)"]),
        ("その他（以上）", ["その他", "（以上）"]),
        ("独立行政法人架空技術機構", ["独立行政法人", "架空技術機構"]),
        ("団体コード", ["団体", "コード"]),
        ("デジタル庁", ["デジタル庁"]),
        ("その他", ["その他"]),
        ("紀の川市", ["紀の川市"]),
        ("several-documents", ["several-", "documents"]),
        ("2026-04-01", ["2026-04-01"]),
        ("Cabinet Office", ["Cabinet ", "Office"]),
        ("", []),
    ],
)
def test_titles_are_parted_where_a_reader_would(label: str, pieces: list[str]) -> None:
    assert list(pieces_of(label)) == pieces


def test_titles_are_folded_to_a_width() -> None:
    assert folded("5万人以上10万人未満", 18) == ("5万人以上", "10万人未満")
    assert folded("5万人以上10万人未満", 19) == ("5万人以上10万人未満",)
    assert folded("警察庁・総務省・内閣府", 16) == ("警察庁・総務省・", "内閣府")
    assert folded("警察庁・総務省・内閣府", 4) == ("警察", "庁・", "総務", "省・", "内閣", "府")
    assert folded("Prime Minister", 5) == ("Prime", "Minis", "ter")
    assert folded("", 4) == ("",)


@given(TEXTS, WIDTHS)
@example("ab" * 9 + " ab", 6)
@example("、 \ufe0f", 2)
@example("11 \ufe0f", 2)
def test_a_folded_title_is_whole_and_fits(label: str, width: int) -> None:
    lines = folded(label, width)
    assert "".join(lines).replace(" ", "") == label.replace(" ", "")
    assert all(wcswidth(line) <= width for line in lines)
