"""The examples of a README: what is edited, what is run, and what is shown of the output.

A block ```console holds commands, `$ …`, each followed by what it prints; a line `…` stands for any
number of lines. A block ```diff before it is an edit that is made first. Each block begins with a
fresh copy of the roster. `cat` of a file that is not there gives the file to the commands after it.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.changes.repository import commit
from tests.commands.running import ROSTER

ROOT = Path(__file__).parents[1]
OMITTED = "…"
BUG = 4
_OF_HISTORY = ("banso diff", "banso history")
"""Commands that ask git; the edits before them are not committed yet."""

_FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_EDIT = re.compile(r"--- (\S+)\n-(.*\n)\+(.*\n)")


@dataclass(frozen=True, slots=True)
class Edit:
    """A line of a file that is replaced by another."""

    file: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Step:
    """A command and what is shown of its output."""

    command: str
    shown: str


@dataclass(frozen=True, slots=True)
class Example:
    """A block of commands, and the edits made before it."""

    edits: tuple[Edit, ...]
    steps: tuple[Step, ...]


def examples_of(text: str) -> tuple[Example, ...]:
    """Return the examples of a README in their order."""
    return tuple(_examples(text))


def _examples(text: str) -> Iterator[Example]:
    edits: tuple[Edit, ...] = ()
    for language, body in _FENCE.findall(text):
        if language == "diff":
            edits += tuple(Edit(*found) for found in _EDIT.findall(body))
            assert edits, f"not an edit of one line: {body}"
        elif language == "console":
            blocks = re.split(r"^\$ ", body, flags=re.MULTILINE)
            assert not blocks[0], f"output without a command: {body}"
            pairs = (block.split("\n", 1) for block in blocks[1:])
            yield Example(edits, tuple(Step(command, shown) for command, shown in pairs))
            edits = ()


def outputs(example: Example, folder: Path) -> tuple[str, ...]:
    """Return what each command of an example prints in a copy of the roster."""
    shutil.copytree(ROSTER, folder / "roster")
    if any(step.command.startswith(_OF_HISTORY) for step in example.steps):
        commit(folder, "2026-04-01T00:00:00Z")
    for edit in example.edits:
        file = folder / edit.file
        text = file.read_text(encoding="utf-8")
        assert text.count(edit.before) == 1, f"{edit.file} has no such line: {edit.before}"
        file.write_text(text.replace(edit.before, edit.after), encoding="utf-8", newline="\n")
    return tuple(_output(step, folder) for step in example.steps)


def _output(step: Step, folder: Path) -> str:
    words = shlex.split(step.command)
    if words[0] == "make":
        return ""
    if words[0] == "cat":
        file = folder / words[1]
        if not file.exists():
            file.write_text(step.shown, encoding="utf-8", newline="\n")
        return file.read_text(encoding="utf-8")
    return _printed(words, folder)


def _printed(words: list[str], folder: Path) -> str:
    """Run a command with variables before it and `> FILE` behind it, as a shell would."""
    environment = {**os.environ, "BANSO_LANG": "ja"}
    environment.pop("GITHUB_ACTIONS", None)  # there, findings are written for the pull request
    while "=" in words[0]:
        name, _equals, value = words.pop(0).partition("=")
        environment[name] = value
    target = words[-1] if words[-2:-1] == [">"] else None
    program = {"banso": ["-m", "banso_cli"], "python": []}.get(words[0])
    assert program is not None, f"not a command that the test can run: {words}"
    done = subprocess.run(
        [sys.executable, *program, *(words[1:-2] if target else words[1:])],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE if target else subprocess.STDOUT,
        check=False,
    )
    assert done.returncode < BUG, done.stdout.decode("utf-8")
    if target:
        (folder / target).write_bytes(done.stdout)
        return done.stderr.decode("utf-8")
    return done.stdout.decode("utf-8-sig").replace("\r\n", "\n")


def abridged(printed: str, shown: str) -> str:
    """Return the output with `…` for what is not shown; the whole where it is not what is shown."""
    lines = shown.splitlines()
    pattern = "".join(
        r"(?:.*\n)*?" if line == OMITTED else re.escape(line) + r"\n" for line in lines
    )
    return shown if re.fullmatch(pattern, printed) else printed
