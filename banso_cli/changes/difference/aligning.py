"""Two states of a record, field by field: whatever fields it declares.

Seats of a team have no names, and two may look alike: which is which is told by what moves least.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import permutations
from typing import NamedTuple, cast

from banso_cli.changes.difference.difference import Change, Value
from banso_cli.changes.difference.identities import identities, is_seated
from banso_cli.changes.difference.renaming import Renamed
from banso_cli.privacy.shown import mask
from banso_cli.records.fields.declared import fields_of
from banso_cli.records.fields.record import Part
from banso_cli.records.teams.team import PERSONAL_KEYS, Member

MOST = 5040
"""Assignments that are tried, as many as seven seats have; no team has more."""


class Seat(NamedTuple):
    """What a seat is compared by: nothing personal, names as they are now; and as it is written."""

    agency: str
    rank: str
    rest: str
    written: str

    def is_like(self, other: Seat) -> bool:
        """Tell whether two seats are identical, whatever their agencies were called."""
        return self[:3] == other[:3]


Pair = tuple[int, int]
"""The numbers, from 0, of a seat before and after."""


def assigned(before: Sequence[Seat], after: Sequence[Seat]) -> tuple[Pair, ...]:
    """Return the pairs of seats, as many as there can be, by their places before.

    Most of them are identical, then of the same agency, then of the same rank, then least moved.
    Among equals the same ones are chosen in both directions.
    """
    one_side, other_side = ((len(seats), *(s.written for s in seats)) for seats in (before, after))
    if one_side > other_side:
        return tuple(sorted((one, other) for other, one in assigned(after, before)))
    kept = [(at, at) for at, seat in enumerate(before) if seat.is_like(after[at])]
    taken = {at for at, _same in kept}
    ones = [at for at in range(len(before)) if at not in taken]
    others = [at for at in range(len(after)) if at not in taken]
    if math.perm(len(others), len(ones)) > MOST:
        kept += _identical(before, after, ones, others)
    best = min(_assignments(ones, others), key=lambda pairs: _cost(before, after, pairs))
    return tuple(sorted((*kept, *best)))


def _assignments(ones: list[int], others: list[int]) -> Iterator[tuple[Pair, ...]]:
    """Yield the ways to give each of the fewer seats another one; of too many, their order."""
    if math.perm(len(others), len(ones)) > MOST:
        yield tuple(zip(ones, others, strict=False))
        return
    for chosen in permutations(others, len(ones)):
        yield tuple(zip(ones, chosen, strict=True))


def _cost(
    before: Sequence[Seat], after: Sequence[Seat], pairs: tuple[Pair, ...]
) -> tuple[int, int, int, int]:
    """Return what is to be least: seats that differ, by how much, and how far they moved."""
    seats = [(before[one], after[other]) for one, other in pairs]
    return (
        sum(not one.is_like(other) for one, other in seats),
        sum(one.agency != other.agency for one, other in seats),
        sum(one.rank != other.rank for one, other in seats),
        sum(abs(one - other) for one, other in pairs),
    )


def _identical(
    before: Sequence[Seat], after: Sequence[Seat], ones: list[int], others: list[int]
) -> Iterator[Pair]:
    """Yield identical seats in their order, and take them out of those that are left."""
    for one in tuple(ones):
        other = next((each for each in others if after[each].is_like(before[one])), None)
        if other is not None:
            ones.remove(one)
            others.remove(other)
            yield one, other


Entries = tuple[Value, ...]


def changes_of(before: Part, after: Part, renamed: Renamed) -> Iterator[Change]:
    """Yield what differs between two states of a record or of a part.

    Of what is personal only that something has changed.
    """
    for key in type(after).model_fields:
        one, other = getattr(before, key), getattr(after, key)
        if key not in PERSONAL_KEYS and one != other:
            yield from _field(type(after), key, (one, other), renamed)
    if any(getattr(before, key, None) != getattr(after, key, None) for key in PERSONAL_KEYS):
        yield Change((mask(),), mask(), mask())


def whole(record: Part, *, is_there_before: bool) -> Iterator[Change]:
    """Yield the values of a record that has come or gone, but for what is personal."""
    for key, field in type(record).model_fields.items():
        value = getattr(record, key)
        if key not in PERSONAL_KEYS and (field.is_required() or value != field.default):
            yield Change((key,), value, None) if is_there_before else Change((key,), None, value)


def _field(
    holder: type[Part], key: str, values: tuple[Value, Value], renamed: Renamed
) -> Iterator[Change]:
    one, other = values
    if isinstance(one, tuple) and isinstance(other, tuple):
        if is_seated(fields_of(holder)[key].part):
            yield from _seats(key, (one, other), renamed)
        else:
            yield from _entries(holder, key, (one, other), renamed)
    elif isinstance(one, Part) and isinstance(other, Part):
        yield from (_within((key,), each) for each in changes_of(one, other, renamed))
    elif not isinstance(one, str) or renamed.now(holder, key, one) != other:
        yield Change((key,), one, other)


def _within(path: tuple[str, ...], change: Change) -> Change:
    return replace(change, path=(*path, *change.path))


def _entries(
    holder: type[Part], key: str, lists: tuple[Entries, Entries], renamed: Renamed
) -> Iterator[Change]:
    """Yield what differs between lists whose entries are known by something in them."""
    before, after = lists
    known = identities(before, holder, key, renamed), identities(after, holder, key, Renamed())
    places = {name: at for at, name in enumerate(known[1])}
    pairs = [(at, places[name]) for at, name in enumerate(known[0]) if name in places]
    for at, place in pairs:
        one, other = before[at], after[place]
        if isinstance(one, Part) and isinstance(other, Part):
            path = (key, known[1][place])
            yield from (_within(path, each) for each in changes_of(one, other, renamed))
    yield from _come_and_gone(key, lists, pairs, known)
    yield from _order(key, [known[1][place] for _at, place in pairs], pairs)


def _come_and_gone(
    key: str,
    lists: tuple[Entries, Entries],
    pairs: Sequence[Pair],
    known: tuple[Sequence[str], Sequence[str]] | None = None,
) -> Iterator[Change]:
    """Yield the entries that only one side has; parts may be `known` by something."""
    for side, entries in enumerate(lists):
        kept = {pair[side] for pair in pairs}
        for at, value in enumerate(entries):
            if at not in kept:
                path = (key, known[side][at]) if known and isinstance(value, Part) else (key,)
                gone, come = (value, None, (at + 1, None)), (None, value, (None, at + 1))
                yield Change(path, *(come if side else gone))


def _order(key: str, names: Sequence[Value], pairs: Sequence[Pair]) -> Iterator[Change]:
    """Yield that the entries which stayed stand in another order; `names` are theirs before."""
    places = [place for _at, place in pairs]
    if places != sorted(places):
        sorted_pairs = sorted(zip(places, names, strict=True), key=lambda pair: pair[0])
        yield Change((key,), tuple(names), tuple(name for _place, name in sorted_pairs))


def _seats(key: str, lists: tuple[Entries, Entries], renamed: Renamed) -> Iterator[Change]:
    """Yield what differs between the seats of a team: the field, or the seat as a whole."""
    before, after = (cast("tuple[Member, ...]", each) for each in lists)
    seated = [_seat(each, renamed) for each in before], [_seat(each, Renamed()) for each in after]
    pairs = assigned(*seated)
    for at, place in pairs:
        seat, whose = (at + 1, place + 1), after[place].agency
        if seated[0][at].agency != seated[1][place].agency:
            yield Change((key,), before[at], after[place], seat)
            continue
        for change in changes_of(before[at], after[place], renamed):
            yield replace(_within((key,), change), seat=seat, whose=whose)
    yield from _come_and_gone(key, lists, pairs)
    yield from _order(key, [at + 1 for at, _place in pairs], pairs)


def _seat(member: Member, renamed: Renamed) -> Seat:
    agency, rank = (renamed.now(Member, key, getattr(member, key)) for key in ("agency", "rank"))
    known = {*PERSONAL_KEYS, "agency", "rank"}
    rest = [getattr(member, key) for key in Member.model_fields if key not in known]
    return Seat(agency, rank, repr(rest), repr((member.agency, member.rank, *rest)))
