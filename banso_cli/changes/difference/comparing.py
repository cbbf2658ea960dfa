"""From two rosters to their difference: which record is which, and what of it differs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from banso_cli.changes.difference.aligning import changes_of, whole
from banso_cli.changes.difference.difference import Difference, HowChanged, RecordChange
from banso_cli.changes.difference.effects import effects
from banso_cli.changes.difference.renaming import Renamed, renamed_between
from banso_cli.privacy.class_names import impersonal, masked_in
from banso_cli.reading.sources import Source
from banso_cli.records.application import Decisions, MunicipalityApplication, OfficerApplication
from banso_cli.records.fields.record import Record
from banso_cli.records.kinds import KINDS, kind_of
from banso_cli.records.municipality import Municipality
from banso_cli.records.periods.period import Period
from banso_cli.records.roster import Roster
from banso_cli.records.teams.team import Member, Team
from banso_cli.statistics.cases import countable
from banso_cli.yaml.fault import FaultKind

_WHOLE = frozenset({FaultKind.UNQUOTED_TEXT, FaultKind.MISSING_FILE, FaultKind.STRAY_FILE})
"""Faults with which nothing of a record is left out."""


def difference_of(
    before: tuple[Source, Roster], after: tuple[Source, Roster], *, has_tables: bool = True
) -> Difference:
    """Return what differs between two states, each with what it was read from."""
    (old_source, old), (new_source, new) = before, after
    unread = _unread(old) | _unread(new)
    renamed = renamed_between(old, new)
    old_records, new_records = (
        [each for each in roster.records if each.id not in unread] for roster in (old, new)
    )
    pairs = sorted(paired(old_records, new_records, renamed), key=_order)
    found = [_change(each, (old, new), renamed) for each in pairs]
    equal = [pair for pair in pairs if pair.before == pair.after]
    tables = effects(countable(old), countable(new), renamed) if has_tables else ()
    return Difference(
        renamed=renamed.all,
        records=tuple(each for each in found if each),
        rewritten=tuple(_rewritten(equal, old_source, new_source)),
        unread=tuple(sorted(unread)),
        tables=None if unread and has_tables else tables,
    )


def _unread(roster: Roster) -> frozenset[str]:
    """Return the ids of records that are not read, or not with all of their values."""
    partly = {fault.record for fault in roster.faults if fault.kind not in _WHOLE}
    return roster.unread | (partly & {each.id for each in roster.records})


def _order(pair: Paired) -> tuple[int, tuple[int | str, ...]]:
    record = _present(pair)
    return [*KINDS.values()].index(kind_of(record.id)), record.order


def _present(pair: Paired) -> Record:
    record = pair.after or pair.before
    assert record is not None  # noqa: S101 - a pair has one of both
    return record


def _change(pair: Paired, rosters: tuple[Roster, Roster], renamed: Renamed) -> RecordChange | None:
    """Return how a record differs, as it may be shown; None where only its form may."""
    one, other = pair.before, pair.after
    if one is not None and other is not None:
        changes = tuple(changes_of(one, other, renamed))
        if not changes and one.id == other.id:
            return None
    else:
        changes = tuple(whole(_present(pair), is_there_before=other is None))
    record = _present(pair)
    label = label_of(record, rosters[1] if other else rosters[0])
    ids = (other.id if other else None, one.id if one else None)
    found = RecordChange(kind_of(record.id).name, *ids, label, pair.change, changes)
    return _shown(found, rosters, has_people=kind_of(record.id).is_by_period)


def _shown(
    found: RecordChange, rosters: tuple[Roster, Roster], *, has_people: bool
) -> RecordChange:
    """Return a change without what is personal; where people are told of, names of classes too."""
    old, new = map(masked_in, rosters) if has_people else (impersonal, impersonal)
    return replace(
        found,
        changes=tuple(
            replace(
                each,
                path=new(old(each.path)),
                before=old(impersonal(each.before)),
                after=new(impersonal(each.after)),
                whose=new(each.whose),
            )
            for each in found.changes
        ),
    )


def label_of(record: Record, roster: Roster) -> str:
    """Return what people call a record: 森町（北海道）第2期チーム."""
    if isinstance(record, Municipality):
        return f"{record.name}（{record.prefecture}）"
    if isinstance(record, (Team, MunicipalityApplication)):
        known = roster.municipality_by_code.get(record.municipality)
        whose = label_of(known, roster) if known else record.municipality
        return f"{whose}第{record.period}期{'チーム' if isinstance(record, Team) else 'の応募'}"
    if isinstance(record, OfficerApplication):
        return f"職員 {record.stem} の第{record.period}期の応募"
    if isinstance(record, Decisions):
        return f"第{record.period}期のマッチングの決定"
    if isinstance(record, Period):
        return f"第{record.number}期"
    kind = kind_of(record.id)
    return kind.title if kind.is_single else f"{kind.title} {record.id}"


def _rewritten(pairs: list[Paired], old: Source, new: Source) -> Iterator[str]:
    """Yield the records whose files differ though their values do not."""
    for one, other, _change in pairs:
        if one and other and old.read(f"{one.id}.yaml") != new.read(f"{other.id}.yaml"):
            yield other.id


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
