"""The side table of a record: which value stands where."""

from __future__ import annotations

import pytest

from banso_cli.records.roster import Roster
from banso_cli.records.teams.team import Team
from banso_cli.yaml.place import Place, Places

PATH = "roster/teams/2/032034-ofunato.yaml"


@pytest.fixture
def team(base_roster: Roster) -> Team:
    return base_roster.teams_by_period[2][1]


@pytest.fixture
def places(team: Team) -> Places:
    return team.places


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        ((), (1, 1, 1, 1)),
        (("number",), (1, 9, 1, 10)),
        (("municipality",), (2, 15, 2, 23)),
        (("themes", 1), (4, 16, 4, 18)),
        (("members", 1), (9, 5, 9, 5)),
        (("members", 1, "rank"), (10, 11, 10, 14)),
        (("activities", 1, "attended", 0), (13, 78, 13, 79)),
    ],
)
def test_a_value_is_found_by_keys_and_positions(
    places: Places, keys: tuple[str | int, ...], place: tuple[int, int, int, int]
) -> None:
    assert places.at(*keys) == Place(PATH, *place)


@pytest.mark.parametrize(
    ("keys", "part"),
    [
        (("printed",), ()),
        (("printed", "municipality"), ()),
        (("members", 0, "age"), ("members", 0)),
        (("assumptions", 0), ()),
        (("number", 0), ("number",)),
        (("number", "age"), ("number",)),
    ],
)
def test_where_a_key_was_left_out_the_part_without_it_is_the_place(
    places: Places, keys: tuple[str | int, ...], part: tuple[str | int, ...]
) -> None:
    assert places.at(*keys) == places.at(*part)


@pytest.mark.parametrize("keys", [("thema",), ("members", 0, "Rank"), ("number", "thema")])
def test_a_key_that_no_record_declares_is_asked_for_by_no_test(
    places: Places, keys: tuple[str | int, ...]
) -> None:
    with pytest.raises(AssertionError):
        places.at(*keys)


def test_the_key_itself_has_a_place_too(places: Places) -> None:
    assert places.key("members") == Place(PATH, 5, 1, 5, 8)
    assert places.key("members", 0, "printed", "rank") == Place(PATH, 8, 15, 8, 19)
    assert places.key("members", 1, "printed", "rank") == places.at("members", 1)
    assert places.key("printed") == places.at()
    assert places.key("themes", 0) == places.at("themes", 0)


def test_a_value_is_told_as_it_is_written(places: Places) -> None:
    assert places.text("municipality") == "032034"
    assert places.text("number") == "2"
    assert places.text("activities", 0, "date") == "2026-04-30"
    assert places.text("members") == ""
    assert places.text("printed", "municipality") == ""


def test_places_sort_by_path_line_and_column() -> None:
    first, second, third = Place("a", 2, 9, 2, 9), Place("a", 10, 1, 10, 2), Place("b", 1, 1, 1, 1)
    assert sorted([third, second, first]) == [first, second, third]
    assert Place.start_of("a") == Place("a", 1, 1, 1, 1)
