"""Several files are written as one."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from banso_cli.editing.journal import write_records
from banso_cli.files import atomic
from banso_cli.files.failure import Failure


def write_all(files: dict[Path, str]) -> None:
    """Write texts as files."""
    atomic.write_all({file: text.encode() for file, text in files.items()})


def contents(folder: Path) -> dict[str, str]:
    """Return all that stands in a folder, folders with an empty text."""
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8") if path.is_file() else ""
        for path in sorted(folder.rglob("*"))
    }


def test_new_files_are_written_with_their_folders(tmp_path: Path) -> None:
    write_all({tmp_path / "teams/2/a.yaml": "一\n", tmp_path / "b.yaml": "二\n"})
    assert contents(tmp_path) == {
        "teams": "",
        "teams/2": "",
        "teams/2/a.yaml": "一\n",
        "b.yaml": "二\n",
    }


def test_lines_end_alike_on_every_system(tmp_path: Path) -> None:
    write_all({tmp_path / "a.yaml": "一\n"})
    assert (tmp_path / "a.yaml").read_bytes() == "一\n".encode()


def test_files_that_are_there_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_text("old", encoding="utf-8")
    files = {tmp_path / "a.yaml": b"new", tmp_path / "b.yaml": b"new"}
    with pytest.raises(Failure, match=r"/b\.yaml is already there"):
        write_records(tmp_path, files, overwrite=False)
    assert contents(tmp_path) == {"b.yaml": "old"}


def test_files_that_are_there_are_replaced_when_told(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_text("old", encoding="utf-8")
    (tmp_path / "b.yaml").chmod(0o640)
    write_all({tmp_path / "a.yaml": "new", tmp_path / "b.yaml": "new"})
    assert contents(tmp_path) == {"a.yaml": "new", "b.yaml": "new"}
    assert (tmp_path / "b.yaml").stat().st_mode & 0o777 == 0o640


def test_a_folder_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").mkdir()
    with pytest.raises(Failure, match="it is a folder"):
        write_all({tmp_path / "a.yaml": "new"})
    assert contents(tmp_path) == {"a.yaml": ""}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names")
def test_a_pipe_is_never_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(Failure, match=r"/pipe cannot be written \(it is no ordinary file"):
        write_all({tmp_path / "a.yaml": "new", tmp_path / "pipe": "new"})
    assert [file.name for file in tmp_path.iterdir()] == ["pipe"]
    assert (tmp_path / "pipe").is_fifo()


@pytest.mark.parametrize(
    ("name", "text", "error"),
    [("file/c.yaml", "new", OSError)],
)
def test_nothing_is_left_when_a_file_cannot_be_written(
    name: str, text: str, error: type[Exception], tmp_path: Path
) -> None:
    (tmp_path / "b.yaml").write_text("old", encoding="utf-8")
    (tmp_path / "file").write_text("", encoding="utf-8")
    before = contents(tmp_path)
    files = {tmp_path / "x/y/a.yaml": "new", tmp_path / "b.yaml": "new", tmp_path / name: text}
    with pytest.raises(error):
        write_all(files)
    assert contents(tmp_path) == before


@pytest.mark.parametrize("failing", range(1, 4))
def test_everything_is_put_back_when_a_file_cannot_be_moved(
    failing: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The only way to fail between two moves is to make one fail."""
    for name in ("a.yaml", "c.yaml"):
        (tmp_path / name).write_text(f"old {name}", encoding="utf-8")
    before = contents(tmp_path)
    replace, calls = Path.replace, iter(range(1, 100))

    def fail_once(self: Path, target: Path) -> Path:
        if next(calls) == failing:
            raise OSError
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", fail_once)
    files = {tmp_path / name: "new" for name in ("a.yaml", "new/b.yaml", "c.yaml")}
    with pytest.raises(OSError):  # noqa: PT011 - it has no text of its own
        write_all(files)
    assert contents(tmp_path) == before


def test_nothing_changes_when_a_copy_cannot_be_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.yaml").write_text("old", encoding="utf-8")

    def no_space(_file: Path, _copy: Path) -> None:
        raise OSError

    monkeypatch.setattr("shutil.copy2", no_space)
    with pytest.raises(OSError):  # noqa: PT011 - it has no text of its own
        write_all({tmp_path / "a.yaml": "new"})
    assert contents(tmp_path) == {"a.yaml": "old"}


def test_a_folder_that_another_has_used_meanwhile_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_self: Path, _target: Path) -> Path:
        (tmp_path / "new/other.yaml").write_text("other", encoding="utf-8")
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_all({tmp_path / "new/a.yaml": "new"})
    assert contents(tmp_path) == {"new": "", "new/other.yaml": "other"}


KILLED = """
import sys
from pathlib import Path
from banso_cli.files.atomic import write_all
folder = Path(sys.argv[1])
files = {folder / f"{number}.yaml": b"new" * 20_000 for number in range(60)}
print("ready", flush=True)
while True:
    write_all(files)
"""


@pytest.mark.parametrize("delay", [0.0, 0.003, 0.01, 0.02, 0.04])
def test_a_kill_on_the_way_leaves_each_file_old_or_new(delay: float, tmp_path: Path) -> None:
    files = [tmp_path / f"{number}.yaml" for number in range(60)]
    for file in files:
        file.write_bytes(b"old" * 30_000)
    with subprocess.Popen(
        [sys.executable, "-c", KILLED, str(tmp_path)], stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(delay)
        process.kill()
    assert {file.read_bytes() for file in files} <= {b"old" * 30_000, b"new" * 20_000}
    left = {file for file in tmp_path.iterdir() if file not in files}
    assert all(file.name.startswith(".") and not file.name.endswith(".yaml") for file in left)


def test_files_are_removed_with_what_is_written(tmp_path: Path) -> None:
    gone = tmp_path / "gone.yaml"
    gone.write_text("old", encoding="utf-8")
    files = {tmp_path / "a.yaml": b"new"}
    write_records(tmp_path, files, overwrite=False, removed=[gone])
    assert contents(tmp_path) == {"a.yaml": "new"}


def test_nothing_is_removed_where_something_fails(tmp_path: Path) -> None:
    gone = tmp_path / "gone.yaml"
    gone.write_text("old", encoding="utf-8")
    missing = tmp_path / "missing.yaml"
    files = {tmp_path / "a.yaml": b"new"}
    with pytest.raises(Failure, match=r"missing\.yaml"):
        write_records(tmp_path, files, overwrite=False, removed=[gone, missing])
    assert contents(tmp_path) == {"gone.yaml": "old"}
