"""Slips typed into files of the real roster: each gives its one finding, and obeying it mends it.

`slips/slips.txt` has them as a difference: the line of a file as it is right (`-`), as it was typed
(`+`), and what is found (`=`), which `make golden` writes.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

import pytest

from banso_cli.reading.folder import read_one
from banso_cli.records.finding import Finding
from banso_cli.records.roster import Roster
from banso_cli.rules import RULES
from banso_cli.rules.rule import rules_of
from banso_cli.rules.syntax import slips
from tests.conftest import Golden
from tests.overlays import as_lines
from tests.reading.obeying import obeyed
from tests.reading.typed import DECLARED, FOLDER

TABLE = FOLDER / "slips.txt"


READING = tuple(rule for rule in RULES if rule.family in {"syntax", "shape"})


NOT_LITERAL = {"conflict-marker", "not-a-number"}
"""Rules whose help leaves the choice to the reader, or is worded elsewhere."""


class Typed(NamedTuple):
    """A slip: the file and line, the lines as they are right, and as they were typed."""

    head: str
    right: str
    wrong: str

    @property
    def file(self) -> str:
        """Return the name of the file."""
        return self.head.partition(":")[0]

    @property
    def text(self) -> str:
        """Return the text of the file with the slip."""
        lines = (FOLDER / self.file).read_text("utf-8").split("\n")
        start = int(self.head.partition(":")[2]) - 1
        right = self.right.split("\n")
        assert lines[start : start + len(right)] == right
        lines[start : start + len(right)] = self.wrong.split("\n")
        return "\n".join(lines)


def table() -> list[Typed]:
    found = []
    for block in TABLE.read_text("utf-8").rstrip("\n").split("\n\n"):
        head, *lines = block.split("\n")
        right, wrong = ("\n".join(each[1:] for each in lines if each[0] == mark) for mark in "-+")
        found.append(Typed(head, right, wrong))
    return found


SLIPS_TYPED = table()


each_slip = pytest.mark.parametrize(
    "typed", SLIPS_TYPED, ids=lambda each: f"{each.file}-{each.wrong}"
)


def found_in(text: str, file: str, roster: Roster) -> list[Finding]:
    _record, faults = read_one(DECLARED[file], text, f"roster/{file}", "themes")
    alone = replace(roster, faults=tuple(faults))
    found = [finding for rule in READING for finding in rule.findings(alone)]
    return sorted(found, key=lambda finding: finding.place)


def test_the_table_is_as_told(base_roster: Roster, golden: Golden) -> None:
    blocks = []
    for typed in SLIPS_TYPED:
        lines = [typed.head]
        lines += [f"-{line}" for line in typed.right.split("\n")]
        lines += [f"+{line}" for line in typed.wrong.split("\n")]
        found = as_lines(found_in(typed.text, typed.file, base_roster)).splitlines()
        lines += [f"={line.partition(':')[2]}" for line in found]
        blocks.append("\n".join(lines))
    golden(TABLE, "\n\n".join(blocks) + "\n")


def test_the_table_is_long_and_has_every_rule(base_roster: Roster) -> None:
    assert len(set(SLIPS_TYPED)) == len(SLIPS_TYPED) >= 120
    told = {
        finding.rule
        for typed in SLIPS_TYPED
        for finding in found_in(typed.text, typed.file, base_roster)
    }
    assert {rule.id for rule in rules_of(slips)} <= told


@pytest.mark.parametrize("file", DECLARED)
def test_the_files_themselves_are_sound(file: str, base_roster: Roster) -> None:
    assert found_in((FOLDER / file).read_text("utf-8"), file, base_roster) == []


@each_slip
def test_a_slip_is_one_finding_on_its_lines(typed: Typed, base_roster: Roster) -> None:
    (finding,) = found_in(typed.text, typed.file, base_roster)
    first = int(typed.head.partition(":")[2])
    assert finding.place.line in range(first, first + typed.wrong.count("\n") + 1)


@each_slip
def test_doing_what_the_help_says_gives_the_record_back(typed: Typed, base_roster: Roster) -> None:
    (finding,) = found_in(typed.text, typed.file, base_roster)
    if finding.rule in NOT_LITERAL:
        return
    mended = obeyed(typed.text, finding)
    assert found_in(mended, typed.file, base_roster) == []
    line = mended.split("\n")[finding.place.line - 1]
    assert re.search(r"\S", line) or finding.rule == "surplus-mark"


def typed(file: str, right: str, wrong: str) -> str:
    text = (FOLDER / file).read_text("utf-8")
    assert right in text
    return text.replace(right, wrong, 1)


def rules(text: str, file: str, roster: Roster) -> list[tuple[str, int]]:
    return [(each.rule, each.place.line) for each in found_in(text, file, roster)]


@pytest.mark.parametrize(
    ("right", "wrong", "expected"),
    [
        ("number: 12\n", "number\n", [("missing-separator", 2)]),
        (
            "  - agency: 文部科学省",
            "  agency：文部科学省",
            [("missing-dash", 11), ("full-width-mark", 11)],
        ),
        (
            "  - agency: 国土交通省\n    rank: 課長級",
            "  - agency：国土交通省\n     rank: 課長級",
            [("full-width-mark", 7), ("indentation", 8)],
        ),
        ("status: continuing", "status continuing\nrnak: 1", [("missing-separator", 4)]),
        (
            "number: 12\nmunicipality",
            "number：12\nreport: x\nmunicipality",
            [("full-width-mark", 2), ("unknown-key", 3)],
        ),
    ],
)
def test_two_slips_are_two_findings_and_a_guess_is_none(
    right: str, wrong: str, expected: list[tuple[str, int]], base_roster: Roster
) -> None:
    found = rules(typed("team.yaml", right, wrong), "team.yaml", base_roster)
    assert found[: len(expected)] == expected


def test_the_same_slip_on_many_lines_is_told_on_each(base_roster: Roster) -> None:
    text = (FOLDER / "team.yaml").read_text("utf-8")
    for right in ("number", "status", "themes", "    rank"):
        text = re.sub(rf"^{right}: ", f"{right} ", text, flags=re.MULTILINE)
    found = rules(text, "team.yaml", base_roster)
    assert found == [("missing-separator", line) for line in (2, 4, 5, 8, 10, 12)]


def test_a_file_without_any_colon_is_given_up(base_roster: Roster) -> None:
    text = re.sub(": ", " ", (FOLDER / "team.yaml").read_text("utf-8"))
    assert rules(text, "team.yaml", base_roster)


@pytest.mark.parametrize(
    ("right", "wrong", "expected"),
    [
        ("国土交通省\n    rank: 課長級", "国土交通省 rank: 課長級", [("missing-separator", 7)]),
        ("    of: [status]\n  - title", "    of: [status] - title", [("missing-separator", 18)]),
        ("number: 12\n", "number: 12\n=====\n", [("surplus-mark", 3)]),
        ("number: 12\n", "number: 12\n-----\n", [("surplus-mark", 3)]),
        ("themes: [産業振興,", "themes: [[産業振興,", [("unpaired-mark", 5)]),
        ("[産業振興, 環境, 子育て支援]", "[産業振興, 環境、]", [("full-width-mark", 5)]),
    ],
)
def test_marks_alone_and_marks_twice(
    right: str, wrong: str, expected: list[tuple[str, int]], base_roster: Roster
) -> None:
    found = rules(typed("team.yaml", right, wrong), "team.yaml", base_roster)
    assert found == expected


@pytest.mark.parametrize(
    ("wrong", "expected"),
    [
        ("“FNN”", [("full-width-mark", 2)]),
        ("“FNN", [("full-width-mark", 2)]),
        ('"FNN”', [("full-width-mark", 2), ("full-width-mark", 16)]),
        ('“FNN"', [("full-width-mark", 2)]),
        ('"FNN"', [("full-width-mark", 2)]),
    ],
)
def test_full_width_letters_of_a_text_are_its_own(
    wrong: str, expected: list[tuple[str, int]], base_roster: Roster
) -> None:
    text = re.sub("title: FNN.*", f"title: {wrong}", typed("team.yaml", "number: ", "number："))
    assert rules(text, "team.yaml", base_roster) == expected


@pytest.mark.parametrize("text", ["", "\n", "# 注\n"])
def test_an_empty_file_is_empty(text: str, base_roster: Roster) -> None:
    assert rules(text, "team.yaml", base_roster) == [("empty-file", 1)]


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("FNNプライムオンライン：第1期", "「FNN」、【第1期】：（＃3）・ー"),
        ("FNNプライムオンライン：第1期の支援団体として記載のあるページ", "'\"FNN\"の記事'"),
        ("FNNプライムオンライン：第1期", "FNN #3 第1期"),
        ("themes: [産業振興, 環境, 子育て支援]", "themes:\n- 産業振興\n- 環境"),
        ("number: 12\n", "number:   12   # ：、【】\n"),
    ],
)
def test_what_is_right_is_not_told(right: str, wrong: str, base_roster: Roster) -> None:
    assert rules(typed("team.yaml", right, wrong), "team.yaml", base_roster) == []
