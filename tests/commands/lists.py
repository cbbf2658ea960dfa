"""Published lists for `banso import`."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from tests.commands.running import PROJECT

LISTS = PROJECT / "tests" / "data" / "lists"


HEAD = "市町村名,所属府省庁,役職"


KANOYA = ("1.鹿児島県鹿屋市,農林水産省,指定職", ",財務省,補佐級")


def listed(folder: Path, *rows: str) -> Path:
    """Write a list."""
    file = folder / "list.csv"
    file.write_text("\n".join((HEAD, *rows)) + "\n", encoding="utf-8")
    return file


def only(roster: Path, names: Iterable[str]) -> None:
    """Leave the roster no teams of period 2 but these."""
    for file in (roster / "teams" / "2").iterdir():
        if file.stem not in names:
            file.unlink()


def numbered(file: Path, number: int) -> str:
    """Give a team another number; return the text of its file."""
    lines = file.read_text("utf-8").splitlines()
    at = next(index for index, line in enumerate(lines) if line.startswith("number: "))
    lines[at] = f"number: {number}"
    text = "\n".join(lines) + "\n"
    file.write_text(text, encoding="utf-8")
    return text
