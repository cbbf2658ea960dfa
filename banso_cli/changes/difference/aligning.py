"""Two states of a record, field by field: whatever fields it declares."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import cast

from banso_cli.changes.difference.difference import Change, Value
from banso_cli.changes.difference.identities import identities, is_seated
from banso_cli.changes.difference.renaming import Renamed
from banso_cli.changes.difference.seats import Pair, Seat, assigned
from banso_cli.privacy.shown import mask
from banso_cli.records.fields.declared import fields_of
from banso_cli.records.fields.record import Part
from banso_cli.records.teams.team import PERSONAL_KEYS, Member

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
    for change in _come_and_gone(key, lists, pairs):
        if isinstance(change.before or change.after, Part) and change.seat:
            side = 0 if change.after is None else 1
            name = known[side][cast("int", change.seat[side]) - 1]
            yield replace(change, path=(key, name))
        else:
            yield change
    yield from _order(key, [known[1][place] for _at, place in pairs], pairs)


def _come_and_gone(
    key: str, lists: tuple[Entries, Entries], pairs: Sequence[Pair]
) -> Iterator[Change]:
    (before, after), kept = lists, (dict(pairs), {other: one for one, other in pairs})
    for at, value in enumerate(before):
        if at not in kept[0]:
            yield Change((key,), value, None, (at + 1, None))
    for at, value in enumerate(after):
        if at not in kept[1]:
            yield Change((key,), None, value, (None, at + 1))


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
