"""`banso match` without a draft: one is searched for, if the solver is there."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from banso_cli.files.reasons import not_installed
from banso_cli.tasks.match.asked import Asked, sound_case
from banso_cli.tasks.opened.opening import folder_of_roster, open_roster


def search(asked: Asked, option: Path | None) -> None:
    """Form draft teams, or explain what would become of them."""
    folder = folder_of_roster(option)
    roster = open_roster(folder)
    if find_spec("highspy") is None:
        raise not_installed("highspy", "match")
    from banso_cli.tasks.match.matching import find  # noqa: PLC0415 - it starts the solver

    find(sound_case(roster, asked.period), roster, asked, folder)
