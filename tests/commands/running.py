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
