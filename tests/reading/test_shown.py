"""Lines as they may be shown: nothing personal in them, whatever the file looks like."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from banso_cli.privacy.personal import personal_values
from banso_cli.privacy.shown import shown_lines
from banso_cli.records.fields.record import Part
from banso_cli.records.teams.team import Member, Team
from banso_cli.yaml.events import read_text
from banso_cli.yaml.tree import Mapping
from tests.editing.invented import Bare, Inventor, Tree, texts
from tests.editing.noisy import Writer
from tests.test_mutations import BITS

MARK = "ꙮ"
"""A letter that nothing else has: in every personal value, and nowhere besides."""

MASK = "（非表示）"
INSERTED = [each for bit in BITS if (each := bit.decode("utf-8", "replace"))]


@dataclass
class Revealing(Inventor):
    """Invents teams all of whose members have three attributes, with the mark in each."""

    def part(self, part: type[Part]) -> dict[str, Tree]:
        """Invent a part; in a member, whatever is personal is replaced."""
        found = super().part(part)
        if part is Member:
            choices = [MARK, Bare(f"{MARK}34"), f"{MARK} {MARK}", f"{MARK}, {MARK}", f"{MARK}: 1"]
            found |= {key: self.chance.choice(choices) for key in ("gender", "track", "age")}
        return found


@st.composite
def revealing_files(draw: st.DrawFn) -> str:
    """Draw a file of a team, written as wildly as YAML allows."""
    chance = Random(draw(st.integers(0, 2**32)))  # noqa: S311 - for tests
    writer = Writer(chance)
    inventor = Revealing(chance, draw(st.lists(texts(), min_size=1, max_size=3)))
    writer.mapping(inventor.part(Team), "", 0)
    return "\n".join(writer.lines) + "\n"


def shown(text: str) -> str:
    """Return a whole file as it is shown."""
    return "\n".join(line.text for line in shown_lines(text))


@given(revealing_files())
def test_no_way_of_writing_shows_what_is_personal(text: str) -> None:
    assert MARK not in shown(text)
    for mark in ("\ufeff", "# gender: 女性\n"):
        assert MARK not in shown(f"{mark}{text}")
    assert MARK not in shown(text.replace("\n", "\r\n"))


@given(revealing_files())
def test_of_a_file_that_can_be_read_only_that_is_hidden(text: str) -> None:
    tree = read_text(text, "", "").tree
    assert isinstance(tree, Mapping)
    personal = {line for each in personal_values(tree) for line in each.lines}
    for number, line in enumerate(shown_lines(text), 1):
        if number not in personal and "#" not in line.written:
            assert line.text == line.written


@given(revealing_files(), st.data())
def test_a_slip_anywhere_in_a_file_shows_nothing_either(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    broken = text[:at] + data.draw(st.sampled_from(INSERTED)) + text[at:]
    assert MARK not in shown(broken)


@given(revealing_files(), st.data())
def test_a_file_that_ends_too_early_shows_nothing_either(text: str, data: st.DataObject) -> None:
    assert MARK not in shown(text[: data.draw(st.integers(0, len(text)))])


@given(st.text(), st.integers(1, 9))
def test_columns_of_whatever_text_are_those_of_its_letters(text: str, column: int) -> None:
    lines = shown_lines(text)
    assert "\n".join(line.written for line in lines) == text
    for line in lines:
        begin = line.column(column)
        assert 1 <= begin <= line.column(column + 1, is_end=True)
        if begin <= len(line.text) and column <= len(line.written):
            letter = line.text[begin - 1]
            assert letter == (MASK[0] if line.hides(column) else line.written[column - 1])


MEMBER = "members:\n  - "


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("gender: 女性", "gender: M"),
        ('"gender" :   "女性"   # 34', '"gender" :   M   # M'),
        ("{agency: A, 'age': '34', rank: B}", "{agency: A, 'age': M, rank: B}"),
        ("{gender: [女性, {a: b}]}", "{gender: M, M: M}]}"),
        ("agency: A # gender: 女性", "agency: A # gender: M"),
        ("agency: A # 女性", "agency: A # 女性"),
        ("agency: 'A # age: 34'", "agency: 'A # age: 34'"),
        ("printed: {agency: A, age: 34}", "printed: {agency: A, age: M}"),
        ("性別: 女性", "性別: M"),
        ("ＡＧＥ: 34", "ＡＧＥ: M"),
        ("gendr: 女性", "gendr: M"),
        ("note: 女性", "note: M"),
        ("{agency: A, 女性, 34}", "{agency: A, M, M}"),
        ("{agency: A, female}", "{agency: A, M}"),
        ("{agency: A, gender:女性}", "{agency: A, M}"),
        ("総務省 補佐級 女性", "M"),
        ("gender:\n    # 女性\n      女性", "gender:\n    # M\n      M"),
        (
            "gender: >-\n      女性\n      34\n    rank: B",
            "gender: M\n      M\n      M\n    rank: B",
        ),
        ("? gender\n    : 女性", "? gender\n    : M"),
        (
            "age:\n    # 34\n\n    # 34\n    rank: B\n    # 二",
            "age:\n    # M\n\n    # M\n    rank: B\n    # 二",
        ),
        ("age: 34\n      # 34\n    # 二\n    rank: B", "age: M\n      # M\n    # 二\n    rank: B"),
        ("{age: 34}\n# 二", "{age: M}\n# 二"),
        (
            "rank: B # 二\n    # 34\n    #34\n    age: 34",
            "rank: B # 二\n    # M\n    #M\n    age: M",
        ),
        ("34\n # 二\n  # 34", "M\n # M\n  # M"),
    ],
)
def test_in_a_file_that_can_be_read_values_are_hidden(written: str, expected: str) -> None:
    assert read_text(MEMBER + written, "", "").tree
    found = shown(MEMBER + written).removeprefix(MEMBER)
    assert found == expected.replace("M", MASK)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("gender 女性\n    rank: B", "gender M\n    rank: B"),
        ("rank: B gender: 女性\n    role: [", "rank: B gender: M\n    role: ["),
        ("{agency: A, rank: B, age: 34", "{agency: A, rank: B, age: M"),
        ("{agency: A, 女性", "{agency: A, M"),
        ("agency: A\n    女性\n    rank: [", "agency: A\n    M\n    rank: ["),
        ("gender: 女性\n    gender: 男性", "gender: M\n    gender: M"),
        ("age: |\n  34\nthemes: [森, 林", "age: M\n  M\nthemes: [森, 林"),
        ("gender：女性\n  a: [", "gender：M\n  M"),
        ('"gend\\u0065r": 女性\n    x: &a b', '"M\n    M'),
        ("gender: &女性 女性", "gender: M"),
        ("{? {gender: 女性} : 1}", "{? {gender: M"),
        ("\tage: 34", "\tage: M"),
        (
            "agency: A\n<<<<<<< HEAD\n    女性\n=======\n  a: [",
            "agency: A\n<<<<<<< HEAD\n    M\n=======\n  M",
        ),
    ],
)
def test_in_a_file_that_cannot_be_read_more_is_hidden(written: str, expected: str) -> None:
    found = shown(MEMBER + written).removeprefix(MEMBER)
    assert found == expected.replace("M", MASK)


@pytest.mark.parametrize(
    "text",
    [
        "breakdowns:\n  - dimension: gender\n    classes: [{name: 男性, percent: 60}\n",
        "genders: [男性, 女性]\ntracks: [事務官\nage_bands: {\n",
        "sources:\n  - title: 資料: 概要\n",
        "themes: [産業振興, 環境\n",
        "number　12\nstatus: continuing\nmembers: [\n",
        "<<<<<<< HEAD\nnumber: 12\n=======\nnumber: 13\n>>>>>>> main\nmembers:\n",
    ],
)
def test_what_is_not_personal_stays(text: str) -> None:
    assert read_text(text, "", "").tree is None
    assert shown(text) == text


def test_a_value_on_lines_without_a_key_stays_hidden_up_to_the_next_key() -> None:
    text = "gender:\n  女性\n\n  34\nrank: 補佐級\n  [\n"
    assert shown(text) == f"gender:\n  {MASK}\n\n  {MASK}\nrank: 補佐級\n  [\n"


def test_the_edges_of_a_mask_stand_for_what_is_in_it() -> None:
    line = shown_lines(MEMBER + "{agency: A, age: '9731', rank: B}")[1]
    at = line.written.index("'9731'") + 1
    inside = [line.column(at + step) for step in range(6)]
    assert inside == [at] * 6
    ends = [line.column(at + step, is_end=True) for step in range(1, 7)]
    assert ends == [at + len(MASK)] * 6
    assert line.text[line.column(line.written.index("rank") + 1) - 1 :] == "rank: B}"
