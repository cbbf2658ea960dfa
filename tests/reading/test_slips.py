"""Slips typed into files of the real roster: each gives its one finding, and obeying it mends it.

`slips/slips.txt` has them as a difference: the line of a file as it is right (`-`), as it was typed
(`+`), and what is found (`=`), which `make golden` writes.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest

from banso_cli.model.agency import AgencyList
from banso_cli.model.finding import Finding
from banso_cli.model.municipality import Municipality
from banso_cli.model.period import Period
from banso_cli.model.record import Record
from banso_cli.model.roster import Roster
from banso_cli.model.team import Team
from banso_cli.reading.one_file import read_one
from banso_cli.rules import RULES
from banso_cli.rules.slips import RULES as SLIPS
from tests.conftest import Golden
from tests.overlays import as_lines
from tests.reading.obeying import obeyed

FOLDER = Path(__file__).parent / "slips"
TABLE = FOLDER / "slips.txt"
DECLARED: dict[str, type[Record]] = {
    "team.yaml": Team,
    "municipality.yaml": Municipality,
    "period.yaml": Period,
    "agencies.yaml": AgencyList,
}
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
        return self.head.partition(":")[0]

    @property
    def text(self) -> str:
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
    assert {rule.id for rule in SLIPS} <= told


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
