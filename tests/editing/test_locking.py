"""One process at a time, and none that is dead."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from banso_cli.editing import locking
from banso_cli.editing.locking import LOCK, exclusive
from banso_cli.files.failure import Failure

HOLDER = """
import sys, time
from pathlib import Path
from banso_cli.editing.locking import exclusive
with exclusive(Path(sys.argv[1]), lambda: None):
    print("held", flush=True)
    time.sleep(600)
"""


def nothing() -> None:
    """Say nothing."""


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locking, "WAIT", 0.1)
    monkeypatch.setattr(locking, "PATIENCE", 0.0)


@pytest.mark.usefixtures("hurried")
@pytest.mark.parametrize("kind", ["posix", "nt"])
def test_a_folder_is_held_by_one(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    how = {"posix": locking._by_folder, "nt": locking._by_file}[kind]  # noqa: SLF001
    monkeypatch.setattr(locking, "_acquired", how)
    said: list[str] = []
    with exclusive(tmp_path, nothing) as held:
        assert held
        with (
            pytest.raises(Failure, match="another banso"),
            exclusive(tmp_path, lambda: said.append("waiting")),
        ):
            pass
    assert said == ["waiting"]
    assert list(tmp_path.iterdir()) == []
    with exclusive(tmp_path, nothing) as held:
        assert held


@pytest.mark.usefixtures("hurried")
def test_a_lock_dies_with_its_process_and_leaves_nothing(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path)], stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        with (
            pytest.raises(Failure, match="another banso"),
            exclusive(tmp_path, nothing),
        ):
            pass
        process.kill()
    with exclusive(tmp_path, nothing) as held:
        assert held
    assert list(tmp_path.iterdir()) == []


def test_a_drive_without_locks_holds_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_locks(_descriptor: int, _operation: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("fcntl.flock", no_locks)
    with exclusive(tmp_path, nothing) as held:
        assert not held


def test_a_folder_that_is_gone_when_its_turn_comes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "roster"
    folder.mkdir()

    def removed(_descriptor: int, _operation: int) -> None:
        folder.rmdir()

    monkeypatch.setattr("fcntl.flock", removed)
    with pytest.raises(Failure), exclusive(folder, nothing):
        pass


def test_a_folder_that_is_another_when_its_turn_comes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "roster"
    folder.mkdir()
    calls = iter([True, False])

    def replaced(_descriptor: int, _operation: int) -> None:
        if next(calls):
            folder.rename(tmp_path / "before")
            folder.mkdir()

    monkeypatch.setattr("fcntl.flock", replaced)
    with exclusive(folder, nothing) as held:
        assert held


def test_a_lock_file_is_waited_for_while_the_system_removes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows denies the name of a file that is about to go."""
    monkeypatch.setattr(locking, "_acquired", locking._by_file)  # noqa: SLF001
    (tmp_path / LOCK).touch()
    opened, calls = os.open, iter([True, False, True])

    def denied(file: Path, flags: int) -> int:
        if next(calls):
            raise PermissionError(errno.EACCES, "Permission denied")
        (tmp_path / LOCK).unlink()
        return opened(file, flags)

    monkeypatch.setattr(os, "open", denied)
    with exclusive(tmp_path, nothing) as held:
        assert held
    with pytest.raises(Failure, match="you have no permission"), exclusive(tmp_path, nothing):
        pass
