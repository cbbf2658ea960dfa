"""Where the roster is."""

from __future__ import annotations

from pathlib import Path

FOLDER = "roster"
"""The name of the folder that is looked for."""


def nearest_roster(start: Path) -> Path | None:
    """Return the nearest `roster/` from a folder upwards, as git finds its repository."""
    start = start.resolve()
    for folder in (start, *start.parents):
        if holds_roster(folder):
            return folder
        if (folder / FOLDER).is_dir():
            return folder / FOLDER
    return None


def holds_roster(folder: Path) -> bool:
    """Tell whether a folder is a roster, whatever its name: it holds programme.yaml."""
    return (folder / "programme.yaml").is_file()
