"""`banso new` on one roster, for its tests."""

from __future__ import annotations

from pathlib import Path

from tests.commands.running import Banso, Run

MORI = "roster/teams/2/013455-mori.yaml"
POPULATION = ("--population", "5500", "--source", "総務省「住民基本台帳」")
MEMBERS = ("--member", "総務省/補佐級", "--member", "環境省/係長級", "--source", "一覧")


def contents(folder: Path) -> dict[Path, bytes]:
    return {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}


class New:
    """`banso new` on one roster."""

    def __init__(self, banso: Banso, roster: Path) -> None:
        self.banso = banso
        self.roster = roster

    def __call__(self, *arguments: object) -> Run:
        """Run it with these arguments."""
        return self.banso("new", *arguments, "--roster", self.roster)

    def text(self, path: str) -> str:
        """Return what a file says."""
        return (self.roster / path).read_text("utf-8")
