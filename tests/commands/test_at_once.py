"""Two commands at once, and commands that were interrupted: nothing gets lost, all is told."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from banso_cli.editing import journal, locking
from banso_cli.editing.journal import FOLDER, PLAN
from banso_cli.editing.locking import exclusive
from banso_cli.files import atomic
from banso_cli.reading.folder import read_roster
from banso_cli.tasks.opened import opening
from tests.commands.running import Banso
from tests.commands.test_targets import state

UNDONE = (
    "前の書き込みが途中で止まっていたため、取り消して元に戻しました。"
    "その操作をもう一度行ってください\n"
)
MORI = "teams/2/013455-mori.yaml"


def started(*arguments: object) -> subprocess.Popen[bytes]:
    """Start a command."""
    return subprocess.Popen(
        [sys.executable, "-m", "banso_cli", *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "BANSO_LANG": "ja"},
    )


@pytest.fixture
def interrupted(copied: Path, monkeypatch: pytest.MonkeyPatch, banso: Banso) -> Path:
    """Return a roster of which one command has replaced a file, and not come to its end."""
    file = copied / MORI
    file.write_bytes(file.read_bytes() + b"\n\n")
    with monkeypatch.context() as patched:
        patched.setattr(journal, "_end", lambda _journal: None)
        assert banso("fmt", "--roster", copied).code == 0
    assert (copied / FOLDER / PLAN).is_file()
    return copied


def test_themes_that_are_added_at_once_are_all_there(copied: Path) -> None:
    names = [f"テーマ{number}" for number in range(5)]
    runs = [
        started("new", "theme", f"t{n}", name, "--source", "x", "--roster", copied)
        for n, name in enumerate(names)
    ]
    for run in runs:
        _out, err = run.communicate()
        assert (run.returncode, b"banso:" in err) == (0, False)
    assert {theme.name for theme in read_roster(copied).themes} >= set(names)
    assert not [file for file in copied.iterdir() if file.name.startswith(".banso")]


def test_of_two_examples_in_one_folder_one_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "roster"
    runs = [started("init", folder, "--example", "--teams", n + 1, "--seed", n) for n in (3, 8)]
    told = [run.communicate()[1].decode() for run in runs]
    assert sorted(run.returncode for run in runs) == [0, 1]
    assert "は空ではありません。何も書いていません" in "".join(told)
    assert len(list((folder / "teams/2").iterdir())) in (4, 9)
    assert read_roster(folder).faults == ()


@pytest.mark.parametrize("command", ["fmt", "validate --fix", "new theme a b --source c"])
def test_a_command_that_would_write_waits_and_gives_up(
    command: str, banso: Banso, copied: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locking, "WAIT", 0.1)
    monkeypatch.setattr(locking, "PATIENCE", 0.0)
    before = state(copied)
    with exclusive(copied, lambda: None):
        run = banso(*command.split(), "--roster", copied)
    assert (run.code, run.out) == (3, "")
    assert run.err == (
        "ほかの banso がこの台帳に書き込み中です。終わるのを待っています…\n"
        f"banso: ほかの banso が {copied} に書き込み中です\n"
        "  対処: 終わるのを待って、もう一度実行してください。何も書き込んでいません\n"
    )
    assert state(copied) == before


@pytest.mark.parametrize("command", ["stats", "validate", "fmt --diff", "list teams"])
def test_a_command_that_only_reads_waits_for_nobody(
    command: str, banso: Banso, copied: Path
) -> None:
    with exclusive(copied, lambda: None):
        assert banso(*command.split(), "--roster", copied).code == 0


@pytest.mark.parametrize("command", ["stats", "validate", "fmt", "new theme a b --source c"])
def test_the_next_command_undoes_what_was_interrupted(
    command: str, banso: Banso, interrupted: Path
) -> None:
    changed = (interrupted / MORI).read_bytes()
    run = banso(*command.split(), "--roster", interrupted)
    assert (run.code, run.err.startswith(UNDONE)) == (0, True)
    assert not (interrupted / FOLDER).exists()
    after = (interrupted / MORI).read_bytes()
    assert after == (changed if command == "fmt" else changed + b"\n\n")
    assert UNDONE not in banso(*command.split(), "--roster", interrupted).err


def test_what_was_changed_by_hand_since_is_named(banso: Banso, interrupted: Path) -> None:
    (interrupted / MORI).write_bytes((interrupted / MORI).read_bytes() + b"# x\n")
    run = banso("validate", "--roster", interrupted)
    left = f"roster/{MORI} はそのあとで変わっているため、そのままにしました\n"
    assert run.err == UNDONE + left


def test_an_example_that_was_interrupted_begins_anew(
    banso: Banso, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "roster"
    with monkeypatch.context() as patched:
        patched.setattr(journal, "_end", lambda _journal: None)
        banso("init", folder, "--example", "--teams", 2)
    run = banso("init", folder, "--example", "--teams", 1)
    assert (run.code, run.err.startswith(UNDONE)) == (0, True)
    assert len(list((folder / "teams/2").iterdir())) == 1


def test_what_cannot_be_undone_stops_every_command(
    banso: Banso, interrupted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_only(_work: atomic.Work) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(atomic, "undo", read_only)
    run = banso("stats", "--roster", interrupted)
    assert (run.code, run.out) == (3, "")
    assert run.err == (
        "banso: 前の書き込みが途中で止まり、新旧のファイルが混ざっています。"
        "元に戻せません（読み取り専用です）\n"
        f"  対処: {interrupted} に書き込める人が banso validate を実行すると、元に戻ります\n"
    )
    (interrupted / FOLDER / PLAN).write_bytes(b"")
    run = banso("fmt", "--roster", interrupted)
    assert (run.code, run.out) == (3, "")
    assert f"{interrupted / FOLDER} を削除してください" in run.err


def test_without_locks_a_change_that_goes_on_is_waited_for(
    banso: Banso, interrupted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locking, "_acquired", lambda _folder: locking._nothing)  # noqa: SLF001
    monkeypatch.setattr(time, "sleep", lambda _seconds: shutil.rmtree(interrupted / FOLDER))
    run = banso("validate", "--roster", interrupted)
    assert (run.code, run.err) == (0, "")


def test_a_roster_that_changes_while_it_is_read_is_read_again(
    banso: Banso, copied: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    readings: list[Path] = []

    def changing(folder: Path) -> object:
        found = read_roster(folder)
        if len(readings) < most:
            readings.append(folder)
            os.utime(folder, ns=(0, len(readings)))
        return found

    monkeypatch.setattr(opening, "read_roster", changing)
    most = 2
    assert banso("validate", "--roster", copied).code == 0
    assert len(readings) == 2
    most = 1000
    run = banso("validate", "--roster", copied)
    assert run.code == 3
    assert f"ほかの banso が {copied} に書き込み中です" in run.err


def test_a_file_that_an_editor_saves_meanwhile_is_kept(
    banso: Banso, copied: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = copied / MORI
    file.write_bytes(file.read_bytes() + b"\n\n")
    begin = journal._begin  # noqa: SLF001

    def saved(folder: Path) -> None:
        file.write_bytes(b"# by hand\n")
        begin(folder)

    monkeypatch.setattr(journal, "_begin", saved)
    run = banso("fmt", "--roster", copied)
    assert (run.code, run.out) == (3, "")
    assert run.err == (
        f"banso: roster/{MORI} は読んだあとに変わりました。何も書き込んでいません\n"
        "  対処: もう一度実行してください\n"
    )
    assert file.read_bytes() == b"# by hand\n"


def test_a_folder_that_is_a_link_is_not_written_into(banso: Banso, copied: Path) -> None:
    (copied / "periods").rename(copied.parent / "periods")
    (copied / "periods").symlink_to(copied.parent / "periods", target_is_directory=True)
    file = copied.parent / "periods" / "1.yaml"
    file.write_bytes(file.read_bytes() + b"\n\n")
    run = banso("fmt", copied / "periods" / "1.yaml", "--roster", copied)
    assert run.code != 0
    assert file.read_bytes().endswith(b"\n\n")
    run = banso("new", "period", 9, "--fiscal-year", 2030, "--roster", copied)
    assert (run.code, run.out) == (3, "")
    assert "periods/9.yaml は台帳の外へのリンクを通ります。何も書き込んでいません" in run.err
    assert not (copied.parent / "periods" / "9.yaml").exists()
