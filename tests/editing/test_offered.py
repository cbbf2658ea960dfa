"""Every form offers the edit that --fix makes, and one run of it is enough."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from banso_cli.diagnostics.sarif import document as as_sarif
from banso_cli.editing.changes import write_changes
from banso_cli.editing.fixing import fixes, offered, settled
from banso_cli.reading.folder import read_roster
from banso_cli.records.finding import Finding, Renaming, Replacement
from banso_cli.records.roster import Roster
from banso_cli.rules import RULES, check
from banso_cli.yaml.place import Place
from tests.conftest import BASE
from tests.diagnostics.awkward import listed
from tests.overlays import CASES, SCENARIOS, folders, overlaid

BROKEN = [
    case / "failing"
    for case in (*folders(CASES), *folders(SCENARIOS))
    if (case / "failing").is_dir() and "fixable" in (case / "expected.txt").read_text("utf-8")
]
TEAM = "roster/teams/2/013455-mori.yaml"


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    return shutil.copytree(BASE, tmp_path / "roster")


def edit(roster: Path, path: str, old: str, new: str) -> None:
    file = roster.parent / path
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def by_letters(text: str, fix: Replacement) -> str:
    """Put the letters of an edit at its place, as a reader of SARIF does."""
    lines = text.split("\n")
    place = fix.place
    before = "\n".join([*lines[: place.line - 1], lines[place.line - 1][: place.column - 1]])
    after = "\n".join([lines[place.end_line - 1][place.end_column - 1 :], *lines[place.end_line :]])
    return before + fix.text + after


@pytest.mark.parametrize("overlay", BROKEN, ids=lambda each: each.parent.name)
def test_the_letters_that_are_offered_are_those_that_mending_writes(
    overlay: Path, tmp_path: Path
) -> None:
    folder = overlaid(overlay, tmp_path)
    found = check(read_roster(folder))
    for finding, shown in zip(found, offered(found, folder), strict=True):
        alone = fixes([finding], folder, unsafe=True)
        assert shown.fixable == bool(alone.changes)
        if isinstance(shown.fix, Replacement):
            (change,) = alone.changes
            text = change.before.decode("utf-8").removeprefix("\ufeff")
            assert by_letters(text, shown.fix) == change.after.decode("utf-8").removeprefix(
                "\ufeff"
            )


def test_what_is_refused_is_not_offered(copied: Path) -> None:
    edit(copied, TEAM, "title: 試験のための一覧", "title: |-\n      総務省 ")
    edge = next(each for each in check(read_roster(copied)) if each.rule == "edge-blank")
    assert edge.fixable
    (shown,) = offered([edge], copied)
    assert not shown.fixable
    assert "fixes" not in json.loads(as_sarif(listed([shown], RULES)))["runs"][0]["results"][0]
    assert fixes([edge], copied).changes == ()


def test_an_edit_of_nothing_of_a_lost_file_or_of_a_taken_name_is_not_offered(copied: Path) -> None:
    place = Place(TEAM, 3, 9, 3, 19)
    lost = "roster/teams/2/x.yaml"
    found = [
        Finding(place, "", fix=Replacement(place, "continuing")),
        Finding(place, "", fix=Replacement(Place(lost, 1, 1, 1, 2), "x")),
        Finding(place, "", fix=Renaming(TEAM, "032034-ofunato.yaml")),
        Finding(place, ""),
    ]
    assert [each.fixable for each in offered(found, copied)] == [False] * 4
    (shown,) = offered([Finding(place, "", fix=Renaming(TEAM, "013455-x.yaml"))], copied)
    assert shown.fixable


def test_one_run_mends_what_an_edit_brings_to_light(copied: Path) -> None:
    edit(copied, TEAM, "rank: 課長級", "役職: 課長補佐級")
    edit(copied, TEAM, "status: continuing", "status: 継続")
    edit(copied, TEAM, '"013455"', "13455")
    edit(copied, TEAM, "[産業振興]", "[移住定住]")
    fixing = settled(check, copied)
    write_changes(fixing.changes, copied)
    assert [each.path for each in fixing.changes] == [TEAM]
    assert len(fixing.mended) > len(fixes(check(read_roster(copied)), copied).mended)
    text = (copied.parent / TEAM).read_text("utf-8")
    for written in ("rank: 補佐級", "status: continuing", '"013455"', "[移住・定住]"):
        assert written in text
    assert settled(check, copied).changes == ()
    assert not any(each.fixable for each in check(read_roster(copied)))


def test_files_are_renamed_and_mended_in_one_run(copied: Path) -> None:
    municipality = copied / "municipalities" / "013455-mori.yaml"
    municipality.rename(municipality.with_name("013455-MORI.yaml"))
    (copied / "teams" / "2" / "013455-mori.yaml").rename(copied / "teams" / "2" / "013455-m.yaml")
    edit(copied, "roster/teams/2/013455-m.yaml", '"013455"', "13455")
    fixing = settled(check, copied, unsafe=True)
    write_changes(fixing.changes, copied)
    assert check(read_roster(copied)) == ()
    assert (copied / "teams" / "2" / "013455-mori.yaml").is_file()
    assert (copied / "municipalities" / "013455-mori.yaml").is_file()


def test_mending_ends_whatever_is_found(copied: Path) -> None:
    place = Place(TEAM, 1, 9, 1, 10)

    def grows(_roster: Roster) -> list[Finding]:
        grows.rounds += 1  # type: ignore[attr-defined]
        return [Finding(place, "", fix=Replacement(place, str(grows.rounds)))]  # type: ignore[attr-defined]

    grows.rounds = 1  # type: ignore[attr-defined]
    fixing = settled(grows, copied)
    assert len(fixing.mended) == 10
    assert len(fixing.changes) == 1


def test_what_comes_back_to_what_it_was_is_no_change(copied: Path) -> None:
    place = Place(TEAM, 1, 9, 1, 10)
    texts = iter("21")

    def swings(_roster: Roster) -> list[Finding]:
        text = next(texts, None)
        return [Finding(place, "", fix=Replacement(place, text))] if text else []

    assert settled(swings, copied).changes == ()
