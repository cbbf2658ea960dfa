"""Each shape of a list is read as the teams it holds, or refused in words that say what to do.

`tests/data/lists/shapes.tsv` has the whole table: the file, or the name of a shape that is made;
the options; what comes of it; and words that have to be told, or that the refusal has.
"""

from __future__ import annotations

import csv
from argparse import ArgumentParser
from dataclasses import dataclass
from pathlib import Path

import pytest

from banso_cli.files.failure import Failure
from banso_cli.intake.importing import Import, import_list
from banso_cli.intake.lists.how import HowToRead, fills_of
from banso_cli.reading.folder import read_roster
from banso_cli.records.roster import Roster
from tests.lists.five import FIVE
from tests.lists.shapes import SHAPES

TESTS = Path(__file__).parents[1]
DATA = TESTS / "data" / "lists"
WITH_SIXTH = "five and 南木曽町"
"""What comes of lists that hold one more team: 6 長野県南木曽町, 総務省 and 財務省 補佐級."""
NO_MORE = "five, and no more is told"
"""What comes of lists that give cause to nothing but to name the sheet."""


@dataclass(frozen=True)
class Case:
    """A line of the table; words are parted by a bar."""

    shape: str
    options: str
    outcome: str
    words: tuple[str, ...]

    def file(self, folder: Path) -> Path:
        """Return the file, which may have to be made."""
        made = SHAPES.get(self.shape)
        return made(folder) if made else DATA / "shapes" / self.shape


def cases() -> list[Case]:
    with (DATA / "shapes.tsv").open(encoding="utf-8", newline="") as stream:
        lines = list(csv.reader(stream, delimiter="\t"))[1:]
    return [
        Case(shape, options, outcome, tuple(filter(None, words.split("|"))))
        for shape, options, outcome, words in lines
    ]


def how(options: str) -> HowToRead:
    parser = ArgumentParser()
    parser.add_argument("--sheet", action="append", default=[])
    for name in ("--hidden", "--struck", "--fill"):
        parser.add_argument(name)
    for name in ("--part", "--number-in-order"):
        parser.add_argument(name, action="store_true")
    given = parser.parse_args(options.split())
    return HowToRead(
        tuple(given.sheet),
        given.hidden,
        given.struck,
        given.number_in_order,
        given.part,
        fills_of(given.fill),
    )


@pytest.fixture(scope="module")
def roster() -> Roster:
    return read_roster(TESTS / "public_roster" / "roster")


def shown(found: Import) -> str:
    """Return all that is told of a list, and the statuses in the order of the teams."""
    statuses = [file.team.status or "-" for file in found.files]
    notes = [f"{note.number}: {note.text}" for note in (*found.assumptions, *found.mended)]
    return "\n".join((*found.told, *notes, *found.read_as.values(), " ".join(statuses)))


def teams(found: Import) -> list[object]:
    each = (file.team for file in found.files)
    return [(t.number, t.municipality, tuple((m.agency, m.rank) for m in t.members)) for t in each]


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.shape} {case.options}".strip())
def test_a_shape_is_read_or_refused(case: Case, roster: Roster, tmp_path: Path) -> None:
    file = case.file(tmp_path)
    expected: list[object] = [(team.number, team.code, team.members) for team in FIVE]
    if case.outcome == WITH_SIXTH:
        expected.append((6, "204234", (("総務省", "補佐級"), ("財務省", "補佐級"))))
    if case.outcome == "refused":
        with pytest.raises(Failure) as refused:
            import_list(file, 2, roster, "一覧", how(case.options))
        told = "\n".join(f"{each.message} {each.help}" for each in refused.value.refusals)
        assert len(refused.value.refusals) == 1, told
    else:
        found = import_list(file, 2, roster, "一覧", how(case.options))
        told = shown(found)
        if case.outcome != "told":
            assert teams(found) == expected
        if case.outcome == NO_MORE:
            assert len(found.told) == 1
    for words in case.words:
        assert words in told


def test_every_shape_has_a_line() -> None:
    files = {file.name for file in (DATA / "shapes").iterdir()}
    assert {case.shape for case in cases()} == files | SHAPES.keys()


@pytest.mark.parametrize("words", ["青", "継続,継続", "継続,新規,継続"])
def test_a_fill_stands_for_what_teams_may_be(words: str) -> None:
    with pytest.raises(Failure) as refused:
        fills_of(words)
    assert "「継続,新規」のように書いてください" in refused.value.help_line
