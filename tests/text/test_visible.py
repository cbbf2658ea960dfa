"""What a terminal or GitHub Actions would obey is seen, and never obeyed."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from banso_cli.text.visible import no_command, visible, visible_lines

OBEYED = ("\x1b[31m", "\x07", "\x9b0m", "\u202e", "\u2066", "\u200b", "\ufeff", "\ud83d", "\r")


@pytest.mark.parametrize("letters", OBEYED, ids=ascii)
def test_what_is_obeyed_is_seen(letters: str) -> None:
    assert visible(f"森町{letters}") == f"森町�{letters[1:]}"
    assert visible_lines(f"森町{letters}\n") == f"森町�{letters[1:]}\n"


def test_ordinary_text_stays_as_it_is() -> None:
    text = "北海道森町(もりまち、Mori-machi) 葛\U000e0100城市 ㈱ é ﾓﾘ"
    assert visible(text) == visible_lines(text) == no_command(text) == text
    assert visible("a\tb\nc") == "a b�c"
    assert visible_lines("a\tb\n\nc\n") == "a\tb\n\nc\n"


@given(st.text(max_size=60))
def test_no_control_character_is_left_and_no_letter_is_lost(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert not any(unicodedata.category(letter) in {"Cc", "Zl", "Zp", "Cs"} for letter in shown)
    assert visible(shown) == shown
    assert visible_lines(text).count("\n") == text.count("\n")


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("::error::x", ": :error::x"),
        ("  ::stop-commands::x", "  : :stop-commands::x"),
        ("roster/a.yaml\n::set-env name=x::y\n", "roster/a.yaml\n: :set-env name=x::y\n"),
        ("a ##[error]x", "a ## [error]x"),
        ("a::b", "a::b"),
        ("## [x]", "## [x]"),
    ],
)
def test_no_line_is_a_command_to_github(line: str, shown: str) -> None:
    assert no_command(line) == shown


@given(st.text(alphabet=":#[ \na", max_size=30))
def test_what_is_no_command_stays_none(text: str) -> None:
    shown = no_command(text)
    assert not any(line.strip().startswith("::") or "##[" in line for line in shown.split("\n"))
    assert no_command(shown) == shown
