"""A difference, put into effect on the values before it: what it tells is all that there is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from banso_cli.changes.difference.difference import Change, Difference, RecordChange, Renaming
from banso_cli.changes.difference.identities import identities, is_seated
from banso_cli.changes.difference.renaming import Renamed, names_at
from banso_cli.privacy.shown import mask
from banso_cli.records.fields.declared import fields_of
from banso_cli.records.fields.record import Part, Record
from banso_cli.records.kinds import KINDS
from banso_cli.records.roster import Roster

Data: TypeAlias = Any
"""A value of a record, whatever its type."""


def values(roster: Roster) -> dict[str, dict[str, Data]]:
    """Return the values of all records by their ids."""
    return {
        record.id: {key: getattr(record, key) for key in type(record).model_fields}
        for record in roster.records
    }


def applied(before: Roster, difference: Difference) -> dict[str, dict[str, Data]]:
    """Return the values of the roster after."""
    records = {each.id: named_anew(each, difference.renamed) for each in before.records}
    found = {
        name: {key: getattr(record, key) for key in type(record).model_fields}
        for name, record in records.items()
    }
    changed = [each for each in difference.records if each.id_before]
    taken = {str(each.id_before): found.pop(str(each.id_before)) for each in changed}
    for each in difference.records:
        if each.id:
            old = taken.get(each.id_before or "", _defaults(each))
            found[each.id] = _record(each, old)
    return found


def named_anew(record: Record, renamings: Iterable[Renaming]) -> Record:
    """Return a record with the names that are others after."""
    names = {(each.list, each.before): each.after for each in renamings}

    def anew(part: Data, holder: type[Part] | None = None, key: str = "") -> Data:
        if isinstance(part, tuple):
            return tuple(anew(each, holder, key) for each in part)
        if isinstance(part, Part):
            fields = type(part).model_fields
            return part.model_copy(
                update={k: anew(getattr(part, k), type(part), k) for k in fields}
            )
        listed = names_at(holder, key) if holder else None
        return names.get((listed.id, part), part) if listed else part

    return anew(record)  # type: ignore[no-any-return] # a record gives a record


def _defaults(each: RecordChange) -> dict[str, Data]:
    fields = KINDS[each.kind].declaration.model_fields
    return {key: None if field.is_required() else field.default for key, field in fields.items()}


def _record(each: RecordChange, old: dict[str, Data]) -> dict[str, Data]:
    declaration = KINDS[each.kind].declaration
    found = {}
    for key, value in old.items():
        changes = [e for e in each.changes if e.path[0] == key and e.path[-1] != mask()]
        found[key] = _value(declaration, key, value, changes)
    return found


def _value(holder: type[Part], key: str, old: Data, changes: Sequence[Change]) -> Data:
    if not changes:
        return old
    (*_rest, last) = changes
    if len(last.path) == 1 and last.seat is None and not last.is_order:
        assert len(changes) == 1
        return last.after
    part = fields_of(holder)[key].part
    if not isinstance(old, tuple):
        assert part
        return _part(old, [_inner(each, 1) for each in changes])
    if part and not is_seated(part):
        return _known(holder, key, old, changes)
    return _placed(old, changes)


def _inner(change: Change, depth: int) -> Change:
    return replace(change, path=change.path[depth:])


def _part(part: Part, changes: Sequence[Change]) -> Part:
    heads = dict.fromkeys(each.path[0] for each in changes)
    return part.model_copy(
        update={
            head: _value(
                type(part),
                head,
                getattr(part, head),
                [each for each in changes if each.path[0] == head],
            )
            for head in heads
        }
    )


def _known(holder: type[Part], key: str, old: Data, changes: Sequence[Change]) -> Data:
    """Return a list of parts that are known by something in them."""
    names = identities(old, holder, key, Renamed())
    entries = []
    for name, entry in zip(names, old, strict=True):
        inner = [each for each in changes if len(each.path) > 2 and each.path[1] == name]
        entries.append(_part(entry, [_inner(each, 2) for each in inner]) if inner else entry)
    return _placed(tuple(entries), [each for each in changes if len(each.path) <= 2], names)


def _placed(old: Data, changes: Sequence[Change], names: Sequence[str] = ()) -> Data:
    """Return a list with what has come, gone, been put elsewhere or changed at its seat."""
    entries = dict(enumerate(old, start=1))
    known = {at: (names[at - 1] if names else each) for at, each in entries.items()}
    for change in changes:
        one, other = change.seat or (None, None)
        if one is not None and other is not None:
            entries[one] = (
                change.after
                if len(change.path) == 1
                else _part(entries[one], [replace(_inner(change, 1), seat=None)])
            )
        elif one is not None:
            del entries[one]
    order = [*entries]
    for change in changes:
        if change.is_order:
            order = _ordered(order, change, known)
    found = [entries[at] for at in order]
    come = sorted((e for e in changes if e.seat and e.seat[0] is None), key=lambda e: e.seat or ())
    for change in come:
        _before, place = change.seat or (None, None)
        assert place
        found.insert(place - 1, change.after)
    return tuple(found)


def _ordered(order: list[int], change: Change, known: dict[int, Data]) -> list[int]:
    """Return places in another order; seats are told by their places, others by what they are."""
    assert isinstance(change.before, tuple)
    assert isinstance(change.after, tuple)
    assert Counter(map(str, change.before)) == Counter(map(str, change.after))
    if change.path == ("members",):
        return [int(str(each)) for each in change.after]
    names = [str(known[at]) for at in order]
    counted: Counter[str] = Counter()
    places: dict[str, int] = {}
    for name, at in zip(names, order, strict=True):
        counted[name] += 1
        places[name if counted[name] == 1 else f"{name} #{counted[name]}"] = at
    return [places[str(each)] for each in change.after]
