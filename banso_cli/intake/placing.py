"""From the rows of a list to its teams.

Whose is a row without a name? A name is printed once, in the middle of merged cells, which text
shows in the first row of the team or further down. So a nameless row goes on with the team above it
while that has room; one at the top of a column, or below a full team, belongs to the team named
next, which is an assumption.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from banso_cli.files.failure import Refusal
from banso_cli.intake.assumptions import read_as_first, read_as_last
from banso_cli.intake.published_list import Row
from banso_cli.locale import _

_NUMBERED = re.compile(r"(?P<number>[0-9０-９]{1,4})\s*[.．]\s*(?P<name>\S.*)")


@dataclass(frozen=True, slots=True)
class ListedTeam:
    """A team as printed: prefecture and name in one, its rows in the order of its members."""

    number: int
    name: str
    line: int
    rows: tuple[Row, ...]
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
    name: str
    line: int
    leading: list[Row] = field(default_factory=list)
    own: list[Row] = field(default_factory=list)
    trailing: list[Row] = field(default_factory=list)
    assumptions: list[str] = field(default_factory=list)
    is_refused: bool = False

    @property
    def size(self) -> int:
        return len(self.leading) + len(self.own) + len(self.trailing)

    @property
    def label(self) -> str:
        return f"{self.number} {self.name}"


@dataclass
class _Desk:
    """The teams found so far, and nameless rows that wait for the next name."""

    drafts: dict[int, _Draft] = field(default_factory=dict)
    waiting: list[Row] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)


def place(rows: Sequence[Row], most: int) -> Placing:
    """Give each row to its team, `most` being how many members the programme allows."""
    desk = _Desk()
    current: _Draft | None = None
    for row in rows:
        if row.starts_column:
            _refuse_waiting(desk)
            current = None
        if row.name:
            current = _named(row, desk)
            current.leading += desk.waiting
            current.own.append(row)
            desk.waiting.clear()
        elif current and not desk.waiting and (current.is_refused or len(current.own) < most):
            current.own.append(row)
        else:
            desk.waiting.append(row)
    _refuse_waiting(desk)
    drafts = [desk.drafts[number] for number in sorted(desk.drafts)]
    refusals = desk.refusals or list(_gaps(drafts))  # a name refused leaves a gap
    for draft in drafts:
        refusals += _settle(draft, desk.drafts.get(draft.number - 1), most)
    return Placing(tuple(map(_listed, drafts)), tuple(refusals))


def _named(row: Row, desk: _Desk) -> _Draft:
    """Return the team that the row names; one that is kept nowhere where the name is refused."""
    match = _NUMBERED.fullmatch(row.name)
    if match is None:
        message = _("line {line}: '{name}' has no number")
        help_line = _("write number and name, such as 01.北海道森町")
        desk.refusals.append(Refusal.at(row.line, message, help_line, name=row.name))
        return _Draft(0, row.name, row.line, is_refused=True)
    draft = _Draft(int(match["number"]), match["name"], row.line)
    first = desk.drafts.setdefault(draft.number, draft)
    if _letters(draft.name) == _letters(first.name):
        return first
    draft.is_refused = True
    message = _("line {line}: number {label}, but line {first_line} has {first}")
    help_line = _("give each municipality a number of its own")
    shown = {"label": draft.label, "first_line": first.line, "first": first.label}
    desk.refusals.append(Refusal.at(row.line, message, help_line, **shown))
    return draft


def _letters(name: str) -> str:
    return "".join(name.split())


def _refuse_waiting(desk: _Desk) -> None:
    for row in desk.waiting:
        desk.refusals.append(_homeless(row))
    desk.waiting.clear()


def _homeless(row: Row) -> Refusal:
    message = _("line {line}: '{agency} {rank}' has no name, and no team near it has room")
    help_line = _("write number and name of its municipality in this row")
    return Refusal.at(row.line, message, help_line, agency=row.agency, rank=row.rank)


def _gaps(drafts: Iterable[_Draft]) -> Iterator[Refusal]:
    expected = 1
    for draft in drafts:
        if draft.number != expected:
            message = _("line {line}: {label} stands where number {expected} is due")
            help_line = _("the numbers go from 1 without a gap")
            shown = {"label": draft.label, "expected": expected}
            yield Refusal.at(draft.line, message, help_line, **shown)
        expected = draft.number + 1


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
    return ListedTeam(draft.number, draft.name, draft.line, rows, tuple(draft.assumptions))
