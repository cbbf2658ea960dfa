"""The questions that are asked of the roster and its records."""

from __future__ import annotations

import datetime as dt

from banso_cli.records.agency import Agency
from banso_cli.records.fields.names import THEME
from banso_cli.records.periods.period import Period
from banso_cli.records.roster import Roster
from banso_cli.records.teams.team import Team

EMPTY = Roster("roster")


def test_an_empty_roster_answers_every_question() -> None:
    assert (EMPTY.records, EMPTY.agencies, EMPTY.themes) == ((), (), ())
    assert not EMPTY.municipality_by_code
    assert not EMPTY.agency_by_name
    assert not EMPTY.names[THEME.id].is_read
    assert (EMPTY.teams_by_period, EMPTY.period(2)) == ({}, None)


def test_the_latest_period_is_the_latest_one_with_teams(base_roster: Roster) -> None:
    first, second = base_roster.periods
    third = second.model_copy(update={"number": 3})
    assert base_roster.latest_period == second
    three = base_roster.having(Period, (first, second, third))
    assert three.latest_period == second
    assert three.having(Team, ()).latest_period == third
    assert base_roster.having(Period, (first,)).latest_period is None
    assert EMPTY.latest_period is None


def test_things_are_found_by_name_code_and_number(base_roster: Roster) -> None:
    assert base_roster.municipality_by_code["013455"].full_name == "北海道森町"
    assert base_roster.agency_by_name["金沢国税局"].parent == "国税庁"
    assert base_roster.names[THEME.id].aliases["移住定住"] == "移住・定住"
    assert "子ども家庭庁" not in base_roster.agency_by_name
    assert [team.number for team in base_roster.teams_by_period[2]] == [1, 2, 3, 4, 5]
    period = base_roster.period(2)
    assert period is not None
    assert period.era_year == "令和8年度"


def test_a_bureau_counts_as_the_body_above_it(base_roster: Roster) -> None:
    def ministry(name: str) -> str | None:
        found = base_roster.ministry_of(base_roster.agency_by_name[name])
        return found.name if found else None

    assert ministry("金沢国税局") == "国税庁"
    assert ministry("国税庁") == "国税庁"
    assert ministry("独立行政法人情報処理推進機構") is None
    lone = Agency(name="北陸の局", kind="地方支分部局")
    lost = Agency(name="北陸の局", kind="地方支分部局", parent="どこかの省")
    assert base_roster.ministry_of(lone) is lone
    assert base_roster.ministry_of(lost) is lost


def test_people_are_known_by_measure_and_day(base_roster: Roster) -> None:
    kanoya = base_roster.municipality_by_code["462039"]
    day = dt.date(2025, 1, 1)
    assert kanoya.people("住民基本台帳", day) == 98000
    assert kanoya.people("国勢調査", day) is None
    assert kanoya.stem == "462039-kanoya"


def test_the_programme_knows_regions_and_the_measure_of_a_period(base_roster: Roster) -> None:
    programme = base_roster.programme
    assert programme is not None
    assert programme.region_of("長野県") == "中部"
    assert programme.region_of("長野") is None
    measure = programme.measure_in_force(2)
    assert measure is not None
    assert measure.measure == "住民基本台帳"
    assert programme.measure_in_force(1) is None


def test_a_period_knows_its_figures_and_differences(base_roster: Roster) -> None:
    period = base_roster.periods[1]
    figure, known = period.figure("officers"), period.acknowledgement("officers")
    assert figure is not None
    assert known is not None
    assert (figure.value, known.published, known.counted) == (13, 13, 12)
    assert base_roster.periods[0].figure("agencies") is None
    assert period.acknowledgement("teams") is None
