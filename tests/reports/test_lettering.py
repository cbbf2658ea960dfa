"""How wide text is, and where it breaks."""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from banso_cli.reports.pictures.lettering import balanced, legible, text_width, wrapped
from banso_cli.text.seams import pieces_of

TEXTS = st.text(alphabet=st.sampled_from("地方創生伴走支援・ー、。（）ab 12\u3099"), max_size=60)


def test_a_square_letter_is_as_wide_as_its_size() -> None:
    assert text_width("森町", 13) == 26
    assert text_width("…", 10) == 10
    assert text_width("か\u3099", 10) == 10
    assert text_width("iW1A", 100) == 40 + 100 + 64 + 80


def test_lines_break_where_they_may() -> None:
    assert wrapped("課長級、補佐級", 10, 30) == ("課長", "級、補", "佐級")
    assert wrapped("九州・沖縄", 10, 20) == ("九", "州・", "沖縄")
    assert wrapped("（公表値）", 10, 20) == ("（公", "表", "値）")
    assert wrapped("第2期 ABC", 10, 40) == ("第2期", "ABC")
    assert wrapped("ABCDEF", 10, 17) == ("AB", "CD", "EF")
    assert wrapped("", 10, 20) == wrapped("  ", 10, 20) == ()


def test_balanced_lines_leave_no_letter_alone() -> None:
    assert balanced("独立行政法人情報通信研究機構", 10, 130) == ("独立行政法人", "情報通信研究機構")
    assert balanced("課長級", 10, 130) == ("課長級",)
    assert balanced("長い Internationalization", 10, 135) == ("長い", "Internationalization")
    assert balanced("", 10, 130) == ()
    body = "国立研究開発法人新エネルギー・産業技術総合開発機構"
    parts = ("国立研究開発法人", "新エネルギー・", "産業技術総合開発機構")
    assert balanced(body, 10, 130) == parts


@given(TEXTS, st.integers(10, 200))
def test_no_line_is_too_wide_and_no_letter_is_lost(text: str, width: int) -> None:
    for lines in (wrapped(text, 10, width), balanced(text, 10, width)):
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")
        assert all(text_width(line, 10) <= width for line in lines)
    if all(text_width(piece, 10) <= width for piece in pieces_of(text)):
        assert len(balanced(text, 10, width)) == fewest(pieces_of(text), width)


def fewest(pieces: Iterable[str], width: int) -> int:
    """Return how many lines pieces take that stand on the first line with room for them."""
    lines = [""]
    for piece in pieces:
        if text_width((lines[-1] + piece).strip(), 10) > width:
            lines.append("")
        lines[-1] = (lines[-1] + piece).lstrip()
    return sum(bool(line.strip()) for line in lines)


@given(st.text())
def test_legible_text_is_one_line_of_what_xml_can_hold(text: str) -> None:
    found = legible(text)
    assert found == legible(found)
    assert len(found.splitlines()) <= 1
    assert legible("a\x00\ud800b\nc\ufffe") == "a\ufffd\ufffdb c\ufffd"
