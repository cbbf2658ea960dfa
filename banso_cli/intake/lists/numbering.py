"""The numbers of teams: as printed, or by the order of the list where that is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from banso_cli.intake.lists.rows import Row
from banso_cli.intake.refusal import list_refused
from banso_cli.locale import _


def with_numbers(rows: Sequence[Row], *, in_order: bool) -> tuple[Row, ...]:
    """Return the rows with a number for each team; a list that has none at all is refused."""
    teams = [row.team for row in rows if row.team]
    if in_order:
        names = list(dict.fromkeys(_letters(team.name) for team in teams))
        return tuple(
            replace(row, team=replace(row.team, number=names.index(_letters(row.team.name)) + 1))
            if row.team
            else row
            for row in rows
        )
    if teams and all(team.number is None for team in teams):
        message = _("{place}: '{name}' has no number, and no other team has one")
        help_line = _(
            "write numbers before the names, or add --number-in-order to count from 1 in this order"
        )
        first = teams[0]
        raise list_refused([first.place.refusal(message, help_line, name=first.name)])
    return tuple(rows)


def _letters(name: str) -> str:
    return "".join(name.split())
