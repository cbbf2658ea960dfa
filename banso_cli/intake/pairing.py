"""Which member of a team as a list has it is which member of the roster's file.

No name of a person is anywhere: a member is known by body and rank, and by how they are printed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from banso_cli.records.teams.activity import Activity
from banso_cli.records.teams.team import Member


@dataclass(frozen=True, slots=True)
class Pairing:
    """Which earlier member, from 0, each member is; None for one that is new.

    The earlier members that are not `certain` have left, or another person may have their seat.
    """

    origins: tuple[int | None, ...]
    certain: frozenset[int]


def paired(
    before: Sequence[Member], after: Sequence[Member], activities: Sequence[Activity]
) -> Pairing:
    """Pair the members of a team with those it had, of whom activities tell who attended.

    Who is not the same for certain is taken for one of the same body, or for the next one.
    """
    if list(map(_seat, before)) == list(map(_seat, after)):
        return Pairing(tuple(range(len(after))), frozenset(range(len(before))))
    marks = [_mark(member, number, activities) for number, member in enumerate(before, start=1)]
    desk = _Desk(before, after)
    desk.pair_certain(marks)
    for key in (_seat, _agency, _anybody):
        desk.pair(key)
    origins = tuple(desk.origins.get(index) for index in range(len(after)))
    return Pairing(origins, frozenset(desk.certain))


def _seat(member: Member) -> object:
    return member.agency, member.rank


def _agency(member: Member) -> object:
    return member.agency


def _anybody(_member: Member) -> object:
    return None


def _mark(member: Member, number: int, activities: Iterable[Activity]) -> object:
    """Return all that is recorded of a member, by which two of one seat can be told apart."""
    return member, tuple(number in activity.attended for activity in activities)


@dataclass
class _Desk:
    """The pairs that are found so far, by where the members stand."""

    before: Sequence[Member]
    after: Sequence[Member]
    origins: dict[int, int] = field(default_factory=dict)
    certain: set[int] = field(default_factory=set)

    def pair(self, key: Callable[[Member], object]) -> None:
        """Pair members that are equal in something, in their order."""
        old, new = self._left(key)
        for each in old.keys() & new.keys():
            self.origins.update(zip(new[each], old[each], strict=False))

    def pair_certain(self, marks: Sequence[object]) -> None:
        """Pair members of one seat: alone in it, all alike, or told apart by what is printed."""
        old, new = self._left(_seat)
        for seat in old.keys() & new.keys():
            were, are = old[seat], new[seat]
            if len(were) != len(are):
                continue
            if any(marks[index] != marks[were[0]] for index in were):
                shown = [self.before[index].printed for index in were]
                by_print = {self.after[index].printed: index for index in are}
                if len(set(shown)) != len(shown) or set(shown) != by_print.keys():
                    continue
                are = [by_print[each] for each in shown]
            self.origins.update(zip(are, were, strict=True))
            self.certain.update(were)

    def _left(
        self, key: Callable[[Member], object]
    ) -> tuple[dict[object, list[int]], dict[object, list[int]]]:
        """Return the members that are not paired yet, before and after."""
        paired_before = set(self.origins.values())
        old = _grouped(self.before, key, paired_before)
        return old, _grouped(self.after, key, self.origins)


def _grouped(
    members: Sequence[Member], key: Callable[[Member], object], without: Iterable[int]
) -> dict[object, list[int]]:
    found: dict[object, list[int]] = {}
    for index in sorted({*range(len(members))} - {*without}):
        found.setdefault(key(members[index]), []).append(index)
    return found
