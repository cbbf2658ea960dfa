"""What banso has to show is in a made-up roster of the usual size, and most of it in any."""

from __future__ import annotations

from collections import Counter
from typing import get_args

import pytest

from banso_cli.example import SEED, TEAMS
from banso_cli.example.made_up import made_up_roster
from banso_cli.records.agency import AGENCY_KINDS
from banso_cli.records.fields.names import THEME
from banso_cli.records.periods.counts import members_of, prefectures_of
from banso_cli.records.periods.period import FigureName
from banso_cli.records.periods.programme import Programme
from banso_cli.records.roster import Roster
from banso_cli.records.teams.team import Member, Team


@pytest.fixture(scope="module")
def example() -> Roster:
    return made_up_roster(TEAMS, SEED)


@pytest.fixture(scope="module")
def programme(example: Roster) -> Programme:
    assert example.programme is not None
    return example.programme


@pytest.fixture(scope="module")
def teams(example: Roster) -> tuple[Team, ...]:
    return example.teams_by_period[2]


@pytest.fixture(scope="module")
def members(teams: tuple[Team, ...]) -> tuple[Member, ...]:
    return members_of(teams)


def test_the_programme_is_declared_made_up_and_not_public(programme: Programme) -> None:
    assert programme.fictional
    assert not programme.public
    assert programme.disclosure_threshold == 5
    assert [measure.period for measure in programme.measures_in_force] == [1, 2]


def test_teams_are_of_two_or_three_of_several_ministries(teams: tuple[Team, ...]) -> None:
    assert Counter(len(team.members) for team in teams) == {3: 85, 2: 12}
    single = [team for team in teams if len({m.agency for m in team.members}) == 1]
    assert [each.rule for team in single for each in team.exceptions] == ["single-agency-team"]
    assert len(single) == 1


def test_members_are_complete_and_of_likely_shares(members: tuple[Member, ...]) -> None:
    count = len(members)
    assert all(m.gender and m.track and m.age for m in members)
    assert Counter(m.rank for m in members) == {
        "補佐級": 130,
        "係長級": 65,
        "課長級": 41,
        "企画官・室長級": 36,
        "指定職": 7,
    }
    assert sum(m.gender == "女性" for m in members) == pytest.approx(0.3 * count, abs=1)
    assert sum(m.track == "技官" for m in members) == pytest.approx(0.3 * count, abs=1)


def test_a_class_of_age_is_too_small_to_be_shown(
    members: tuple[Member, ...], programme: Programme
) -> None:
    ages = [member.age for member in members if member.age is not None]
    counts = {band.name: sum(map(band.holds, ages)) for band in programme.age_bands}
    small = {name for name, count in counts.items() if 0 < count < programme.disclosure_threshold}
    assert small == {"60代以上"}
    assert sum(counts.values()) == len(members)


def test_officers_come_from_outside_the_government_alone(
    example: Roster, members: tuple[Member, ...]
) -> None:
    outside = [m for m in members if not example.agency_by_name[m.agency].is_national]
    assert outside == [m for m in members if m.role]
    assert len(outside) == 8


def test_bodies_of_every_kind_are_there_and_one_that_is_closed(example: Roster) -> None:
    assert {agency.kind for agency in example.agencies} == {*AGENCY_KINDS}
    closed = [agency for agency in example.agencies if agency.until]
    first = example.period(1)
    assert first is not None
    assert [agency.until for agency in closed] == [first.end]
    assert any(agency.aliases for agency in example.agencies)


def test_municipalities_of_every_kind_are_in_many_prefectures_and_all_regions(
    example: Roster, programme: Programme, teams: tuple[Team, ...]
) -> None:
    assert {each.name[-1] for each in example.municipalities} == {"市", "町", "村"}
    prefectures = prefectures_of(example, teams)
    assert len(prefectures) > 30
    assert "東京都" not in prefectures
    regions = {programme.region_of(prefecture) for prefecture in prefectures}
    assert regions == {region.name for region in programme.regions}


def test_every_class_of_population_below_the_limit_occurs(
    example: Roster, programme: Programme
) -> None:
    below = {band.name for band in programme.population_bands if band.least < 100_000}
    for measure in programme.measures_in_force:
        people = [each.people(measure.measure, measure.date) for each in example.municipalities]
        found = {
            band.name
            for band in programme.population_bands
            for number in people
            if number is not None and band.holds(number)
        }
        assert found == below
        assert None not in people


def test_municipalities_have_an_office_in_japan_and_a_page(example: Roster) -> None:
    for each in example.municipalities:
        assert each.office is not None
        assert 26 < each.office.latitude < 44
        assert 127 < each.office.longitude < 144
        assert each.page == f"https://example.jp/{each.stem}/"


def test_teams_have_one_to_three_themes_and_every_theme_is_used(
    example: Roster, teams: tuple[Team, ...]
) -> None:
    assert {len(team.themes) for team in teams} == {1, 2, 3}
    assert {name for team in teams for name in team.themes} == {*example.names[THEME.id].known}
    assert len(example.themes) == 15


def test_activities_of_every_kind_are_in_the_order_of_working_days(example: Roster) -> None:
    activities = [team.activities for team in example.teams]
    assert {each.kind for found in activities for each in found} == {
        *("online", "visit", "talk", "round_table")
    }
    for found in activities:
        assert [each.date for each in found] == sorted({each.date for each in found})
        assert all(each.number is not None for each in found if each.kind in {"online", "visit"})
        days = [day for each in found for day in (each.date, each.until) if day]
        assert all(day.weekday() < 5 for day in days)
        assert all(each.places for each in found if each.kind == "visit")
    stays = [(each.until - each.date).days for f in activities for each in f if each.until]
    assert {*stays} == {1, 2}
    assert any(len(a.attended) < len(t.members) for t in example.teams for a in t.activities)
    assert any(activity.next for found in activities for activity in found)


def test_teams_continue_or_are_new_as_the_period_before_says(example: Roster) -> None:
    before = {team.municipality for team in example.teams_by_period[1]}
    statuses = Counter(team.status for team in example.teams_by_period[2])
    assert statuses == {"continuing": 47, "new": 50}
    assert before - {team.municipality for team in example.teams_by_period[2]}


def test_periods_have_all_that_a_summary_shows(example: Roster) -> None:
    first, second = example.periods
    assert [each.figure for each in second.published] == [*get_args(FigureName)]
    assert {each.figure for each in second.published} - {each.figure for each in first.published}
    for period in example.periods:
        assert [(each.dimension, each.of) for each in period.breakdowns] == [
            ("rank", "supported"),
            *((name, of) for name in ("region", "population") for of in ("supported", "applied")),
        ]
        assert period.voices
        assert period.remarks
        assert period.notes


@pytest.mark.parametrize(("size", "seed"), [(1, 0), (2, 1), (TEAMS, SEED)])
def test_some_team_has_what_few_have(size: int, seed: int) -> None:
    roster = made_up_roster(size, seed)
    teams = roster.teams_by_period[2]
    assert any(team.printed and team.printed.municipality for team in teams)
    assert any(member.printed for team in teams for member in team.members)
    assert any(team.assumptions for team in teams)
    assert any(team.exceptions for team in teams)
    assert all(period.remarks and period.voices for period in roster.periods)
