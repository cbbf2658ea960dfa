"""Running banso in this process, as a user would."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from banso_cli.cli import main

PROJECT = Path(__file__).parents[2]
PUBLIC = PROJECT / "tests" / "public_roster"
"""The folder of the frozen copy of the public roster: edits of `roster/` break no test."""

ROSTER = PUBLIC / "roster"


@dataclass(frozen=True)
class Run:
    """What a command did."""

    code: int
    out: str
    err: str


class Banso:
    """The command `banso`."""

    def __init__(self, captured: pytest.CaptureFixture[bytes]) -> None:
        self._captured = captured

    def __call__(self, *arguments: object) -> Run:
        """Run banso with these arguments."""
        self._captured.readouterr()
        code = main([str(argument) for argument in arguments])
        out, err = self._captured.readouterr()
        return Run(code, out.decode("utf-8-sig"), err.decode("utf-8"))


def break_theme(roster: Path) -> Path:
    """Write a theme that does not exist into a team with themes, and return its file."""
    file = next(
        f for f in sorted(roster.glob("teams/2/*.yaml")) if "themes:" in f.read_text("utf-8")
    )
    lines = file.read_text("utf-8").splitlines()
    at = next(index for index, line in enumerate(lines) if line.startswith("themes:"))
    lines[at] = "themes: [産業振輿]"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file
