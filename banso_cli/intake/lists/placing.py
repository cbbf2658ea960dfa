"""From the rows of a list to its teams.

Whose is a row without a name? A name is printed once, in the middle of merged cells, which text
shows in the first row of the team or further down. So a nameless row goes on with the team above it
while that has room; one at the top of a column, or below a full team, belongs to the team named
next, which is an assumption. Where names cannot stand in first rows, they stand amid their rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from banso_cli.files.failure import Refusal
from banso_cli.intake.assumptions import may_be_of_next, read_as_first, read_as_last
from banso_cli.intake.lists.naming import TeamName
from banso_cli.intake.lists.readings import Group, above_next, amid
from banso_cli.intake.lists.rows import Row
from banso_cli.locale import _
from banso_cli.records.programme import TeamSize
from banso_cli.records.team import Status
from banso_cli.text.meaning import as_meant


@dataclass(frozen=True, slots=True)
class ListedTeam:
    """A team as printed, and its rows in the order of its members."""

    number: int
    named: TeamName
    rows: tuple[Row, ...]
    status: Status | None = None
    assumptions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Placing:
    """Teams by number, and the rows that have no team."""

    teams: tuple[ListedTeam, ...]
    refusals: tuple[Refusal, ...]


@dataclass
class _Draft:
    """A team while its rows are gathered; `leading` stand above its name."""

    number: int
    named: TeamName
    leading: list[Row] = field(default_factory=list)
    own: list[Row] = field(default_factory=list)
    trailing: list[Row] = field(default_factory=list)
    statuses: set[Status] = field(default_factory=set)
    assumptions: list[str] = field(default_factory=list)
    is_refused: bool = False
    is_left_out: bool = False

    @property
    def size(self) -> int:
        return len(self.leading) + len(self.own) + len(self.trailing)

    @property
    def label(self) -> str:
        return f"{self.number} {as_meant(self.named.name)}"


@dataclass
class _Desk:
    """The teams found so far, and nameless rows that wait for the next name."""

    size: TeamSize
    may_be_amid: bool
    drafts: dict[int, _Draft] = field(default_factory=dict)
    waiting: list[Row] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    may_move: list[tuple[_Draft, Row]] = field(default_factory=list)

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
        current: _Draft | None = None
        for row in rows:
            if row.team:
                current = self._named(row.team)
                current.leading += self.waiting
                self._note(current, self.waiting)
                self.waiting.clear()
            has_room = current and not self.waiting and self._has_room(current)
            if current and (row.team or has_room):
                self._note(current, [row])
                current.own += [row] if row.is_seat else []
                self.may_move += [(current, row)] if row in moving else []
            else:
                self.waiting.append(row)
        self._refuse_waiting()

    def _amid(self, rows: Sequence[Row]) -> tuple[tuple[Group, ...], ...]:
        """Return what the teams may be where names do not stand in first rows, but amid them."""
        runs, size = [], 0
        for row in rows:
            runs += [size] if row.team else []
            size = row.is_seat + (0 if row.team else size)
        is_top = rows[0].team is not None and max((*runs, size)) <= self.size.most
        return () if is_top else amid(rows, self.size.most)

    def _has_room(self, draft: _Draft) -> bool:
        return draft.is_refused or len(draft.own) < self.size.most

    @staticmethod
    def _note(draft: _Draft, rows: Iterable[Row]) -> None:
        for row in rows:
            draft.statuses.update({row.status} if row.status else ())
            draft.is_left_out = draft.is_left_out or row.is_left_out

    def _named(self, named: TeamName) -> _Draft:
        """Return the team of this name; one kept nowhere where the name is refused."""
        if named.number is None:
            message = _("{place}: '{name}' has no number")
            help_line = _("write number and name, such as 01.北海道森町")
            self.refusals.append(named.place.refusal(message, help_line, name=named.name))
            return _Draft(0, named, is_refused=True)
        draft = _Draft(named.number, named)
        draft.statuses.update({named.status} if named.status else ())
        first = self.drafts.setdefault(draft.number, draft)
        if _letters(named.name) == _letters(first.named.name):
            return first
        draft.is_refused = True
        message = _("{place}: number {label}, but {first_place} has {first}")
        help_line = _("give each municipality a number of its own, or add --number-in-order")
        shown = {"first_place": first.named.place, "first": first.label, "label": draft.label}
        self.refusals.append(named.place.refusal(message, help_line, **shown))
        return draft

    def _refuse_waiting(self) -> None:
        self.refusals += map(_homeless, self.waiting)
        self.waiting.clear()


def place(
    rows: Sequence[Row], size: TeamSize, *, is_document: bool = False, is_part: bool = False
) -> Placing:
    """Give each row to its team, by how many members the programme allows.

    In a document, as in a list of which a column begins without a name, names may stand amid rows.
    The numbers of a part of a list may begin anywhere, and have gaps.
    """
    columns = tuple(_columns(rows))
    desk = _Desk(size, is_document or any(column[0].team is None for column in columns))
    for column in columns:
        desk.put(column)
    drafts = [desk.drafts[number] for number in sorted(desk.drafts)]
    refusals = desk.refusals
    if not refusals and not is_part:  # a name refused leaves a gap
        refusals += _gaps(drafts)
    for draft in drafts:
        refusals += _settle(draft, desk.drafts.get(draft.number - 1), size.most)
        refusals += _odd(draft)
    for draft, row in desk.may_move:
        after = desk.drafts.get(draft.number + 1)
        if after and after.size < size.most:
            draft.assumptions.append(may_be_of_next(row, after.label, after.size))
    left = (draft for draft in drafts if draft.size)
    return Placing(tuple(map(_listed, left)), tuple(refusals))


def _columns(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    starts = [index for index, row in enumerate(rows) if row.starts_column or not index]
    for start, end in zip(starts, [*starts[1:], len(rows)], strict=True):
        yield rows[start:end]


def _letters(name: str) -> str:
    return "".join(name.split())


def _homeless(row: Row) -> Refusal:
    message = _("{place}: '{agency} {rank}' has no name, and no team near it has room")
    help_line = _("write number and name of its municipality in this row")
    return row.place.refusal(message, help_line, agency=row.agency, rank=row.rank)


def _gaps(drafts: Iterable[_Draft]) -> Iterator[Refusal]:
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


def _odd(draft: _Draft) -> Iterator[Refusal]:
    """Yield what cannot be of a team: no members, two statuses, a name that is struck out."""
    place, shown = draft.named.place, {"name": draft.label}
    if not draft.size and not draft.is_left_out and not draft.is_refused:
        yield place.refusal(_("{place}: '{name}' has no members"), **shown)
    if len(draft.statuses) > 1:
        yield place.refusal(_("{place}: '{name}' is 継続 as well as 新規"), **shown)
    if draft.size and draft.named.is_struck:
        message = _("{place}: '{name}' is struck out, but not all of its members are")
        yield place.refusal(message, **shown)


def _settle(draft: _Draft, before: _Draft | None, most: int) -> list[Refusal]:
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
        return [_homeless(row) for row in leading]
    return []


def _listed(draft: _Draft) -> ListedTeam:
    rows = (*draft.leading, *draft.own, *draft.trailing)
    status = next(iter(draft.statuses), None)
    return ListedTeam(draft.number, draft.named, rows, status, tuple(draft.assumptions))
