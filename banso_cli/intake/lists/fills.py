"""What the colours of names say: told where they set some apart, read as a status where asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from banso_cli.files.failure import Refusal
from banso_cli.intake.lists.how import places
from banso_cli.intake.lists.placing.drafts import ListedTeam
from banso_cli.intake.refusal import list_refused
from banso_cli.locale import _, plural
from banso_cli.records.teams.team import STATUS_LABELS, Status


def with_fills(teams: Sequence[ListedTeam], fills: Sequence[Status]) -> tuple[ListedTeam, ...]:
    """Return the teams with the status that a fill of their name, and then none, stands for."""
    if not fills:
        return tuple(teams)
    filled = [team for team in teams if team.named.fill]
    colours = {team.named.fill for team in filled}
    if len(colours) != 1 or len(filled) == len(teams):
        message = _("--fill: no colour sets names of the list apart")
        if len(colours) > 1:
            message = _("--fill: names have {count} colours ({places})").format(
                count=len(colours), places=places(team.named.place for team in filled)
            )
        help_line = _("write 継続 and 新規 into a column of its own, headed 区分")
        raise list_refused([Refusal(0, message, help_line)])
    refusals = [
        team.named.place.refusal(
            _("{place}: '{name}' is {status} by its words, but not by its fill"),
            name=team.named.label,
            status=STATUS_LABELS[team.status],
        )
        for team in teams
        if team.status and _status(team, fills) not in (None, team.status)
    ]
    if refusals:
        raise list_refused(refusals)
    return tuple(replace(team, status=team.status or _status(team, fills)) for team in teams)


def _status(team: ListedTeam, fills: Sequence[Status]) -> Status | None:
    if team.named.fill:
        return fills[0]
    return fills[1] if len(fills) > 1 else None


def told_fills(teams: Sequence[ListedTeam], fills: Sequence[Status]) -> Iterator[str]:
    """Yield that a colour sets some names apart, and what may be done about it."""
    filled = [team for team in teams if team.named.fill]
    if not filled or len({team.named.fill for team in teams}) == 1:
        return
    where = places(team.named.place for team in filled)
    yield plural(
        "{count} name has a colour that others have not: {places}",
        "{count} names have a colour that others have not: {places}",
        len(filled),
        places=where,
    )
    if len({team.named.fill for team in filled}) > 1:
        return
    if not fills:
        yield _("  if it stands for 継続, add --fill 継続 (or --fill 継続,新規 for both)")
    elif len(fills) == 1:
        word = STATUS_LABELS["new" if fills[0] == "continuing" else "continuing"]
        text = _("  the status of the others is not told by it; --fill {first},{second} sets it")
        yield text.format(first=STATUS_LABELS[fills[0]], second=word)
