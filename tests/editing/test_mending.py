"""Edits stay at their places, and in the quotes that stand there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from banso_cli.editing.mending import mended
from banso_cli.records.finding import Replacement
from banso_cli.records.teams.team import Team
from banso_cli.yaml.events import read_text
from banso_cli.yaml.place import Place
from banso_cli.yaml.tree import Mapping, Scalar, Sequence
from tests.editing.invented import texts


def edit(text: str, what: str, new: str, nth: int = 0) -> Replacement:
    """Return the replacement of a stretch of a text, the nth of its kind."""
    start = -1
    for _again in range(nth + 1):
        start = text.index(what, start + 1)
    lines = text[:start].split("\n")
    ends = text[: start + len(what)].split("\n")
    place = Place("a.yaml", len(lines), len(lines[-1]) + 1, len(ends), len(ends[-1]) + 1)
    return Replacement(place, new)


@pytest.mark.parametrize(
    ("text", "what", "new", "expected"),
    [
        ("status: 新\n", "新", "new", "status: new\n"),
        ("municipality: 013455  # 森町\n", "013455", "013455", 'municipality: "013455"  # 森町\n'),
        ("municipality: 013455\n", "013455", '"013455"', 'municipality: "013455"\n'),
        ('municipality: "０１"\n', '"０１"', "01", 'municipality: "01"\n'),
        ("municipality: '０１'\n", "'０１'", "01", "municipality: '01'\n"),
        ("municipality: 'x'\n", "'x'", "it's", "municipality: 'it''s'\n"),
        ("municipality: x\n", "x", "a: b", 'municipality: "a: b"\n'),
        ("municipality: x\n", "x", '"', 'municipality: "\\""\n'),
        ("municipality: x\n", "x", '"a"b"', 'municipality: "\\"a\\"b\\""\n'),
        ("municipality: '　x'\n", "'　x'", "x", "municipality: 'x'\n"),
        ("number: １２\n", "１２", "12", "number: 12\n"),
        ("number: １２\n", "１２", "十二", "number: 十二\n"),
        ("number: '１２'\n", "'１２'", "12", "number: '12'\n"),
        ("noise: x\n", "x", "12", 'noise: "12"\n'),
        ("themes: [x, y]\n", "y", "a/b", 'themes: [x, "a/b"]\n'),
        ("noise: [x, y]\n", "x", "a/b", 'noise: ["a/b", y]\n'),
        ("theme: [x]\n", "theme", "themes", "themes: [x]\n"),
        ("{theme: [x]}\n", "theme", "themes", "{themes: [x]}\n"),
        ("number: 1 # x\n", "# x", "# y", "number: 1 # y\n"),
        ("number: 1\nx: 2\n", "x: 2\n", "", "number: 1\n"),
        ("number: 1\nx: 2", "x: 2", "", "number: 1\n"),
        ("status: a\u200bb\n", "\u200b", "", "status: ab\n"),
        ("status: a\u200b1\n", "a\u200b", "", 'status: "1"\n'),
        ('status: "a\u200b\\"b"\n', "\u200b", '"', 'status: "a\\"\\"b"\n'),
        ("status: 'a\u200bb'\n", "\u200b", "'", "status: 'a''b'\n"),
        ("status: |\n  a\u200bb\n", "\u200b", "", "status: |\n  ab\n"),
        ("status: a\n  ｂ\n", "ｂ", "b", "status: a\n  b\n"),
        ("status: a\n  b\n", "a\n  b", "c", "status: c\n"),
        ("a: 1\r\nstatus: 新\r\nb: 2\r\n", "新", "new", "a: 1\r\nstatus: new\r\nb: 2\r\n"),
        ("status: a\x08b\n", "\x08", "", "status: ab\n"),
    ],
)
def test_an_edit_is_written_as_it_has_to_be(text: str, what: str, new: str, expected: str) -> None:
    assert mended(text, Team, [edit(text, what, new)]) == (expected, (True,))


def test_several_edits_on_one_line_and_in_one_value() -> None:
    text = "themes: [ｱ, 'ｲ', ｳ\u200bｴ\u200b]  # ｱ\n"
    edits = [
        edit(text, "\u200b", "", 1),
        edit(text, "ｱ", "ア"),
        edit(text, "'ｲ'", "イ"),
        edit(text, "\u200b", "/"),
        edit(text, "ｱ", "あ", 1),
    ]
    after = "themes: [ア, 'イ', \"ｳ/ｴ\"]  # あ\n"
    assert mended(text, Team, edits) == (after, (True,) * 5)


def test_of_edits_that_overlap_the_first_is_taken() -> None:
    text = "status: 新しい\nnumber: 1\n"
    whole, part, other = edit(text, "新しい", "new"), edit(text, "しい", ""), edit(text, "1", "2")
    assert mended(text, Team, [whole, part, other]) == (
        "status: new\nnumber: 2\n",
        (True, False, True),
    )
    assert mended(text, Team, [part, whole]) == ("status: 新\nnumber: 1\n", (True, False))


def test_two_findings_may_want_the_same() -> None:
    text = "status: 新しい\n"
    assert mended(text, Team, [edit(text, "新しい", "new")] * 2) == ("status: new\n", (True, True))


def test_a_block_scalar_is_not_replaced_as_a_whole() -> None:
    text = "status: |-\n  新\n"
    place = Place("a.yaml", 1, 9, 3, 1)
    assert mended(text, Team, [Replacement(place, "new")]) == (text, (False,))


def test_an_edit_that_would_spoil_the_file_is_refused_with_all_others() -> None:
    text = "number: 1\nstatus: 新\n"
    edits = [edit(text, "新", "new"), edit(text, ":", "", 0)]
    assert mended(text, Team, edits) == (text, (False, False))


def test_a_text_is_put_in_as_it_is_where_no_value_stands() -> None:
    replacement = Replacement(Place("a.yaml", 1, 8, 1, 8), " new")
    assert mended("status:\n", Team, [replacement]).text == "status: new\n"


def test_a_place_behind_the_end_of_the_file_is_its_end() -> None:
    replacement = Replacement(Place("a.yaml", 9, 9, 9, 9), "status: new\n")
    assert mended("number: 1\n", Team, [replacement]).text == "number: 1\nstatus: new\n"


@given(
    new=texts().filter(lambda text: not text.startswith('"')),  # it would stand for what is quoted
    written=st.sampled_from(["status: {}\n", "themes: [a, {}, b]\n", "y:\n  - a\n  - {}\n"]),
    style=st.sampled_from(['"x"', "'x'", "x"]),
)
def test_any_value_can_be_replaced_by_any_text(new: str, written: str, style: str) -> None:
    text = written.format(style)
    after = mended(text, Team, [edit(text, style, new)])
    assert after.taken == (True,)
    tree = read_text(after.text, "", "").tree
    assert isinstance(tree, Mapping)
    (value,) = (entry.value for entry in tree.entries.values())
    found = value.items[1] if isinstance(value, Sequence) else value
    assert isinstance(found, Scalar)
    assert found.text == new
