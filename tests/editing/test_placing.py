"""Rows without a name: which team they are read as, and what is said about it."""

import pytest

from banso_cli.intake.lists.naming import TeamName
from banso_cli.intake.lists.placing.teams import Placing, place
from banso_cli.intake.lists.rows import Row
from banso_cli.intake.sheets.cells import Place
from banso_cli.records.periods.programme import TeamSize

SIZE = TeamSize(least=2, most=3)


def rows(text: str) -> list[Row]:
    """Return a row for each word: `1A`, names team 1, `-` has no name, `|` starts a column."""
    found, starts = [], True
    for line, word in enumerate(text.split(), start=1):
        if word == "|":
            starts = True
            continue
        at = Place(line)
        name = None if word == "-" else TeamName(int(word[0]), f"町{word[0]}", at)
        found.append(Row(at, name, f"庁{line}", "補佐級", starts))
        starts = False
    return found


def lines_by_team(placing: Placing) -> dict[int, list[int]]:
    return {team.number: [row.place.line for row in team.rows] for team in placing.teams}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("1 - - 2 -", {1: [1, 2, 3], 2: [4, 5]}, id="a team goes on"),
        pytest.param("- 1 - 2 -", {1: [1, 2, 3], 2: [4, 5]}, id="first of the list"),
        pytest.param("1 - - - 2", {1: [1, 2, 3], 2: [4, 5]}, id="below a full team"),
        pytest.param("1 - | - 2", {1: [1, 2], 2: [4, 5]}, id="top of a column"),
        pytest.param("1 - | - - 2", {1: [1, 2], 2: [4, 5, 6]}, id="two above the name"),
        pytest.param("1 - | - 2 - -", {1: [1, 2, 4], 2: [5, 6, 7]}, id="the next team is full"),
        pytest.param("2 - | 3 - | - 1", {1: [7, 8], 2: [1, 2], 3: [4, 5]}, id="columns mixed"),
        pytest.param("1 2 2 1", {1: [1, 4], 2: [2, 3]}, id="names on every row"),
        pytest.param("1 1 1 1", {1: [1, 2, 3, 4]}, id="a named row has room always"),
    ],
)
def test_each_row_finds_its_team(text: str, expected: dict[int, list[int]]) -> None:
    placing = place(rows(text), SIZE)
    assert placing.refusals == ()
    assert lines_by_team(placing) == expected


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param("1 - | -", [4], id="no name follows"),
        pytest.param("1 - - | - 2 - -", [5], id="both teams are full"),
        pytest.param("1 - | - | 2 -", [4], id="the column ends"),
        pytest.param("- 1 - -", [1], id="nothing before the first"),
        pytest.param("1 - | - - 2 - -", [4, 5], id="two rows and room for one"),
    ],
)
def test_rows_that_fit_nowhere_are_refused(text: str, lines: list[int]) -> None:
    placing = place(rows(text), SIZE)
    assert [refusal.line for refusal in placing.refusals] == lines
    assert all("has no name" in refusal.message for refusal in placing.refusals)


def assumptions(text: str) -> dict[int, tuple[str, ...]]:
    placing = place(rows(text), SIZE)
    return {team.number: team.assumptions for team in placing.teams if team.assumptions}


def test_a_team_before_that_has_room_is_named() -> None:
    text = "一人目の行（庁4・補佐級）は一覧表で市町村名が空欄。次に名のあるこの団体と読んだ"
    rival = "前の番号の団体（1 町1）も2名のため、そちらの行である可能性がある"
    assert assumptions("1 - | - 2 -") == {2: (f"{text}。{rival}",)}


def test_a_full_team_before_is_not_named() -> None:
    text = "一人目の行（庁5・補佐級）は一覧表で市町村名が空欄。次に名のあるこの団体と読んだ"
    assert assumptions("1 - - | - 2 -") == {2: (text,)}


def test_the_team_before_goes_by_number_and_not_by_place() -> None:
    assert "（2 町2）" in assumptions("2 - | 1 - - | - 3 -")[3][0]


def test_several_rows_are_told_together() -> None:
    text = "はじめの2行（庁1・補佐級、庁2・補佐級）は一覧表で市町村名が空欄。"
    assert assumptions("- - 1") == {1: (f"{text}次に名のあるこの団体と読んだ",)}


def test_rows_that_the_next_team_has_no_room_for_are_told_at_the_team_before() -> None:
    text = "は一覧表で市町村名が空欄。次に名のある団体（2 町2）はほかに3名いるため、"
    told = f"{text}前の番号のこの団体と読んだ"
    assert assumptions("1 - | - 2 - -") == {1: (f"最後の行（庁4・補佐級）{told}",)}
    assert assumptions("1 | - - 2 - -") == {1: (f"最後の2行（庁3・補佐級、庁4・補佐級）{told}",)}
