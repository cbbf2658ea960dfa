"""Which record of one state is which of the other: each pass is over what the others left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import NamedTuple

from banso_cli.changes.difference.difference import HowChanged
from banso_cli.changes.difference.renaming import Renamed
from banso_cli.records.fields.record import Record
from banso_cli.records.municipality import Municipality
from banso_cli.records.teams.team import Member, Team


class Paired(NamedTuple):
    """A record in both states, or in one of them, and what became of it."""

    before: Record | None
    after: Record | None
    change: HowChanged = "changed"


Key = Callable[[Record, Renamed], Hashable]
"""What a record is known by in a pass; None where the pass is not for it."""


def paired(
    before: Iterable[Record], after: Iterable[Record], renamed: Renamed
) -> tuple[Paired, ...]:
    """Return all records of both states, each of them once; unique keys alone pair."""
    old, new = {each.id: each for each in before}, {each.id: each for each in after}
    found = [Paired(old.pop(name), new.pop(name)) for name in [*new] if old.get(name) == new[name]]
    for key, change in _PASSES:
        olds, news = _by(key, old.values(), renamed), _by(key, new.values(), Renamed())
        for known in [each for each in olds if each in news]:
            one, other = old.pop(olds[known].id), new.pop(news[known].id)
            found.append(Paired(one, other, change))
    found += (Paired(each, None, "removed") for each in old.values())
    found += (Paired(None, each, "added") for each in new.values())
    return tuple(found)


def _by(key: Key, records: Iterable[Record], renamed: Renamed) -> Mapping[Hashable, Record]:
    keyed = [(key(each, renamed), each) for each in records]
    count = Counter(known for known, _record in keyed)
    return {known: each for known, each in keyed if known is not None and count[known] == 1}


def _code(record: Record, _renamed: Renamed) -> Hashable:
    if isinstance(record, Municipality):
        return type(record), record.code
    if isinstance(record, Team):
        return type(record), record.period, record.municipality
    return type(record), record.id


def _code_and_id(record: Record, renamed: Renamed) -> Hashable:
    return _code(record, renamed), record.id


def _team(record: Record, _renamed: Renamed) -> Hashable:
    return record.municipality if isinstance(record, Team) else None


def _members(record: Record, renamed: Renamed) -> Hashable:
    if not isinstance(record, Team):
        return None
    keys = ("agency", "rank")
    seats = ([renamed.now(Member, key, getattr(m, key)) for key in keys] for m in record.members)
    members = zip(map(tuple, seats), (each.role or "" for each in record.members), strict=True)
    return record.period, record.number, tuple(sorted(members))


_PASSES: tuple[tuple[Key, HowChanged], ...] = (
    (_code, "changed"),
    (_code_and_id, "changed"),  # where a code stands twice
    (_team, "moved"),
    (_members, "given"),
)
"""The passes; a team moved is gone from one period and has come in another."""
