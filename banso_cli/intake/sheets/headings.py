"""Where the headings of a list stand, and which columns they make: blocks, and seats in them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from banso_cli.files.failure import list_refused
from banso_cli.intake.sheets.cells import Cell, Line, Sheet, column_letters
from banso_cli.intake.sheets.roles import NEEDED, OF_TEAM, Role, role_of
from banso_cli.locale import _
from banso_cli.text.meaning import narrow

_MOST_ROWS = 3
"""Rows over which headings may stand."""

_CHANGED = re.compile(
    r"[(（]?((変更|異動|交代|交替|改正)[前後]|前任者?|後任者?|旧|新(?!規)|変更)[)）]?"
)
_OF_TIME = re.compile(
    r"(令和|R)?[0-9元]+年度?.*|第[0-9一二三四五]期.*|(前|今|昨)(年度?|期)|現在|当初"
)
"""What is said of columns of which some tell what was, and others what is."""


@dataclass(frozen=True, slots=True)
class Block:
    """Columns that stand side by side and make a list of their own, from 0.

    A column of which the heading is merged goes on over several. `seats` are the columns of body
    and rank, as many as there are in a row.
    """

    columns: Mapping[Role, range]
    seats: tuple[tuple[int, int], ...]

    def cells(self, line: Line, role: Role) -> tuple[Cell, ...]:
        """Return what stands in a line in the columns of a role."""
        return tuple(line.at(column) for column in self.columns.get(role, ()))

    @property
    def all_columns(self) -> tuple[int, ...]:
        """Return the columns that are read, from left to right."""
        seats = (column for seat in self.seats for column in seat)
        of_team = (column for columns in self.columns.values() for column in columns)
        return tuple(sorted({*of_team, *seats}))

    def has_seat(self, line: Line) -> bool:
        """Tell whether a line has a body or a rank."""
        return any(line.text(column) for seat in self.seats for column in seat)


@dataclass(frozen=True, slots=True)
class Heading:
    """The headings that hold from the line after `last`, an index, on; labels by column."""

    first: int
    last: int
    blocks: tuple[Block, ...]
    labels: tuple[str, ...]

    def label(self, column: int) -> str:
        """Return what a column is called, by its letters where it has no heading."""
        if self.has_label(column):
            return self.labels[column]
        return _("column {letters}").format(letters=column_letters(column + 1))

    def has_label(self, column: int) -> bool:
        """Tell whether a column has a heading."""
        return column < len(self.labels) and bool(self.labels[column])

    @property
    def width(self) -> int:
        """Return the number of columns."""
        return len(self.labels)

    @property
    def all_columns(self) -> tuple[int, ...]:
        """Return the columns that are read of any block, from left to right."""
        return tuple(sorted({column for block in self.blocks for column in block.all_columns}))

    def shown(self, texts: Iterable[str]) -> str:
        """Return a line for a message; a list with further columns may tell more of persons."""
        return " | ".join(texts) if self.all_columns == (*range(self.width),) else "…"


def headings(sheet: Sheet) -> tuple[Heading, ...]:
    """Return the headings of a sheet from above to below: they may stand again on every page."""
    found: list[Heading] = []
    at = 0
    while at < len(sheet.lines):
        tries = _tries(sheet, at) if any(roles_of(sheet.lines[at : at + 1])) else ()
        heading = next((h for rows in tries if (h := _heading(sheet, at, rows))), None)
        if heading:
            found.append(heading)
        at = heading.last + 1 if heading else at + 1
    return tuple(found)


def _tries(sheet: Sheet, at: int) -> range:
    """Return over how many rows headings may stand: no more than to the next whole ones.

    A row below that names bodies or ranks once more is a part of them.
    """
    end = min(_MOST_ROWS, len(sheet.lines) - at)
    whole = (rows for rows in range(1, end) if is_whole(roles_of(sheet.lines[at + rows :][:1])))
    last = next(whole, end)
    seats = {Role.AGENCY, Role.RANK}
    parts = [n for n in range(1, last) if seats & {*roles_of(sheet.lines[at + n :][:1])}]
    return range(parts[-1] + 1 if parts else 1, last + 1)


def _heading(sheet: Sheet, at: int, rows: int) -> Heading | None:
    lines = sheet.lines[at : at + rows]
    roles = roles_of(lines)
    if not is_whole(roles) or not all(any(roles_of([line])) for line in lines):
        return None
    width = max(len(roles), lines[-1].width)
    labels = tuple(_label(lines, column) for column in range(width))
    blocks = tuple(_blocks(sheet, lines, roles))
    for block in blocks:
        _refuse_changes(sheet, sheet.lines[max(at - 1, 0) : at + rows], block)
    return Heading(at, at + rows - 1, blocks, labels)


def roles_of(lines: Sequence[Line]) -> tuple[Role | None, ...]:
    """Return the role of each column: the lowest heading tells more than those above it."""
    width = max((len(line.cells) for line in lines), default=0)
    return tuple(_role([line.at(column) for line in lines]) for column in range(width))


def _role(cells: Sequence[Cell]) -> Role | None:
    texts = [each.joined for each in cells if each.joined]
    for lowest in range(len(texts) - 1, -1, -1):
        for text in ("".join(texts[lowest:]), texts[lowest]):
            if role := role_of(text):
                return role
    return None


def is_whole(roles: Iterable[Role | None]) -> bool:
    """Tell whether roles are those of a list."""
    return set(NEEDED) <= set(roles)


def _label(lines: Sequence[Line], column: int) -> str:
    texts = [line.at(column).joined for line in lines]
    return next((text for text in reversed(texts) if text), "")


def _blocks(sheet: Sheet, lines: Sequence[Line], roles: Sequence[Role | None]) -> list[Block]:
    """Part the columns into blocks: one begins where a column for the team stands again."""
    parts: list[list[int]] = [[]]
    for column, role in enumerate(roles):
        part = parts[-1]
        if role is None:
            continue
        there = [roles[each] for each in part]
        if role in OF_TEAM and role in there and Role.AGENCY in there and Role.RANK in there:
            part = []
            parts.append(part)
        part.append(column)
    return [_block(sheet, lines, roles, part) for part in parts]


def _block(
    sheet: Sheet, lines: Sequence[Line], roles: Sequence[Role | None], part: Sequence[int]
) -> Block:
    counts = Counter(roles[column] for column in part)
    agencies = [column for column in part if roles[column] is Role.AGENCY]
    ranks = [column for column in part if roles[column] is Role.RANK]
    twice = [r.value for r in OF_TEAM if counts[r] > 1]
    if twice or not counts[Role.NAME] or not agencies or len(agencies) != len(ranks):
        place = sheet.place(lines[-1], part[0])
        message = _("{place}: the headings of {names} do not go together")
        names = _(", ").join(sorted(twice)) or " / ".join(role.value for role in NEEDED)
        help_line = _("give each team one name, and each member one body and one rank")
        raise list_refused([place.refusal(message, help_line, names=names)])
    columns = {
        role: range(column, column + _width(lines, column))
        for column in part
        if (role := roles[column]) and role in OF_TEAM
    }
    return Block(columns, tuple(zip(agencies, ranks, strict=True)))


def _refuse_changes(sheet: Sheet, lines: Sequence[Line], block: Block) -> None:
    """Refuse seats side by side of which some tell what was, and others what is."""
    columns = range(block.seats[0][0], block.seats[-1][1] + 1) if len(block.seats) > 1 else ()
    for line in lines:
        found = {at: text for at in columns if (text := narrow(line.at(at).own))}
        changed = [at for at, text in found.items() if _CHANGED.search(text) and role_of(text)]
        changed += [at for at, text in found.items() if _CHANGED.fullmatch(text)]
        times = [at for at, text in found.items() if _OF_TIME.fullmatch(text)]
        if changed or len({found[at] for at in times}) > 1:
            message = _("{place}: '{text}': some columns tell what was, and others what is")
            help_line = _("leave the columns of bodies and ranks that are to be taken in")
            first = min(changed or times)
            place = sheet.place(line, first)
            raise list_refused([place.refusal(message, help_line, text=line.at(first).joined)])


def _width(lines: Sequence[Line], column: int) -> int:
    """Return over how many columns the lowest heading of a column is merged."""
    return next(line.at(column).width for line in reversed(lines) if line.at(column).joined)
