"""Teams whose names stand amid their rows: the ways in which the rows may be theirs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice, pairwise

from banso_cli.intake.lists.naming import TeamName
from banso_cli.intake.lists.rows import Row


@dataclass(frozen=True, slots=True)
class Group:
    """The rows of one team: those above its name, and those from the one of its name on."""

    team: TeamName
    above: Sequence[Row]
    below: Sequence[Row]


@dataclass(frozen=True, slots=True)
class _Named:
    """A name, and how many seats stand above it; it may stand on one, or between two."""

    team: TeamName
    row: Row
    at: int

    def is_amid(self, start: int, size: int) -> bool:
        """Tell whether the name stands in the middle of so many seats from there on."""
        above = self.at - start
        if self.row.is_seat:
            return above in ((size - 1) // 2, size // 2)
        return 2 * above == size


def amid(rows: Sequence[Row], most: int) -> tuple[tuple[Group, ...], ...]:
    """Return up to two ways in which each name stands amid its rows; none where names repeat."""
    seats = [row for row in rows if row.is_seat]
    names, count = [], 0
    for row in rows:
        if row.team:
            names.append(_Named(row.team, row, count))
        count += row.is_seat
    if not names or len(names) > len({named.team.label for named in names}):
        return ()
    return tuple(
        tuple(
            Group(named.team, seats[start : named.at], seats[named.at : end])
            for named, (start, end) in zip(names, pairwise(bounds), strict=True)
        )
        for bounds in islice(_ways(names, len(seats), most), 2)
    )


def _ways(names: Sequence[_Named], count: int, most: int) -> Iterator[tuple[int, ...]]:
    """Yield where each team begins, and the end of the last; large teams come first."""

    @cache
    def may_end(index: int, start: int) -> bool:
        if index == len(names):
            return start == count
        return any(may_end(index + 1, end) for end in ends(index, start))

    def ends(index: int, start: int) -> list[int]:
        sizes = range(min(most, count - start), 0, -1)
        return [start + size for size in sizes if names[index].is_amid(start, size)]

    def ways(index: int, start: int) -> Iterator[tuple[int, ...]]:
        if index == len(names):
            yield (start,)
            return
        for end in ends(index, start):
            if may_end(index + 1, end):
                yield from ((start, *rest) for rest in ways(index + 1, end))

    yield from ways(0, 0)
