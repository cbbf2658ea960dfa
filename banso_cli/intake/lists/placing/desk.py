"""Gives the rows of one column of a page after another to teams, in the ways that there are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from banso_cli.files.failure import Refusal
from banso_cli.intake.lists.naming import TeamName
from banso_cli.intake.lists.placing.amid import Group, amid
from banso_cli.intake.lists.placing.drafts import Draft
from banso_cli.intake.lists.placing.refusals import homeless
from banso_cli.intake.lists.rows import Row
from banso_cli.locale import _
from banso_cli.records.periods.programme import TeamSize
from banso_cli.text.meaning import blankless


@dataclass
class Desk:
    """The teams found so far."""

    size: TeamSize
    may_be_amid: bool
    drafts: dict[int, Draft] = field(default_factory=dict)
    refusals: list[Refusal] = field(default_factory=list)
    may_move: list[tuple[Draft, Row]] = field(default_factory=list)
    twice: list[Row] = field(default_factory=list)

    def put(self, rows: Sequence[Row]) -> None:
        """Give the rows of one column of a page to their teams."""
        if ways := self._amid(rows):
            elsewhere = {row for way in ways[1:] for group in way for row in group.above}
            for group in ways[0]:
                draft = self._named(group.team)
                draft.leading += group.above
                draft.own += group.below
                self._note(draft, (*group.above, *group.below))
                self.may_move += ((draft, row) for row in group.below if row in elsewhere)
            return
        moving = set(above_next(rows, self.size)) if self.may_be_amid else set()
        current: Draft | None = None
        waiting: list[Row] = []
        above = ""
        for row in rows:
            if row.team:
                current = self._named(row.team)
                current.comes_again |= current.size > 0 and above != row.team.label
                current.leading += waiting
                self._note(current, waiting)
                waiting.clear()
            above = row.team.label if row.team else ""
            has_room = not waiting and (
                current and (current.is_refused or len(current.own) < self.size.most)
            )
            if current and current.has_before(row):
                self.twice.append(row)
            elif current and (row.team or has_room or not row.is_seat):
                self._note(current, [row])
                current.own += [row] if row.is_seat else []
                self.may_move += [(current, row)] if row in moving else []
            elif row.is_seat:
                waiting.append(row)
        self.refusals += map(homeless, waiting)

    def _amid(self, rows: Sequence[Row]) -> tuple[tuple[Group, ...], ...]:
        """Return what the teams may be where names do not stand in first rows, but amid them."""
        runs, size = [], 0
        for row in rows:
            runs += [size] if row.team else []
            size = row.is_seat + (0 if row.team else size)
        is_top = rows[0].team is not None and max((*runs, size)) <= self.size.most
        return () if is_top else amid(rows, self.size.most)

    @staticmethod
    def _note(draft: Draft, rows: Sequence[Row]) -> None:
        draft.statuses.update(row.status for row in rows if row.status)
        draft.is_left_out |= any(row.is_left_out for row in rows)

    def _named(self, named: TeamName) -> Draft:
        """Return the team of this name; one kept nowhere where the name is refused."""
        if named.number is None:
            message = _("{place}: '{name}' has no number")
            help_line = _("write number and name, such as 01.北海道森町")
            self.refusals.append(named.place.refusal(message, help_line, name=named.name))
            return Draft(0, named, is_refused=True)
        draft = Draft(named.number, named)
        draft.statuses.update({named.status} if named.status else ())
        first = self.drafts.setdefault(draft.number, draft)
        if blankless(named.name) == blankless(first.named.name):
            return first
        draft.is_refused = True
        message = _("{place}: number {label}, but {first_place} has {first}")
        help_line = _("give each municipality a number of its own, or add --number-in-order")
        shown = {"first_place": first.named.place, "first": first.label, "label": draft.label}
        self.refusals.append(named.place.refusal(message, help_line, **shown))
        return draft


def above_next(rows: Sequence[Row], size: TeamSize) -> Iterator[Row]:
    """Yield the last rows of teams that may be the first of the team named next.

    A team of which one could be spared stands there above one that has room.
    """
    starts = [index for index, row in enumerate(rows) if row.team]
    for start, at, end in zip(starts, starts[1:], (*starts[2:], len(rows)), strict=False):
        top = [row for row in rows[start:at] if row.is_seat]
        is_spared = len(top) > size.least and top[-1].team is None
        has_room = sum(row.is_seat for row in rows[at:end]) < size.most
        if is_spared and has_room and rows[at].is_seat:
            yield top[-1]
