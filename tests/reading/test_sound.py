"""Reading without a tree gives the same record; what is in doubt is left to a closer look."""

from __future__ import annotations

from pathlib import Path

import pytest

from banso_cli.reading.folder import read_one
from banso_cli.reading.shape import read_record
from banso_cli.reading.sound import read_sound
from banso_cli.records.kinds import kind_of
from banso_cli.records.teams.team import Team
from banso_cli.yaml.events import DEEPEST, read_text
from tests.overlays import BASE
from tests.reading.shapes import TEAM

ROSTER = BASE / "roster"
ROLLED_UP = f"{'[' * (DEEPEST + 1)}{']' * (DEEPEST + 1)}"


@pytest.mark.parametrize("file", sorted(ROSTER.rglob("*.yaml")), ids=lambda file: file.stem)
def test_a_record_is_the_same_with_a_tree_and_without(file: Path) -> None:
    text, name = file.read_text(encoding="utf-8"), file.relative_to(ROSTER).with_suffix("")
    declaration, tree = kind_of(name.as_posix()).declaration, read_text(text, "p", "r").tree
    assert tree is not None
    slow, faults = read_record(declaration, tree, "p", "r", text)
    quick = read_sound(declaration, text, "p", "r")
    assert slow is not None
    assert quick is not None
    assert (quick, faults) == (slow, [])
    assert "tree" not in vars(quick.places)
    assert quick.places.suspects == slow.places.suspects
    assert quick.places.tree == slow.places.tree


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# nothing\n",
        TEAM.replace('"013455"', "013455"),
        TEAM.replace("総務省", ""),
        TEAM.replace("総務省", "&a 総務省"),
        TEAM.replace("総務省", "!!str 総務省"),
        TEAM.replace("総務省", "*a"),
        TEAM.replace("総務省", r'"総務\u0007省"'),
        TEAM.replace("総務省", "総務\u0085省"),
        TEAM.replace("number: 1", "number: one"),
        TEAM.replace("number: 1", "&a number: 1"),
        TEAM.replace("number: 1", "? [number]\n: 1"),
        TEAM.replace("一覧", ROLLED_UP),
        TEAM + "number: 1\n",
        TEAM + "---\nnumber: 1\n",
        TEAM + "themes: [\n",
    ],
)
def test_what_is_in_doubt_is_left_to_a_closer_look_which_finds_a_fault(text: str) -> None:
    assert read_sound(Team, text, "p", "teams/2/x") is None
    assert read_one(Team, text, "p", "teams/2/x")[1]
