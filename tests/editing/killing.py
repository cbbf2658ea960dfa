"""Kill a change of a roster before each thing that it does to files, and see what is left.

`python -m tests.editing.killing FOLDER [STEP]`: of all moments of undoing every STEP-th is tried.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path

from banso_cli.editing.journal import FOLDER, recover, write_records

EVENTS = ("open", "os.", "shutil.")
State = dict[str, bytes]


def old(folder: Path) -> None:
    """Make a small roster, or what stands for one."""
    (folder / "teams/2").mkdir(parents=True)
    for name in ("themes", "teams/2/a", "teams/2/b", "teams/2/gone", "teams/2/moved"):
        (folder / f"{name}.yaml").write_bytes(f"old {name}".encode() * 500)


def change(folder: Path) -> None:
    """Replace, add, remove and move files of it."""
    texts = {"themes": "new", "teams/2/a": "", "teams/3/c": "new", "teams/2/moved": "other"}
    write_records(
        folder,
        {folder / f"{name}.yaml": text.encode() for name, text in texts.items()},
        overwrite=True,
        read={folder / "themes.yaml": b"old themes" * 500},
        moves={folder / "teams/2/moved.yaml": folder / "teams/2/z.yaml"},
        removed=[folder / "teams/2/gone.yaml"],
    )


def state(folder: Path) -> State:
    """Return all files of the roster; folders that are empty count as well."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else b""
        for path in folder.rglob("*")
        if FOLDER not in path.relative_to(folder).parts
    }


def killed(work: Callable[[], object], moment: int) -> bool:
    """Do the work in another process, killed before the event of this number; False if it ended."""
    process = os.fork()
    if process == 0:
        left = iter(range(moment, -1, -1))

        def hook(event: str, _arguments: object) -> None:
            if event.startswith(EVENTS) and next(left) == 0:
                signal.raise_signal(signal.SIGKILL)

        sys.addaudithook(hook)
        work()
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) != 0


def main(top: Path, step: int) -> None:
    """Try every moment; print how many there were and how many left the old or the new roster."""
    roster, copy = top / "roster", top / "copy"
    old(roster)
    before = state(roster)
    shutil.copytree(roster, copy)
    change(copy)
    after = state(copy)
    found = {"old": 0, "new": 0, "undoing": 0}
    for moment in count():
        shutil.rmtree(roster)
        old(roster)
        if not killed(lambda: change(roster), moment):
            break
        for undoing in count(0, step):
            shutil.rmtree(copy)
            shutil.copytree(roster, copy)
            if not killed(lambda: recover(copy), undoing):
                break
            recover(copy)
            assert state(copy) in (before, after), (moment, undoing)
            assert not (copy / FOLDER).exists(), (moment, undoing)
            found["undoing"] += 1
        recover(roster)
        assert state(roster) in (before, after), moment
        assert not (roster / FOLDER).exists(), moment
        found["old" if state(roster) == before else "new"] += 1
    sys.stdout.write(f"{found}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
