"""Where the roster is, from any folder of the project."""

from __future__ import annotations

from pathlib import Path

import pytest

from banso_cli.reading.locate import nearest_roster


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "project" / "roster" / "teams" / "2").mkdir(parents=True)
    (tmp_path / "project" / "roster" / "programme.yaml").touch()
    (tmp_path / "project" / "docs").mkdir()
    return tmp_path / "project"


@pytest.mark.parametrize("start", ["", "docs", "roster", "roster/teams/2", "docs/../roster"])
def test_the_nearest_roster_is_found_from_within_the_project(project: Path, start: str) -> None:
    assert nearest_roster(project / start) == (project / "roster").resolve()


def test_a_roster_below_another_is_nearer(project: Path) -> None:
    (project / "docs" / "roster").mkdir()
    assert nearest_roster(project / "docs") == (project / "docs" / "roster").resolve()


def test_a_folder_of_that_name_without_programme_is_searched_like_any_other(tmp_path: Path) -> None:
    (tmp_path / "roster" / "roster").mkdir(parents=True)
    assert nearest_roster(tmp_path / "roster") == (tmp_path / "roster" / "roster").resolve()


def test_where_there_is_no_roster_none_is_found(tmp_path: Path) -> None:
    assert nearest_roster(tmp_path) is None
