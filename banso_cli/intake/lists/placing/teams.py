"""From the rows of a list to its teams.

Whose is a row without a name? A name is printed once, in the middle of merged cells, which text
shows in the first row of the team or further down. So a nameless row goes on with the team above it
while that has room; one at the top of a column, or below a full team, belongs to the team named
next, which is an assumption. Where names cannot stand in first rows, they stand amid their rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from banso_cli.files.failure import Refusal
from banso_cli.intake.assumptions import may_be_of_next, read_as_first, read_as_last
from banso_cli.intake.lists.placing.desk import Desk
from banso_cli.intake.lists.placing.drafts import (
    Draft,
    ListedTeam,
    gaps,
    homeless,
    listed,
    odd,
    repeated,
)
from banso_cli.intake.lists.rows import Row
from banso_cli.records.periods.programme import TeamSize


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
        refusals += odd(draft)
    for draft, row in desk.may_move:
        after = desk.drafts.get(draft.number + 1)
        if after and after.size < size.most:
            draft.assumptions.append(may_be_of_next(row, after.label, after.size))
    teams = tuple(listed(draft) for draft in drafts if draft.size)
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
