"""The public Python API: a roster as frames of pandas."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import banso_cli
from banso_cli.datasets.frames import frames
from banso_cli.datasets.listing import LISTINGS
from banso_cli.example import SEED, TEAMS
from banso_cli.example.files import made_up_files
from banso_cli.files.atomic import write_all
from banso_cli.records.periods.period import Period
from banso_cli.records.periods.programme import Programme
from banso_cli.records.roster import Roster
from banso_cli.records.teams.team import Team
from tests.statistics.rosters import real_counting

BASE = Path(__file__).parents[1] / "base_roster" / "roster"
PERSONAL = {"gender", "track", "age"}


@pytest.fixture(scope="module")
def complete(tmp_path_factory: pytest.TempPathFactory) -> Roster:
    """Return a roster in which every field is recorded."""
    folder = tmp_path_factory.mktemp("complete") / "roster"
    files = {folder / path: data for path, data in made_up_files(TEAMS, SEED).items()}
    write_all(files)
    return banso_cli.load(folder)


def test_a_folder_becomes_frames_with_codes_as_text() -> None:
    found = banso_cli.frames(banso_cli.load(str(BASE)))
    teams = found["teams"]
    assert list(teams["municipality_code"].head(2)) == ["013455", "032034"]
    assert str(teams["municipality_code"].dtype) == "string"
    assert str(teams["population"].dtype) == "Int64"
    assert [*found] == [
        *("statistics", "teams", "members", "team_themes", "activities"),
        "prefectures",
        *("municipalities", "themes", "agencies", "periods"),
    ]


def test_all_periods_stand_in_one_frame(complete: Roster) -> None:
    found = frames(complete)
    assert set(found["teams"]["period"]) == {1, 2}
    assert set(found["statistics"]["period"]) == set(found["periods"]["number"]) == {1, 2}
    assert len(found["prefectures"]) == 2 * 47
    assert set(found["themes"]["caution"]) == {"架空データ"}


def test_no_frame_tells_a_personal_attribute_of_a_person(complete: Roster) -> None:
    programme = complete.programme
    assert programme is not None
    for name, frame in frames(complete).items():
        assert PERSONAL.isdisjoint(frame.columns), name
        if name == "statistics":
            assert frame.loc[frame["table"].isin(PERSONAL), "second_key"].isna().all()
        else:
            words = {str(cell) for column in frame.columns for cell in frame[column]}
            assert words.isdisjoint({*programme.genders, *programme.tracks})


def test_every_record_that_is_listed_is_in_the_frame_of_its_kind() -> None:
    roster = real_counting().roster
    found = frames(roster)
    for kind, listing in LISTINGS.items():
        assert len(listing(roster).records) == len(found[kind])


def test_a_roster_with_errors_gives_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "roster"
    shutil.copytree(BASE, folder)
    team = next(iter(sorted((folder / "teams" / "2").iterdir())))
    team.write_text(team.read_text("utf-8").replace("number:", "numbr:"), "utf-8")
    with pytest.raises(banso_cli.UnsoundRoster, match=team.name) as error:
        banso_cli.load(folder)
    assert error.value.findings
    (folder / "programme.yaml").unlink()
    with pytest.raises(banso_cli.UnsoundRoster):
        banso_cli.load(folder)
    with pytest.raises(banso_cli.UnsoundRoster):
        frames(real_counting().roster.having(Programme, ()))


def test_what_was_changed_after_loading_is_checked_again(complete: Roster) -> None:
    first, *others = complete.teams
    broken = first.model_copy(update={"municipality": "999999"})
    with pytest.raises(banso_cli.UnsoundRoster, match="999999"):
        frames(complete.having(Team, (broken, *others)))


def test_a_roster_without_periods_has_its_lists() -> None:
    found = frames(banso_cli.load(BASE).having(Period, ()).having(Team, ()))
    assert [*found] == ["municipalities", "themes", "agencies", "periods"]


def test_the_package_has_no_other_name() -> None:
    with pytest.raises(AttributeError):
        _ = banso_cli.galaxy
