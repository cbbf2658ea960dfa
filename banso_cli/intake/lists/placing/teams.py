"""From the rows of a list to its teams.

Whose is a row without a name? A name is printed once, in the middle of merged cells, which text
shows in the first row of the team or further down. So a nameless row goes on with the team above it
while that has room; one at the top of a column, or below a full team, belongs to the team named
next, which is an assumption. Where names cannot stand in first rows, they stand amid their rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from banso_cli.files.failure import Refusal, file_refused, list_refused, refuse
from banso_cli.intake.assumptions import may_be_of_next, read_as_first, read_as_last
from banso_cli.intake.lists.how import places
from banso_cli.intake.lists.placing.desk import Desk
from banso_cli.intake.lists.placing.drafts import Draft, ListedTeam
from banso_cli.intake.lists.placing.refusals import gaps, homeless, repeated
from banso_cli.intake.lists.rows import Row
from banso_cli.locale import _, plural
from banso_cli.records.periods.programme import TeamSize
from banso_cli.records.teams.team import STATUS_LABELS, Status
from banso_cli.text.meaning import blankless


def with_numbers(rows: Sequence[Row], *, in_order: bool) -> tuple[Row, ...]:
    """Return the rows with a number for each team; a list that has none at all is refused."""
    teams = [row.team for row in rows if row.team]
    if in_order:
        names = list(dict.fromkeys(blankless(team.name) for team in teams))
        return tuple(
            replace(row, team=replace(row.team, number=names.index(blankless(row.team.name)) + 1))
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


@dataclass(frozen=True, slots=True)
class Placing:
    """Teams by number, and the rows that have no team."""

    teams: tuple[ListedTeam, ...]
    refusals: tuple[Refusal, ...]
    left_out: tuple[str, ...] = ()
    """What teams are called that options leave out with all of their members."""


def place(
    rows: Sequence[Row], size: TeamSize, *, is_document: bool = False, is_part: bool = False
) -> Placing:
    """Give each row to its team, by how many members the programme allows.

    In a document, as in a list of which a column begins without a name, names may stand amid rows.
    The numbers of a part of a list may begin anywhere, and have gaps.
    """
    columns = tuple(_columns(rows))
    desk = Desk(size, is_document or any(column[0].team is None for column in columns))
    for column in columns:
        desk.put(column)
    drafts = [desk.drafts[number] for number in sorted(desk.drafts)]
    refusals = [*desk.refusals, *repeated(desk.twice)]
    if not refusals and not is_part:  # a name refused leaves a gap
        refusals += gaps(drafts)
    for draft in drafts:
        refusals += _settle(draft, desk.drafts.get(draft.number - 1), size.most)
        refusals += draft.faults()
    for draft, row in desk.may_move:
        after = desk.drafts.get(draft.number + 1)
        if after and after.size < size.most:
            draft.assumptions.append(may_be_of_next(row, after.label, after.size))
    teams = tuple(draft.listed for draft in drafts if draft.size)
    return Placing(teams, tuple(refusals), tuple(d.label for d in drafts if not d.size))


def _columns(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    starts = [index for index, row in enumerate(rows) if row.starts_column or not index]
    for start, end in zip(starts, [*starts[1:], len(rows)], strict=True):
        yield rows[start:end]


def _settle(draft: Draft, before: Draft | None, most: int) -> list[Refusal]:
    """Decide on the rows above the name: this team, or that of the number before, or neither."""
    leading = draft.leading
    if not leading:
        return []
    rival = before if before and before.size + len(leading) <= most else None
    if draft.size <= most:
        draft.assumptions.append(
            read_as_first(leading, (rival.label, rival.size) if rival else None)
        )
    elif rival:
        rival.assumptions.append(read_as_last(leading, draft.label, len(draft.own)))
        rival.trailing, draft.leading = leading, []
    else:
        return [homeless(row) for row in leading]
    return []


def with_fills(teams: Sequence[ListedTeam], fills: Sequence[Status]) -> tuple[ListedTeam, ...]:
    """Return the teams with the status that a fill of their name, and then none, stands for."""
    if not fills:
        return tuple(teams)
    filled = [team for team in teams if team.named.fill]
    colours = {team.named.fill for team in filled}
    if len(colours) != 1 or len(filled) == len(teams):
        message = _("--fill: no colour sets names of the list apart")
        if len(colours) > 1:
            message = _("--fill: names have {count} colours ({places})")
        help_line = _("write 継続 and 新規 into a column of its own, headed 区分")
        shown = places(team.named.place for team in filled)
        raise file_refused(message, help_line, count=len(colours), places=shown)
    by_fill = dict(zip((True, False), fills, strict=False))
    meant = {team.number: by_fill.get(bool(team.named.fill)) for team in teams}
    refusals = [
        team.named.place.refusal(
            _("{place}: '{name}' is {status} by its words, but not by its fill"),
            name=team.named.label,
            status=STATUS_LABELS[team.status],
        )
        for team in teams
        if team.status and meant[team.number] not in (None, team.status)
    ]
    refuse(refusals)
    return tuple(replace(team, status=team.status or meant[team.number]) for team in teams)


def told_fills(teams: Sequence[ListedTeam], fills: Sequence[Status]) -> Iterator[str]:
    """Yield that a colour sets some names apart, and what may be done about it."""
    filled = [team for team in teams if team.named.fill]
    if not filled or len({team.named.fill for team in teams}) == 1:
        return
    yield plural(
        "{count} name has a colour that others have not: {places}",
        "{count} names have a colour that others have not: {places}",
        len(filled),
        places=places(team.named.place for team in filled),
    )
    if len({team.named.fill for team in filled}) > 1:
        return
    if not fills:
        yield _("  if it stands for 継続, add --fill 継続 (or --fill 継続,新規 for both)")
    elif len(fills) == 1:
        word = STATUS_LABELS["new" if fills[0] == "continuing" else "continuing"]
        text = _("  the status of the others is not told by it; --fill {first},{second} sets it")
        yield text.format(first=STATUS_LABELS[fills[0]], second=word)
