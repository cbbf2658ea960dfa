"""A change of a roster is all of it or nothing, whatever happens on the way."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from banso_cli.editing import journal
from banso_cli.editing.journal import (
    FOLDER,
    PLAN,
    is_interrupted,
    recover,
    write_records,
)
from banso_cli.files import atomic
from banso_cli.files.failure import Failure
from tests.editing.killing import change, old, state


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    """Return a small roster, or what stands for one."""
    old(tmp_path / "roster")
    return tmp_path / "roster"


@pytest.fixture
def interrupted(roster: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a roster whose change was interrupted when everything but its end was done."""
    with monkeypatch.context() as patched:
        patched.setattr(journal, "_end", lambda _journal: None)
        change(roster)
    assert is_interrupted(roster)
    return roster


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a process is killed at a chosen moment")
def test_a_kill_at_any_moment_leaves_the_old_or_the_new_roster(tmp_path: Path) -> None:
    """`python -m tests.editing.killing FOLDER 1` tries a thousand moments."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.editing.killing", str(tmp_path), "20"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("{'old': ")


def test_a_change_leaves_nothing_behind(roster: Path) -> None:
    change(roster)
    assert sorted(file.name for file in roster.rglob("*")) == sorted(
        ["teams", "2", "3", "a.yaml", "b.yaml", "c.yaml", "z.yaml", "themes.yaml"]
    )
    assert (roster / "teams/2/z.yaml").read_bytes() == b"other"
    assert recover(roster) is None


def test_nothing_to_change_needs_no_journal(roster: Path) -> None:
    (roster / FOLDER).mkdir()
    write_records(roster, {}, overwrite=True)
    assert recover(roster) is None


def test_git_does_not_see_a_journal(interrupted: Path) -> None:
    git = ["git", "-C", str(interrupted)]
    subprocess.run([*git, "init", "-q"], check=True)
    seen = subprocess.run([*git, "status", "--short", "-uall"], capture_output=True, check=True)
    assert b"teams/3/c.yaml" in seen.stdout
    assert FOLDER.encode() not in seen.stdout


def test_what_was_interrupted_is_undone(interrupted: Path, tmp_path: Path) -> None:
    assert recover(interrupted) == ()
    old(tmp_path / "other")
    assert state(interrupted) == state(tmp_path / "other")
    assert not (interrupted / FOLDER).exists()


def test_what_somebody_has_written_since_stays(interrupted: Path) -> None:
    edited = [interrupted / "themes.yaml", interrupted / "teams/3/c.yaml"]
    for file in edited:
        file.write_bytes(b"by hand")
    (interrupted / "teams/2/gone.yaml").write_bytes(b"old teams/2/gone" * 500)
    (interrupted / "teams/2/a.yaml").unlink()
    assert recover(interrupted) == (edited[0], interrupted / "teams/2/a.yaml", edited[1])
    assert [file.read_bytes() for file in edited] == [b"by hand", b"by hand"]
    assert (interrupted / "teams/2/gone.yaml").read_bytes() == b"old teams/2/gone" * 500


@pytest.mark.parametrize(
    "path",
    ["../outside.yaml", "/etc/x.yaml", ".git/hooks/pre-commit", "teams/.x", "linked/x.yaml", ""],
)
def test_a_journal_from_elsewhere_reaches_nothing_else(
    path: str, interrupted: Path, tmp_path: Path
) -> None:
    (interrupted / "linked").symlink_to(tmp_path, target_is_directory=True)
    plan = json.loads((interrupted / FOLDER / PLAN).read_bytes())
    for key in ("files", "moves", "folders"):
        forged = {"files": [{"path": path, "digest": "", "is_new": False}]} | {
            "moves": [["themes.yaml", path]],
            "folders": [path],
        }
        (interrupted / FOLDER / PLAN).write_text(json.dumps(plan | {key: forged[key]}), "utf-8")
        before = state(tmp_path)
        with pytest.raises(Failure, match="its journal cannot be read"):
            recover(interrupted)
        assert state(tmp_path) == before


def test_a_damaged_journal_is_told(interrupted: Path) -> None:
    plan = (interrupted / FOLDER / PLAN).read_bytes()
    (interrupted / FOLDER / PLAN).write_bytes(b"{")
    with pytest.raises(Failure, match="its journal cannot be read"):
        recover(interrupted)
    (interrupted / FOLDER / PLAN).write_bytes(plan)
    (interrupted / FOLDER).rename(interrupted.parent / "elsewhere")
    (interrupted / FOLDER).symlink_to(interrupted.parent / "elsewhere", target_is_directory=True)
    with pytest.raises(Failure, match="its journal cannot be read"):
        recover(interrupted)


def test_only_one_can_begin_a_journal(roster: Path) -> None:
    (roster / FOLDER).mkdir()
    before = state(roster)
    with pytest.raises(Failure, match="another banso is writing"):
        change(roster)
    assert state(roster) == before
    assert recover(roster) is None
    change(roster)


def test_what_has_changed_since_it_was_read_is_not_written(roster: Path) -> None:
    themes = roster / "themes.yaml"
    for now in (b"by hand", None):
        themes.unlink() if now is None else themes.write_bytes(now)
        before = state(roster)
        with pytest.raises(Failure, match=r"themes\.yaml was changed after"):
            change(roster)
        assert state(roster) == before
        assert not (roster / FOLDER).exists()


def test_a_folder_that_leads_elsewhere_is_not_written_into(roster: Path, tmp_path: Path) -> None:
    (roster / "teams/9").symlink_to(tmp_path, target_is_directory=True)
    with pytest.raises(Failure, match="leads out of the roster"):
        write_records(roster, {roster / "teams/9/a.yaml": b"new"}, overwrite=False)
    assert [each.name for each in tmp_path.iterdir()] == ["roster"]


def test_a_file_or_link_that_is_there_is_not_replaced(roster: Path) -> None:
    with pytest.raises(Failure, match="is already there"):
        write_records(roster, {roster / "themes.yaml": b"new"}, overwrite=False)
    (roster / "link.yaml").symlink_to("themes.yaml")
    with pytest.raises(Failure, match="is already there"):
        write_records(roster, {roster / "link.yaml": b"new"}, overwrite=True)
    assert not (roster / FOLDER).exists()


@pytest.mark.parametrize("failing", range(1, 7))
def test_a_full_disk_changes_nothing(
    failing: int, roster: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write, calls, before = Path.write_bytes, iter(range(1, 100)), state(roster)

    def full(file: Path, data: bytes) -> int:
        if next(calls) == failing:
            write(file, data[:10])
            raise OSError(errno.ENOSPC, "No space left on device", str(file))
        return write(file, data)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_bytes", full)
        with pytest.raises(Failure, match="no space is left") as failed:
            change(roster)
    assert FOLDER not in failed.value.message
    assert state(roster) == before
    assert not (roster / FOLDER).exists()


@pytest.mark.parametrize("failing", range(1, 5))
def test_a_file_that_cannot_be_moved_changes_nothing(
    failing: int, roster: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace, calls, before = Path.replace, iter(range(1, 100)), state(roster)

    def open_elsewhere(file: Path, target: Path) -> Path:
        if next(calls) == failing:
            raise PermissionError(errno.EACCES, "Permission denied", str(file))
        return replace(file, target)

    monkeypatch.setattr(Path, "replace", open_elsewhere)
    with pytest.raises(Failure, match="you have no permission") as failed:
        change(roster)
    assert FOLDER not in failed.value.message
    assert state(roster) == before
    assert not (roster / FOLDER).exists()


def test_what_cannot_be_undone_at_once_is_undone_later(
    roster: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = state(roster)

    def broken(_self: Path, _target: Path) -> Path:
        raise OSError(errno.EIO, "x")

    def never(_work: atomic.Work) -> None:
        raise OSError(errno.EIO, "x")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "rename", lambda old, new: _rename(old, new, broken))
        patched.setattr(atomic, "undo", never)
        with pytest.raises(Failure, match="the device has failed"):
            change(roster)
    assert is_interrupted(roster)
    assert recover(roster) == ()
    assert state(roster) == before


def _rename(old: Path, new: Path, otherwise: object) -> Path:
    """Move the plan to its place, and no record."""
    if new.name == PLAN:
        return old.replace(new)
    assert callable(otherwise)
    return otherwise(old, new)  # type: ignore[no-any-return]
