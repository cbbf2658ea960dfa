"""Findings are mended in their files: all of them or none, and nothing else."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from banso_cli.editing.changes import write_changes
from banso_cli.editing.fixing import Fixing, fixes
from banso_cli.files.failure import Failure
from banso_cli.records.finding import Finding, Fix, Renaming, Replacement
from banso_cli.yaml.place import Place

BASE = Path(__file__).parents[1] / "base_roster" / "roster"
MORI = "roster/municipalities/013455-mori.yaml"
TEAM = "roster/teams/2/013455-mori.yaml"


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    return shutil.copytree(BASE, tmp_path / "roster")


def write_fixes(fixing: Fixing, folder: Path) -> None:
    write_changes(fixing.changes, folder)


def finding(fix: Fix | None, path: str = TEAM) -> Finding:
    return Finding(Place.start_of(path), "", fix=fix)


def replacement(path: str, line: int, column: int, end: int, text: str) -> Replacement:
    return Replacement(Place(path, line, column, line, end), text)


def contents(folder: Path) -> dict[str, bytes]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder.parent).as_posix(): file.read_bytes() for file in files}


STATUS = replacement(TEAM, 3, 9, 19, "new")


def test_files_change_at_the_places_of_the_findings_and_nowhere_else(copied: Path) -> None:
    before = contents(copied)
    kana = replacement(MORI, 3, 7, 11, "もりちょう")
    found = [finding(STATUS), finding(None), finding(kana, MORI)]
    fixing = fixes(found, copied)
    assert fixing.mended == (found[0], found[2])
    assert fixing.unsafe == fixing.refused == ()
    assert contents(copied) == before
    write_fixes(fixing, copied)
    expected = before | {
        TEAM: before[TEAM].replace(b"continuing", b"new"),
        MORI: before[MORI].replace("もりまち".encode(), "もりちょう".encode()),
    }
    assert contents(copied) == expected


def test_the_difference_is_what_is_written(copied: Path, tmp_path: Path) -> None:
    renaming = Renaming(MORI, "013455-morimachi.yaml")
    fixing = fixes([finding(STATUS), finding(renaming, MORI)], copied, unsafe=True)
    copy = shutil.copytree(copied, tmp_path / "copy" / "roster")
    patch = "".join(change.difference(copied) for change in fixing.changes).encode()
    subprocess.run(["git", "apply"], input=patch, cwd=copy.parent, check=True)  # noqa: S607
    write_fixes(fixing, copied)
    assert contents(copied) == contents(copy)
    assert (copied / "municipalities" / "013455-morimachi.yaml").exists()


def test_what_is_not_safe_waits_until_it_is_asked_for(copied: Path) -> None:
    place = Place(TEAM, 3, 9, 3, 19)
    found = [finding(Renaming(MORI, "x.yaml")), finding(Replacement(place, "new", safe=False))]
    assert fixes(found, copied).unsafe == tuple(found)
    assert fixes(found, copied).changes == ()
    assert fixes(found, copied, unsafe=True).mended == tuple(found)


def test_a_file_is_mended_and_renamed_at_once(copied: Path) -> None:
    found = [finding(STATUS), finding(Renaming(TEAM, "013455-mori-machi.yaml"))]
    before = contents(copied)
    write_fixes(fixes(found, copied, unsafe=True), copied)
    new = "roster/teams/2/013455-mori-machi.yaml"
    expected = {new if path == TEAM else path: data for path, data in before.items()}
    assert contents(copied) == expected | {new: before[TEAM].replace(b"continuing", b"new")}


@pytest.mark.parametrize(
    "name",
    [
        "014079-niki.yaml",
        "../x.yaml",
        "../municipalities/x.yaml",
        "/x.yaml",
        "x.txt",
        "",
        "a/b.yaml",
    ],
)
def test_a_name_that_is_taken_or_no_name_is_refused(name: str, copied: Path) -> None:
    found = [finding(Renaming(MORI, name))]
    fixing = fixes(found, copied, unsafe=True)
    assert fixing.refused == tuple(found)
    assert fixing.changes == ()


def test_two_files_do_not_get_the_same_name(copied: Path) -> None:
    niki = "roster/municipalities/014079-niki.yaml"
    found = [finding(Renaming(path, "x.yaml")) for path in (MORI, niki)]
    found.append(finding(Renaming(MORI, "y.yaml")))
    fixing = fixes(found, copied, unsafe=True)
    assert fixing.mended == (found[0],)
    assert fixing.refused == (found[2], found[1])


def test_a_byte_order_mark_and_line_ends_stay(copied: Path) -> None:
    file = copied.parent / TEAM
    data = b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n")
    file.write_bytes(data)
    write_fixes(fixes([finding(STATUS)], copied), copied)
    assert file.read_bytes() == data.replace(b"continuing", b"new")


@pytest.mark.parametrize("data", [b"\xff", b"", None])
def test_a_file_that_cannot_be_read_is_left_alone(data: bytes | None, copied: Path) -> None:
    file = copied.parent / TEAM
    file.unlink()
    if data is not None:
        file.write_bytes(data)
    found = [finding(STATUS), finding(Renaming(TEAM, "x.yaml"))]
    assert fixes(found, copied, unsafe=True).refused == tuple(found)


def test_a_link_is_left_alone(copied: Path) -> None:
    file = copied.parent / TEAM
    file.rename(copied / "elsewhere.yaml")
    file.symlink_to(copied / "elsewhere.yaml")
    assert fixes([finding(STATUS)], copied).changes == ()


def test_an_edit_that_changes_nothing_is_no_change(copied: Path) -> None:
    found = [finding(replacement(TEAM, 3, 9, 19, "continuing"))]
    fixing = fixes(found, copied)
    assert fixing.changes == ()
    assert fixing.mended == tuple(found)


def test_nothing_is_written_when_a_file_turns_up_where_another_is_to_go(copied: Path) -> None:
    found = [finding(STATUS), finding(Renaming(MORI, "x.yaml"))]
    fixing = fixes(found, copied, unsafe=True)
    (copied / "municipalities" / "x.yaml").write_bytes(b"other")
    before = contents(copied)
    with pytest.raises(Failure, match=r"x\.yaml is already there"):
        write_fixes(fixing, copied)
    assert contents(copied) == before


@pytest.mark.parametrize("failing", range(1, 4))
def test_everything_is_put_back_when_a_file_cannot_be_renamed(
    failing: int, copied: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = sorted(file.name for file in (copied / "municipalities").iterdir())[:3]
    found = [finding(STATUS)]
    found += [finding(Renaming(f"roster/municipalities/{name}", f"x{name}")) for name in names]
    fixing = fixes(found, copied, unsafe=True)
    before = contents(copied)
    rename, calls = Path.rename, iter(range(1, 100))

    def fail_once(self: Path, target: Path) -> Path:
        if next(calls) == failing:
            raise OSError
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fail_once)
    with pytest.raises(Failure, match="the system gives no reason"):
        write_fixes(fixing, copied)
    assert contents(copied) == before
