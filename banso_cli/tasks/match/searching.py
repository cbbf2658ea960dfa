"""Who answers what is asked of `banso match`: what needs no solver does without it."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from banso_cli.files.reasons import not_installed
from banso_cli.tasks.match.asked import Asked, sound_case
from banso_cli.tasks.opened.opening import folder_of_roster, open_roster


def match_officers(asked: Asked, option: Path | None) -> None:
    """Form draft teams, or check, explain or accept those of a folder."""
    if asked.accept is not None:
        from banso_cli.tasks.match.accepting import accept  # noqa: PLC0415 - it writes alone

        accept(asked.accept, asked.period, option, diff=asked.diff)
        return
    folder = folder_of_roster(option)
    roster = open_roster(folder)
    if asked.check is not None:
        from banso_cli.tasks.match.checking import look_at  # noqa: PLC0415 - it needs no solver

        look_at(roster, asked)
        return
    if find_spec("highspy") is None:
        raise not_installed("highspy", "match")
    from banso_cli.tasks.match.matching import find  # noqa: PLC0415 - it starts the solver

    find(sound_case(roster, asked.period), roster, asked, folder)
