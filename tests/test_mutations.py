"""Whatever stands in a file: never a traceback, exit 0, 1 or 3, in bounded time and memory."""

from __future__ import annotations

import json
import os
import random
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from banso_cli.cli import main
from tests.overlays import BASE

ROUNDS, FILES_A_ROUND = 1_250, 8
ROUNDS_A_TEST = 125
EXITS = {0, 1, 3}
MEMORY, SECONDS = 1 << 30, 30
"""Bytes of address space and seconds of computing that a check may take, whatever the file."""

BITS = (
    *(b"\x00", b"\xff", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\xe2\x80\xae", b"\r", b"\n", b"\t"),
    *(b": ", b"- ", b"[", b"]", b"{", b"}", b"'", b'"', b"&a ", b"*a", b"!!str ", b"| ", b"> "),
    *(b"#", b"%", b"@", b"---\n", b"...\n", b"? ", b"<<: ", b"~", b"null", b"012025", b"1e9"),
    *("森".encode(), "𠮷".encode(), "〇〇".encode(), "０".encode(), b"2026-13-45", b"-1", b"true"),
)


def mutated(data: bytes, chance: random.Random) -> bytes:
    """Change a file in one to six places: cut, insert, overwrite, repeat or swap."""
    changed = bytearray(data)
    for _edit in range(chance.randint(1, 6)):
        at = chance.randrange(len(changed) + 1)
        to = min(len(changed), at + chance.randint(0, 12))
        kind = chance.randrange(5)
        if kind == 0:
            del changed[at:to]
        elif kind == 1:
            changed[at:at] = chance.choice(BITS)
        elif kind == 2:
            changed[at:to] = bytes(chance.randrange(256) for _byte in range(to - at))
        elif kind == 3:
            changed[at:at] = changed[at:to] * chance.randint(1, 4)
        else:
            lines = bytes(changed).splitlines(keepends=True)
            chance.shuffle(lines)
            changed = bytearray(b"".join(lines))
    return bytes(changed)


@pytest.mark.parametrize("start", range(0, ROUNDS, ROUNDS_A_TEST))
def test_ten_thousand_mutated_files(
    start: int, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """1,250 rosters with eight mutated files each, drawn from a seed of their own."""
    files = sorted(file for file in BASE.rglob("*.yaml") if file.is_file())
    for number in range(start, start + ROUNDS_A_TEST):
        chance = random.Random(number)  # noqa: S311 - to be the same in every run
        folder = shutil.copytree(BASE, tmp_path / str(number), dirs_exist_ok=True)
        for file in chance.sample(files, FILES_A_ROUND):
            (folder / file.relative_to(BASE)).write_bytes(mutated(file.read_bytes(), chance))
        form = ("json", "text")[number % 2]
        code = main(["validate", "--roster", str(folder / "roster"), "--format", form])
        out, err = capfdbinary.readouterr()
        assert code in EXITS, (number, err.decode())
        assert b"Traceback" not in out + err, number
        assert form == "text" or json.loads(out)["schema_version"] == 1
        shutil.rmtree(folder)


def bomb(file: Path) -> None:
    """Name lists that hold nine lists each, nine levels deep."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    file.write_text("\n".join(lines), encoding="utf-8")


def loop(file: Path) -> None:
    """Make the file a link to itself, and a folder one to the folder above it."""
    file.unlink()
    file.symlink_to(file.name)
    (file.parent / "up").symlink_to("..")


def pipe(file: Path) -> None:
    """Make the file a pipe, which never ends."""
    file.unlink()
    os.mkfifo(file)


def folder(file: Path) -> None:
    """Make a folder of the file's name."""
    file.unlink()
    file.mkdir()


def holding(data: bytes) -> Callable[[Path], None]:
    """Return what makes the file hold these bytes."""

    def write(file: Path) -> None:
        file.write_bytes(data)

    return write


EXTREMES: dict[str, Callable[[Path], None]] = {
    "bomb": bomb,
    "loop": loop,
    "pipe": pipe,
    "folder": folder,
    "deep list": holding(b"[" * 500_000),
    "deep blocks": holding(b"\n".join(b" " * n + b"a:" for n in range(900))),
    "deep in a small file": holding(b"- " * 400_000),
    "a line of 10 MB": holding(b"name: " + b"x" * 10_000_000),
    "a long line": holding(b"name: " + "森".encode() * 300_000),
    "many lines": holding(b"a: b\n" * 190_000),
    "many keys": holding(b"".join(b"k%d: v\n" % n for n in range(70_000))),
    "many colons": holding(b": " * 450_000),
    "quotes": holding(b'"' * 900_000),
    "NUL": holding(b"\x00" * 900_000),
    "lone surrogate": holding(b"name: \xed\xa0\x80\n"),
    "UTF-16": holding("name: 森町\n".encode("utf-16")),
    "only blanks": holding(b" " * 900_000),
    "long number": holding(b"number: " + b"9" * 900_000),
    "long key": holding(b"k" * 1_200 + b": v\n"),
    "escapes": holding(b'name: "' + b"\\x00" * 200_000 + b'"'),
}


def limited() -> None:
    """Limit the address space of a child process, and its own time: others may load the machine."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


@pytest.mark.parametrize("name", EXTREMES)
@pytest.mark.parametrize("where", ["teams/2/013455-mori.yaml", "programme.yaml"])
def test_extreme_files_take_bounded_time_and_memory(name: str, where: str, tmp_path: Path) -> None:
    roster = shutil.copytree(BASE / "roster", tmp_path / "roster")
    EXTREMES[name](roster / where)
    run = subprocess.run(
        [sys.executable, "-m", "banso_cli", "validate", "--roster", str(roster)],
        capture_output=True,
        check=False,
        preexec_fn=limited,
    )
    assert run.returncode in EXITS, run.stderr.decode()[-500:]
    assert b"Traceback" not in run.stdout + run.stderr
    assert len(run.stdout) < 5_000_000
