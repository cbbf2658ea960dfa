"""What is wrong with the rows and the numbers of teams in a list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from banso_cli.files.failure import Refusal
from banso_cli.intake.lists.how import refused_at
from banso_cli.intake.lists.placing.drafts import Draft
from banso_cli.intake.lists.rows import Row
from banso_cli.locale import _


def homeless(row: Row) -> Refusal:
    """Return the refusal of a row that can be of no team."""
    message = _("{place}: '{agency} {rank}' has no name, and no team near it has room")
    help_line = _("write number and name of its municipality in this row")
    return row.place.refusal(message, help_line, agency=row.agency, rank=row.rank)


def repeated(rows: Sequence[Row]) -> Iterator[Refusal]:
    """Yield the refusal of rows that their team has already."""
    if rows:
        message = _("{places}: these members of a team stand further above already")
        help_line = _("leave them in one of the two places")
        yield refused_at([row.place for row in rows], message, help_line)


def gaps(drafts: Iterable[Draft]) -> Iterator[Refusal]:
    """Yield the teams before which a number is missing."""
    expected = 1
    for draft in drafts:
        if draft.number != expected:
            message = _("{place}: {label} stands where number {expected} is due")
            help_line = _(
                "the numbers go from 1 without a gap; if this is a part of a list, add --part"
            )
            shown = {"label": draft.label, "expected": expected}
            yield draft.named.place.refusal(message, help_line, **shown)
        expected = draft.number + 1
