"""Where the roster is, from any folder of the project."""

from __future__ import annotations

from pathlib import Path

import pytest

from banso_cli.reading.locate import Origin, nearest_roster, rosters_from, top_of
from banso_cli.yaml.place import Place


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


def test_in_a_repository_a_roster_below_is_found_not_too_deep(project: Path) -> None:
    (project / "roster").rename(project / "data")
    assert rosters_from(project) == ()
    (project / ".git").touch()
    assert rosters_from(project) == rosters_from(project / "data") == (project / "data",)
    assert rosters_from(project / "docs") == ()
    for folder in ("a/b/c/d", "a/b/c/e/f", ".hidden/x"):
        (project / folder).mkdir(parents=True)
        (project / folder / "programme.yaml").touch()
    assert rosters_from(project) == (project / "a/b/c/d", project / "data")


@pytest.mark.parametrize(
    ("marks", "is_top"),
    [((), False), ((".git/",), False), ((".git/", ".git/HEAD"), True), ((".git",), True)],
)
def test_the_top_is_where_git_keeps_its_files(
    project: Path, marks: tuple[str, ...], *, is_top: bool
) -> None:
    for mark in marks:
        (project / mark).mkdir() if mark.endswith("/") else (project / mark).touch()
    assert top_of(project / "docs") == (project if is_top else None)


@pytest.mark.parametrize(
    ("top", "folder", "shown"),
    [
        ("a", "a/roster", "roster/x.yaml"),
        ("a", "a/b c/台帳\u3000", "b c/台帳\u3000/x.yaml"),
        ("a", "a", "x.yaml"),
        (None, "a/roster", "roster/x.yaml"),
        (None, "a", "a/x.yaml"),
    ],
)
def test_paths_start_at_the_top(tmp_path: Path, top: str | None, folder: str, shown: str) -> None:
    (tmp_path / folder).mkdir(parents=True)
    if top is not None:
        (tmp_path / top / ".git").touch()
    origin = Origin.of(tmp_path / folder)
    path = f"{Path(folder).name}/x.yaml"
    assert origin.shown(path) == shown
    assert origin.top / shown == (tmp_path / folder).parent / path
    assert origin.place(Place(path, 1, 2, 3, 4)) == Place(shown, 1, 2, 3, 4)
