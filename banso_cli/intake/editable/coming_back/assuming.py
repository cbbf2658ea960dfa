"""What was assumed of a team, and does not hold any more once the workbook has edited it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from banso_cli.intake.assumptions import OFFICERS, status_by_period_before
from banso_cli.intake.editable.coming_back.composing import Composed
from banso_cli.locale import _


def reconsidered(teams: Iterable[Composed]) -> Iterator[str]:
    """Take out what is decided now, and yield that; also what was assumed of members edited."""
    for team in teams:
        stale = tuple(_stale(team))
        kept = tuple(each for each in team.after.assumptions if each not in stale)
        gone = [each for each in team.after.assumptions if each in stale]
        team.with_values(assumptions=kept)
        for text in gone:
            message = _("{cell}: decided now, so that this is assumed no more: {text}")
            yield message.format(
                cell=_cell(team, "status" if text != OFFICERS else "members"), text=text
            )
        if "members" in team.changed:
            for text in kept if kept == team.before.assumptions else ():
                message = _("{cell}: edited; does this, which was assumed, still hold? {text}")
                yield message.format(cell=_cell(team, "members"), text=text)


def _stale(team: Composed) -> Iterator[str]:
    if "status" in team.changed:
        yield from status_by_period_before(team.before.period).values()
    if "members" in team.changed and not any(each.role for each in team.after.members):
        yield OFFICERS


def _cell(team: Composed, key: str) -> str:
    sheet, cell = team.first_cell(key)
    return f"{sheet}!{cell}"
