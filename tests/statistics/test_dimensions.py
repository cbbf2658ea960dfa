"""What class a case has, where what it belongs to could not be read."""

from __future__ import annotations

from banso_cli.statistics.cases import team_cases
from banso_cli.statistics.dimensions import DIMENSIONS, TEAM_SIZE, THEME
from tests.statistics.rosters import counting, member, team


def test_without_programme_and_municipality_only_the_team_itself_is_known() -> None:
    roster = counting([team(1, "999999", [member()])]).roster
    (case,) = team_cases(roster, None, 2)
    known = [by for by in DIMENSIONS if by.read(case)]
    assert [by for by in known if by is not THEME] == [TEAM_SIZE]


def test_without_programme_a_municipality_has_no_class_of_its_own() -> None:
    roster = counting([team(1, "013455", [member()])]).roster
    (case,) = team_cases(roster, None, 2)
    known = {by.id for by in DIMENSIONS if by.read(case)}
    assert known - {"theme", "status"} == {"prefecture", "municipality_type", "team_size"}
