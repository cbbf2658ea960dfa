"""The choices of a question, and what a cell says of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from banso_cli.intake.forms.choices import SEPARATORS, Choices, Said, is_other, unnumbered

EXPERIENCE, WORK, TRAINING = "現場経験", "国の業務に活かせる", "研修, 勉強会"
CHOICES = Choices([EXPERIENCE, WORK, TRAINING, "研修"])

WORDS = st.sampled_from(["研修", "勉強会", "現場", "本務", "A", "B"])
TEXTS = st.lists(WORDS, min_size=1, max_size=3).map(", ".join)


@pytest.mark.parametrize(
    ("cell", "separator", "chosen", "others"),
    [
        ("現場経験;国の業務に活かせる;", ";", (EXPERIENCE, WORK), ()),
        ("現場経験, 国の業務に活かせる", ", ", (EXPERIENCE, WORK), ()),
        ("研修, 勉強会, 現場経験", ", ", (TRAINING, EXPERIENCE), ()),
        ("研修, 現場経験", ", ", ("研修", EXPERIENCE), ()),
        ("①現場経験;（２）国の業務に活かせる。;ア．研修;", ";", (EXPERIENCE, WORK, "研修"), ()),
        ("現場経験;現場経験", ";", (EXPERIENCE,), ()),
        ("縁, 絆, 現場経験, 旅", ", ", (EXPERIENCE,), ("縁, 絆", "旅")),
        ("現場での経験", ";", (), ("現場での経験",)),
        ("", ";", (), ()),
        (";;", ";", (), ()),
    ],
)
def test_a_cell_is_taken_apart_by_the_declared_choices(
    cell: str, separator: str, chosen: tuple[str, ...], others: tuple[str, ...]
) -> None:
    assert CHOICES.said(cell, separator) == Said(chosen, others)


@given(st.data())
def test_whatever_is_chosen_is_found_again(data: st.DataObject) -> None:
    choices = Choices(data.draw(st.lists(TEXTS, min_size=1, max_size=6)))
    wanted = data.draw(st.lists(st.sampled_from(choices.declared), unique=True))
    for end in ("", ";"):
        assert choices.said(";".join(wanted) + end, ";") == Said(tuple(wanted), ())


@given(st.lists(WORDS.map(lambda word: f"{word}, {word}の会"), unique=True, max_size=6))
def test_choices_with_the_separator_in_them_are_found_again(wanted: list[str]) -> None:
    choices = Choices([*wanted, *(each.partition(",")[0] for each in wanted)])
    for separator in SEPARATORS:
        assert choices.said(separator.join(wanted), separator) == Said(tuple(wanted), ())


def test_choices_that_are_alike_are_one_as_it_is_named_first() -> None:
    assert Choices(["研修（OJT）", "現場経験", "研修(OJT)"]).declared == (
        "研修（OJT）",
        "現場経験",
    )


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("① 研修", "研修"),
        ("10.研修", "研修"),
        ("10年後の研修", "10年後の研修"),
        ("ア）研修", "研修"),
    ],
)
def test_numbers_in_front_are_left_out(text: str, bare: str) -> None:
    assert unnumbered(text) == bare


def test_other_answers_say_so_of_themselves() -> None:
    assert all(map(is_other, ("その他", "その他、縁", "⑤その他（　）", "Other: friends")))
    assert not is_other("現場経験その他")
